"""Reports that put a format to the test: of nothing, of hostile documents, and of the sample articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from factcheck.api import check_paths
from factcheck.model.finding import ClaimText, DocumentReport, Evidence, Finding, Fix, Related, Report
from factcheck.model.span import Span
from factcheck.model.suppression import Suppression, Waived
from tests.sample_report import REPORT

ROOT = Path(__file__).resolve().parent.parent
SAYINGS = (
    "100 % :: sure, said=he; %0A and %25",
    "two\r\nlines\rand\na third",
    'quotes " \' and ]]> & <b onclick="x()">bold</b> <script>alert(1)</script>',
    "[a link](https://example.org/x) ![an image](https://example.org/y.png) <https://example.org/z>",
    "https://example.org/bare www.example.org @someone a@example.org #12 [ref]: x",
    "| a | b | `code` **bold** _it_ ~~gone~~ $x$ # head \\| &lt;i&gt; &#64;",
    "\x00\x01\x1b[31m\x7f\x85\x9b bell\x07",
    "right to left \u202e\u2066 mark \u200f line \u2028 paragraph \u2029",
    "emoji 😀👩\u200d⚕️ and ﷽",
    "half a pair \ud800 and the other \udfff and a byte \udcff",
    "=HYPERLINK(1)",
    "::error file=x::gone",
    " ",
)
PATHS = (
    "a b/#1 100%.md",
    "ä,ö:日本=x;y.md",
    "docs/]]>&<x>|`\"'.md",
    "bad\udcff\ud800\u202e.md",
    "line\nend\\[x](y).md",
)
EVIDENCE = (
    Evidence("e", "A ](javascript:alert(1)) title", "P | q", "2024", doi="10.1002/(SICI)1097(199)9:1<1::AID>3#"),
    Evidence("f", "<b>", "", "", "javascript:alert(1)"),
    Evidence("g", "x"),
)


def hostile(saying: str, path: str = PATHS[0]) -> Report:
    """A report in which this is said, and in which nothing else is harmless."""
    source = f"{saying}\n{saying} and more\n"
    severities = ("note", "warning", "error")
    found = tuple(
        Finding(
            "FC202",
            "contradicted-claim",
            "a-fact",
            severity,
            saying,
            saying,
            Span(number, len(saying) + number),
            saying,
            Span(0, len(source)),
            ClaimText(saying, "is-a", saying, "asserted", saying),
            (Fix(Span(0, 1), saying, safe=True),),
            evidence=EVIDENCE,
            related=(Related(path, Span(0, 1), saying, saying), Related(f"{saying}.md", Span(0, 1), saying, "")),
        )
        for number, severity in enumerate(severities)
    )
    waived = (Waived(found[0], Suppression("line", Span(0, 1), Span(0, 1), "FC202", saying)),)
    return replace(REPORT, documents=(DocumentReport(path, source, date(2024, 5, 1), 3, 3, found, waived=waived),))


NAMES = (
    *("golden", "empty", "seeds"),
    *(f"saying {number}" for number in range(len(SAYINGS))),
    *(f"path {number}" for number in range(len(PATHS))),
)


@cache
def report_named(name: str) -> Report:
    """The report of one of the NAMES; made when it is asked for, as that of the sample articles takes a while."""
    kind, _, number = name.partition(" ")
    if kind == "saying":
        return hostile(SAYINGS[int(number)])
    if kind == "path":
        return hostile(SAYINGS[0], PATHS[int(number)])
    return {"golden": lambda: REPORT, "empty": lambda: replace(REPORT, documents=()), "seeds": _of_the_seeds}[kind]()


def _of_the_seeds() -> Report:
    found = check_paths(ROOT / "seeds", as_of=date(2026, 11, 22))
    documents = (replace(each, path=f"seeds/{Path(each.path).name}") for each in found.documents)
    return replace(found, documents=tuple(documents))
