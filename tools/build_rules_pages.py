"""Write the reference of rules for the documentation: `python tools/build_rules_pages.py FOLDER`.

Pages that an earlier run left and this one does not write are removed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from factcheck.knowledge import built_in_packs, load_knowledge
from factcheck.workshop.reference import Reference


def main(folder: Path) -> None:
    """Write a Markdown file for each page into the folder."""
    pages = Reference(load_knowledge(list(built_in_packs()))).pages()
    folder.mkdir(parents=True, exist_ok=True)
    for old in sorted(folder.glob("*.md")):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{folder}: {len(pages)} pages")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
