"""Document -> reading: the claims, misspellings and discouraged terms of a document.

Blocks are read in order; a sentence is parsed only where a name stands in it or a word that points
back to one. Labels, answers and verdicts of the neighbouring sentences set the stance of a claim.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.answers import stated
from factcheck.extract.assemble import Assembler
from factcheck.extract.blocks import Blocks
from factcheck.extract.context import Context
from factcheck.extract.contrasts import contrasts_of
from factcheck.extract.fragments import answered, answers_it, asked_of, echoes, is_whole
from factcheck.extract.labels import (
    answer_of,
    label_of,
    opens_with_verdict,
    rejecting_clauses,
    rejects_list,
    verdict_of,
)
from factcheck.extract.mention_index import MentionIndex
from factcheck.extract.mentions import Lexicon, find_mentions, folded
from factcheck.extract.misspellings import find_misspellings
from factcheck.extract.parse import MOST_TOKENS, Parsed, parse
from factcheck.extract.placed_words import placed_misspellings, term_uses
from factcheck.extract.quotes import quoted
from factcheck.extract.referents import Referent, referents
from factcheck.extract.scene import Place
from factcheck.extract.sentences import split_sentences
from factcheck.extract.spelling import Speller
from factcheck.extract.stance import StanceReader, placed
from factcheck.extract.tables import word_set
from factcheck.extract.unread import unread
from factcheck.extract.words import Token, Words, tokenize
from factcheck.model.claim import Claim, Contrast, Reading, Stance, Unread
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterable

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

    def dismisses(self, mentions: Iterable[Mention]) -> bool:
        """Whether a document with these names says nothing that the packs judge; nothing in it is parsed then."""
        return not any(self.judged(each.entities) for each in mentions)

    def read(self, document: Document) -> Reading:
        """Everything that is understood of a document."""
        return _Reader(self, document).read()


class _Reader:
    """One document being read."""

    def __init__(self, tools: Extractor, document: Document) -> None:
        self.tools, self.kb = tools, tools.kb
        self.document, self.text = document, document.text
        self.wrong = find_misspellings(self.text, tools.speller)
        sure = [(start, end, names[0]) for start, end, names in self.wrong if len(names) == 1]
        self.names = MentionIndex(find_mentions(self.text, tools.lexicon, sure), self.kb, self.text)
        self.blocks = Blocks(document, self.kb.cues)
        self.by_block: dict[int, list[Referent]] = {}
        self.claims: list[Claim] = []
        self.unread: list[Unread] = []
        self.contrasts: list[Contrast] = []
        self.context = Context(self.kb)
        self.pending, self.last, self.label = list[Claim](), list[Claim](), ""
        self.asked: Parsed | None = None

    def read(self) -> Reading:
        """Read the blocks in order."""
        previous = -1
        dismissed = self.tools.dismisses(self.names.mentions)
        for index, block in enumerate(() if dismissed else self.document.blocks):
            if block.span.end > block.span.start:
                self._block(index, block, previous)
                previous = index
        misspelled = placed_misspellings(self.document, self.wrong, self.tools.speller.protected)
        terms = term_uses(self.document, self.tools.terms)
        return Reading(tuple(self.claims), tuple(misspelled), tuple(terms), tuple(self.unread), tuple(self.contrasts))

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
        headings = [self.by_block.get(h, []) for h in reversed(block.headings) if not self.blocks.chooses(h)]
        lead = self.by_block.get(block.lead, []) if block.lead >= 0 else []
        if block.kind == "cell" and block.column > 0:
            lead = self.by_block.get(self.blocks.layout.row_head(index), [])
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
        for at in self._since(index):
            claim = self.claims[at]
            if not any(key == "for" for key, _ in claim.qualifiers):
                self.claims[at] = replace(claim, qualifiers=(*claim.qualifiers, ("context", "human")))

    # -- sentences -------------------------------------------------------------------------------

    def _sentence(self, index: int, span: TextSpan, label: str, *, opens: bool) -> Parsed | None:
        """Read a sentence; `opens` says that it is the first of its block."""
        mentions = self.names.between(span.start, span.end)
        answer = answer_of(self.text[span.start : span.end])
        if answer and self.pending:
            self._answered(answer, index, span)
        tokens = tokenize(self.text, span.start, span.end, MOST_TOKENS)
        short = len(tokens) < _SHORT
        if not self._worth_reading(mentions, tokens, short=short):
            self.pending, self.last, self.asked = [], [], None
            self.context.pass_over(mentions)
            return None
        parsed = self._parsed(index, span, tokens, mentions, opens=opens)
        if parsed is None:
            return None
        if self.document.blocks[index].kind == "paragraph" and rejects_list(self.text[span.start : span.end]):
            self._reject_list(index)
        plain = " ".join(token.low for token in tokens if token.kind != "mark") in self.kb.cues["verdict-false"]
        plain = plain or (self.blocks.judging(index) and opens_with_verdict(tokens, self.kb.cues))
        head = self.blocks.layout.row_head(index)  # `no` answers the head of its column, if no statement heads the row
        own = self.blocks.answers_header(index) and all(claim.block != head for claim in self.last)
        if self.last and not own and (plain or verdict_of(parsed, self.kb.cues) == "false"):
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
        if parsed is None or (self.asked is None and not opens):
            return parsed
        own = tokenize(self.text, span.start, span.end, MOST_TOKENS)  # those that were parsed are tagged
        clause = self._answer(parsed, own)
        if clause:
            pass
        elif not opens:
            return parsed
        elif is_whole(parsed) and tokens[0].low != "that":
            answer = own[0].low in ("yes", "no") and own[1].kind == "mark"  # `No hair is left.` is none
            clause = self.blocks.clause(index, own, words) if answer else self.blocks.happening(index, own, self.names)
        else:
            clause = self.blocks.sheet(index, own, self.names, words) or self.blocks.listed(
                index, own, self.names, words
            )
            clause = clause or self.blocks.clause(index, own, words)
        borrowed = [token for token in clause if not span.start <= token.start < span.end]
        if self.names.unlike(clause, mentions):
            return parsed
        found = {id(mention): mention for mention in (*self.names.under(borrowed), *mentions)}
        return parse(clause, list(found.values()), words) if clause else parsed

    def _answer(self, parsed: Parsed, own: list[Token]) -> list[Token]:
        """What a short answer says with the words of the question before it; empty if it answers something else."""
        asked = self.asked
        if asked is None or parsed.question:
            return []
        if not is_whole(parsed) or echoes(own):
            clause = stated(asked, tokenize(self.text, asked.span.start, asked.span.end), own)
            if clause:
                return clause
        thing, joining = asked_of(asked)
        if thing is None or not answers_it(parsed, joining):
            return []
        return answered(tokenize(self.text, thing.span.start, thing.span.end), joining, own)

    def _read_parsed(self, parsed: Parsed, index: int, span: TextSpan, label: str, *, named: bool) -> None:
        self.context.open_sentence(parsed)
        claims = self._claims_of(parsed, index, span, label)
        self.context.close_sentence(claims)
        self.contrasts += contrasts_of(parsed, index)
        if named and not claims:
            self.unread.append(unread(parsed, self.text, span, index, label))
        question = self.text[span.start : span.end].rstrip("\"'”’)*_ ").endswith("?")
        self.asked = parsed if question else None
        self.pending, self.last = (claims, []) if question else ([], claims)
        self.claims += claims

    def _claims_of(self, parsed: Parsed, index: int, span: TextSpan, label: str) -> list[Claim]:
        place = Place(self.text, index, span)
        reader = Assembler(self.kb, self.tools.stances, self.context, parsed, place)
        cuts = rejecting_clauses(parsed, self.kb.cues)
        quotes = quoted(self.text, span.start, span.end)
        claims = [claim for claim in reader.claims() if place.holds(claim.span)]
        return [replace(claim, stance=placed(claim, label, cuts, quotes)) for claim in claims]

    # -- what the next sentence says of it -------------------------------------------------------

    def _reject_last(self) -> None:
        told = {(claim.block, claim.sentence) for claim in self.last}
        for at in self._since(min(claim.block for claim in self.last)):
            if (self.claims[at].block, self.claims[at].sentence) in told:
                self._reject(at, "rejected by the next sentence")
        self.last = []

    def _since(self, block: int) -> range:
        """The places of the claims of a block and of those behind it; claims stand in the order of their blocks."""
        first = len(self.claims)
        while first and self.claims[first - 1].block >= block:
            first -= 1
        return range(first, len(self.claims))

    def _reject(self, at: int, why: str) -> None:
        claim = self.claims[at]
        self.claims[at] = replace(claim, stance=replace(claim.stance, mood="rejected", guard=why))

    def _reject_list(self, index: int) -> None:
        """`None of the three is true.`: the items of the list before are not said."""
        before = index - 1
        while before >= 0 and self.document.blocks[before].kind == "item":
            before -= 1
        for at in self._since(before + 1):
            if self.claims[at].block < index:
                self._reject(at, "rejected behind the list")

    def _answered(self, answer: str, index: int, span: TextSpan) -> None:
        """`Yes.` makes a claim of the question before; `No.` its denial."""
        for claim in self.pending:
            if claim.stance.mood == "question":
                polarity = claim.stance.polarity == (answer == "yes")
                stance = Stance(polarity, claim.stance.certainty, guard=f"answer {answer}")
                self.claims.append(replace(claim, stance=stance, span=span, sentence=span, block=index))
        self.pending = []
