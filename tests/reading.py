"""What the rooms of `extract` make of a text, for their tests; the knowledge base is built once for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.config import Config
from factcheck.extract.claims import Extractor
from factcheck.extract.clauses import Clause
from factcheck.extract.mentions import Mention, find_mentions
from factcheck.extract.parse import Parsed, parse
from factcheck.extract.phrases import Phrase
from factcheck.extract.words import tokenize
from factcheck.knowledge import KnowledgeBase, load_knowledge
from factcheck.model.claim import Claim
from factcheck.readers import read
from factcheck.run import report_of

MISSES = Path(__file__).parent / "cases" / "misses.yaml"


@lru_cache(maxsize=1)
def misses() -> dict[str, str]:
    """Row of a table -> the mechanism that gets it wrong, from `cases/misses.yaml`."""
    found = yaml.safe_load(MISSES.read_text(encoding="utf-8")) or {}
    return {row: mechanism for mechanism, rows in found.items() for row in rows}


def rows(table: Iterable[tuple[Any, ...] | str]) -> list[Any]:
    """The rows of a table for `parametrize`; those that are known to be read wrongly must fail until then."""
    marked = []
    for row in table:
        values = (row,) if isinstance(row, str) else row
        key = " | ".join(map(str, values))
        marks = [pytest.mark.xfail(strict=True, reason=misses()[key])] if key in misses() else []
        marked.append(pytest.param(*values, marks=marks, id=key))
    return marked


@lru_cache(maxsize=1)
def knowledge() -> KnowledgeBase:
    """The knowledge base of the hair-loss pack."""
    return load_knowledge(("hair-loss",), True)


@lru_cache(maxsize=1)
def extractor() -> Extractor:
    """The extractor over it."""
    return Extractor(knowledge())


def mentions(text: str) -> list[Mention]:
    """The names in a text."""
    return find_mentions(text, extractor().lexicon)


def parsed(text: str) -> Parsed:
    """A text of one sentence, parsed."""
    found = parse(tokenize(text, 0, len(text)), mentions(text), extractor().words)
    assert found is not None
    return found


def tags(text: str) -> str:
    """The words of a sentence with their tags: `It/pron is/be`."""
    return " ".join(f"{t.text.replace(' ', '_')}/{t.tag}" for t in parsed(text).tokens if t.kind != "mark")


def clause(text: str, verb: str) -> Clause:
    """The first clause of a sentence whose predicate is this lemma."""
    found = [c for c in parsed(text).clauses if c.verb.lemma == verb and c.kind != "modifier"]
    assert found, f"no clause of {verb!r}: {parsed(text).clauses}"
    return found[0]


def heads(phrases: list[Phrase]) -> str:
    """The head words of phrases, in lower case, with a plus between."""
    return "+".join(phrase.head.low for phrase in phrases)


def claims(text: str, suffix: str = "txt") -> tuple[Claim, ...]:
    """The claims of a document."""
    return extractor().read(read(f"x.{suffix}", text.encode())).claims


def stand(text: str, core: str, suffix: str = "txt") -> str:
    """How an author stands to `SUBJECT RELATION OBJECT`: asserts, hedges, denies, or silent."""
    subject, relation, thing = core.split()
    found = set()
    for each in claims(text, suffix):
        if (each.subject, each.relation, each.object) == (subject, relation, thing) and each.stance.asserted:
            hedged = each.stance.certainty == "hedged"
            found.add("denies" if not each.stance.polarity else "hedges" if hedged else "asserts")
    assert len(found) < 2, f"both at once: {found}"
    return found.pop() if found else "silent"


def said(text: str, suffix: str = "txt") -> set[str]:
    """What the author asserts, as `SUBJECT RELATION OBJECT`, with `not ` before a denial."""
    return {
        f"{'' if each.stance.polarity else 'not '}{each.subject} {each.relation} {each.object}"
        for each in claims(text, suffix)
        if each.stance.asserted
    }


def faults(text: str, suffix: str = "txt") -> list[tuple[str, str]]:
    """The code and the words of each finding, notes left out."""
    document = read(f"x.{suffix}", text.encode())
    report = report_of(document, extractor().read(document), knowledge(), Config(isolated=True))
    return [(each.code, each.quote) for each in report.findings if each.severity != "note"]
