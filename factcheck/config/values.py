"""The settings of one document, or of a run: what they are and what they decide."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from factcheck.config.globs import Glob
from factcheck.model.finding import SEVERITIES

FAIL_ON = (*reversed(SEVERITIES), "never")
RECORD_FORMATS = ("text", "markdown", "html")
DEFAULT = "default"
"""Where a value comes from that nobody set."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a run is told.

    `rules` are names of shipped packs or folders. `select` and `ignore` hold codes, prefixes of
    codes and ids of facts; an empty `select` means all. `per_file_ignores` pairs patterns of files with
    such. `severity` pairs such with the severity that their findings get instead of that of the pack.
    `alone` holds no document against another. `include` and `exclude` say which files of folders are read,
    `formats` by which reader; `text_field` names the fields of records that are read, `text_format` how.
    `dates` are the names under which a date counts as that of its document; none means the usual ones.
    `min_coverage` is the share of sentences, in per cent, that must be judged.
    `baseline` is a file of findings that are known. `file` is the settings file that was read, or empty;
    `origins` tells of each field that somebody set where that was.
    """

    rules: tuple[str, ...] = ("hair-loss", "common-medicine", "medicines")
    as_of: date = field(default_factory=date.today)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[Glob, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    fail_on: str = "error"
    min_coverage: float = 0
    include: tuple[Glob, ...] = ()
    exclude: tuple[Glob, ...] = ()
    formats: tuple[tuple[Glob, str], ...] = ()
    text_field: tuple[str, ...] = ()
    text_format: str = "text"
    dates: tuple[str, ...] = ()
    baseline: str = ""
    use_cache: bool = True
    isolated: bool = False
    force_exclude: bool = False
    alone: bool = False
    root: Path = field(default_factory=Path.cwd)
    file: str = ""
    origins: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    def wants(self, code: str, fact: str) -> bool:
        """Whether a finding of this code and fact is to be reported."""
        chosen = not self.select or any(names(selector, code, fact) for selector in self.select)
        return chosen and not any(names(selector, code, fact) for selector in self.ignore)

    def severity_of(self, code: str, fact: str, severity: str) -> str:
        """The severity of a finding that a pack gives `severity`; a fact goes before a code, a code before a prefix."""
        told = [(each == fact, len(each), to) for each, to in self.severity if names(each, code, fact)]
        return max(told)[2] if told else severity

    def fails(self, severity: str) -> bool:
        """Whether a finding of this severity makes the run fail."""
        return self.fail_on != "never" and SEVERITIES.index(severity) >= SEVERITIES.index(self.fail_on)

    def origin(self, name: str) -> str:
        """Where the value of a field comes from: `path:line:column`, an option, or `default`."""
        return dict(self.origins).get(name, DEFAULT)


def names(selector: str, code: str, fact: str) -> bool:
    """Whether a code, a prefix of codes or a fact names a finding of this code and fact."""
    return selector == fact or (is_code(selector) and code.startswith(selector))


def is_code(selector: str) -> bool:
    """Whether a selector is a code or the prefix of one (`FC`, `FC4`, `FC401`), not the id of a fact."""
    return selector.startswith("FC") and (selector[2:].isdigit() or not selector[2:])
