"""Choosing, making and proving edits: pure functions on a text and its findings."""

from __future__ import annotations

import pytest

from factcheck.fixing.edits import apply, choose, moved, proved
from factcheck.model.finding import DocumentReport, Finding, Fix
from factcheck.model.span import Span

SOURCE = "0123456789"


def finding(start: int, end: int, *fixes: tuple[str, bool], code: str = "FC101", fact: str = "f") -> Finding:
    """A finding at a range of a source, with fixes of that range."""
    span = Span(start, end)
    offered = tuple(Fix(span, text, safe) for text, safe in fixes)
    return Finding(code, "check", fact, "error", "", "", span, SOURCE[start:end], Span(0, 10), fixes=offered)


def report(source: str, *findings: Finding) -> DocumentReport:
    """A document with these findings."""
    return DocumentReport("page.md", source, None, 0, 0, findings)


@pytest.mark.parametrize(
    ("findings", "unsafe"),
    [
        ([], True),
        ([finding(0, 2)], True),
        ([finding(0, 2, ("x", False))], False),
        ([finding(0, 2, ("x", True), ("y", True))], False),
        ([finding(0, 2, ("x", True), ("y", False))], True),
        ([finding(0, 2, ("01", True))], False),
    ],
)
def test_nothing_is_chosen_where_nothing_is_certain(findings: list[Finding], unsafe: bool) -> None:
    assert choose(findings, SOURCE, unsafe=unsafe) == ()
    assert apply(SOURCE, ()) == SOURCE


@pytest.mark.parametrize(
    ("findings", "unsafe", "expected"),
    [
        ([finding(0, 2, ("x", True))], False, "x23456789"),
        ([finding(0, 2, ("x", True), ("x", True))], False, "x23456789"),
        ([finding(0, 2, ("x", True), ("y", False))], False, "x23456789"),
        ([finding(0, 2, ("x", False))], True, "x23456789"),
        ([finding(0, 2, ("", True))], False, "23456789"),
        ([finding(8, 10, ("zz", True)), finding(0, 2, ("x", True))], False, "x234567zz"),
        ([finding(0, 2, ("x", True)), finding(2, 4, ("y", True))], False, "xy456789"),
        ([finding(0, 5, ("x", True)), finding(4, 6, ("y", True)), finding(6, 7, ("z", True))], False, "x5z789"),
        ([finding(0, 5, ("x", True)), finding(0, 3, ("y", True))], False, "y3456789"),
    ],
)
def test_edits_are_apart_and_of_two_that_overlap_the_first_is_made(
    findings: list[Finding], unsafe: bool, expected: str
) -> None:
    edits = choose(findings, SOURCE, unsafe=unsafe)
    assert apply(SOURCE, edits) == expected
    assert choose(list(reversed(findings)), SOURCE, unsafe=unsafe) == edits


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 2), Span(0, 2)),
        (Span(0, 3), Span(0, 3)),
        (Span(0, 4), Span(0, 8)),
        (Span(3, 5), Span(3, 8)),
        (Span(4, 9), Span(3, 12)),
        (Span(5, 9), Span(8, 12)),
        (Span(0, 10), Span(0, 13)),
    ],
)
def test_ranges_move_with_the_edits_before_them_and_grow_over_those_they_cut(span: Span, expected: Span) -> None:
    (edit,) = choose([finding(3, 5, ("xxxxx", True))], SOURCE, unsafe=False)
    assert moved(span, [edit]) == expected


@pytest.mark.parametrize(
    ("others", "after", "expected"),
    [
        ((), (), True),
        ((finding(6, 8),), (finding(9, 11),), True),
        ((finding(6, 8),), (), True),
        ((finding(0, 8),), (finding(2, 11),), True),
        ((), (finding(3, 8),), False),
        ((), (finding(9, 11),), False),
        ((finding(6, 8),), (finding(9, 11, fact="g"),), False),
        ((finding(6, 8),), (finding(9, 11, code="FC202"),), False),
        ((finding(6, 8),), (finding(0, 2),), False),
        ((finding(6, 8),), (finding(9, 10), finding(10, 11)), False),
    ],
)
def test_an_edit_is_proved_if_its_finding_goes_and_none_comes(
    others: tuple[Finding, ...], after: tuple[Finding, ...], expected: bool
) -> None:
    target = finding(3, 5, ("xxxxx", True))
    edits = choose([target], SOURCE, unsafe=False)
    edited = apply(SOURCE, edits)
    assert proved(report(SOURCE, target, *others), report(edited, *after), edits) is expected
