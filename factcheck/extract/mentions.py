"""Text -> mentions: every place where a name of the packs stands, found in one scan.

Names match on whole words, longest first; case, hyphen against space, plural, possessive and ® ™ do
not matter. A short name counts only where a long form of its entity stands in the same document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.extract.name_scan import NameScan
from factcheck.knowledge import kept
from factcheck.knowledge.packed import Keys, Row, packed_keys, packed_row
from factcheck.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.knowledge.base import KnowledgeBase

Bearers = tuple[tuple[str, str, str, bool], ...]
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_WITH_UNSEEN = re.compile(rf"\w+(?:{_UNSEEN.pattern}+\w+)+")
_HYPHENS = "-‐‑"
_SAME = str.maketrans(
    {**dict.fromkeys(_HYPHENS, " "), "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ", "’": "'", "‘": "'"}
)
_VOWELS = ("", "a", "e", "i", "o", "u")
_SINGULAR_ENDS = ("ss", "us", "is", "'s", "ics")
_SINGULARS = ("diabetes", "herpes", "measles", "rabies", "series", "species", "capitis")
_IRREGULAR = {
    "woman": "women",
    "man": "men",
    "child": "children",
    "mouse": "mice",
    "bacterium": "bacteria",
    "fungus": "fungi",
    "virus": "viruses",
    "person": "people",
    "foot": "feet",
    "tooth": "teeth",
    "diagnosis": "diagnoses",
    "hypothesis": "hypotheses",
    "scarf": "scarves",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in the text. `entities` are all that bear it, `kind` is the name's kind.

    `prefix` is what is glued before it ("non", "anti"), `suffix` what is glued behind ("free", "like").
    A `weak` one is a short form whose long form stands nowhere in the document: its sentence must
    speak of the same field. `classing` are the classes into which the same word puts a noun behind it
    ("scarring": a noun, and an adjective).
    """

    span: TextSpan
    entities: tuple[str, ...]
    kind: str
    plural: bool = False
    prefix: str = ""
    suffix: str = ""
    corrected: bool = False
    weak: bool = False
    classing: tuple[str, ...] = ()

    @property
    def entity(self) -> str:
        """The first of the entities."""
        return self.entities[0]


def folded(text: str) -> str:
    """The text in the form in which names are looked for: lower case, hyphens as spaces, same length."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.translate(_SAME)


def plural_of(name: str) -> str:
    """The regular English plural of a name, or a known irregular one."""
    head, space, last = name.rpartition(" ")
    if last in _IRREGULAR:
        return head + space + _IRREGULAR[last]
    if last.endswith("y") and last[-2:-1] not in _VOWELS:
        return name[:-1] + "ies"
    if last.endswith("sis"):
        return name[:-2] + "es"
    if last.endswith(("s", "x", "z", "ch", "sh")):
        return name + "es"
    return name + "s"


def _tables(kb: KnowledgeBase) -> tuple[Any, ...]:
    """The names as they are looked for, in order; who bears each; and the names that need company."""
    entries: dict[str, dict[tuple[str, str, str], bool]] = defaultdict(dict)
    for name in kb.names:
        key = folded(name.text)
        entries[key].setdefault((name.entity, name.kind, name.text), False)
        if name.kind in ("name", "short", "exact") and not key.endswith("s"):
            entries[plural_of(key)].setdefault((name.entity, name.kind, name.text + "s"), True)
    for entity in kb.entities.values():
        if entity.plural:
            entries[folded(entity.plural)].setdefault((entity.id, "name", entity.plural), True)
    ambiguous = {e.id: (e.name, e.ambiguous) for e in kb.entities.values() if e.ambiguous}
    keys = sorted(entries)
    bearers = (tuple((*who, plural) for who, plural in entries[key].items()) for key in keys)
    return packed_keys(keys), packed_row(bearers), ambiguous


class Lexicon:
    """All names of the packs, found one by one or by an automaton.

    `bearers` is, for the number of a name, who bears it: (entity, kind, name as written, plural).
    """

    def __init__(self, kb: KnowledgeBase) -> None:
        """Take the names; they serve any number of documents."""
        keys, bearers, self.ambiguous = kept(kb, "names", __file__, lambda: _tables(kb))
        self.keys = Keys(keys)
        self.bearers = Row[Bearers](bearers)
        self._scan = NameScan(self.keys)

    def hits(self, text: str) -> list[tuple[int, int, int]]:
        """(start, end, index of the name) of every whole-word name in folded text, longest first, none overlapping."""
        found = self._scan.found(text)
        found.sort(key=lambda hit: (hit[0], -hit[1]))
        apart = []
        at = 0
        for hit in found:
            if hit[0] >= at:
                apart.append(hit)
                at = hit[1]
        return apart


def find_mentions(text: str, lexicon: Lexicon, corrections: Sequence[tuple[int, int, str]] = ()) -> list[Mention]:
    """The mentions of a document's text, in order; `corrections` are (start, end, right name) of misspelled words."""
    corrections, unseen = _with_unseen(text, corrections)
    scanned, shifts = _corrected(folded(text), corrections)
    hits = lexicon.hits(scanned)
    long_forms = {
        entity
        for _, _, index in hits
        for entity, kind, _, _ in lexicon.bearers[index]
        if kind in ("name", "exact") and len(lexicon.keys[index]) > 3
    }
    hits = _with_shared_heads(scanned, hits, lexicon)
    mentions = []
    for start, end, index in hits:
        first, last = _back(start, shifts), _back(end, shifts)
        at = bisect_left(corrections, (last,)) - 1
        corrected = at >= 0 and first < corrections[at][1] and corrections[at] not in unseen
        written = _UNSEEN.sub("", text[first:last]).replace("’", "'")
        bearers = [
            who
            for who in lexicon.bearers[index]
            if _counts(who, written, long_forms, corrected)
            and not (who[1] == "short" and "/" in (text[first - 1 : first], text[last : last + 1]))
            and not _means_another(who, lexicon, long_forms)
        ]
        if bearers:
            weak = all(kind == "short" and not _in_company(entity, long_forms) for entity, kind, _, _ in bearers)
            mentions.append(_mention(text, first, last, bearers, corrected, weak))
    return mentions


def _with_unseen(
    text: str, corrections: Sequence[tuple[int, int, str]]
) -> tuple[Sequence[tuple[int, int, str]], set[tuple[int, int, str]]]:
    """The corrections with those of words that hold a soft hyphen or a character of no width; and these alone."""
    if text.isascii() or _UNSEEN.search(text) is None:
        return corrections, set()
    unseen = {(each.start(), each.end(), _UNSEEN.sub("", each.group())) for each in _WITH_UNSEEN.finditer(text)}
    wrong = {at for start, end, _ in corrections for at in range(start, end)}
    unseen = {each for each in unseen if wrong.isdisjoint(range(each[0], each[1]))}
    return sorted([*corrections, *unseen]), unseen


def _with_shared_heads(text: str, hits: list[tuple[int, int, int]], lexicon: Lexicon) -> list[tuple[int, int, int]]:
    """`facial and body hair` names facial hair too: a word before the conjunction makes a name with the last one."""
    more: list[tuple[int, int, int]] = []
    gone: set[tuple[int, int, int]] = set()
    for start, _, index in hits:
        key = lexicon.keys[index]
        if " " not in key:
            continue
        found = re.search(
            r"(\w+)(?:(?: and| or| nor| rather than)(?: the| a)? |, |/| & )(?:\w+(?: and | or |, |/| & ))?$",
            text[max(0, start - 40) : start],
        )
        if found is None:
            continue
        whole = f"{found.group(1)} {key.rpartition(' ')[2]}"
        at = lexicon.keys.find(whole)
        begin = max(0, start - 40) + found.start(1)
        end = begin + len(found.group(1))
        near = hits[max(0, bisect_left(hits, (begin,)) - 1) : bisect_left(hits, (end,))]
        beneath = [hit for hit in near if begin < hit[1] and hit not in gone]
        adjectives = all(kind == "adj" for hit in beneath for _, kind, _, _ in lexicon.bearers[hit[2]])
        if at >= 0 and adjectives and all((a, b) == (begin, end) for a, b, _ in beneath):
            gone.update(beneath)
            more.append((begin, end, at))
    return sorted({*hits, *more} - gone | set(more))


def _mention(
    text: str, start: int, end: int, bearers: Sequence[tuple[str, str, str, bool]], corrected: bool, weak: bool
) -> Mention:
    """The mention at a place, with what is glued to it by a hyphen."""
    kinds = {kind for _, kind, _, _ in bearers}
    kind = "name" if kinds & {"name", "exact", "short"} else "adj"
    entities = tuple(dict.fromkeys(who for who, k, _, _ in bearers if (k == "adj") == (kind == "adj")))
    classing = tuple(dict.fromkeys(who for who, k, _, _ in bearers if k == "adj")) if kind == "name" else ()
    prefix = suffix = ""
    if start and text[start - 1] in _HYPHENS:
        found = re.search(r"([^\W_]+)$", text[max(0, start - 20) : start - 1])
        prefix = found.group(1).lower() if found else ""
    if end + 1 < len(text) and text[end] in _HYPHENS:
        found = re.match(r"[^\W_]+", text[end + 1 : end + 20])
        suffix = found.group().lower() if found else ""
    if not prefix and (found := re.search(r"\b(non|anti|pro|pre|pseudo)\s$", text[max(0, start - 8) : start].lower())):
        prefix = found.group(1)
    plural = any(plural for *_, plural in bearers) or _looks_plural(text[start:end].lower())
    return Mention(TextSpan(start, end), entities, kind, plural, prefix, suffix, corrected, weak, classing)


def _looks_plural(written: str) -> bool:
    """Whether a name is listed in its plural alone, such as `body's defences`."""
    last = written.rpartition(" ")[2]
    return " " in written and last.endswith("s") and not last.endswith(_SINGULAR_ENDS) and last not in _SINGULARS


def _means_another(who: tuple[str, str, str, bool], lexicon: Lexicon, long_forms: set[str]) -> bool:
    """Whether an ambiguous name stands for the other entity, which the document names in full."""
    name, other = lexicon.ambiguous.get(who[0], ("", ""))
    return who[2].lower() == name and other in long_forms


def _counts(who: tuple[str, str, str, bool], written: str, long_forms: set[str], corrected: bool) -> bool:
    """Whether a name counts where it stands: capitals of exact names, company of short ones."""
    entity, kind, name, plural = who
    if corrected:
        return True
    if kind == "exact":
        return written == name
    if kind == "short":
        if name.isupper() or (plural and name[:-1].isupper()):
            return written == name
        return written.lower() == name.lower() and _in_company(entity, long_forms)
    return True


def _in_company(entity: str, long_forms: set[str]) -> bool:
    """Whether a long form of an entity stands in the document; for the reading of a scale, one of the scale."""
    scale, _, reading = entity.rpartition("-")
    return entity in long_forms or (reading.isdigit() and scale in long_forms)


def _corrected(text: str, corrections: Iterable[tuple[int, int, str]]) -> tuple[str, list[tuple[int, int]]]:
    """The text with misspelled names put right, and the (offset, shift) pairs that lead back."""
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []
    at = moved = 0
    for start, end, right in corrections:
        parts += [text[at:start], folded(right)]
        moved += len(right) - (end - start)
        shifts.append((end + moved, moved))
        at = end
    if not parts:
        return text, []
    return "".join([*parts, text[at:]]), shifts


def _back(offset: int, shifts: Sequence[tuple[int, int]]) -> int:
    """An offset of the corrected text as an offset of the text as written."""
    at = bisect_right(shifts, offset, key=lambda each: each[0])
    return offset - (shifts[at - 1][1] if at else 0)
