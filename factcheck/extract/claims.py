"""Document -> reading: the claims, misspellings and discouraged terms of a document.

Blocks are read in order; a sentence is parsed only where a name stands in it or a word that points
back to one. Labels, answers and verdicts of the neighbouring sentences set the stance of a claim.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.extract.assemble import Assembler, Place
from factcheck.extract.context import Context, Referent, referents
from factcheck.extract.labels import answer_of, label_of, rejecting_clauses, verdict_of
from factcheck.extract.mentions import Lexicon, Mention, find_mentions, folded
from factcheck.extract.parse import Parsed, parse
from factcheck.extract.sentences import split_sentences
from factcheck.extract.spelling import Speller, find_misspellings
from factcheck.extract.stance import StanceReader
from factcheck.extract.words import Words, tokenize
from factcheck.model.claim import Claim, Misspelling, Reading, Stance, TermUse, Unread
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.words import Token
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.document import Block, Document

_FIELD = {"disease", "drug", "molecule", "cell", "hair-follicle", "hair", "autoimmunity", "protein", "immune-system"}
_BACK = {"it", "they", "this", "these", "that", "those", "its", "their", "both", "former", "latter", "he", "she", "such", "the", "them"}


@dataclass(slots=True)
class _Sentence:
    """A sentence as it waits to be parsed: its tokens (with those of a lead-in or row head before them) and its place."""

    tokens: list[Token]
    span: TextSpan
    label: str = ""


class Extractor:
    """Reads any number of documents with one knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Build the automaton, the vocabulary and the speller once."""
        self.kb = kb
        self.words = Words(kb)
        self.lexicon = Lexicon(kb)
        self.speller = Speller(kb, self.words)
        self.stances = StanceReader(kb.cues)
        self._terms = [(folded(word), term.id) for term in kb.terms.values() for word in term.avoid]

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
        wrong = find_misspellings(self.text, tools.speller)
        sure = [(start, end, names[0]) for start, end, names in wrong if len(names) == 1]
        self.wrong = wrong
        self.mentions = find_mentions(self.text, tools.lexicon, sure)
        self.by_block: dict[int, list[Referent]] = {}
        self.claims: list[Claim] = []
        self.unread: list[Unread] = []
        self.context = Context(self.kb)
        self.pending: list[Claim] = []
        self.last: list[Claim] = []
        self.label = ""
        self._at = 0

    def read(self) -> Reading:
        """Read the blocks in order."""
        previous = -1
        for index, block in enumerate(self.document.blocks):
            if block.span.end > block.span.start:
                self._block(index, block, previous)
                previous = index
        return Reading(tuple(self.claims), tuple(self._misspellings()), tuple(self._term_uses()), tuple(self.unread))

    # -- blocks ----------------------------------------------------------------------------------

    def _block(self, index: int, block: Block, previous: int) -> None:
        blocks = self.document.blocks
        headings = [self.by_block.get(h, []) for h in reversed(block.headings)]
        lead = self.by_block.get(block.lead, []) if block.lead >= 0 else []
        near = self.by_block.get(previous, []) if previous >= 0 and block.kind == "paragraph" and blocks[previous].kind in ("paragraph", "heading") else []
        if block.kind == "cell" and block.column > 0:
            lead = self.by_block.get(self._row_head(index), [])
        self.context.open_block(headings, lead, near)
        if block.kind != "item" and block.kind != "cell":
            self.label = ""
        block_label = self._block_label(block)
        first_referents: list[Referent] = []
        for number, (start, end) in enumerate(split_sentences(self.text, block.span.start, block.span.end)):
            sentence_label, skip = label_of(self.text[start:end], self.tools.kb.cues)
            if sentence_label:
                self.label = sentence_label
                start += skip
                if start >= end:
                    continue
            parsed = self._sentence(index, block, start, end, self.label or block_label, number)
            if parsed is not None:
                first_referents = first_referents or referents(parsed, self.kb)
        self._add_context(index)
        if block.kind in ("item", "cell"):
            self.label = ""
        self.by_block[index] = first_referents

    def _add_context(self, index: int) -> None:
        """A block that speaks of people, and of no animals, gives its claims that population where they name none."""
        block = self.document.blocks[index]
        here = {e for m in self.mentions if block.span.start <= m.span.start < block.span.end for e in m.entities}
        here |= {e for r in self.by_block.get(index - 1, ()) for e in r.entities}
        groups = {kind for kind in ("human", "animal") for e in here if kind in self.kb.entities and self.kb.is_a(e, kind)}
        if groups != {"human"}:
            return
        for at in range(len(self.claims) - 1, -1, -1):
            claim = self.claims[at]
            if claim.block != index:
                break
            if not any(key == "for" for key, _ in claim.qualifiers):
                self.claims[at] = replace(claim, qualifiers=(*claim.qualifiers, ("context", "human")))

    def _row_head(self, index: int) -> int:
        block = self.document.blocks[index]
        for other in range(index - 1, -1, -1):
            cell = self.document.blocks[other]
            if cell.table != block.table or cell.row != block.row:
                return -1
            if cell.column == 0:
                return other
        return -1

    def _header_text(self, block: Block) -> str:
        """The header of a cell's column."""
        for other in self.document.blocks:
            if other.table == block.table and other.header and other.column == block.column:
                return self.text[other.span.start : other.span.end]
        return ""

    def _block_label(self, block: Block) -> str:
        """A label that a heading, a lead-in or a column header gives to a block."""
        cues = self.kb.cues
        texts = [self._header_text(block)] if block.kind == "cell" else []
        texts += [self.text[self.document.blocks[h].span.start : self.document.blocks[h].span.end] for h in block.headings[-1:]]
        if block.lead >= 0:
            texts.append(self.text[self.document.blocks[block.lead].span.start : self.document.blocks[block.lead].span.end])
        for text in texts:
            words = [w.strip(".,:;!?#()\"'").lower() for w in text.split()]
            plain = " ".join(words)
            for name in ("myth", "fact"):
                if plain in cues.get(f"label-{name}", frozenset()) or plain.rstrip("s") in cues.get(f"label-{name}", frozenset()):
                    return name
            if block.kind in ("item", "cell") and any(w.endswith("s") and w[:-1] in cues.get("myth-nouns", frozenset()) for w in words):
                if not {"fact", "facts", "truth", "truths", "debunked", "busted"} & set(words) or "myths" in words[:3]:
                    return "myth"
        return ""

    # -- sentences -------------------------------------------------------------------------------

    def _sentence(self, index: int, block: Block, start: int, end: int, label: str, number: int) -> Parsed | None:
        mentions = self._mentions_in(start, end)
        text = self.text[start:end]
        answer = answer_of(text)
        if answer and self.pending:
            self._answered(answer, index, start, end)
        tokens = tokenize(self.text, start, end)
        short = len(tokens) < 12
        if not (mentions or short or any(t.low in _BACK for t in tokens[:40])):
            self.pending, self.last = [], []
            return None
        parsed = parse(tokens, mentions, self.tools.words)
        prefix = self._prefix(index, block, number) if number == 0 and parsed is not None and not _whole(parsed) else []
        if prefix:
            tokens = tokenize(self.text, start, end)
            parsed = parse([*prefix, *tokens], self._mentions_of(prefix) + mentions, self.tools.words)
        if parsed is None:
            return None
        if short and self.last and not mentions:
            verdict = verdict_of(parsed, self.kb.cues)
            if verdict == "false":
                self._reject_last()
                return parsed
        elif self.last and verdict_of(parsed, self.kb.cues) == "false":
            self._reject_last()
        self.context.open_sentence(parsed)
        claims = self._read_parsed(parsed, index, TextSpan(start, end), label)
        self.context.close_sentence()
        if mentions and not claims:
            self.unread.append(Unread(TextSpan(start, end), index, "no relation of the packs was recognised"))
        question = text.rstrip("\"'”’)*_ ").endswith("?")
        self.pending = claims if question else []
        self.last = [] if question else claims
        self.claims += claims
        return parsed

    def _read_parsed(self, parsed: Parsed, index: int, span: TextSpan, label: str) -> list[Claim]:
        reader = Assembler(self.kb, self.tools.stances, self.context, parsed, Place(self.text, index, span))
        claims = [c for c in reader.claims() if span.start <= c.span.start and c.span.end <= span.end]
        cuts = rejecting_clauses(parsed, self.kb.cues)
        quotes = _quoted(self.text, span.start, span.end)
        return [self._placed(claim, label, cuts, quotes) for claim in claims]

    def _placed(self, claim: Claim, label: str, cuts: Sequence[int], quotes: Sequence[tuple[int, int]]) -> Claim:
        """Apply label, rejection and quotation to a claim's stance."""
        stance = claim.stance
        if any(claim.span.end <= cut for cut in cuts):
            stance = replace(stance, mood="rejected", guard="rejected in the same sentence") if stance.asserted else stance
        elif stance.asserted and any(a <= claim.span.start and claim.span.end <= b for a, b in quotes):
            stance = replace(stance, mood="others", guard="quotation")
        if label == "myth" and stance.asserted:
            stance = replace(stance, polarity=not stance.polarity, guard="label myth")
        elif label == "question" and stance.asserted:
            stance = replace(stance, mood="question", guard="label question")
        return replace(claim, stance=stance)

    def _reject_last(self) -> None:
        for claim in self.last:
            at = self.claims.index(claim)
            self.claims[at] = replace(claim, stance=replace(claim.stance, mood="rejected", guard="rejected by the next sentence"))
        self.last = []

    def _answered(self, answer: str, index: int, start: int, end: int) -> None:
        """`Yes.` makes a claim of the question before; `No.` its denial."""
        span = TextSpan(start, end)
        for claim in self.pending:
            if claim.stance.mood != "question":
                continue
            polarity = claim.stance.polarity == (answer == "yes")
            self.claims.append(replace(claim, stance=Stance(polarity, claim.stance.certainty, guard=f"answer {answer}"), span=span, sentence=span, block=index))
        self.pending = []

    def _prefix(self, index: int, block: Block, number: int) -> list[Token]:
        """Words that a list item or a cell borrows: its lead-in up to the colon, or the head of its row and column."""
        blocks = self.document.blocks
        if block.kind == "cell" and block.column > 0 and not block.header:
            head = self._row_head(index)
            if head < 0 or blocks[head].header:
                return []
            tokens = tokenize(self.text, blocks[head].span.start, blocks[head].span.end)
            if len(tokens) > 8 or any(t.text in ".?!" for t in tokens):
                return []
            header = next((b for b in blocks if b.table == block.table and b.header and b.column == block.column), None)
            if header is not None:
                tokens += tokenize(self.text, header.span.start, header.span.end)
            return tokens
        if block.kind == "item" and block.lead >= 0:
            lead = blocks[block.lead]
            text = self.text[lead.span.start : lead.span.end].rstrip()
            if text.rstrip(":… ").lower().startswith(("what ", "how ", "why ", "when ", "where ")):
                return []
            if text.endswith((":", "…", "–", "—")) or not text.endswith((".", "!", "?")):
                sentences = split_sentences(self.text, lead.span.start, lead.span.end)
                if sentences:
                    tokens = tokenize(self.text, *sentences[-1])
                    return tokens[:-1] if tokens and tokens[-1].text in ":–—…" else tokens
        return []

    def _mentions_in(self, start: int, end: int) -> list[Mention]:
        while self._at and self.mentions[self._at - 1].span.start >= start:
            self._at -= 1
        while self._at < len(self.mentions) and self.mentions[self._at].span.start < start:
            self._at += 1
        found = []
        at = self._at
        while at < len(self.mentions) and self.mentions[at].span.end <= end:
            found.append(self.mentions[at])
            at += 1
        if any(m.weak for m in found):
            field = any(not m.weak and self.kb.ancestors(e) & _FIELD for m in found for e in m.entities)
            near = {m.entity for m in self.mentions if not m.weak and abs(m.span.start - start) < 600 and any(self.kb.ancestors(e) & _FIELD for e in m.entities)}
            found = [m for m in found if not m.weak or field or len(near) > 1]
        return found

    def _mentions_of(self, tokens: Sequence[Token]) -> list[Mention]:
        """The mentions under borrowed tokens, in their order."""
        if not tokens:
            return []
        found: list[Mention] = []
        starts = {t.start for t in tokens}
        for token in tokens:
            for mention in self.mentions:
                if mention.span.start == token.start and mention.span.start in starts and mention not in found:
                    found.append(mention)
        return found

    # -- words -----------------------------------------------------------------------------------

    def _misspellings(self) -> list[Misspelling]:
        found = []
        for start, end, names in self.wrong:
            index, block = next(((i, b) for i, b in enumerate(self.document.blocks) if b.span.start <= start < b.span.end), (-1, None))
            if block is None:
                continue
            sentence = next((TextSpan(a, b) for a, b in split_sentences(self.text, block.span.start, block.span.end) if a <= start < b), TextSpan(start, end))
            found.append(Misspelling(TextSpan(start, end), self.text[start:end], names, self.tools.speller.protected[names[0]], sentence, index))
        return found

    def _term_uses(self) -> list[TermUse]:
        low = folded(self.text)
        found = []
        for word, term in self.tools._terms:
            at = low.find(word)
            while at >= 0:
                end = at + len(word)
                if (at == 0 or not low[at - 1].isalnum()):
                    while end < len(low) and low[end].isalpha():
                        end += 1
                    if end - at - len(word) <= 2:
                        sentence, index = self._sentence_at(at, end)
                        found.append(TermUse(TextSpan(at, end), term, self.text[at:end], sentence, index))
                at = low.find(word, end)
        return sorted(found, key=lambda use: use.span)

    def _sentence_at(self, start: int, end: int) -> tuple[TextSpan, int]:
        for index, block in enumerate(self.document.blocks):
            if block.span.start <= start < block.span.end:
                for a, b in split_sentences(self.text, block.span.start, block.span.end):
                    if a <= start < b:
                        return TextSpan(a, b), index
        return TextSpan(start, end), -1


def _whole(parsed: Parsed) -> bool:
    """Whether a fragment of a list or table is a sentence of its own."""
    return any(c.verb.finite and c.subjects and c.kind in ("main", "coordinate") for c in parsed.clauses)


def _quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges between double quotation marks that hold more than three words."""
    found = []
    opened = -1
    for at in range(start, end):
        char = text[at]
        if char in "“«" or (char == '"' and opened < 0):
            opened = at
        elif char in "”»" or char == '"':
            if opened >= 0 and text.count(" ", opened, at) >= 3:
                found.append((opened, at + 1))
            opened = -1
    if opened >= 0:
        found.append((opened, end))
    return found
