"""Block -> what it borrows from the blocks around it: the label of a heading, the words of a lead-in or row head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.rows import begins_with_participle, begins_with_predicate, clause_of, listed, said_of
from factcheck.extract.sentences import split_sentences
from factcheck.extract.tables import word_set
from factcheck.extract.words import tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.extract.words import Token, Words
    from factcheck.model.document import Block, Document

_QUESTIONS = ("what ", "how ", "why ", "when ", "where ")
_CAUSES = ("what causes", "cause of", "causes of", "the cause of", "the causes of")
_TRUTHS = word_set("fact facts truth truths debunked busted")
_LONGEST_HEAD = 8
_FALSE_THINGS = re.compile(
    r" (?:not|isn't|aren't|isn’t|aren’t) (?:actually |really |simply )?(?:true|so|correct|the case) "
    r"| (?:that|which) (?:is|are) (?:simply |just |plain |all |completely )?(?:false|wrong|untrue|incorrect) "
    r"| (?:wrongly|mistakenly|falsely|incorrectly|erroneously) (?:think|believe|claim|say|assume)(?:d|ed)? "
    r"| (?:wrongly|mistakenly|falsely|incorrectly|erroneously) (?:said|thought|taken|held) "
    r"| (?:false|wrong|mistaken|erroneous|untrue) (?:ideas|beliefs|claims|notions|statements|assumptions|views) "
    r"| (?:get|gets|got) (?:it )?wrong (?:about|on) "
)


class Blocks:
    """The blocks of one document."""

    def __init__(self, document: Document, cues: Mapping[str, frozenset[str]]) -> None:
        """`cues` give the words of labels such as `Myths`."""
        self.blocks = document.blocks
        self.text = document.text
        self.cues = cues

    def text_of(self, index: int) -> str:
        """The text of a block."""
        span = self.blocks[index].span
        return self.text[span.start : span.end]

    def row_head(self, index: int) -> int:
        """The first cell of a cell's row; -1 if there is none."""
        block = self.blocks[index]
        for other in range(index - 1, -1, -1):
            cell = self.blocks[other]
            if cell.table != block.table or cell.row != block.row:
                return -1
            if cell.column == 0:
                return other
        return -1

    def _header(self, block: Block) -> Block | None:
        """The header of a cell's column."""
        for other in self.blocks:
            if other.table == block.table and other.header and other.column == block.column:
                return other
        return None

    # -- labels ----------------------------------------------------------------------------------

    def label(self, block: Block) -> str:
        """A label that a heading, a lead-in or a column header gives to a block: `myth`, `fact` or empty."""
        header = self._header(block) if block.kind == "cell" else None
        texts = [self.text[header.span.start : header.span.end]] if header is not None else []
        texts += [self.text_of(heading) for heading in block.headings[-1:]]
        if block.lead >= 0:
            texts.append(self.text_of(block.lead))
        listed = block.kind in ("item", "cell")
        return next((found for text in texts if (found := self._label_in(text, listed=listed))), "")

    def _label_in(self, text: str, *, listed: bool) -> str:
        words = [word.strip(".,:;!?#()\"'").lower() for word in text.split()]
        plain = " ".join(words)
        for name in ("myth", "fact"):
            known = self.cues.get(f"label-{name}", frozenset())
            if plain in known or plain.rstrip("s") in known:
                return name
        if listed and _FALSE_THINGS.search(f" {plain} "):
            return "myth"
        nouns = self.cues.get("myth-nouns", frozenset())
        if listed and any(word.endswith("s") and word[:-1] in nouns for word in words):
            return "myth" if not _TRUTHS & set(words) or "myths" in words[:3] else ""
        return ""

    # -- borrowed words --------------------------------------------------------------------------

    def clause(self, index: int, own: list[Token], words: Words) -> list[Token]:
        """The words of a list item, a cell or a definition with those that it borrows; empty if it borrows none.

        An item borrows its lead-in up to the colon, a cell the heads of its row and column, a definition
        its term; `Term: words` are read as a row of which the lead-in or the heading is the header.
        """
        block = self.blocks[index]
        if block.kind == "cell" and block.column > 0 and not block.header:
            return self._row(index, block, own, words)
        if block.kind == "definition" and block.lead >= 0:
            term = self._short(block.lead)
            return clause_of(term, (), own, words) if term else []
        at = next((i for i, token in enumerate(own[:_LONGEST_HEAD]) if token.text in ":–—"), 0)
        if at and at + 1 < len(own) and block.kind in ("item", "paragraph"):
            termed = self._termed(block, own, at, words)
            if termed:
                return termed
        if block.kind == "item" and block.lead >= 0:
            lead = self._lead_in(block)
            if lead and begins_with_participle(lead, words):
                return said_of(own, lead)
            return listed(lead, own, words) if lead else []
        if (
            block.kind in ("item", "paragraph")
            and block.headings
            and self.text_of(block.headings[-1]).lower().startswith(_CAUSES)
        ):
            return listed(self._short(block.headings[-1]), own, words)
        return []

    def _row(self, index: int, block: Block, own: list[Token], words: Words) -> list[Token]:
        at = self.row_head(index)
        head = self._short(at) if at >= 0 and not self.blocks[at].header else []
        if not head:
            return []
        header = self._header(block)
        return clause_of(head, tokenize(self.text, header.span.start, header.span.end) if header else (), own, words)

    def _termed(self, block: Block, own: list[Token], at: int, words: Words) -> list[Token]:
        """`Term: words` in a list under a question or a noun, or with a predicate behind the colon."""
        if begins_with_predicate(own[at + 1 :], words):
            return [*own[:at], *own[at + 1 :]]
        over = block.lead if block.lead >= 0 else block.headings[-1] if block.headings else -1
        header = self._short(over) if over >= 0 and block.kind == "item" else []
        if not header or header[-1].text not in "?:" or header[0].low not in ("what", "who", "which"):
            return []
        return clause_of(own[:at], header, own[at + 1 :], words)

    def _short(self, index: int) -> list[Token]:
        """The words of a block, if they are few and no sentence."""
        span = self.blocks[index].span
        tokens = tokenize(self.text, span.start, span.end)
        return tokens if len(tokens) <= _LONGEST_HEAD and not any(t.text in ".!" for t in tokens) else []

    def _lead_in(self, block: Block) -> list[Token]:
        lead = self.blocks[block.lead].span
        text = self.text[lead.start : lead.end].rstrip()
        asking = text.rstrip(":… ").lower().startswith(_QUESTIONS) and not text.lower().startswith(_CAUSES)
        if asking or text.endswith((".", "!", "?")):
            return []
        sentences = split_sentences(self.text, lead.start, lead.end)
        tokens = tokenize(self.text, *sentences[-1]) if sentences else []
        return tokens[:-1] if tokens and tokens[-1].text in ":–—…" else tokens
