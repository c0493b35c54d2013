"""A report made by hand that has everything a report can have, for the golden file of every format."""

from __future__ import annotations

from datetime import date

from factcheck.model.finding import (
    Check,
    ClaimText,
    DocumentReport,
    Evidence,
    Finding,
    Fix,
    PackVersion,
    Related,
    Report,
)
from factcheck.model.span import Span

SOURCE = (
    "# Hair \x1b[31mnews\r\n"
    "\r\n"
    "JAK inhibitors hold back the body's production of *enzymes\r\n"
    "called cytokines*, which switch on growth. 日本では ruxotilinib と呼ばれる。\r\n"
    "\r\n"
    + "Reviewers pooled the studies, and they wrote at some length about what they had seen in them. " * 1
    + "Although "
    + "the trials were small and the follow-up was short, so that nobody should read too much into them, " * 3
    + "baricitinib is currently the only JAK inhibitor approved by the FDA, and "
    + "the others are still being studied by several groups in more than one country. " * 3
    + "\r\n"
)


def span(words: str, source: str = SOURCE) -> Span:
    """Where the words stand for the first time."""
    start = source.index(words)
    return Span(start, start + len(words))


def finding(code: str, check: str, words: str, sentence: tuple[str, str], **more: object) -> Finding:
    """A finding on words of SOURCE, in the sentence that begins and ends with the pair."""
    place = span(words)
    context = Span(SOURCE.index(sentence[0]), SOURCE.index(sentence[1]) + len(sentence[1]))
    given = {"severity": "error", "fact": "", "right": "", "quote": " ".join(words.split()), **more}
    return Finding(code=code, check=check, span=place, context=context, **given)  # type: ignore[arg-type]


FINDINGS = (
    finding(
        "FC201",
        "wrong-category",
        "enzymes\r\ncalled cytokines",
        ("JAK inhibitors hold", "switch on growth."),
        fact="cytokine-is-signalling-protein",
        message='"enzymes called cytokines": cytokines are signalling proteins, not enzymes [StatPearls, 2023].',
        claim=ClaimText("cytokine", "is-a", "enzyme", "asserted", "cytokine is a kind of enzyme"),
        evidence=(Evidence("c", "Physiology, Cytokines", "StatPearls", "2023", "https://example.org/c"),),
    ),
    finding(
        "FC101",
        "misspelled-name",
        "ruxotilinib",
        ("日本では", "呼ばれる。"),
        fact="ruxolitinib",
        message='"ruxotilinib": the drug is spelled ruxolitinib.',
        fixes=(Fix(span("ruxotilinib"), "ruxolitinib", safe=True),),
    ),
    finding(
        "FC301",
        "outdated-claim",
        "currently the only JAK inhibitor approved by the FDA",
        ("Although the trials", "in more than one country. \r\n"),
        fact="fda-jak-inhibitors-for-alopecia-areata",
        severity="warning",
        message="Ritlecitinib was approved on 2023-06-23 [FDA, 2023].",
        valid_from=date(2022, 6, 13),
        valid_until=date(2023, 6, 23),
        evidence=(Evidence("f", "Approval letter", "FDA", "2023", doi="10.1000/letter"),),
        related=(
            Related("docs/b.md", Span(4, 8), "good", "says the same."),
            Related("elsewhere.md", Span(0, 3), "abc", "says otherwise."),
        ),
    ),
)

REPORT = Report(
    as_of=date(2026, 11, 22),
    packs=(PackVersion("biomedical", "0.1.0"), PackVersion("hair-loss", "0.1.0")),
    documents=(
        DocumentReport("docs/a.md", SOURCE, date(2024, 5, 1), 7, 5, FINDINGS, sentences_found=6, sentences_judged=4),
        DocumentReport("docs/b.md", "All good here.\n", None, 2, 1, (), sentences_found=1, sentences_judged=1),
        DocumentReport(
            "docs/\x1b[31mc.md",
            "",
            None,
            0,
            0,
            (
                Finding(
                    "FC901",
                    "unreadable-document",
                    "",
                    "error",
                    "The file is not text: a NUL byte stands at 17.",
                    "",
                    Span(0, 0),
                    "",
                    Span(0, 0),
                ),
            ),
        ),
    ),
    checks=(
        Check("FC101", "misspelled-name", "error", "A known name is misspelled.\n\nThe right one is offered."),
        Check("FC201", "wrong-category", "error", "A thing is called something that it is not."),
        Check("FC202", "contradicted-claim", "error", "A fact says otherwise."),
    ),
)
