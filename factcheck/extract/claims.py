"""Document -> reading: the claims, misspellings and discouraged terms of a document.

Blocks are read in order; a sentence is parsed only where a name stands in it or a word that points
back to one. Labels, answers and verdicts of the neighbouring sentences set the stance of a claim.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.assemble import Assembler
from factcheck.extract.blocks import Blocks
from factcheck.extract.context import Context, Referent, referents
from factcheck.extract.labels import answer_of, label_of, rejecting_clauses, verdict_of
from factcheck.extract.mention_index import MentionIndex
from factcheck.extract.mentions import Lexicon, find_mentions, folded
from factcheck.extract.parse import Parsed, parse
from factcheck.extract.placed_words import placed_misspellings, term_uses
from factcheck.extract.quotes import quoted
from factcheck.extract.scene import Place
from factcheck.extract.sentences import split_sentences
from factcheck.extract.spelling import Speller, find_misspellings
from factcheck.extract.stance import StanceReader
from factcheck.extract.tables import word_set
from factcheck.extract.words import Token, Words, tokenize
from factcheck.model.claim import Claim, Reading, Stance, Unread
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from factcheck.extract.mentions import Mention
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.document import Block, Document

_BACK = word_set("it they this these that those its their both former latter he she such the them")
_SHORT = 12
_FIRST_WORDS = 40


class Extractor:
    """Reads any number of documents with one knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Build the automaton, the vocabulary and the speller once."""
        self.kb = kb
        self.words = Words(kb)
        self.lexicon = Lexicon(kb)
        self.speller = Speller(kb, self.words)
        self.stances = StanceReader(kb.cues)
        self._judged: dict[tuple[str, ...], bool] = {}
        self.terms = [(folded(word), term.id) for term in kb.terms.values() for word in term.avoid]

    def judged(self, entities: tuple[str, ...]) -> bool:
        """Whether the packs say something of one of the entities that bear a name."""
        found = self._judged.get(entities)
        if found is None:
            found = self._judged[entities] = any(self.kb.judged(each) for each in entities)
        return found

    def read(self, document: Document) -> Reading:
        """Everything that is understood of a document."""
        return _Reader(self, document).read()


class _Reader:
    """One document being read."""

    def __init__(self, tools: Extractor, document: Document) -> None:
        self.tools = tools
        self.kb = tools.kb
        self.document = document
        self.text = document.text
        self.wrong = find_misspellings(self.text, tools.speller)
        sure = [(start, end, names[0]) for start, end, names in self.wrong if len(names) == 1]
        self.names = MentionIndex(find_mentions(self.text, tools.lexicon, sure), self.kb, self.text)
        self.blocks = Blocks(document, self.kb.cues)
        self.by_block: dict[int, list[Referent]] = {}
        self.claims: list[Claim] = []
        self.unread: list[Unread] = []
        self.context = Context(self.kb)
        self.pending: list[Claim] = []
        self.last: list[Claim] = []
        self.label = ""
        self.asked: TextSpan | None = None  # the sentence before, if it is a bare name with a question mark

    def read(self) -> Reading:
        """Read the blocks in order."""
        previous = -1
        for index, block in enumerate(self.document.blocks):
            if block.span.end > block.span.start:
                self._block(index, block, previous)
                previous = index
        misspelled = placed_misspellings(self.document, self.wrong, self.tools.speller.protected)
        terms = term_uses(self.document, self.tools.terms)
        return Reading(tuple(self.claims), tuple(misspelled), tuple(terms), tuple(self.unread))

    # -- blocks ----------------------------------------------------------------------------------

    def _block(self, index: int, block: Block, previous: int) -> None:
        listed = block.kind in ("item", "cell")
        self._open(index, block, previous)
        if not listed:
            self.label = ""
        block_label = self.blocks.label(block)
        first_referents: list[Referent] = []
        for number, (first, end) in enumerate(split_sentences(self.text, block.span.start, block.span.end)):
            label, skip = label_of(self.text[first:end], self.kb.cues)
            start = first + skip if label else first
            self.label = label or self.label
            if start >= end:
                continue
            if number and "myth" in (self.label, block_label) and answer_of(self.text[start:end]) == "no":
                self.label = "fact"  # `Wrong: …` puts the myth before it right
            parsed = self._sentence(index, TextSpan(start, end), self.label or block_label, opens=number == 0)
            if parsed is not None:
                first_referents = first_referents or referents(parsed, self.kb)
        self._add_context(index)
        if listed:
            self.label = ""
        self.by_block[index] = first_referents

    def _open(self, index: int, block: Block, previous: int) -> None:
        """Lend the block what stands over it, leads into it (for a cell: heads its row), and stands before it."""
        headings = [self.by_block.get(heading, []) for heading in reversed(block.headings)]
        lead = self.by_block.get(block.lead, []) if block.lead >= 0 else []
        if block.kind == "cell" and block.column > 0:
            lead = self.by_block.get(self.blocks.row_head(index), [])
        follows = previous >= 0 and block.kind == "paragraph"
        near = follows and self.document.blocks[previous].kind in ("paragraph", "heading")
        self.context.open_block(headings, lead, self.by_block.get(previous, []) if near else [])

    def _add_context(self, index: int) -> None:
        """A block that speaks of people, and of no animals, gives its claims that population where they name none."""
        span = self.document.blocks[index].span
        here = self.names.entities_between(span.start, span.end)
        here |= {entity for referent in self.by_block.get(index - 1, ()) for entity in referent.entities}
        known = [entity for entity in here if entity in self.kb.entities]
        if {kind for kind in ("human", "animal") for entity in known if self.kb.is_a(entity, kind)} != {"human"}:
            return
        for at in range(len(self.claims) - 1, -1, -1):
            claim = self.claims[at]
            if claim.block != index:
                break
            if not any(key == "for" for key, _ in claim.qualifiers):
                self.claims[at] = replace(claim, qualifiers=(*claim.qualifiers, ("context", "human")))

    # -- sentences -------------------------------------------------------------------------------

    def _sentence(self, index: int, span: TextSpan, label: str, *, opens: bool) -> Parsed | None:
        """Read a sentence; `opens` says that it is the first of its block."""
        mentions = self.names.between(span.start, span.end)
        answer = answer_of(self.text[span.start : span.end])
        if answer and self.pending:
            self._answered(answer, index, span)
        asked, self.asked = self.asked, None
        tokens = tokenize(self.text, span.start, span.end)
        short = len(tokens) < _SHORT
        if not self._worth_reading(mentions, tokens, short=short):
            self.pending, self.last = [], []
            self.context.pass_over(mentions)
            return None
        parsed = self._parsed(index, span, tokens, mentions, opens=opens)
        if parsed is None:
            return None
        if asked is not None and not opens and not answer and not _points(parsed) and self._fits(asked, parsed):
            parsed = self._behind_question(asked, span) or parsed
        self.asked = span if _bare_question(parsed) else None
        if self.last and verdict_of(parsed, self.kb.cues) == "false":
            self._reject_last()
            if short and not mentions:
                return parsed
        self._read_parsed(parsed, index, span, label, named=bool(mentions))
        return parsed

    def _worth_reading(self, mentions: list[Mention], tokens: list[Token], *, short: bool) -> bool:
        """Whether a sentence names something that the packs judge, or may point back to such a thing or to a claim."""
        if any(self.tools.judged(mention.entities) for mention in mentions):
            return True
        if short and (self.pending or self.last):
            return True
        pointing = short or any(token.low in _BACK for token in tokens[:_FIRST_WORDS])
        return pointing and any(self.tools.judged(each.entities) for each in self.context.at_hand())

    def _parsed(
        self, index: int, span: TextSpan, tokens: list[Token], mentions: list[Mention], *, opens: bool
    ) -> Parsed | None:
        """The parse of a sentence; the first of a list item or cell is read with the words that it borrows."""
        words = self.tools.words
        parsed = parse(tokens, mentions, words)
        if not opens or parsed is None or _whole(parsed):
            return parsed
        own = tokenize(self.text, span.start, span.end)  # a token that was parsed is tagged: read them anew
        clause = self.blocks.clause(index, own, words)
        borrowed = [token for token in clause if not span.start <= token.start < span.end]
        found = {id(mention): mention for mention in (*self.names.under(borrowed), *mentions)}
        return parse(clause, list(found.values()), words) if clause else parsed

    def _fits(self, asked: TextSpan, parsed: Parsed) -> bool:
        """Whether a sentence can answer `What causes X?`, which asks for a noun; a name asks for anything."""
        return not self.text[asked.start : asked.end].lower().startswith("what") or not _whole(parsed)

    def _behind_question(self, asked: TextSpan, span: TextSpan) -> Parsed | None:
        """`Alopecia areata? A disease of …`: what follows is said of the name, as behind a colon."""
        name = [token for token in tokenize(self.text, asked.start, asked.end) if token.kind != "mark"]
        if name[0].low == "what":
            at = asked.start
            name = [Token("cause", at, at, "word"), Token("of", at, at, "word"), *name[2:]]
        mentions = [*self.names.between(asked.start, asked.end), *self.names.between(span.start, span.end)]
        colon = Token(":", span.start, span.start, "mark")
        return parse([*name, colon, *tokenize(self.text, span.start, span.end)], mentions, self.tools.words)

    def _read_parsed(self, parsed: Parsed, index: int, span: TextSpan, label: str, *, named: bool) -> None:
        self.context.open_sentence(parsed)
        claims = self._claims_of(parsed, index, span, label)
        self.context.close_sentence()
        if named and not claims:
            self.unread.append(Unread(span, index, "no relation of the packs was recognised"))
        question = self.text[span.start : span.end].rstrip("\"'”’)*_ ").endswith("?")
        self.pending = claims if question else []
        self.last = [] if question else claims
        self.claims += claims

    def _claims_of(self, parsed: Parsed, index: int, span: TextSpan, label: str) -> list[Claim]:
        place = Place(self.text, index, span)
        reader = Assembler(self.kb, self.tools.stances, self.context, parsed, place)
        cuts = rejecting_clauses(parsed, self.kb.cues)
        quotes = quoted(self.text, span.start, span.end)
        claims = [claim for claim in reader.claims() if place.holds(claim.span)]
        return [replace(claim, stance=_placed(claim, label, cuts, quotes)) for claim in claims]

    # -- what the next sentence says of it -------------------------------------------------------

    def _reject_last(self) -> None:
        for claim in self.last:
            at = self.claims.index(claim)
            stance = replace(claim.stance, mood="rejected", guard="rejected by the next sentence")
            self.claims[at] = replace(claim, stance=stance)
        self.last = []

    def _answered(self, answer: str, index: int, span: TextSpan) -> None:
        """`Yes.` makes a claim of the question before; `No.` its denial."""
        for claim in self.pending:
            if claim.stance.mood == "question":
                polarity = claim.stance.polarity == (answer == "yes")
                stance = Stance(polarity, claim.stance.certainty, guard=f"answer {answer}")
                self.claims.append(replace(claim, stance=stance, span=span, sentence=span, block=index))
        self.pending = []


def _placed(claim: Claim, label: str, cuts: list[int], quotes: list[tuple[int, int]]) -> Stance:
    """The stance of a claim after label, rejection and quotation."""
    stance = claim.stance
    if not stance.asserted:
        return stance
    if any(claim.span.end <= cut for cut in cuts):
        return replace(stance, mood="rejected", guard="rejected in the same sentence")
    if any(start <= claim.span.start and claim.span.end <= end for start, end in quotes):
        return replace(stance, mood="others", guard="quotation")
    if label == "myth":
        return replace(stance, polarity=not stance.polarity, guard="label myth")
    return replace(stance, mood="question", guard="label question") if label == "question" else stance


def _bare_question(parsed: Parsed) -> bool:
    """Whether a sentence is nothing but a name with a question mark."""
    words = [token.low for token in parsed.tokens[:2]]
    if words == ["what", "causes"] and parsed.question and len(parsed.phrases) == 4:
        return True
    named = [p for p in parsed.phrases if p.kind == "np" and p.head.mention is not None and p.determiner == ""]
    return parsed.question and len(parsed.phrases) == 2 and len(named) == 1


def _points(parsed: Parsed) -> bool:
    """Whether a sentence asks or denies in its turn, or begins with a pronoun, which the context resolves."""
    marked = any(phrase.kind in (";", ":", "neg", "dash") for phrase in parsed.phrases)
    return parsed.question or marked or any(phrase.pronoun for phrase in parsed.phrases[:2])


def _whole(parsed: Parsed) -> bool:
    """Whether a fragment of a list or table is a sentence of its own."""
    mark = next((p.index for p in parsed.phrases if p.kind in (";", ":", "dash")), len(parsed.phrases))
    own = (c for c in parsed.clauses if c.verb.finite and c.subjects and c.verb.index < mark)
    return any(c.kind in ("main", "coordinate") for c in own)
