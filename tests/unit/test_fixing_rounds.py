"""Rounds of edits on whole documents: what is left alone, what is fixed, and that a second run changes nothing."""

from __future__ import annotations

import codecs
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Config
from factcheck.discover import Source
from factcheck.fixing import rounds
from factcheck.fixing.rounds import CHECKS, Repair, repair, repairs
from factcheck.model.finding import DocumentReport, Finding, Fix
from factcheck.model.span import Span
from factcheck.readers import decode

CONFIG = Config(isolated=True, as_of=date(2026, 11, 22))


def repaired(raw: bytes | str, name: str = "page.md", *, unsafe: bool = False, config: Config = CONFIG) -> Repair:
    """What edits make of a document of these bytes."""
    data = raw.encode() if isinstance(raw, str) else raw
    return repair(Source(name, name), data, config, unsafe=unsafe)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        codecs.BOM_UTF8,
        b"Ruxolitinib is a JAK inhibitor.\n",
        b"JAK inhibitors quiet the signals of enzymes called cytokines.\n",
        b"Ruxo*til*inib is a JAK inhibitor.\n",
        b"The `ruxotilinib` flag, and https://example.org/ruxotilinib.\n",
        b"\x00\x01Ruxotilinib is a JAK inhibitor.\n",
        b"Ruxotilinib \xff is a JAK inhibitor.\n",
        b"The drug carries a black box warning.\n",
        b"The drug abricitinib is here.\n",
    ],
)
def test_what_is_right_unclear_or_unreadable_is_left_alone(raw: bytes) -> None:
    done = repaired(raw)
    assert (done.edited, done.fixed, done.held) == (raw, 0, 0)
    assert done.after == done.before


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ruxotilinib", "ruxolitinib"),
        ("Ruxotilinib", "Ruxolitinib"),
        ("RUXOTILINIB", "RUXOLITINIB"),
        ("Ruxotilinib's", "Ruxolitinib's"),
        ("ruxotilinib’s", "ruxolitinib’s"),
        ("RUXOTILINIB®", "RUXOLITINIB®"),
        ("“ruxotilinib”", "“ruxolitinib”"),
        ("**ruxotilinib**", "**ruxolitinib**"),
        ("[ruxotilinib](ruxotilinib.md)", "[ruxolitinib](ruxotilinib.md)"),
        ("olumiannt", "Olumiant"),
        ("OLUMIANNT", "OLUMIANT"),
        ("cytokanes", "cytokines"),
        ("Cytokanes", "Cytokines"),
        ("cytokins", "cytokins"),
        ("baricitinis", "baricitinis"),
    ],
)
def test_names_keep_their_capitals_plural_and_what_stands_around_them(written: str, expected: str) -> None:
    done = repaired(f"It is about {written} today.\n")
    assert done.edited.decode() == f"It is about {expected} today.\n"
    assert done.fixed == (written != expected)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["page.md", "page.txt", "page.html"])
def test_all_bytes_but_those_of_the_name_stay(end: str, last: bool, encoding: str, name: str) -> None:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    text = end.join(("É 😀 e\u0301 \u00a0 first.  ", "", "It is ruxotilinib,\tof course. ", "", "End."))
    raw = mark + (text + end * last).encode(encoding)
    done = repaired(raw, name)
    assert done.fixed == 1
    bare = encoding.removesuffix("-sig")
    assert done.edited == raw.replace("ruxotilinib".encode(bare), "ruxolitinib".encode(bare))
    assert done.edited != raw


def test_rewordings_are_made_only_if_asked_for() -> None:
    text = "Black box\nwarnings are strong. It has a BLACK BOX WARNING. The drug carries a **black box** warning.\n"
    careful, bold = repaired(text), repaired(text, unsafe=True)
    assert (careful.edited, careful.fixed, careful.more) == (careful.raw, 0, 2)
    assert bold.edited.decode() == (
        "Boxed\nwarnings are strong. It has a BOXED WARNING. The drug carries a **black box** warning.\n"
    )
    assert (bold.fixed, bold.more, len(bold.after.findings)) == (2, 0, 1)


def test_only_what_is_asked_for_is_fixed_and_told() -> None:
    text = "Ruxotilinib is here. It carries a black box warning.\n"
    only = repaired(text, unsafe=True, config=Config(isolated=True, select=("FC501",)))
    assert only.edited.decode() == "Ruxotilinib is here. It carries a boxed warning.\n"
    assert [each.code for each in only.before.findings] == ["FC501"]
    ignored = repaired(text, unsafe=True, config=Config(isolated=True, ignore=("FC501",)))
    assert ignored.edited.decode() == "Ruxolitinib is here. It carries a black box warning.\n"


def test_a_file_that_cannot_be_opened_is_told_and_left(tmp_path: Path) -> None:
    (done,) = repairs([Source("gone.md", str(tmp_path / "gone.md"))], CONFIG, unsafe=False)
    assert [each.code for each in done.after.findings] == ["FC901"]
    assert (done.raw, done.edited) == (b"", b"")


TOY = re.compile(r"(bad|sly|trap|tie|twin)\d*")
CURES = {"bad": "good", "sly": "sly2", "trap": "bad2", "tie": "t", "twin": "twin twin"}


def toy_check(source: Source, raw: bytes, config: Config) -> DocumentReport:
    """Finds bad words; the cure of "bad" helps, that of "sly" does not, and that of "trap" brings a finding."""
    text = decode(raw)
    found = []
    for match in TOY.finditer(text):
        span = Span(*match.span())
        fix = Fix(span, CURES[match[1]], safe=True)
        name = match[1] if match[1] != "trap" else match[0]
        found.append(Finding("FC101", "", name, "error", "", "", span, match[0], span, fixes=(fix,)))
    return DocumentReport(source.path, text, None, 0, 0, tuple(found))


@pytest.mark.parametrize(
    ("text", "expected", "fixed", "held"),
    [
        ("sly", "sly", 0, 1),
        ("trap", "trap", 0, 1),
        ("twin", "twin", 0, 1),
        ("bad", "good", 1, 0),
        ("bad bad tie", "good good t", 3, 0),
        ("bad sly bad trap bad", "good sly good trap good", 3, 2),
        ("sly bad sly", "sly good sly", 1, 2),
        (" ".join(["bad"] * 50), " ".join(["good"] * 50), 50, 0),
    ],
)
def test_one_bad_edit_does_not_spoil_the_good_ones(
    monkeypatch: pytest.MonkeyPatch, text: str, expected: str, fixed: int, held: int
) -> None:
    monkeypatch.setattr(rounds, "check_bytes", toy_check)
    done = repaired(text)
    assert (done.edited.decode(), done.fixed, done.held) == (expected, fixed, held)
    assert repaired(done.edited).edited == done.edited


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*CURES, "fine"]), max_size=40).map(" ".join))
def test_whatever_the_cures_do_a_second_run_changes_nothing(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rounds, "check_bytes", toy_check)
        once = repaired(text)
        again = repaired(once.edited)
        assert (again.edited, again.fixed, again.held) == (once.edited, 0, once.held)
        assert len(once.after.findings) == len(once.before.findings) - once.fixed


def test_a_document_full_of_traps_costs_a_bounded_number_of_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    checks = []

    def counted(source: Source, raw: bytes, config: Config) -> DocumentReport:
        checks.append(source)
        return toy_check(source, raw, config)

    monkeypatch.setattr(rounds, "check_bytes", counted)
    done = repaired(" ".join(["sly"] * 1000))
    assert (done.fixed, done.held) == (0, 1000)
    assert len(checks) <= 2 * CHECKS + 1


PIECES = [
    *("ruxotilinib", "Ruxotilinib's", "cytokanes", "cytokins", "BARICITNIB", "olumiannt", "ruxo*til*inib", "Litfullo®"),
    *("black box warning", "Black-box warnings", "black box\nwarning", "Federal Drug Administration", "NICE approved"),
    *("is a JAK inhibitor", "is an enzyme", "enzymes called cytokanes", "was approved by the FDA", "alopecia aerata"),
    *("and", "not", "the", "It", "😀", "naïve", "is", "androgenic areata", "Janus kinase receptor"),
    *(".", ". ", ", ", "\n\n", "\r\n", "\r\n\r\n", " ", " ", "# ", "- ", "> ", "| ", "**", "<p>", "</p>", "&amp;", "`"),
]
documents = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@settings(max_examples=120, deadline=None)
@given(
    documents,
    st.sampled_from(["page.md", "page.txt", "page.html"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.booleans(),
)
def test_a_second_run_changes_nothing_and_the_first_brings_no_finding(
    text: str, name: str, encoding: str, unsafe: bool
) -> None:
    raw = text.encode(encoding)
    once = repaired(raw, name, unsafe=unsafe)
    again = repaired(once.edited, name, unsafe=unsafe)
    assert again.edited == once.edited
    assert (again.fixed, again.before) == (0, once.after)
    assert len(once.after.findings) <= len(once.before.findings) - once.fixed
    assert (once.edited == raw) == (once.fixed == 0)
    assert re.findall("[\r\n]", decode(once.edited)) == re.findall("[\r\n]", text)
