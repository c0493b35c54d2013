"""What holds for every document: every place is exact, no gap, no overlap."""

from __future__ import annotations

from factcheck.model.document import Document


def assert_exact(document: Document) -> None:
    """Whatever is copied equals its source; blocks lie apart, in order, within the text."""
    for run in document.map.runs:
        if run.copied:
            source = document.source[run.source_start : run.source_end]
            assert document.text[run.text_start : run.text_end] == source
        assert run.source_end <= len(document.source)
    assert document.map.length == len(document.text)
    at = 0
    for number, block in enumerate(document.blocks):
        assert block.span.start == (at + 2 if number else 0)
        assert block.span.start < block.span.end <= len(document.text)
        assert document.text[at : block.span.start] == ("\n\n" if number else "")
        assert all(index < number and document.blocks[index].kind == "heading" for index in block.headings)
        assert -1 <= block.lead < number
        text = document.text[block.span.start : block.span.end]
        assert text == text.strip()
        at = block.span.end
    assert at == len(document.text)
