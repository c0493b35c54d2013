"""What no single file shows: ids that nothing defines, circles, classes that part, facts without examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.knowledge.check_citations import odd_citations, unused_citations
from factcheck.knowledge.check_claims import clashing_statements, implied_facts
from factcheck.knowledge.check_entries import doubled_examples, odd_facts, odd_relations, odd_sets, odd_terms
from factcheck.knowledge.check_facts import examples_missing, misplaced_objects
from factcheck.knowledge.check_hierarchy import broken_disjointness, circles, doubled_disjointness
from factcheck.knowledge.check_ids import dangling, doubled_ids, doubled_names
from factcheck.knowledge.hierarchy import Hierarchy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.errors import UserError
    from factcheck.knowledge.extensions import Extension
    from factcheck.knowledge.ledger import Ledger
    from factcheck.model.knowledge import Pack


def cross_check(
    packs: Sequence[Pack],
    ledgers: Sequence[Ledger],
    added: Mapping[str, Sequence[Extension]],
    *,
    sound: bool = True,
    known: bool = True,
) -> list[UserError]:
    """All mistakes between the records of packs; what can only be judged on sound ids waits until they are.

    If not all files are `sound`, so that records are missing, or not all ids are `known`, what their
    absence could feign is not told.
    """
    rings = list(circles(packs, ledgers))
    mistakes = [*doubled_ids(ledgers), *(dangling(ledgers) if known else ()), *rings]
    types_can_be_judged = sound and not mistakes
    mistakes += [*doubled_names(packs, ledgers, added), *examples_missing(packs, ledgers)]
    mistakes += unused_citations(ledgers) if sound else ()
    mistakes += [*odd_citations(packs, ledgers), *doubled_examples(packs, ledgers)]
    mistakes += [*odd_relations(packs, ledgers), *odd_terms(packs, ledgers)]
    mistakes += doubled_disjointness(packs, ledgers)
    if rings:
        return mistakes
    hierarchy = Hierarchy.of(
        [entity for pack in packs for entity in pack.entities],
        [fact for pack in packs for fact in pack.facts],
        [each for pack in packs for each in pack.disjoint],
    )
    mistakes += broken_disjointness(packs, ledgers, hierarchy)
    if types_can_be_judged:
        mistakes += [*clashing_statements(packs, ledgers, hierarchy), *implied_facts(packs, ledgers)]
        mistakes += [*odd_facts(packs, ledgers, hierarchy), *odd_sets(packs, ledgers, hierarchy)]
        mistakes += misplaced_objects(packs, ledgers, hierarchy)
    return mistakes
