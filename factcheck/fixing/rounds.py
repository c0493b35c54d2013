"""Rounds of edits on one document, until another round would change nothing.

In a round every edit that the findings offer is made and the edited text is checked. If that proves
them, they stay; if not, each half is tried for itself, so that one bad edit is found in a few checks.
Every edit that stays removes a finding and adds none, so the rounds come to an end, and a document
that was fixed is left as it is by the next run (unless so many edits were bad that ROUNDS ran out).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.engine import contents
from factcheck.fixing.edits import apply, choose, place, proved
from factcheck.readers import encode
from factcheck.run import check_bytes, check_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.config import Config
    from factcheck.discover import Source
    from factcheck.fixing.edits import Edit
    from factcheck.model.finding import DocumentReport

ROUNDS = 10
"""Rounds at most; two are usual, one that edits and one that finds nothing left to do."""
CHECKS = 60
"""Checks of the edited text at most, in one round: a document from a stranger costs bounded time."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What became of one document.

    `raw` and `edited` are the bytes as read and as they should be; `before` and `after` are the
    findings in them. `fixed` counts the edits, `held` those that could not be proved, and `more`
    those that unsafe fixes would add.
    """

    source: Source
    raw: bytes
    edited: bytes
    before: DocumentReport
    after: DocumentReport
    fixed: int = 0
    held: int = 0
    more: int = 0


@dataclass(slots=True)
class _Draft:
    """A document in the making: its bytes and what is found in them, whether asked for or not."""

    source: Source
    raw: bytes
    report: DocumentReport
    config: Config
    checks: int = 0
    fixed: int = 0
    held: int = 0

    def rounds(self, *, unsafe: bool) -> None:
        """Edit until a round changes nothing, or ROUNDS are over."""
        for _ in range(ROUNDS):
            self.checks, self.held, before = 0, 0, self.fixed
            wanted = (each for each in self.report.findings if self.config.wants(each.code, each.fact))
            self._settle(choose(wanted, self.report.source, unsafe=unsafe))
            if self.fixed == before:
                return

    def _settle(self, edits: Sequence[Edit]) -> None:
        """Make those of the edits that can be proved; from the back, so that the places of the others stay."""
        if not edits:
            return
        if self.checks < CHECKS and self._made(edits):
            self.fixed += len(edits)
        elif len(edits) == 1 or self.checks >= CHECKS:
            self.held += len(edits)
        else:
            self._settle(edits[len(edits) // 2 :])
            self._settle(self._anew(edits[: len(edits) // 2]))

    def _made(self, edits: Sequence[Edit]) -> bool:
        """Make the edits if the edited text proves them; whether it does."""
        self.checks += 1
        try:
            raw = encode(apply(self.report.source, edits), self.raw)
        except UnicodeEncodeError:
            return False
        after = _every_finding(self.source, raw, self.config)
        if not proved(self.report, after, edits):
            return False
        self.raw, self.report = raw, after
        return True

    def _anew(self, edits: Sequence[Edit]) -> Sequence[Edit]:
        """Those of the edits whose findings are still there."""
        here = {place(finding) for finding in self.report.findings}
        return [edit for edit in edits if edit.aim in here]


def repairs(sources: Iterable[Source], config: Config, *, unsafe: bool) -> Iterator[Repair]:
    """What edits make of every source, in order; nothing is written. Raises UserError for a broken pack."""
    for source in sources:
        try:
            raw = contents(source)
        except OSError:
            (report,) = check_sources([source], config).documents
            yield Repair(source, b"", b"", report, report)
            continue
        yield repair(source, raw, source.config or config, unsafe=unsafe)


def repair(source: Source, raw: bytes, config: Config, *, unsafe: bool) -> Repair:
    """What edits make of the bytes of a source. Raises UserError for a broken pack."""
    before = _every_finding(source, raw, config)
    draft = _Draft(source, raw, before, config)
    draft.rounds(unsafe=unsafe)
    bolder = replace(draft)
    if not unsafe:
        bolder.rounds(unsafe=True)
    shown, left = _asked_for(before, config), _asked_for(draft.report, config)
    return Repair(source, raw, draft.raw, shown, left, draft.fixed, draft.held, bolder.fixed - draft.fixed)


def _every_finding(source: Source, raw: bytes, config: Config) -> DocumentReport:
    """What is found in a document if nothing is selected: an edit must not bring what the user does not look at."""
    return check_bytes(source, raw, replace(config, select=()))


def _asked_for(report: DocumentReport, config: Config) -> DocumentReport:
    return replace(report, findings=tuple(each for each in report.findings if config.wants(each.code, each.fact)))
