"""The reference of rules: every code, every entry of the packs, their relations and citations, as pages in Markdown."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.checks import CHECKS, FAMILIES
from factcheck.knowledge import entry_places, rules_folder
from factcheck.report import page
from factcheck.report.page_markdown import escaped, linked, render
from factcheck.workshop.pages import citation_page, entry_page, relation_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.knowledge import KnowledgeBase
    from factcheck.model.knowledge import Pack
    from factcheck.workshop.examples import Entry

INDEX = """\
# The rules

What factcheck reports, and what it rests on. The pages are made from the packs that come with it; they
hold what `factcheck explain` prints.

{table}

Every code, fact, closed set, term, relation and citation has an anchor of its own. The addresses are
`rules/PACK.html#FACT`, `rules/codes.html#fc202`, `rules/relations.html#RELATION` and
`rules/citations.html#CITATION`.

```{{toctree}}
:hidden:

{names}
```
"""
CODES = """\
# Codes

A code stands for a kind of fault. It is never used again for another kind. `--select` and `--ignore`
take codes, prefixes of codes and ids of facts.
"""
RELATIONS = """\
# Relations

A relation is a kind of claim. `S` stands for its subject, `O` for its object, `N` for a number.
[Rule authors](../rule-authors.md#7-a-wording-of-a-relation) add wordings to it.
"""
CITATIONS = """\
# Citations

The sources, by the pack that names them, each with the facts, sets and terms that rest on it.
"""


class Reference:
    """The pages of a knowledge base, by their file names."""

    def __init__(self, base: KnowledgeBase) -> None:
        """Take the base whose packs are told. Raises UserError for a pack that cannot be read."""
        self._base = base
        self._places = {
            name: _from_rules(place.mistake("").place) for name, place in entry_places(map(Path, base.folders)).items()
        }
        self._told = [pack for pack in base.packs if pack.facts or pack.sets or pack.terms]

    def pages(self) -> dict[str, str]:
        """File name -> Markdown; the same base gives the same text."""
        return {
            "index.md": self._index(),
            "codes.md": "".join([CODES, *self._codes()]),
            **{f"{pack.id}.md": "".join(self._pack(pack)) for pack in self._told},
            "relations.md": "".join([RELATIONS, *self._relations()]),
            "citations.md": "".join([CITATIONS, *self._citations()]),
        }

    def anchors(self) -> Iterator[tuple[str, str]]:
        """(page without its suffix, anchor) of everything that has one."""
        yield from (("codes", code.lower()) for code in CHECKS)
        for pack in self._told:
            yield from ((pack.id, each.id) for each in _entries(pack))
        yield from (("relations", name) for name in self._base.relations)
        yield from (("citations", name) for name in self._base.citations)

    def _index(self) -> str:
        rows = [("[Codes](codes.md)", f"{len(CHECKS)} kinds of finding")]
        for pack in self._told:
            rows.append((linked(pack.title, f"{pack.id}.md"), _counted(pack)))
        rows.append(("[Relations](relations.md)", f"{len(self._base.relations)} kinds of claim, with their wordings"))
        rows.append(("[Citations](citations.md)", f"{len(self._base.citations)} sources, with what rests on them"))
        table = "\n".join(["| page | holds |", "|---|---|", *(f"| {one} | {other} |" for one, other in rows)])
        names = ["codes", *(pack.id for pack in self._told), "relations", "citations"]
        return INDEX.format(table=table, names="\n".join(names))

    def _codes(self) -> Iterator[str]:
        for family, checks in groupby(CHECKS.values(), key=lambda check: check.code[:3]):
            yield f"\n## {family}: {FAMILIES[family]}\n"
            for check in checks:
                yield "\n" + self._shown(page.check_page(check.code, check.name, check.severity, check.doc))

    def _pack(self, pack: Pack) -> Iterator[str]:
        """The page of a pack: its entries by topic, which is the file they stand in."""
        yield f"# {escaped(pack.title)}\n\nPack `{pack.id}`, version {escaped(pack.version)}: {_counted(pack)}.\n"
        order = {name: number for number, name in enumerate(self._places)}
        entries = sorted(_entries(pack), key=lambda entry: order[entry.id])
        for topic, of_topic in groupby(entries, key=lambda entry: _topic(self._places[entry.id])):
            yield f"\n## {escaped(topic)}\n"
            for entry in of_topic:
                yield "\n" + self._shown(entry_page(entry.id, self._base, self._setting))

    def _relations(self) -> Iterator[str]:
        for pack in self._base.packs:
            yield from self._section(pack, (relation_page(each.id, self._base) for each in pack.relations))

    def _citations(self) -> Iterator[str]:
        for pack in self._base.packs:
            cited = sorted(pack.citations, key=lambda each: each.id)
            yield from self._section(pack, (citation_page(each.id, self._base) for each in cited))

    def _section(self, pack: Pack, found: Iterable[page.Page | None]) -> Iterator[str]:
        """A heading for a pack and what it holds; nothing if it holds nothing."""
        for number, each in enumerate(found):
            if not number:
                yield f"\n## {escaped(pack.title)}\n"
            yield "\n" + self._shown(each)

    def _shown(self, each: page.Page | None) -> str:
        return render(each, 3, self._link) if each else ""

    def _setting(self, entry: Entry) -> page.Setting:
        return page.Setting(self._places[entry.id].rpartition(":")[0])

    def _link(self, to: tuple[str, str]) -> str:
        """Where another page of the reference stands; empty for what has none."""
        kind, name = to
        if kind == page.CHECK:
            return f"codes.md#{name.lower()}-{CHECKS[name].name}" if name in CHECKS else ""
        if kind == page.RELATION:
            return f"relations.md#{name}" if name in self._base.relations else ""
        if kind == page.CITATION:
            return f"citations.md#{name}" if name in self._base.citations else ""
        entry = self._base.facts.get(name) or self._base.sets.get(name) or self._base.terms.get(name)
        return f"{entry.pack}.md#{name}" if entry else ""


def _entries(pack: Pack) -> list[Entry]:
    return [*pack.facts, *pack.sets, *pack.terms]


def _counted(pack: Pack) -> str:
    """`211 facts, 6 closed sets, 8 terms`; what there is none of is left out."""
    counts = ((len(pack.facts), "fact"), (len(pack.sets), "closed set"), (len(pack.terms), "term"))
    return ", ".join(f"{count} {name}{'s' * (count != 1)}" for count, name in counts if count)


def _topic(place: str) -> str:
    """`rules/x/facts/drug-classes.yaml:5:3` -> `Drug classes`."""
    return Path(place.partition(":")[0]).stem.replace("-", " ").capitalize()


def _from_rules(place: str) -> str:
    """A place as it reads from the folder of the project, wherever the command runs."""
    path, _, rest = place.partition(":")
    full = Path(path).resolve()
    above = rules_folder().resolve().parent
    return f"{full.relative_to(above).as_posix() if full.is_relative_to(above) else full.as_posix()}:{rest}"
