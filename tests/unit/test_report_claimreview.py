"""ClaimReview: what Google's guide asks for, the vocabulary of schema.org, and no verdict that is not a fact's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from factcheck.api import check_text
from factcheck.checks import CHECKS
from factcheck.model.finding import ClaimText, Evidence, Finding, Report
from factcheck.model.span import Span
from factcheck.report import Look, render
from factcheck.report.as_claimreview import RATED, RATINGS
from tests.hostile_report import NAMES, report_named
from tests.sample_report import REPORT

# Of the vocabulary of schema.org: the properties that these types have, as far as they are used here.
CREATIVE_WORK = {"name", "url", "author", "citation", "datePublished", "publisher", "text"}
VOCABULARY = {
    "ClaimReview": {*CREATIVE_WORK, "claimReviewed", "reviewRating", "itemReviewed", "reviewBody"},
    "Rating": {"name", "ratingValue", "bestRating", "worstRating", "alternateName"},
    "Claim": {*CREATIVE_WORK, "appearance", "firstAppearance"},
    "CreativeWork": CREATIVE_WORK,
    "Organization": {"name", "url"},
}
DAY = date(2026, 11, 22)


def finding(said: str, **more: Any) -> Finding:
    """A finding on a claim in these words."""
    place = Span(0, 1)
    told = ClaimText("a", "is-a", "b", "asserted", said)
    usual = Finding("FC202", "contradicted-claim", "a-fact", "error", "No.", "It is not so.", place, "x", place, told)
    return replace(usual, **more)


def reviews(*found: tuple[str, Finding]) -> list[dict[str, Any]]:
    """The reviews of findings, each in the document of a path."""
    paths = dict.fromkeys(path for path, _ in found)
    empty = REPORT.documents[1]
    documents = (replace(empty, path=p, findings=tuple(f for path, f in found if path == p)) for p in paths)
    return read(replace(REPORT, documents=tuple(documents)))


def read(report: Report) -> list[dict[str, Any]]:
    data = json.loads(render(report, "claimreview", Look()))
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data["@graph"]
    return found


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with a type."""
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)
    elif isinstance(value, dict):
        yield value
        yield from nodes(list(value.values()))


@pytest.mark.parametrize(
    "quiet",
    [
        finding("a is b", severity="warning"),
        finding("a is b", severity="note"),
        finding("a is b", fact=""),
        finding(""),
        finding("a is b", claim=None),
        *(finding("a is b", code=code) for code in sorted({*CHECKS} - {*RATED})),
    ],
    ids=lambda each: f"{each.code}-{each.severity}-{each.fact}",
)
def test_no_verdict_is_published_of(quiet: Finding) -> None:
    assert reviews(("a.md", quiet)) == []


def test_only_codes_that_deny_a_claim_are_rated() -> None:
    assert {code[:3] for code in RATED} == {"FC2", "FC3"}
    assert set(RATED.values()) == set(RATINGS)
    assert all(1 <= value < 5 for value in RATINGS.values())
    assert len(set(RATINGS.values())) == len(RATINGS), "one number, one word"


@pytest.mark.parametrize("name", NAMES)
def test_the_reviews_keep_to_the_vocabulary_and_have_what_is_required(name: str) -> None:
    for review in read(report_named(name)):
        assert review["@type"] == "ClaimReview"
        assert {"claimReviewed", "reviewRating", "url", "author", "itemReviewed"} <= review.keys()
        assert 0 < len(review["claimReviewed"]) <= 75
        rating = review["reviewRating"]
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert rating["alternateName"] not in review["claimReviewed"]
        assert review["itemReviewed"]["@type"] == "Claim"
        assert review["itemReviewed"]["appearance"]
        for node in nodes(review):
            assert node.keys() - {"@type"} <= VOCABULARY[node["@type"]], node


@pytest.mark.parametrize("name", NAMES)
def test_it_can_stand_in_a_script_element_of_a_page(name: str) -> None:
    assert not re.search("[<>&]", render(report_named(name), "claimreview", Look()))


def test_a_claim_is_reviewed_once_and_names_the_documents_that_make_it() -> None:
    (review,) = reviews(("a.md", finding("A is b")), ("b.md", finding("a is b")), ("b.md", finding("a is b")))
    assert [each["name"] for each in review["itemReviewed"]["appearance"]] == ["a.md", "b.md"]
    assert (review["claimReviewed"], review["url"], review["reviewBody"]) == ("A is b", "#a-fact", "It is not so.")


def test_two_claims_that_a_fact_refutes_are_two_reviews_with_an_anchor_each() -> None:
    found = reviews(("a.md", finding("b is d")), ("b.md", finding("a is c")), ("b.md", finding("x", fact="other")))
    assert [(each["claimReviewed"], each["url"]) for each in found] == [
        ("a is c", "#a-fact-1"),
        ("b is d", "#a-fact-2"),
        ("x", "#other"),
    ]


@pytest.mark.parametrize(("code", "rating"), RATED.items())
def test_the_rating_is_that_of_the_code(code: str, rating: str) -> None:
    (review,) = reviews(("a.md", finding("a is b", code=code)))
    assert (review["reviewRating"]["alternateName"], review["reviewRating"]["ratingValue"]) == (rating, RATINGS[rating])


def test_a_long_claim_is_cut_in_the_middle_and_told_in_full_beside() -> None:
    words = "it is not so that " + "one thing and " * 10 + "is approved"
    (review,) = reviews(("a.md", finding(words)))
    short = review["claimReviewed"]
    assert len(short) <= 75
    assert short.startswith("it is not so that")
    assert short.endswith("is approved")
    assert review["itemReviewed"]["text"] == words


def test_the_citations_are_those_of_the_fact() -> None:
    one, two = Evidence("a", "A", "Press", "2020", doi="10.1/a#b"), Evidence("b", "B", url="https://example.org/b")
    first, second = finding("a is b", evidence=(one,)), finding("a is b", evidence=(one, two))
    (review,) = reviews(("a.md", first), ("b.md", second))
    assert review["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "A",
            "publisher": {"@type": "Organization", "name": "Press"},
            "datePublished": "2020",
            "url": "https://doi.org/10.1/a%23b",
        },
        {"@type": "CreativeWork", "name": "B", "url": "https://example.org/b"},
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Five JAK inhibitors are FDA-approved for alopecia areata.", ""),
        ("No JAK inhibitor is FDA-approved for alopecia areata.", ""),
        ("Cytokines are enzymes.", "cytokine is a kind of enzyme"),
        ("Type 1 diabetes does not require insulin.", "it is not so that type 1 diabetes requires insulin"),
        ("The recommended dose of Leqselvi is 80 mg.", "the dose of Leqselvi is 80 mg"),
        (
            "The FDA approved Xeljanz for rheumatoid arthritis in 2018.",
            "Xeljanz is approved for rheumatoid arthritis, since 2018 (Food and Drug Administration)",
        ),
    ],
)
def test_a_claim_is_told_in_full_or_not_at_all(text: str, words: str) -> None:
    """What five are is not what one is, and a wrong date is none without the date."""
    (found,) = check_text(text, as_of=DAY).findings
    assert found.claim is not None
    assert found.claim.words == words
