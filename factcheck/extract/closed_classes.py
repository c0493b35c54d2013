"""The closed classes of English: a table of every form, and its class where it has one."""

from __future__ import annotations

from factcheck.extract.number_words import MULTIPLES, NUMBER_WORDS
from factcheck.extract.tables import word_set

NEGATIVE_MODALS = frozenset(("cannot",))
_BE = word_set("am is are was were be been being 'm 're")
_HAVE = word_set("have has had having 've")
_DO = word_set("do does did")
_MODAL = word_set("may might can could will would shall should must 'll cannot ca wo 'd ought")
_DET = word_set("the a an this that these those each every another either its their his her my your our whose")
_QUANT = word_set(
    "all any some many most few several both no neither half much more less none various numerous enough plenty other"
)
_PRON = word_set(
    "i you he she it we they one who someone anyone everyone nobody everybody somebody something nothing anything "
    "everything him them us me itself themselves himself herself none others ones yours theirs"
)
_PREP = word_set(
    "of in on at by for from with without into onto about against among amongst between through throughout during "
    "within under over via per like than toward towards upon beyond behind across around alongside despite "
    "besides except including off out up down near above below beneath inside outside unlike versus vs regarding "
    "concerning as amid along past"
)
_COORD = word_set("and or but nor plus & yet")
_SUB = word_set(
    "because although though while whereas if unless when whenever once until till whether since after before as "
    "so where wherever lest how why"
)
_REL = word_set("which who whom that whose where when")
_NEG = word_set("not never n't")
_NUMBER_WORDS = (frozenset(NUMBER_WORDS) - {"one"}) | frozenset(MULTIPLES)
# Forms of several classes, with the one that counts before the neighbours are looked at.
_SINGLE = {
    "to": "to",
    "that": "that",
    "which": "rel",
    "who": "rel",
    "whom": "rel",
    "whose": "rel",
    "as": "prep",
    "like": "prep",
    "since": "sub",
    "after": "sub",
    "before": "sub",
    "until": "sub",
    "once": "sub",
    "so": "sub",
    "where": "rel",
    "when": "sub",
    "there": "there",
    "yet": "adv",
    "than": "prep",
    "not": "neg",
    "nor": "coord",
    "no": "quant",
    "none": "pron",
    "one": "num",
    "what": "rel",
    "whatever": "rel",
    "worldwide": "adv",
    "nationwide": "adv",
}


def closed_class(low: str) -> str:
    """The closed class of a form, or empty: be have do modal det quant pron prep coord sub neg to that rel."""
    return _CLOSED.get(low, "")


def _closed() -> dict[str, str]:
    """The class of every form; of a form that stands in two tables, the later."""
    tables = (
        ("sub", _SUB),
        ("rel", _REL),
        ("prep", _PREP),
        ("coord", _COORD),
        ("quant", _QUANT),
        ("pron", _PRON),
        ("det", _DET),
        ("modal", _MODAL),
        ("do", _DO),
        ("have", _HAVE),
        ("be", _BE),
        ("neg", _NEG),
    )
    classes = {form: name for name, forms in tables for form in forms}
    return {**classes, **dict.fromkeys(_NUMBER_WORDS, "num"), **_SINGLE}


_CLOSED = _closed()
