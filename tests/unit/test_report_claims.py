"""How claims are told: in words for readers, in ids for programs, and why each was silent."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from factcheck.model.claim import Claim, Quantity, Stance, Unread, Verdict
from factcheck.model.document import Block, Document, Run, SourceMap
from factcheck.model.finding import PackVersion
from factcheck.model.span import TextSpan
from factcheck.model.understood import Account, Judged, Named, NearMiss, Understood
from factcheck.report.account import reason as why
from factcheck.report.account import render_accounts
from factcheck.report.claims import render_json, render_text, stance, statement, verdict
from factcheck.report.look import Look

TEXT = "Hair news.\nBaricitinib \x1b[31mworks. Is it a cure?"
NAMES = {"baricitinib": "baricitinib", "alopecia": "hair loss", "fda": "FDA", "drug": "drug"}
SENTENCE = TextSpan(11, 34)
CLAIM = Claim("baricitinib", "treats", "alopecia", Stance(), TextSpan(11, 33), SENTENCE, 0)
WORDS = ("contradicts", "FC202", "a-fact", "error", CLAIM.span, SENTENCE, "", "It does not work.")
AGREES = Verdict("agrees", "", "", "note", CLAIM.span, SENTENCE, "", "")
WRONG = Verdict(*WORDS)
DOCUMENT = Document(
    "docs/a.md",
    TEXT,
    TEXT,
    (Block("paragraph", TextSpan(0, len(TEXT))),),
    SourceMap((Run(0, len(TEXT), 0, len(TEXT)),)),
)
UNREAD = Unread(TextSpan(35, len(TEXT)), 0, "no relation of the packs was recognised")
READ = Understood("docs/a.md", DOCUMENT, (Judged(CLAIM, WRONG),), (UNREAD,))
BROKEN = Understood("docs/b.md", None, fault="This document cannot be read: no text.")
MARK = chr(27)


@pytest.mark.parametrize("mood", ["question", "condition", "others", "rejected", "unreal", "open", "unread"])
def test_a_claim_that_is_not_asserted_is_not_judged(mood: str) -> None:
    silent = Judged(replace(CLAIM, stance=Stance(mood=mood, guard="some words")), WRONG)
    assert silent.said == "not judged"
    assert why(silent).startswith("silent: ")
    assert f'({mood}: "some words")' in why(silent)


@pytest.mark.parametrize(
    ("judged", "said", "reason"),
    [
        (Judged(CLAIM), "no fact", "silent: no fact of the packs decides it"),
        (Judged(CLAIM, replace(WRONG, kind="unknown")), "no fact", "silent: no fact of the packs decides it"),
        (Judged(CLAIM, AGREES), "agrees", "silent: it agrees with the classes of the packs"),
        (Judged(CLAIM, replace(AGREES, fact="a-fact")), "agrees [a-fact]", "silent: it agrees with a-fact"),
        (Judged(CLAIM, WRONG), "contradicts [a-fact]", "contradicts: a-fact (FC202 error)"),
        (Judged(CLAIM, replace(WRONG, kind="outdated")), "outdated [a-fact]", "outdated: a-fact (FC202 error)"),
    ],
)
def test_what_is_said_of_a_claim(judged: Judged, said: str, reason: str) -> None:
    assert verdict(judged) == said
    assert why(judged) == reason


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "baricitinib · treats · hair loss"),
        ({"subject": "unknown-id"}, "unknown-id · treats · hair loss"),
        ({"qualifiers": (("by", "fda"), ("extent", "severe"))}, "hair loss (by FDA, extent severe)"),
        ({"exclusive": "only", "among": "drug", "others": ("fda",)}, "hair loss (only, among drug; beside FDA)"),
        ({"exclusive": "count", "count": 2}, "hair loss (2 in number)"),
        ({"strength": "full"}, "hair loss (strength full)"),
        ({"when": (date(2022, 6, 1), date(2022, 6, 30))}, "hair loss (on 2022-06-01 to 2022-06-30)"),
        ({"object": "", "when": (date(2022, 6, 1), date(2022, 6, 1))}, "treats · 2022-06-01"),
        ({"object": "", "value": Quantity(2, 4, "mg", SENTENCE, per="day")}, "treats · 2 to 4 mg per day"),
        ({"object": "", "value": Quantity(5, 5, "", SENTENCE)}, "treats · 5"),
        ({"object": "", "text": "Janus \x1b kinase"}, "treats · Janus \\x1b kinase"),
        ({"object": ""}, "treats · (nothing)"),
    ],
)
def test_a_claim_in_words(changes: dict[str, object], told: str) -> None:
    assert statement(replace(CLAIM, **changes), NAMES).endswith(told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (Stance(), "asserted"),
        (Stance(polarity=False), "denied"),
        (Stance(certainty="hedged", guard="modal"), "hedged (modal)"),
        (Stance(mood="question", guard="?"), "question (?)"),
        (Stance(polarity=False, tense="past"), "denied, past"),
    ],
)
def test_a_stance_in_words(given: Stance, told: str) -> None:
    assert stance(replace(CLAIM, stance=given)) == told


def test_nothing_read_is_nothing_said() -> None:
    assert render_text((), NAMES, Look()) == ""
    assert render_text((Understood("a.md", DOCUMENT),), NAMES, Look()) == (
        "a.md\n  no claims, 0 sentences not understood\n"
    )


def test_the_text_holds_claims_then_what_was_not_understood_then_counts() -> None:
    text = render_text((READ, BROKEN), NAMES, Look())
    assert MARK not in text
    assert text.splitlines() == [
        "docs/a.md",
        "  2:1      baricitinib · treats · hair loss",
        "           asserted; contradicts [a-fact]",
        '           "Baricitinib \\x1b[31mworks"',
        "  Not understood, though a known name stands there (1 sentence):",
        '  2:25     "Is it a cure?"',
        "           no relation of the packs was recognised",
        "  1 claim (1 contradicts), 1 sentence not understood",
        "",
        "docs/b.md",
        "  This document cannot be read: no text.",
        "",
        "2 documents: 1 claim (1 contradicts), 1 sentence not understood",
    ]


def test_the_json_holds_the_same_with_places_and_ids() -> None:
    text = render_json((READ, BROKEN), NAMES, date(2026, 11, 22), (PackVersion("hair-loss", "0.1.0"),))
    assert MARK not in text
    data = json.loads(text)
    assert data["schema_version"] == 1
    assert data["as_of"] == "2026-11-22"
    first, second = data["documents"]
    claim = first["claims"][0]
    assert (claim["line"], claim["column"], claim["end_line"], claim["end_column"]) == (2, 1, 2, 23)
    assert (claim["subject_id"], claim["relation"], claim["object"]) == ("baricitinib", "treats", "hair loss")
    assert (claim["verdict"], claim["fact"], claim["code"]) == ("contradicts", "a-fact", "FC202")
    assert claim["stance"]["label"] == "asserted"
    assert [each["reason"] for each in first["unread"]] == [UNREAD.reason]
    assert second == {"path": "docs/b.md", "date": None, "unreadable": BROKEN.fault, "claims": [], "unread": []}


@pytest.mark.parametrize(
    ("account", "told"),
    [
        (Account(UNREAD.sentence), "silent: no known name stands here, nor a word that points back to one"),
        (Account(UNREAD.sentence, reason="too long"), "silent: too long"),
        (Account(UNREAD.sentence, names=(Named(TextSpan(43, 47), "cure"),)), "known names: cure (cure)"),
        (Account(UNREAD.sentence, names=(Named(TextSpan(43, 47), "cure", weak=True),)), "a short form whose long form"),
        (Account(UNREAD.sentence, near=(NearMiss("is", "treats", "treats.2", ("no drug",)),)), "(treats.2): no drug"),
        (Account(SENTENCE, (Judged(CLAIM, WRONG),)), "contradicts: a-fact (FC202 error)"),
    ],
)
def test_an_account_of_a_sentence(account: Account, told: str) -> None:
    text = render_accounts((account,), DOCUMENT, NAMES, Look())
    assert told in text
    assert MARK not in text
