"""Citations: each is used, stands once, and gives its place in the form that can be followed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.knowledge.check_ids import places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.errors import UserError
    from factcheck.knowledge.ledger import Ledger
    from factcheck.model.knowledge import Citation, Pack

_OWN_KEYS = (
    ("doi", re.compile(r"https?://(?:dx\.)?doi\.org/(10\.\S+)", re.IGNORECASE)),
    ("pmid", re.compile(r"https?://(?:www\.)?pubmed\.ncbi\.nlm\.nih\.gov/([0-9]+)/?", re.IGNORECASE)),
    ("pmid", re.compile(r"https?://(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/([0-9]+)/?", re.IGNORECASE)),
)
_ENDS_BADLY = re.compile(r"[.,;:)\]]\Z")


def unused_citations(ledgers: Sequence[Ledger]) -> Iterator[UserError]:
    """Citations on which nothing rests."""
    used = {entry.id for ledger in ledgers for entry in ledger.used if entry.kind == "citation"}
    for name, place in places(ledgers, "citation").items():
        if name not in used:
            hint = "cite it in sources, or take it out"
            yield place.mistake(f'citation "{name}" is used by nothing', hint, on_key=True)


def odd_citations(packs: Sequence[Pack], ledgers: Sequence[Ledger]) -> Iterator[UserError]:
    """Addresses that are a DOI or a PubMed number, addresses that end in a mark, and sources that stand twice."""
    where = places(ledgers, "citation")
    first: dict[tuple[str, str], str] = {}
    for each in (citation for pack in packs for citation in pack.citations):
        place = where[each.id]
        for key, pattern in _OWN_KEYS:
            found = pattern.fullmatch(each.url)
            if found:
                yield place.at("url").mistake(f'"{each.url}" has a key of its own', f'write "{key}: {found[1]}"')
        for key in ("url", "doi"):
            if _ENDS_BADLY.search(getattr(each, key)) and not _closes(getattr(each, key)):
                what = f"the {key} ends in {getattr(each, key)[-1]}"
                yield place.at(key).mistake(what, "take the mark out")
        for key, value in _locators(each):
            other = first.setdefault((key, value), each.id)
            if other != each.id:
                what = f'citation "{each.id}" has the {key} of "{other}"'
                yield place.at(key).mistake(what, "one source has one entry: keep one of them")


def _locators(each: Citation) -> list[tuple[str, str]]:
    return [(key, value) for key in ("doi", "pmid", "url") if (value := getattr(each, key).lower())]


def _closes(text: str) -> bool:
    """Whether a bracket at the end closes one that the text opens, as in `10.1016/S0140-6736(20)30925-9(1)`."""
    return text[-1] == ")" and text.count("(") == text.count(")")
