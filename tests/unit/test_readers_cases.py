"""Every file of `tests/cases/{asciidoc,html,markdown,notebook,rst,text}` against the blocks written beside it.

`NAME.SUFFIX` is read; `NAME.blocks` says, a line a block: number, kind, level, the headings above,
the lead, the place in a table, and the text with line ends as `\\n`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model.document import Document
from factcheck.readers import READERS, read

CASES = Path(__file__).parent.parent / "cases"
FOLDERS = ("asciidoc", "html", "markdown", "notebook", "rst", "text")
FILES = sorted(file for name in FOLDERS for file in (CASES / name).iterdir() if file.suffix in READERS)


def outline(document: Document) -> str:
    """The blocks of a document, one a line."""
    lines = [] if document.date is None else [f"date {document.date}"]
    for number, block in enumerate(document.blocks):
        marks = [f"{number} {block.kind}"]
        marks += [str(block.level)] if block.level else []
        marks += ["under " + ",".join(map(str, block.headings))] if block.headings else []
        marks += [f"lead {block.lead}"] if block.lead >= 0 else []
        marks += [f"table {block.table} row {block.row} column {block.column}"] if block.table >= 0 else []
        marks += ["header"] if block.header else []
        marks += ["quoted"] if block.quoted else []
        text = document.text[block.span.start : block.span.end].replace("\n", "\\n")
        lines.append(" ".join(marks) + " | " + text)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_case(file: Path) -> None:
    """The blocks are the expected ones."""
    document = read(file.name, file.read_bytes())
    assert outline(document) == file.with_suffix(".blocks").read_text(encoding="utf-8")


def test_no_orphans() -> None:
    """Every list of blocks belongs to a file, and every format has cases."""
    blocks = {file for name in FOLDERS for file in (CASES / name).glob("*.blocks")}
    assert blocks == {file.with_suffix(".blocks") for file in FILES}
    assert len(blocks) == len(FILES) >= 17
