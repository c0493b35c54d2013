"""The examples of packs, tried: which of them fail, and which entries lack some or are never reported."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from factcheck.checks import Moment, judge
from factcheck.knowledge import entry_places, find_pack
from factcheck.model.knowledge import ClosedSet, Fact, Term
from factcheck.report.examples import Failure
from factcheck.workshop.rehearsal import ExampleResult, day_of, test_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.errors import UserError
    from factcheck.knowledge import KnowledgeBase
    from factcheck.knowledge.yaml_file import Place
    from factcheck.model.claim import Claim, Verdict
    from factcheck.model.knowledge import Statement

Entry: TypeAlias = "Fact | ClosedSet | Term"
FLAGGED = ("wrong", "loose", "outdated")
WANTED = ((FLAGGED, 2), (("right",), 1), (("silent",), 2))


@dataclass(frozen=True, slots=True)
class Trial:
    """An entry, what became of its examples, and every verdict on what they say."""

    entry: Entry
    results: tuple[ExampleResult, ...]
    verdicts: tuple[tuple[ExampleResult, Verdict], ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of its examples."""
        return tuple(claim for result in self.results for claim in result.reading.claims)


def try_examples(kb: KnowledgeBase, packs: Sequence[str] | None = None) -> list[Trial]:
    """Run every example of the packs (all, if None), gathered by their entries; an entry without any is there too."""
    by_entry: dict[str, list[ExampleResult]] = {}
    for result in test_rules(kb, packs):
        by_entry.setdefault(result.fact, []).append(result)
    found = []
    for entry in entries(kb, packs):
        results, moment = tuple(by_entry.get(entry.id, ())), Moment(day_of(entry))
        verdicts = tuple((result, verdict) for result in results for verdict in judge(result.reading, kb, moment))
        found.append(Trial(entry, results, verdicts))
    return found


def named_packs(kb: KnowledgeBase, packs: Sequence[str]) -> list[str] | None:
    """The ids of the packs that were named, by name or by folder; None, which means all, where none was."""
    folders = {Path(find_pack(each)) for each in packs}
    pairs = zip(kb.packs, kb.folders, strict=True)
    return sorted(pack.id for pack, folder in pairs if Path(folder) in folders) if packs else None


def failures(trials: Iterable[Trial], kb: KnowledgeBase) -> tuple[list[Failure], list[UserError]]:
    """Every example that is not judged as its author says, and every entry that lacks examples or is never reported."""
    tried = list(trials)
    failed = [result for trial in tried for result in trial.results if not result.ok]
    short = [trial for trial in tried if _lacks(trial) or not fires(trial, kb)]
    if not failed and not short:
        return [], []
    places = entry_places(map(Path, kb.folders))
    return [_failure(result, places) for result in failed], shortcomings(short, kb, places)


def _failure(result: ExampleResult, places: Mapping[str, Place]) -> Failure:
    place = places[result.fact].at("examples", result.kind, result.number).mistake("").place
    return Failure(place, result.fact, result.kind, result.text, result.expected, result.got)


def entries(kb: KnowledgeBase, packs: Sequence[str] | None = None) -> list[Entry]:
    """The facts, sets and terms of the packs (all, if None)."""
    every: list[Entry] = [*kb.facts.values(), *kb.sets.values(), *kb.terms.values()]
    return [entry for entry in every if packs is None or entry.pack in packs]


def fires(trial: Trial, kb: KnowledgeBase) -> bool:
    """Whether one of the examples that must be reported is: by the entry, or by a member of the closed set."""
    own = {trial.entry.id}
    if isinstance(trial.entry, ClosedSet):
        own |= _members(trial.entry, kb)
    return any(
        verdict.fact in own and verdict.kind in ("contradicts", "outdated") and result.kind in FLAGGED
        for result, verdict in trial.verdicts
    )


def is_exercised(trial: Trial, kb: KnowledgeBase) -> bool:
    """Whether the examples make a claim that the entry speaks of, whatever the verdict on it is."""
    if any(verdict.fact == trial.entry.id for _, verdict in trial.verdicts):
        return True
    if isinstance(trial.entry, Term):
        return False
    if isinstance(trial.entry, ClosedSet):
        return any(claim.relation == trial.entry.relation for claim in trial.claims)
    return any(speaks_of(claim, each, kb) for claim in trial.claims for each in trial.entry.statements)


def speaks_of(claim: Claim, statement: Statement, kb: KnowledgeBase) -> bool:
    """Whether a claim is about the subject of a statement, in its relation or one bound to that."""
    bound = kb.implied(claim.relation) | kb.opposed(claim.relation)
    related = statement.relation in bound or claim.relation in kb.implied(statement.relation)
    return related and (kb.is_a(claim.subject, statement.subject) or kb.is_a(statement.subject, claim.subject))


def _lacks(trial: Trial) -> list[tuple[tuple[str, ...], int, int]]:
    """Kinds of examples of which an entry has too few, with how many it has and how many it needs."""
    count = Counter(result.kind for result in trial.results)
    have = [(kinds, sum(count[kind] for kind in kinds), wanted) for kinds, wanted in WANTED]
    return [each for each in have if each[1] < each[2]]


def shortcomings(trials: Iterable[Trial], kb: KnowledgeBase, places: Mapping[str, Place]) -> list[UserError]:
    """A mistake for every entry with too few examples, and for every one that is never reported."""
    found = []
    for trial in trials:
        place = places[trial.entry.id].at("id")
        for kinds, have, wanted in _lacks(trial):
            wants = f"{wanted} examples that are" if wanted > 1 else "an example that is"
            what = f'"{trial.entry.id}" needs {wants} {_listed(kinds)}, and has {have or "none"}'
            found.append(place.mistake(what, "write more under examples"))
        found += never_reported(trial, kb, places)
    return found


def never_reported(trial: Trial, kb: KnowledgeBase, places: Mapping[str, Place]) -> list[UserError]:
    """A mistake for an entry that its examples do not exercise, or that none of them makes report anything."""
    if not any(result.kind in FLAGGED for result in trial.results) or fires(trial, kb):
        return []
    place = places[trial.entry.id].at("id")
    if not is_exercised(trial, kb):
        what = f'no example of "{trial.entry.id}" makes a claim that it judges'
        return [place.mistake(what, 'put one into a file and ask "factcheck why" what was understood')]
    others = sorted({finding.fact for result in trial.results for finding in result.got if result.kind in FLAGGED})
    came = f"they are reported by {', '.join(others)}" if others else "none of them is reported at all"
    return [place.mistake(f'"{trial.entry.id}" is never reported by its wrong examples', came)]


def _members(closed: ClosedSet, kb: KnowledgeBase) -> set[str]:
    """The dated facts from which claims about a closed set are judged."""
    return {fact.id for fact, _ in kb.statements_touching(closed.relation, closed.object) if fact.since is not None}


def _listed(kinds: Sequence[str]) -> str:
    return f"{kinds[0]} (or {', or '.join(kinds[1:])})" if len(kinds) > 1 else kinds[0]
