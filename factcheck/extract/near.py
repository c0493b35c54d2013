"""Sentence -> the names in it, and the frames whose word stands there but whose slots were not filled.

For `factcheck why`. The words are looked at one by one, without the parse that reads claims: what is
missing here is missing there too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.mentions import find_mentions
from factcheck.extract.misspellings import find_misspellings
from factcheck.extract.sentences import split_sentences
from factcheck.extract.words import tokenize
from factcheck.model.span import TextSpan
from factcheck.model.understood import Named, NearMiss

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.extract.claims import Extractor
    from factcheck.extract.words import Words
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.document import Document
    from factcheck.model.knowledge import Filler, Frame

MOST = 5
_SHOWN = 4
_PLACES = {
    "subj": "subject",
    "obj": "object",
    "comp": "complement",
    "poss": "owner",
    "mod": "modifier",
    "is": "thing it is said of",
}
_VALUES = {"quantity", "date", "text", "extent"}
_LIGHT = ("be", "do")  # stand in every second sentence: worth telling only where all else is there
_ELSEWHERE = "all that it asks for is named, but not in the places where it asks for it"


def sentences_of(document: Document) -> list[TextSpan]:
    """The sentences of a document, in order."""
    blocks = document.blocks
    return sorted(
        TextSpan(*each) for block in blocks for each in split_sentences(document.text, block.span.start, block.span.end)
    )


def names_of_document(document: Document, tools: Extractor) -> tuple[Named, ...]:
    """Every known name of a document, misspelled ones too, in order."""
    wrong = find_misspellings(document.text, tools.speller)
    sure = [(start, end, candidates[0]) for start, end, candidates in wrong if len(candidates) == 1]
    mentions = find_mentions(document.text, tools.lexicon, sure)
    return tuple(Named(each.span, each.entity, each.weak) for each in mentions)


def near_misses(
    sentence: TextSpan, names: Sequence[Named], document: Document, tools: Extractor
) -> tuple[NearMiss, ...]:
    """The frames that came nearest to a sentence, those that lack least first, at most MOST of them.

    Of the frames of one word and relation only the nearest is told; of a sentence without a name none is.
    """
    if not names:
        return ()
    near = _Near(sentence, names, document.text, tools.kb, tools.words)
    best: dict[tuple[str, str], NearMiss] = {}
    for miss in near.all():
        known = best.get((miss.word, miss.target))
        if known is None or len(miss.lacks) < len(known.lacks):
            best[miss.word, miss.target] = miss
    found = sorted(best.values(), key=lambda miss: 0 if miss.lacks == (_ELSEWHERE,) else len(miss.lacks))
    return tuple(found[:MOST])


class _Near:
    """The words and names of one sentence, held against the frames."""

    def __init__(self, sentence: TextSpan, names: Sequence[Named], text: str, kb: KnowledgeBase, words: Words) -> None:
        self.kb = kb
        self.entities = [each.entity for each in names if not each.weak]
        tokens = tokenize(text, sentence.start, sentence.end)
        self.words = [token for token in tokens if token.kind in ("word", "num")]
        self.low = f" {' '.join(token.low for token in self.words)} "
        self.lemmas = [_lemmas(token.low, words) for token in self.words]
        self.number = any(token.kind == "num" for token in tokens)

    def all(self) -> Iterator[NearMiss]:
        """Every frame of a relation or class whose word stands in the sentence."""
        for at, lemmas in enumerate(self.lemmas):
            for kind, lemma in lemmas:
                for frame in self.kb.frames_by_word.get((kind, lemma), ()):
                    if frame.reads != "event" and self._stands(frame, lemma, at):
                        lacks = tuple(self._lacks(frame))
                        if not (lacks and lemma in _LIGHT):
                            yield NearMiss(self.words[at].text, frame.target, frame.id, lacks or (_ELSEWHERE,))

    def _stands(self, frame: Frame, lemma: str, at: int) -> bool:
        """Whether one of the frame's words stands here, its particle or its further words behind it."""
        behind = " " + " ".join(token.low for token in self.words[at + 1 :]) + " "
        rests = [" ".join(word.lower().split()[1:]) for word in frame.words if word.lower().split()[0] == lemma]
        return any(not rest or f" {rest} " in behind for rest in rests)

    def _lacks(self, frame: Frame) -> Iterator[str]:
        for places, filler in frame.slots:
            if not filler.optional:
                yield from self._missing(frame, places, filler)

    def _missing(self, frame: Frame, places: Sequence[str], filler: Filler) -> Iterator[str]:
        """What one slot asks for and the sentence does not hold."""
        prepositions = [each for each in places if each not in _PLACES and each not in ("to", "self")]
        if (
            prepositions
            and len(prepositions) == len(places)
            and not any(f" {each} " in self.low for each in prepositions)
        ):
            yield f"there is no {_listed(prepositions)}"
            return
        where = (
            _PLACES.get(places[0], "") or f"what follows {_listed(prepositions)}"
            if prepositions or places[0] in _PLACES
            else ""
        )
        types = self._types(frame, filler)
        if filler.role == "N" or _VALUES & set(types):
            if not self.number and "text" not in types:
                yield f"there is no number as {where or 'value'}"
        elif types and not any(self.kb.is_a(each, kind) for each in self.entities for kind in types):
            yield f"no {_listed([self._name(kind) for kind in types])} is named as {where or 'argument'}"
        elif filler.lemmas and not self._word(filler.lemmas):
            yield f"there is no {_listed(filler.lemmas)}"
        elif filler.frame is not None and not self._word(filler.frame.words):
            yield f"there is no {_listed(filler.frame.words)}"

    def _types(self, frame: Frame, filler: Filler) -> Sequence[str]:
        """The classes of one of which a slot must name a member; empty if any will do."""
        if filler.entities:
            return filler.entities
        relation = self.kb.relations.get(frame.target) if frame.reads == "relation" else None
        if relation is None or filler.role not in ("S", "O"):
            return ()
        return relation.subject if filler.role == "S" else relation.object

    def _name(self, entity: str) -> str:
        return self.kb.entities[entity].name if entity in self.kb.entities else entity

    def _word(self, lemmas: Sequence[str]) -> bool:
        own = {lemma for found in self.lemmas for _, lemma in found}
        return any(each.lower() in own or f" {each.lower()} " in self.low for each in lemmas)


def _lemmas(low: str, words: Words) -> list[tuple[str, str]]:
    """(kind of frame, lemma) of all that a form can be."""
    found = [("noun", low), ("adj", low)]
    for tag, lemma in words.tags(low).items():
        kind = "verb" if tag.startswith("v") else "noun" if tag.startswith("n") else ""
        if kind and (kind, lemma) not in found:
            found.append((kind, lemma))
    return found


def _listed(words: Sequence[str]) -> str:
    """`"from", "due to" or …`, the first few of them."""
    shown = [f'"{word}"' for word in words[:_SHOWN]]
    if len(words) > _SHOWN:
        return f"{', '.join(shown)} or the like"
    return " or ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
