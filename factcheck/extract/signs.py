"""A sign that stands for its disease: `the bald patches of X`, and `the patches` where the text speaks of X alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.denote import Denoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.extract.denote import Denoter
    from factcheck.extract.parse import Parsed
    from factcheck.extract.phrases import Phrase
    from factcheck.extract.words import Token

_POINTING = ("the", "these", "those", "such", "each", "every")
_BEARING = ("of", "in", "from", "with")
_KINDS = ("disease",)


class Signs:
    """Finds the disease of a sign; `spoken_of` gives the diseases of which the text speaks just before."""

    def __init__(self, denoter: Denoter, spoken_of: Callable[[], Sequence[str]]) -> None:
        """The denoter knows the packs."""
        self.kb = denoter.kb
        self.denoter = denoter
        self.spoken_of = spoken_of
        self._known: dict[int, tuple[Phrase, list[Denoted]]] = {}

    def shown_by(self, phrase: Phrase, parsed: Parsed) -> list[Denoted]:
        """The disease for which a noun phrase stands as its sign; nothing if it may be another's."""
        if id(phrase) not in self._known:
            self._known[id(phrase)] = (phrase, self._shown(phrase, parsed))
        return self._known[id(phrase)][1]

    def _shown(self, phrase: Phrase, parsed: Parsed) -> list[Denoted]:
        if phrase.kind != "np" or phrase.pronoun or phrase.negated:
            return []
        showing = self.kb.showing(" ".join(t.low for t in phrase.tokens if t.tag not in ("det", "adv", "quant")))
        if not showing:
            return []
        attached = parsed.attached(phrase)
        if attached:
            of = [p for prep, found in attached[:1] if prep in _BEARING for p in found]
            named = [d for p in of for d in self.denoter.denote(p, parsed, _KINDS)]
            return [_sign(d.entity, phrase) for d in named if self._bears(d.entity, showing)]
        if phrase.determiner not in _POINTING:
            return []
        near = [e for t in parsed.tokens if t.start < phrase.span.start for e in self._diseases(t)]
        spoken = [each for each in near or self.spoken_of() if self._bears(each, showing)]
        likely = [each for each in spoken if all(self.kb.is_a(each, other) for other in spoken)]
        return [_sign(each, phrase) for each in likely[:1] if not self._rivals(each, showing, phrase, parsed)]

    def _bears(self, entity: str, showing: Sequence[str]) -> bool:
        return any(self.kb.is_a(entity, each) for each in showing)

    def _rivals(self, entity: str, showing: Sequence[str], phrase: Phrase, parsed: Parsed) -> bool:
        """Whether the sentence names another disease before the sign, or one that shows it as well."""
        for token in parsed.tokens:
            for other in self._diseases(token) if token not in phrase.tokens else ():
                before = token.start < phrase.span.start
                if not self.kb.is_a(entity, other) and (before or self._bears(other, showing)):
                    return True
        return False

    def _diseases(self, token: Token) -> list[str]:
        """The diseases that a token names."""
        named = token.mention.entities if token.mention is not None and token.tag == "n" else ()
        return [each for each in named if self.kb.is_a(each, _KINDS[0]) and not self.kb.entities[each].generic]


def _sign(entity: str, phrase: Phrase) -> Denoted:
    return Denoted(entity, phrase.span, "sign", phrase=phrase)
