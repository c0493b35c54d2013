"""What documents silence, in every form and format; what is left alone; and what is said of a bad suppression."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.scratch_project import WRONG

AS_OF = ("--as-of", "2026-11-22")
WORDS = WRONG.strip()
SILENCED = [
    ("page.md", "<!-- factcheck-disable-next-line FC201 -- told so -->\n{}\n"),
    ("page.md", "[//]: # (factcheck-disable-next-line FC201 -- told so)\n\n{}\n"),
    ("page.md", "<!-- factcheck-disable-next-line FC2 -- told so; by=ann; until=2026-11-22 -->\n\n- {}\n"),
    ("page.md", "<!-- factcheck-disable-next-line cytokine-kind -- told so -->\n\n| a |\n|---|\n| {} |\n"),
    ("page.md", "<!-- factcheck-disable-next-line FC101, FC201 -- told so -->\n{} Ruxotilinib is a drug.\n"),
    ("page.md", "{} <!-- factcheck-disable-line FC201 -- told so -->\n"),
    ("page.md", "| a |\n|---|\n| {} <!-- factcheck-disable-line FC201 -- told so --> |\n"),
    ("page.md", "<!-- factcheck-disable FC201 -- told so -->\n\nFine.\n\n{}\n\n<!-- factcheck-enable FC201 -->\n"),
    ("page.md", "<!-- factcheck-disable FC201 -- told so -->\n\n{}\n\n<!-- factcheck-enable -->\n"),
    ("page.md", "{}\n\n<!-- factcheck-disable-file FC201 — told so -->\n"),
    ("page.md", '---\nfactcheck: {{ignore: ["FC201 -- told so"]}}\n---\n\n{}\n'),
    ("page.md", "---\ntitle: a\nfactcheck:\n  ignore: FC201\n  reason: told so\n  until: 2027-01-01\n---\n\n{}\n"),
    ("page.md", '+++\ntitle = "a"\n[factcheck]\nignore = ["FC201 -- told so"]\n+++\n\n{}\n'),
    ("page.md", '<div data-factcheck-ignore="FC201 -- told so">\n\n{}\n\n</div>\n'),
    ("page.mdx", "{{/* factcheck-disable-next-line FC201 -- told so */}}\n\n{}\n"),
    ("page.html", "<!-- factcheck-disable-next-line FC201 -- told so --><p>{}</p>"),
    ("page.html", '<div data-factcheck-ignore="FC201 -- told so"><div>a</div><p>{}</p></div>'),
    ("page.html", '<p data-factcheck-ignore="FC201 -- told so">{}'),
    ("page.html", "<table><tr><td>a<!-- factcheck-disable-next-line FC201 -- told so --><tr><td>b<td>{}</table>"),
    ("page.html", '---\nfactcheck: {{ignore: ["FC201 -- told so"]}}\n---\n<p>{}</p>\n'),
    ("page.adoc", '---\nfactcheck: {{ignore: ["FC201 -- told so"]}}\n---\n{}\n'),
    ("page.rst", ".. factcheck-disable-next-line FC201 -- told so\n\n{}\n"),
    ("page.adoc", "// factcheck-disable-next-line FC201 -- told so\n{}\n"),
    ("page.md", "> <!-- factcheck-disable-next-line FC201 -- told so -->\n> {}\n"),
    ("page.md", "Fine,\nand <!-- factcheck-disable-next-line FC201 -- told so --> so\n{}\n"),
]
TOLD = [
    ("page.md", "<!-- factcheck-disable-next-line FC201 -- told so -->\nFine.\n\n{}\n"),
    ("page.md", "<!-- factcheck-disable-next-line FC202 -- told so -->\n{}\n"),
    ("page.md", "<!-- factcheck-disable-next-line aga-not-immune -- told so -->\n{}\n"),
    ("page.md", "Fine. <!-- factcheck-disable-line FC201 -- told so -->\n\n{}\n"),
    ("page.md", "<!-- factcheck-disable FC201 -- told so -->\nFine.\n\n<!-- factcheck-enable FC201 -->\n\n{}\n"),
    ("page.md", "```\n<!-- factcheck-disable-file FC201 -- told so -->\n```\n\n{}\n"),
    ("page.md", "`<!-- factcheck-disable-file FC201 -- told so -->` {}\n"),
    ("page.md", "```\n[//]: # (factcheck-disable-file FC201 -- told so)\n```\n\n{}\n"),
    ("page.md", "<!-- factcheck-disable-next-line FC201 -- told so; until=2026-11-21 -->\n{}\n"),
    ("page.md", "<!-- disable-next-line FC201 -- told so -->\n{}\n"),
    ("page.html", '<div data-factcheck-ignore="FC201 -- told so"><p>a</p></div><p>{}</p>'),
    ("page.html", "<pre><!-- factcheck-disable-file FC201 -- told so --></pre><p>{}</p>"),
    ("page.txt", "<!-- factcheck-disable-next-line FC201 -- told so -->\n{}\n"),
    ("page.rst", "::\n\n   .. factcheck-disable-file FC201 -- told so\n\n{}\n"),
]
MISTAKES = [
    ("<!-- factcheck-disable-next-line FC201 -->\n{}\n", "of FC201 gives no reason; write it as"),
    ("<!-- factcheck-disable-next-line -- told so -->\n{}\n", "names no code and no fact; write it as"),
    ("<!-- factcheck-disable-next-line FC210 -- told so -->\n{}\n", 'No check has the code "FC210"; did you mean'),
    ("<!-- factcheck-disable-line cytokine-kin -- told so -->\n", 'did you mean "cytokine-kind"?'),
    ("<!-- factcheck-disable-nextline FC201 -- told so -->\n", 'no instruction; did you mean "disable-next-line"?'),
    ("<!-- factcheck-enable FC201 -->\n", "ends FC201, which is not disabled above"),
    ("<!-- factcheck-enable -->\n", "ends what is not disabled above"),
    ("<!-- factcheck-disable-line FC201 -- told so; until=31.1.2027 -->\n", "until takes a date such as 2026-11-22"),
    ("<!-- factcheck-disable-file FC301 -- told so -->\n", "of FC301 silences nothing: there is no such finding"),
    ("<!-- factcheck-disable-file FC301 -- told so; until=2026-01-01 -->\n", "was good until 2026-01-01, and silences"),
    ("---\nfactcheck: {{off: [FC201]}}\n---\n", "takes ignore, and with it reason, by and until"),
    ("---\nfactcheck: {{ignore: [{{a: b}}]}}\n---\n", "takes codes or facts in ignore"),
    ("---\nfactcheck: {{ignore: [\n---\n", "cannot be read: "),
]


def codes(ran_out: str) -> list[str]:
    """The codes of the findings of a report in JSON."""
    return [finding["code"] for document in json.loads(ran_out)["documents"] for finding in document["findings"]]


def check(factcheck: Command, name: str, text: str, *options: str) -> list[dict[str, str]]:
    """The findings in a document."""
    Path(name).write_text(text.format(WORDS), encoding="utf-8")
    ran = factcheck(name, "--format", "json", "--isolated", *AS_OF, *options)
    (document,) = json.loads(ran.out)["documents"]
    return list(document["findings"])


@pytest.mark.parametrize(("name", "text"), TOLD)
def test_what_is_not_meant_is_told(factcheck: Command, name: str, text: str) -> None:
    assert "FC201" in [each["code"] for each in check(factcheck, name, text)]


@pytest.mark.parametrize(("name", "text"), SILENCED)
def test_what_is_silenced_is_silent(factcheck: Command, name: str, text: str) -> None:
    assert check(factcheck, name, text) == []


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_bad_suppression_is_told(factcheck: Command, text: str, told: str) -> None:
    found = [each for each in check(factcheck, "page.md", text) if each["code"] in ("FC902", "FC903")]
    assert [each["severity"] for each in found] == ["warning"]
    assert told in found[0]["message"]
    assert (found[0]["code"] == "FC903") == ("was good until" in told)


def test_an_idle_suppression_is_told_only_where_its_finding_was_looked_for(factcheck: Command) -> None:
    text = "<!-- factcheck-disable-file FC301 -- told so -->\n\nFine.\n"
    assert [each["code"] for each in check(factcheck, "page.md", text)] == ["FC902"]
    assert check(factcheck, "page.md", text, "--select", "FC1", "--select", "FC9") == []
    assert check(factcheck, "page.md", text, "--ignore", "FC3") == []
    between = "<!-- factcheck-disable-file FC401 -- told so -->\n\nFine.\n"
    assert [each["code"] for each in check(factcheck, "page.md", between)] == ["FC902"]
    assert check(factcheck, "page.md", between, "--alone") == []


def test_a_file_beside_a_text_silences_it(factcheck: Command, tmp_path: Path) -> None:
    aside = tmp_path / "page.txt.factcheck"
    aside.write_text('# why\nFC201 "signals of enzymes" -- told so; by=ann\n', encoding="utf-8")
    assert check(factcheck, "page.txt", "{}\n") == []
    aside.write_text('\nFC201 "other words" -- told so\n', encoding="utf-8")
    found = check(factcheck, "page.txt", "{}\n")
    assert sorted(each["code"] for each in found) == ["FC201", "FC902"]
    assert "page.txt.factcheck:2: This suppression of FC201 silences nothing" in found[0]["message"]


def test_findings_between_documents_are_silenced_where_they_stand(factcheck: Command, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text("Minoxidil stops hair loss.\n", encoding="utf-8")
    odd = "Olumiant is made by Pfizer.\n"
    (tmp_path / "a.md").write_text("Olumiant is made by Eli Lilly.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(odd, encoding="utf-8")
    assert "FC401" in codes(factcheck(".", "--format", "json", *AS_OF).out)
    for name in ("a.md", "b.md"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(f"<!-- factcheck-disable-file FC4 -- told so -->\n\n{text}", encoding="utf-8")
    assert "FC401" not in codes(factcheck(".", "--format", "json", *AS_OF).out)


def test_what_is_silenced_is_not_fixed(factcheck: Command, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    text = "<!-- factcheck-disable-next-line FC101 -- a quotation -->\nRuxotilinib is a drug.\n"
    page.write_text(text, encoding="utf-8")
    assert factcheck("page.md", "--fix").status == 0
    assert page.read_text(encoding="utf-8") == text


def test_waivers_lists_every_suppression(factcheck: Command, tmp_path: Path) -> None:
    text = (
        "<!-- factcheck-disable-next-line FC201 -- told so; by=ann; until=2027-01-31 -->\n"
        f"{WORDS}\n\n<!-- factcheck-disable-file FC301 -- old -->\n"
        "<!-- factcheck-disable-line FC1 -- x; until=2020-01-01 -->\n"
    )
    (tmp_path / "page.md").write_text(text, encoding="utf-8")
    rows = json.loads(factcheck("waivers", ".", "--format", "json", *AS_OF).out)["waivers"]
    assert [(row["place"], row["selector"], row["state"], row["silenced"]) for row in rows] == [
        ("page.md:1", "FC201", "used", 1),
        ("page.md:4", "FC301", "unused", 0),
        ("page.md:5", "FC1", "expired", 0),
    ]
    assert (rows[0]["reason"], rows[0]["by"], rows[0]["until"], rows[0]["scope"]) == (
        "told so",
        "ann",
        "2027-01-31",
        "next block",
    )
    said = factcheck("waivers", ".", *AS_OF).out
    assert "told so; by ann; until 2027-01-31\n" in said
    assert said.endswith("3 suppressions: 1 used, 1 unused, 1 expired\n")
    (tmp_path / "page.md").write_text("Fine.\n", encoding="utf-8")
    assert factcheck("waivers", ".").out == "0 suppressions\n"


def test_what_a_record_says_holds_for_that_record(factcheck: Command, tmp_path: Path) -> None:
    file = "<!-- factcheck-disable-file FC201 -- told so -->\n\n"
    region = "<!-- factcheck-disable FC201 -- told so -->\n\n"
    for start in (file, region):
        rows = [{"body": start + WORDS}, {"body": WORDS}]
        (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        ran = factcheck("a.jsonl", "--text-field", "body", "--text-format", "markdown", "--format", "json", "--alone")
        (document,) = json.loads(ran.out)["documents"]
        assert [(each["code"], each["record"]) for each in document["findings"]] == [("FC201", "record 2, field body")]


def test_a_piped_text_is_silenced_by_the_file_beside_its_name(
    factcheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.txt.factcheck").write_bytes(b"FC201 -- told so, in caf\xe9s\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    assert factcheck("-", "--stdin-filename", "page.txt").status == 0
