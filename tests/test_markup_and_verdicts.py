"""Marks around a name change no verdict: emphasis, links, quotation marks, line ends, entities, in every format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Config
from factcheck.readers import read
from factcheck.run import report_of
from tests.any_format import as_file, read_any
from tests.exact_places import assert_exact
from tests.reading import extractor, knowledge

SENTENCES = [
    ("Cells send out enzymes called ", "cytokines", "."),
    ("Pattern baldness is caused by ", "autoimmunity", "."),
    ("It is a myth that ", "androgenetic alopecia", " is an autoimmune disease."),
    ("Unlike androgenetic alopecia, ", "alopecia areata", " is an autoimmune disease."),
    ("", "Olumiant", " is made by Pfizer."),
    ("Is ", "pattern baldness", " autoimmune?"),
]
MARKS = {
    "x.md": ["{}", "**{}**", "*{}*", "[{}](a.md)", '"{}"', "“{}”", "\n{}", "{}\n", "<em>{}</em>", "{}[^1]"],
    "x.mdx": ["{}", "__{}__", "<B>{}</B>", "[{}](a.md)"],
    "x.html": [
        "{}",
        "<b>{}</b>",
        '<a href="b">{}</a>',
        '"{}"',
        "&ldquo;{}&rdquo;",
        "\n{}\n",
        "<span>{}<!-- a --></span>",
    ],
    "x.rst": ["{}", "*{}*", "**{}**", "`{} <a.html>`_", ":term:`{}`", '"{}"', "\n{}"],
    "x.adoc": ["{}", "*{}*", "_{}_", "link:a.html[{}]", '"{}"', "\n{}"],
    "x.txt": ["{}", '"{}"', "“{}”"],
    "x.ipynb": ["{}", "**{}**", "[{}](a.md)"],
    "x.jsonl": ["{}", "*{}*", '"{}"'],
    "x.csv": ["{}", "*{}*", '"{}"'],
}


def verdicts(path: str, text: str) -> list[tuple[str, str]]:
    """The code and the fact of each finding; every quotation is what stands at its place."""
    found = []
    for document in read_any(path, as_file(path, text).encode()):
        assert_exact(document)
        report = report_of(document, extractor().read(document), knowledge(), Config(isolated=True))
        found += [(each.code, each.fact) for each in report.findings]
        assert all(document.source[each.span.start : each.span.end] == each.quote for each in report.findings)
    return sorted(set(found))


@pytest.mark.parametrize(("path", "mark"), [(path, mark) for path, marks in MARKS.items() for mark in marks])
def test_a_mark_around_a_name_changes_no_verdict(path: str, mark: str) -> None:
    for before, name, after in SENTENCES:
        assert verdicts(path, f"{before}{mark.format(name)}{after}\n") == verdicts("x.txt", f"{before}{name}{after}\n")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_marks_within_marks_change_no_verdict(sentence: tuple[str, str, str], data: st.DataObject) -> None:
    before, name, after = sentence
    path = data.draw(st.sampled_from(sorted(MARKS)))
    inner = data.draw(st.sampled_from(["{}", "<b>{}</b>", "*{}*"] if path == "x.md" else ["{}"]))
    outer = data.draw(st.sampled_from(MARKS[path]))
    told = verdicts(path, f"{before}{outer.format(inner.format(name))}{after}\n")
    assert told == verdicts("x.txt", f"{before}{name}{after}\n")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("x.md", "**Myth:** Pattern baldness is an autoimmune disease.\n"),
        ("x.md", ":::note Myth\n\nPattern baldness is an autoimmune disease.\n\n:::\n"),
        ("x.md", ":::note[Myth]\nPattern baldness is an autoimmune disease.\n:::\n"),
        ("x.md", "::: warning Myth\nPattern baldness is an autoimmune disease.\n:::\n\nThe end.\n"),
        ("x.md", "| Myth | Fact |\n|---|---|\n| Pattern baldness is an autoimmune disease. | It is not. |\n"),
        ("x.md", "## Is pattern baldness an autoimmune disease?\n\nNo, it is not.\n"),
        ("x.html", "<dl><dt>Myth</dt><dd>Pattern baldness is an autoimmune disease.</dd></dl>"),
        ("x.html", "<details><summary>Is pattern baldness an autoimmune disease?</summary>No.</details>"),
        (
            "x.html",
            '<div itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">Is pattern baldness an '
            'autoimmune disease?</h3><div itemprop="acceptedAnswer"><p itemprop="text">No.</p></div></div>',
        ),
        ("x.rst", ".. admonition:: Myth\n\n   Pattern baldness is an autoimmune disease.\n"),
        ("x.rst", "Myth\n   Pattern baldness is an autoimmune disease.\n"),
        ("x.adoc", "Myth:: Pattern baldness is an autoimmune disease.\n"),
        ("x.adoc", ".Myth\n====\nPattern baldness is an autoimmune disease.\n====\n"),
        ("x.txt", "Myth: Pattern baldness is an autoimmune disease.\n"),
    ],
)
def test_labels_reach_the_claims(path: str, text: str) -> None:
    assert verdicts(path, text) == []
    assert verdicts(path, text.replace("Myth", "Fact").replace("No", "Yes").replace("It is not.", "Right."))


def test_what_follows_an_admonition_is_not_labelled_by_it() -> None:
    text = ":::note Myth\n\nPattern baldness is contagious.\n\n:::\n\nPattern baldness is an autoimmune disease.\n"
    assert ("FC201", "aga-not-immune") in verdicts("x.md", text)
    assert ("FC201", "aga-not-immune") in verdicts("x.md", "```\n:::note Myth\n```\n\n" + text.partition(":::\n\n")[2])


def test_a_file_is_read_by_the_reader_that_is_named() -> None:
    assert [block.kind for block in read("x.page", b"# A\n\nB\n", "markdown").blocks] == ["heading", "paragraph"]
