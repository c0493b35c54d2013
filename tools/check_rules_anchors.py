"""See that the built pages of rules have the anchors that reports link: `python tools/check_rules_anchors.py FOLDER`.

Ends with status 1, and names those that are missing, if there are any.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from factcheck.knowledge import built_in_packs, load_knowledge
from factcheck.workshop.reference import Reference


def main(folder: Path) -> int:
    """The exit status for a folder of HTML pages."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for page, anchor in Reference(load_knowledge(list(built_in_packs()))).anchors():
        wanted[page].add(anchor)
    missing = [
        f"{page}.html#{anchor}"
        for page, anchors in wanted.items()
        for anchor in sorted(anchors - set(re.findall(r' id="([^"]+)"', (folder / f"{page}.html").read_text("utf-8"))))
    ]
    for each in missing:
        print(f"{folder}: there is no {each}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
