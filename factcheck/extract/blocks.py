"""Block -> what it borrows from the blocks around it: the label of a heading, the words of a lead-in or row head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.block_labels import asks_for_verdict, label_in
from factcheck.extract.layout import Layout
from factcheck.extract.rows import (
    LONGEST_HEAD,
    as_subject,
    begins_with_participle,
    begins_with_predicate,
    clause_of,
    is_predicate,
    listed,
    parted,
    says_what_it_is,
    waits,
)
from factcheck.extract.sentences import split_sentences
from factcheck.extract.tables import word_set
from factcheck.extract.words import Token, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.extract.mention_index import MentionIndex
    from factcheck.extract.words import Words
    from factcheck.model.document import Block, Document

_QUESTIONS = ("what ", "how ", "why ", "when ", "where ")
_CAUSES = ("what causes", "cause of", "causes of", "the cause of", "the causes of")
_CHOICE = re.compile(r"\b(?:or(?! not\b)|vs|versus)\b", re.IGNORECASE)
_TITLE_WORDS = word_set(
    "what is are in brief at a glance short facts key quick the basics overview profile summary explained about"
)
_ANSWER = 3  # words of a bare answer, with its stop
_LONGEST_THING = 4
_JOINING = ("vs", "versus", "and", "or", "v", "not", "for", "of")
_LONGEST_LEAD = 20


class Blocks:
    """The blocks of one document."""

    def __init__(self, document: Document, cues: Mapping[str, frozenset[str]]) -> None:
        """`cues` give the words of labels such as `Myths`."""
        self.blocks = document.blocks
        self.text = document.text
        self.cues = cues
        self.layout = Layout(document.blocks)

    def text_of(self, index: int) -> str:
        """The text of a block."""
        span = self.blocks[index].span
        return self.text[span.start : span.end]

    def _judged(self, block: Block) -> bool:
        """Whether another column of a cell's table says of each row whether it is true."""
        heads = (each.span for each in self.layout.headers(block))
        return any(asks_for_verdict(self.text[span.start : span.end]) for span in heads)

    def judging(self, index: int) -> bool:
        """Whether a block is a cell that says of its row whether it is true."""
        return self.blocks[index].kind == "cell" and asks_for_verdict(self._asked(index))

    def answers_header(self, index: int) -> bool:
        """Whether a cell answers what the head of its column asks of the row, not whether the row is true."""
        block = self.blocks[index]
        asked = self._asked(index) if block.kind == "cell" and block.column > 0 and not block.header else ""
        return bool(asked.strip()) and not asks_for_verdict(asked)

    def _asked(self, index: int) -> str:
        """What the header of a cell's column says."""
        header = self.layout.header(self.blocks[index])
        return self.text[header.span.start : header.span.end] if header is not None else ""

    def chooses(self, index: int) -> bool:
        """Whether a heading names things to choose from: `Tablets or lotion?`, `X vs. Y`; what follows is of one."""
        return _CHOICE.search(self.text_of(index)) is not None

    # -- labels ----------------------------------------------------------------------------------

    def label(self, block: Block) -> str:
        """A label that a heading, a lead-in or a column header gives to a block: `myth`, `fact` or empty."""
        header = self.layout.header(block) if block.kind == "cell" and not self._judged(block) else None
        texts = [self.text[header.span.start : header.span.end]] if header is not None else []
        texts += [self.text_of(heading) for heading in block.headings[-1:]]
        if block.lead >= 0:
            texts.append(self.text_of(block.lead))
        listed = block.kind in ("item", "cell")
        return next((found for text in texts if (found := label_in(text, self.cues, listed=listed))), "")

    # -- borrowed words --------------------------------------------------------------------------

    def clause(self, index: int, own: list[Token], words: Words) -> list[Token]:
        """The words of a list item, a cell or a definition with those that it borrows; empty if it borrows none.

        An item borrows its lead-in up to the colon, a cell the heads of its row and column, a definition
        its term; `Term: words` are read as a row of which the lead-in or the heading is the header.
        """
        block = self.blocks[index]
        if block.kind == "cell" and block.column > 0 and not block.header:
            return self._row(index, block, own, words)
        bare = own[0].low in ("yes", "no") and (len(own) < _ANSWER or own[1].kind == "mark")
        if block.kind == "definition" and block.lead >= 0 and not bare:
            term = self._short(block.lead)
            return clause_of(term, (), own, words) if term else []
        at = parted(own)
        if at and at + 1 < len(own) and block.kind in ("item", "paragraph"):
            termed = self._termed(block, own, at, words)
            if termed:
                return termed
        if block.kind == "item" and block.lead >= 0:
            lead = self._lead_in(block)
            if own[0].low == "that":  # `Nobody claims: – that X is Y`
                return [*lead, *own]
            if at and lead:  # `Term – words`: the words are about the term; the lead-in may wait for it
                return [*lead, *own[:at]] if waits(lead, words) else []
            return (as_subject(own, lead, words) or listed(lead, own, words)) if lead else []
        if (
            block.kind in ("item", "paragraph")
            and block.headings
            and self.text_of(block.headings[-1]).lower().startswith(_CAUSES)
        ):
            return listed(self._short(block.headings[-1]), own, words)
        return []

    def _row(self, index: int, block: Block, own: list[Token], words: Words) -> list[Token]:
        at = self.layout.row_head(index)
        head = self._short(at) if at >= 0 and not self.blocks[at].header else []
        if not head:
            return []
        header = self.layout.header(block)
        if len(head) == 1 and head[0].kind == "num" and (over := self.layout.header(self.blocks[at])) is not None:
            place = head[0].start  # under `SALT score`: on it, 100 is …
            scale = tokenize(self.text, over.span.start, over.span.end)
            head = [Token("on", place, place, "word"), *scale, Token(",", place, place, "mark"), *head]
        return clause_of(head, tokenize(self.text, header.span.start, header.span.end) if header else (), own, words)

    def _termed(self, block: Block, own: list[Token], at: int, words: Words) -> list[Token]:
        """`Term: words` in a list under a question or a noun, or with a predicate behind the colon."""
        if begins_with_predicate(own[at + 1 :], words):
            return [*own[:at], *own[at + 1 :]]
        if block.lead < 0 and block.headings and says_what_it_is(own[:at]):
            thing = self._short(block.headings[-1])
            if 0 < len(thing) < _LONGEST_THING and not any(
                token.kind == "mark" or token.low in _JOINING for token in thing
            ):
                return clause_of(thing, own[:at], own[at + 1 :], words)
        if own[at + 1].low == "for" or begins_with_participle(own[at + 1 :], words):
            place = own[at].start
            return [*own[:at], Token("is", place, place, "word"), *own[at + 1 :]]  # `X: approved for Y`
        over = block.lead if block.lead >= 0 else block.headings[-1] if block.headings else -1
        header = self._short(over) if over >= 0 and block.kind == "item" else []
        if not header or header[-1].text not in "?:" or header[0].low not in ("what", "who", "which"):
            return []
        return clause_of(own[:at], header, own[at + 1 :], words)

    def sheet(self, index: int, own: list[Token], names: MentionIndex, words: Words) -> list[Token]:
        """`Maker: Pfizer` under a heading or lead-in that names one thing: a row of which the name is the head."""
        block = self.blocks[index]
        over = self._over(index)
        at = next((i for i, token in enumerate(own[:LONGEST_HEAD]) if token.text in ":–—"), 0)
        if over < 0 or at + 1 >= len(own) or block.kind not in ("item", "paragraph"):
            return []
        if not at:  # `X in brief`: `a biologic`
            thing = self._named(over, names)
            bare = block.kind == "item" and thing and own[0].low in ("a", "an") and self._is_title(over, thing)
            return clause_of(thing, (), own, words) if bare else []
        listed_of = self._aspect_of(over, own[:at], names)
        if listed_of:
            return clause_of(own[:at], listed_of, own[at + 1 :], words)
        header = [token for token in own[:at] if token.kind != "mark"]
        titled = [each for each in names.under(header) if each.kind == "name" and names.is_thing(each)]
        head = self._named(over, names) if not titled and not names.is_name(header) else []
        behind = [token for token in own[at + 1 :] if token.text not in "*_"]
        if head and any(token.kind == "clitic" for token in header):
            return list(own)  # `Rival's maker: Y` tells nothing of the head
        return clause_of(head, header, behind, words) if head and header and behind else []

    def _aspect_of(self, over: int, term: Sequence[Token], names: MentionIndex) -> list[Token]:
        """`Main targets of some Ys:` over `X: words`, where X is a Y: what is told of each."""
        lead = self._lead(over)
        of = next((i for i, token in enumerate(lead[:_LONGEST_THING]) if token.low == "of"), 0)
        members, kinds = names.under(term), names.under(lead[of + 1 :])
        fits = len(members) == 1 and any(names.is_kind(members[0], each) for each in kinds)
        return lead[:of] if of and fits else []

    def happening(self, index: int, own: list[Token], names: MentionIndex) -> list[Token]:
        """A cell (or a definition) that is a sentence of its own tells what happens in what heads the row."""
        block = self.blocks[index]
        at = self.layout.row_head(index) if block.kind == "cell" and block.column > 0 and not block.header else -1
        at = block.lead if block.kind == "definition" else at
        head = self._short(at) if at >= 0 and not self.blocks[at].header else []
        if not head or not names.is_name(head):
            return []
        place = own[0].start
        return [*head, Token(":", place, place, "mark"), *own]

    def _over(self, index: int) -> int:
        """What stands over an item: its lead-in, a line in front of the list that is no sentence, or the heading."""
        block = self.blocks[index]
        if block.lead >= 0:
            return block.lead
        before = self.layout.before_list(index) if block.kind == "item" else -1
        if before >= 0 and self.blocks[before].kind == "paragraph" and self._short(before):
            return before
        return block.headings[-1] if block.headings else -1

    def listed(self, index: int, own: list[Token], names: MentionIndex, words: Words) -> list[Token]:
        """A name under `Xs that the agency has approved:` is said to be one of them."""
        block = self.blocks[index]
        over = self._over(index) if block.kind == "item" else -1
        lead = self._lead(over) if over >= 0 else []
        end = next((i for i, token in enumerate(own) if token.text in ":–—(,;"), len(own))
        if any(is_predicate(token, words) for token in own[end:]):
            return []  # `Term: what happens in it`
        members, kinds = names.under(own[:end]), names.under(lead)
        whole = len(members) == 1 and members[0].kind == "name" and own[:end] and own[0].start == members[0].span.start
        if not whole or not kinds or not any(names.is_kind(members[0], each) for each in kinds):
            return []
        at = own[0].end
        following = self.text_of(over).lower().startswith("the following")
        if not following and as_subject(own[:end], lead, words):
            return []  # `Drugs that block X:` says what its items do
        bare = any("vbn" in words.tags(token.low) or token.low == "that" for token in lead)
        tags = [words.tags(token.low) for token in lead[:3]]
        if not bare or any("vbz" in each and not each.get("ns") for each in tags):
            return []
        link = [Token(text, at, at, "word") for text in ("is", "one", "of", "the")]
        return [*own[:end], *link, *(lead[1:] if lead[0].low in ("the", "these") else lead)]

    def _lead(self, index: int) -> list[Token]:
        """The words of a lead-in or heading that is a noun phrase, `The following Xs are …` made into one."""
        span = self.blocks[index].span
        text = self.text[span.start : span.end].rstrip()
        if text.lower().startswith(_QUESTIONS) or text.endswith((".", "!", "?")):
            return []
        tokens = [token for token in tokenize(self.text, span.start, span.end) if token.text not in "*_#"]
        while tokens and tokens[-1].text in ":–—…":
            tokens.pop()
        low = [token.low for token in tokens]
        verb = next((i for i, word in enumerate(low) if word in ("are", "have", "has")), 0)
        if low[:2] == ["the", "following"] and verb > 2:
            that = Token("that", tokens[verb].start, tokens[verb].start, "word")
            tokens = [*tokens[2:verb], that, *tokens[verb:]]
        return tokens if len(tokens) < _LONGEST_LEAD and not any(token.text in ".;" for token in tokens) else []

    def _is_title(self, index: int, head: Sequence[Token]) -> bool:
        """Whether a heading has nothing but a name and words such as `in brief` beside it."""
        span = self.blocks[index].span
        rest = self.text[span.start : head[0].start] + self.text[head[-1].end : span.end]
        return set(re.findall(r"\w+", rest.lower())) <= _TITLE_WORDS

    def _named(self, index: int, names: MentionIndex) -> list[Token]:
        """The one name that a heading or a short lead-in bears, with what else it is called left out."""
        span = self.blocks[index].span
        tokens = self._short(index)
        found = [each for each in names.under(tokens) if each.kind == "name"] if tokens else []
        if not found or any(not names.alike(found[0], each) for each in found[1:]):
            return []
        first = found[0].span
        return [t for t in tokenize(self.text, span.start, span.end) if first.start <= t.start < first.end]

    def _short(self, index: int) -> list[Token]:
        """The words of a block, if they are few and no sentence."""
        span = self.blocks[index].span
        tokens = tokenize(self.text, span.start, span.end)
        return tokens if len(tokens) <= LONGEST_HEAD and not any(t.text in ".!" for t in tokens) else []

    def _lead_in(self, block: Block) -> list[Token]:
        lead = self.blocks[block.lead].span
        text = self.text[lead.start : lead.end].rstrip()
        low = text.rstrip(":… ").lower()
        asks = low.startswith(_QUESTIONS) and not (text.endswith(":") and text[:5] == "What ")
        if (asks and not low.startswith(_CAUSES)) or text.endswith((".", "!", "?")):
            return []
        sentences = split_sentences(self.text, lead.start, lead.end)
        tokens = tokenize(self.text, *sentences[-1]) if sentences else []
        return tokens[:-1] if tokens and tokens[-1].text in ":–—…" else tokens
