"""Wrong sentences of the packs, wrapped in frames, and what becomes of their findings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from factcheck.config import Config
from factcheck.extract.claims import Extractor
from factcheck.knowledge import KnowledgeBase
from factcheck.readers import read
from factcheck.run import report_of

FILE = Path(__file__).parent / "cases" / "metamorphic.yaml"
_ONE_SENTENCE = re.compile(r"[^.!?:;]*(?:\.(?=\w)[^.!?:;]*)*\.")
_ORDER = re.compile(r"(?:Rub|Take|Apply|Use|Swallow|Ask|Give|Stop|Keep|Avoid|See)\b")
_MOVED = re.compile(r"(?P<before>\w[\w'’® -]{1,50}?) (?P<verb>is|are|can|was|were|will) (?P<after>.+)")
_NO_SUBJECT = re.compile(
    r"\b(?:that|which|who|when|if|is|are|can|was|were|and|because|after|in|for|at|under|of|unlike)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Wrapping:
    """A frame: `text` with braces for the sentence, the format of the document that it makes."""

    name: str
    silencing: bool
    text: str
    suffix: str
    held_out: bool


@dataclass(frozen=True)
class Outcome:
    """A wrapped sentence and whether a fault was found in it."""

    wrapping: Wrapping
    text: str
    flagged: bool

    @property
    def right(self) -> bool:
        """Whether that is what the frame asks for."""
        return self.flagged != self.wrapping.silencing


def wrappings() -> list[Wrapping]:
    """The frames of the file, in its order."""
    groups = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [
        Wrapping(each["id"], group == "silencing", each["text"], each.get("format", "txt"), each.get("held-out", False))
        for group, found in groups.items()
        for each in found
    ]


class Laboratory:
    """Checks texts with one knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.extractor = Extractor(kb)
        self.config = Config(isolated=True)
        self.proper = {name.text for name in kb.names if name.text[0].isupper()}

    def flagged(self, text: str, suffix: str = "txt") -> bool:
        """Whether a claim of the text is found wrong or outdated; misspellings and terms do not count."""
        document = read(f"wrapped.{suffix}", text.encode())
        report = report_of(document, self.extractor.read(document), self.kb, self.config)
        return any(f.severity != "note" and f.code[:3] not in ("FC1", "FC5") for f in report.findings)

    def sentences(self) -> list[str]:
        """The wrong examples that are one declarative sentence and are flagged as they stand, without full stop."""
        told = [fact.examples for fact in self.kb.facts.values()] + [each.examples for each in self.kb.sets.values()]
        wrong = [e.text for examples in told for e in examples if e.kind == "wrong" and e.format == "text"]
        single = dict.fromkeys(text for text in wrong if _ONE_SENTENCE.fullmatch(text) and not _ORDER.match(text))
        return [text[:-1] for text in single if self.flagged(text)]

    def small(self, sentence: str) -> str:
        """The sentence with a small first letter, unless a name with a capital stands there."""
        words = sentence.split()
        starts = [" ".join(words[:n]) for n in range(1, 5)]
        bare = [form for start in starts for form in (start, start.rstrip(",'’"), start.rstrip("s,'’"))]
        named = any(form in self.proper for form in bare)
        if named or words[0] == "I" or re.search(r"[A-Z0-9]", words[0][1:]):
            return sentence
        return sentence[0].lower() + sentence[1:]

    def wrapped(self, wrapping: Wrapping, sentence: str) -> str:
        """The sentence in its frame; empty if the frame cannot hold it."""
        words = sentence.split()
        question = ""
        if "{q}" in wrapping.text:
            question = self._question(sentence)
            if not question:
                return ""
        lines = (" ".join(words[at : at + 6]) for at in range(0, len(words), 6))
        emphasised = " ".join([words[0], f"*{words[1]}*", *words[2:]])
        return wrapping.text.format(
            S=sentence, s=self.small(sentence), q=question, emphasised=emphasised, wrapped="\n".join(lines)
        )

    def _question(self, sentence: str) -> str:
        moved = _MOVED.fullmatch(sentence)
        if moved is None or _NO_SUBJECT.search(moved["before"]) or re.match(r"(?:not|no|never)\b", moved["after"]):
            return ""
        return f"{moved['verb'].capitalize()} {self.small(moved['before'])} {moved['after']}"

    def outcomes(self, every: int = 1) -> Iterator[Outcome]:
        """Every sentence in every frame; of `every` sentences each frame takes one, each frame others."""
        sentences = self.sentences()
        for number, wrapping in enumerate(wrappings()):
            for sentence in sentences[number % every :: every]:
                text = self.wrapped(wrapping, sentence)
                if text:
                    yield Outcome(wrapping, text, self.flagged(text, wrapping.suffix))


def share(outcomes: Sequence[Outcome]) -> float:
    """Per cent of outcomes that are right."""
    return 100 * sum(each.right for each in outcomes) / len(outcomes)


def table(outcomes: Sequence[Outcome]) -> str:
    """The shares by group and by frame, the worst first."""
    by_name: dict[str, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        by_name[each.wrapping.name].append(each)
    lines = []
    for silencing, title in ((True, "silencing: silent"), (False, "preserving: flagged")):
        group = [each for each in outcomes if each.wrapping.silencing == silencing]
        apart = [each for each in group if each.wrapping.held_out]
        lines.append(f"{title} {share(group):.1f} % of {len(group)}; held out {share(apart):.1f} % of {len(apart)}")
        named = [(share(each), name) for name, each in by_name.items() if each[0].wrapping.silencing == silencing]
        for part, name in sorted(named):
            lines.append(f"  {part:5.1f} % {name}{' (held out)' * by_name[name][0].wrapping.held_out}")
    return "\n".join(lines)
