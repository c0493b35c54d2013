"""What the examples of packs exercise: facts and their statements, frames, entities, disjoint sets, quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.knowledge import ClosedSet, Fact, Term
from factcheck.report.coverage import FRAMES, Part
from factcheck.workshop.examples import fires, speaks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.knowledge import KnowledgeBase
    from factcheck.model.claim import Claim, Verdict
    from factcheck.model.knowledge import Disjoint, Statement
    from factcheck.workshop.examples import Trial


def coverage(trials: Sequence[Trial], kb: KnowledgeBase, packs: Sequence[str] | None = None) -> list[Part]:
    """What of the packs (all, if None) the examples of the trials exercise, part by part.

    A fact, set or term is exercised if an example is reported by it; a statement or quantity if a
    claim speaks of it; a frame if a claim was read by it; an entity if it stands in a claim; a
    disjoint set if a verdict rests on it.
    """
    claims = [claim for trial in trials for claim in trial.claims]
    verdicts = [verdict for trial in trials for _, verdict in trial.verdicts]
    fired = {trial.entry.id for trial in trials if fires(trial, kb)}
    kinds = (("facts", Fact), ("sets", ClosedSet), ("terms", Term))
    parts = [_part(name, [t.entry.id for t in trials if isinstance(t.entry, kind)], fired) for name, kind in kinds]
    parts += [_statements(trials, claims, kb), _quantities(trials, claims, kb)]
    parts += [_disjoint(kb, verdicts, packs), _entities(kb, claims, packs)]
    return [part for part in (*parts, *_frames(trials, kb, claims, packs)) if part.done or part.idle]


def _part(name: str, every: Iterable[str], exercised: Iterable[str]) -> Part:
    known, done = list(dict.fromkeys(every)), set(exercised)
    return Part(name, tuple(each for each in known if each in done), tuple(each for each in known if each not in done))


def _statements(trials: Sequence[Trial], claims: Sequence[Claim], kb: KnowledgeBase) -> Part:
    every = {f"{fact.id}: {_said(each)}": each for fact in _facts(trials) for each in fact.statements}
    return _part("statements", every, (name for name, each in every.items() if _spoken_of(each, claims, kb)))


def _quantities(trials: Sequence[Trial], claims: Sequence[Claim], kb: KnowledgeBase) -> Part:
    every = {f"{fact.id}: {_said(each)}": each for fact in _facts(trials) for each in fact.statements if each.value}
    counted = [claim for claim in claims if claim.value is not None]
    return _part("quantities", every, (name for name, each in every.items() if _spoken_of(each, counted, kb)))


def _facts(trials: Sequence[Trial]) -> list[Fact]:
    return [trial.entry for trial in trials if isinstance(trial.entry, Fact)]


def _spoken_of(statement: Statement, claims: Sequence[Claim], kb: KnowledgeBase) -> bool:
    """Whether a claim is of a statement's subject and relation and, where both name objects, of a kind of them."""
    for claim in claims:
        if not speaks_of(claim, statement, kb):
            continue
        one_valued = statement.among or statement.text or statement.when or statement.value or not statement.objects
        if one_valued or kb.relations[claim.relation].judge == "pairing":
            return True
        for name in statement.objects:
            if kb.is_a(claim.object, name) or kb.is_a(name, claim.object) or kb.disjoint(claim.object, name):
                return True
    return False


def _said(statement: Statement) -> str:
    value = f"{statement.value.unit}" if statement.value else ""
    objects = " or ".join(statement.objects) or value or " or ".join(statement.text)
    return f"{statement.subject} {statement.relation}{'' if statement.polarity else ' not'} {objects}".strip()


def _disjoint(kb: KnowledgeBase, verdicts: Sequence[Verdict], packs: Sequence[str] | None) -> Part:
    used: list[Disjoint] = []
    for verdict in verdicts:
        claim = verdict.claim
        if claim is not None and claim.relation == "is-a":
            used += [each for each in [kb.disjoint(claim.subject, claim.object)] if each is not None]
    every = [each for pack in kb.packs if packs is None or pack.id in packs for each in pack.disjoint]
    return _part("disjoint sets", map(_classes, every), map(_classes, used))


def _classes(disjoint: Disjoint) -> str:
    return "/".join(disjoint.classes)


def _entities(kb: KnowledgeBase, claims: Sequence[Claim], packs: Sequence[str] | None) -> Part:
    named = {each for claim in claims for each in (claim.subject, claim.object, claim.among, *claim.others)}
    named |= {value for claim in claims for _, value in claim.qualifiers}
    every = [each.id for pack in kb.packs if packs is None or pack.id in packs for each in pack.entities]
    return _part("entities", every, named)


def _frames(
    trials: Sequence[Trial], kb: KnowledgeBase, claims: Sequence[Claim], packs: Sequence[str] | None
) -> list[Part]:
    """The frames of the packs' own relations and entities, and of the relations that their facts use; by relation."""
    chosen = [pack for pack in kb.packs if packs is None or pack.id in packs]
    own = {each.id for pack in chosen for each in pack.relations}
    own |= {each.id for pack in chosen for each in pack.entities}
    own |= {each.relation for fact in _facts(trials) for each in fact.statements}
    used = {_written(claim.via) for claim in claims}
    by_target: dict[str, list[str]] = {}
    for frame in kb.frames:
        if frame.target in own:
            by_target.setdefault(frame.target if frame.reads == "relation" else "", []).append(_written(frame.id))
    parts = []
    for name, frames in sorted(by_target.items(), reverse=True):
        done = [frame for frame in frames if frame in used]
        short = f"{name}." if name else "@"
        label = f"{FRAMES}{name or 'entities'}"
        parts.append(_part(label, *([each.removeprefix(short) for each in group] for group in (frames, done))))
    return parts[::-1]


def _written(frame: str) -> str:
    """The frame as it stands in the file: a phrase's wordings and nested frames are one with it."""
    return ".".join(frame.partition("/")[0].split(".")[:2])
