"""ClaimReview of schema.org, as JSON-LD: what the rules say of the false claims that were found, for a fact-check page.

One review for each claim that a fact refutes, not for each place where it stands: its `url` is an anchor of the page
that will hold the review, so that it is on the publisher's own domain wherever that is. Only errors of codes that deny
a claim are told, as a warning may be a matter of degree, and only claims that can be told in full: half of one may be
true.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.report.json_text import json_text

if TYPE_CHECKING:
    from factcheck.model.finding import Evidence, Finding, Report
    from factcheck.report.look import Look

LONGEST = 75
"""The most characters that Google advises for `claimReviewed`."""
RATINGS = {"False": 1, "Overstated": 2, "Outdated": 3}
WORST, BEST = 1, 5
"""The scale: 1 is false, 5 would be true."""
RATED = {
    "FC201": "False",
    "FC202": "False",
    "FC203": "False",
    "FC204": "False",
    "FC205": "Overstated",
    "FC301": "Outdated",
    "FC302": "False",
}
"""The codes that deny what a claim says, each with the rating of the claim."""
CUT = " … "
_MARKUP = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


@dataclass(slots=True)
class _Review:
    """A claim, the findings that it was found false by, and the documents that make it."""

    claimed: str
    rating: str
    first: Finding
    paths: dict[str, None] = field(default_factory=dict)
    evidence: dict[Evidence, None] = field(default_factory=dict)


def render(report: Report, look: Look) -> str:
    """The reviews by fact and claim, safe inside of a script element; nothing of `look` applies."""
    reviews = _reviews(report)
    facts = Counter(fact for fact, _, _ in reviews)
    seen: Counter[str] = Counter()
    anchors = []
    for fact, _, _ in sorted(reviews):
        seen[fact] += 1
        anchors.append(f"{fact}-{seen[fact]}" if facts[fact] > 1 else fact)
    told = [_data(reviews[key], anchor) for key, anchor in zip(sorted(reviews), anchors, strict=True)]
    text = json_text({"@context": "https://schema.org", "@graph": told}, strict=True)
    return "".join(_MARKUP.get(character, character) for character in text)


def _reviews(report: Report) -> dict[tuple[str, str, str], _Review]:
    """The reviews by fact, claim in words (in small letters), and rating."""
    reviews: dict[tuple[str, str, str], _Review] = {}
    for document in report.documents:
        for finding in document.findings:
            rating = RATED.get(finding.code)
            claimed = " ".join(finding.claim.words.split()) if finding.claim else ""
            if rating is None or not finding.fact or not claimed or finding.severity != "error":
                continue
            review = reviews.setdefault((finding.fact, claimed.casefold(), rating), _Review(claimed, rating, finding))
            review.paths[document.path] = None
            review.evidence |= dict.fromkeys(finding.evidence)
    return reviews


def _data(review: _Review, anchor: str) -> dict[str, Any]:
    found = [{"@type": "CreativeWork", "name": path} for path in review.paths]
    return {
        "@type": "ClaimReview",
        "url": f"#{anchor}",
        "claimReviewed": _short(review.claimed),
        "author": {"@type": "Organization", "name": "factcheck"},
        **({"reviewBody": review.first.right} if review.first.right else {}),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[review.rating],
            "bestRating": BEST,
            "worstRating": WORST,
            "alternateName": review.rating,
        },
        "itemReviewed": {"@type": "Claim", "text": review.claimed, "appearance": found},
        "citation": [_citation(each) for each in review.evidence],
    }


def _citation(evidence: Evidence) -> dict[str, Any]:
    told: dict[str, Any] = {"@type": "CreativeWork", "name": evidence.title}
    if evidence.publisher:
        told["publisher"] = {"@type": "Organization", "name": evidence.publisher}
    if evidence.year:
        told["datePublished"] = evidence.year
    if evidence.address:
        told["url"] = evidence.address
    return told


def _short(words: str) -> str:
    """The words, cut in the middle if they are many: what a claim says of its subject stands at its end."""
    if len(words) <= LONGEST:
        return words
    half = (LONGEST - len(CUT)) // 2
    return f"{words[:half].rstrip()}{CUT}{words[-half:].lstrip()}"
