"""factcheck for Python programs: check texts and files, read the findings, write reports.

The same input gives the same output. No settings file is read unless `config` names one, and nothing is written but
the cache of compiled packs and of what was found in files. Mistakes of the user are told by UserError; what is wrong
with a document is a finding.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.baseline import read_baseline, without_known
from factcheck.config import RECORD_FORMATS, Config, Settings
from factcheck.discover import Choice, discover
from factcheck.engine import knowledge
from factcheck.errors import UserError, did_you_mean
from factcheck.knowledge import KnowledgeBase, load_knowledge
from factcheck.model.finding import DocumentReport, Finding, Report
from factcheck.report import FORMATS, Look
from factcheck.report import render as rendered
from factcheck.report.lines import LineIndex
from factcheck.run import check_bytes, check_sources, report_on
from factcheck.selectors import refuse_unknown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import TypeAlias

    Name: TypeAlias = str | os.PathLike[str]

__all__ = [
    "DocumentReport",
    "Finding",
    "KnowledgeBase",
    "Place",
    "Report",
    "UserError",
    "check_paths",
    "check_text",
    "load_packs",
    "place_of",
    "render",
]
_HALVES = re.compile("[\ud800-\udfff]")
_MARK = b"\xef\xbb\xbf"
"""The byte-order mark: it keeps a text from being taken for anything but UTF-8."""


class Place(NamedTuple):
    """Where a finding stands: lines and columns from 1, columns in code points; the end is one past the last."""

    line: int
    column: int
    end_line: int
    end_column: int


def check_text(
    text: str,
    *,
    name: str = "text.md",
    rules: Name | Iterable[Name] | None = None,
    as_of: date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    config: Name | None = None,
    text_field: Iterable[str] = (),
    text_format: str | None = None,
    use_cache: bool = True,
) -> DocumentReport:
    """Check a text as a document called `name`, whose suffix says how it is read; no document is read from disk.

    `rules` are names or folders of packs; `as_of` is the day as of which an undated text is judged (default: today).
    `select` and `ignore` take codes, prefixes of codes and facts; `config` names a settings file; `text_field` and
    `text_format` say what is read of records; `use_cache` keeps compiled packs in the user's cache folder. Spans count
    code points of `text`. A text that cannot be read has the finding FC901. Raises UserError for settings, packs or
    codes that the caller must change.

    >>> report = check_text("Pattern baldness is an autoimmune disease.")
    >>> [(finding.code, finding.fact) for finding in report.findings]
    [('FC201', 'aga-not-immune')]
    >>> check_text("Is pattern baldness an autoimmune disease?").findings
    ()
    """
    settings = _settings(config, rules, as_of, select, ignore, text_field, text_format, use_cache)
    source = replace(Choice(settings).source(Path(name).as_posix(), name), aside=False)
    own = source.config or settings.here
    refuse_unknown(own, partial(knowledge, own))
    raw = _MARK + _HALVES.sub("\N{REPLACEMENT CHARACTER}", text).encode()
    report = report_on([check_bytes(source, raw, own)], own)
    return _without_known(report, own).documents[0]


def check_paths(
    paths: Name | Iterable[Name],
    *,
    rules: Name | Iterable[Name] | None = None,
    as_of: date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    config: Name | None = None,
    text_field: Iterable[str] = (),
    text_format: str | None = None,
    alone: bool = False,
    use_cache: bool = True,
) -> Report:
    """Check files, and the documents of folders, as `factcheck check` does; the other options are those of check_text.

    `alone` holds no document against another. Paths in the report are relative to the current folder. Raises
    UserError for a path that does not exist, and as check_text does.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "page.md").write_text("Cytokines are enzymes.", encoding="utf-8")
    ...     report = check_paths(folder)
    >>> [finding.code for document in report.documents for finding in document.findings]
    ['FC201']
    """
    settings = _settings(config, rules, as_of, select, ignore, text_field, text_format, use_cache, alone=alone)
    refuse_unknown(settings.here, partial(knowledge, settings.here))
    report = check_sources(discover(_words(paths), settings), settings.here)
    return _without_known(report, settings.here)


def load_packs(*packs: Name) -> KnowledgeBase:
    """The facts, entities, relations and citations of packs (names or folders) and of those that they build on.

    Without any, those of the built-in packs that are on by default. A pack is compiled anew, never taken from the
    cache. Raises UserError, with every mistake, for a pack that is not sound.

    >>> base = load_packs("hair-loss")
    >>> base.facts["aga-not-immune"].sources
    ('kaiser-2023', 'birch-2002')
    """
    return load_knowledge(_words(packs) or Config().rules, use_cache=False)


def place_of(finding: Finding, document: DocumentReport) -> Place:
    """The lines and columns of a finding of this document.

    >>> report = check_text("# Hair\\n\\nThe JAK inhibitor ruxotilinib is a cream.")
    >>> [place_of(finding, report) for finding in report.findings if finding.code == "FC101"]
    [Place(line=3, column=19, end_line=3, end_column=30)]
    """
    index = _index(document.source)
    return Place(*index.position(finding.span.start), *index.position(finding.span.end))


def render(report: Report, name: str = "text") -> str:
    """The report in one of the formats of `factcheck check --format`, without colours. Raises UserError for no format.

    >>> from datetime import date
    >>> print(render(check_paths([], as_of=date(2026, 11, 22)), "markdown"), end="")
    ### factcheck: no findings in 0 documents
    """
    if name not in FORMATS:
        raise UserError(name, "no format is called so", did_you_mean(name, FORMATS))
    return rendered(report, name, Look())


def _settings(
    config: Name | None,
    rules: Name | Iterable[Name] | None,
    as_of: date | None,
    select: Iterable[str],
    ignore: Iterable[str],
    text_field: Iterable[str],
    text_format: str | None,
    use_cache: bool,
    *,
    alone: bool = False,
) -> Settings:
    """The settings of a call, over those of a file if one is named. Raises UserError."""
    if text_format is not None and text_format not in RECORD_FORMATS:
        what = f'no format of records is called "{text_format}"'
        raise UserError("text_format", what, did_you_mean(text_format, RECORD_FORMATS))
    return Settings(
        os.fspath(config) if config is not None else None,
        isolated=config is None,
        rules=_words(rules) if rules is not None else None,
        as_of=as_of,
        select=_words(select),
        ignore=_words(ignore),
        text_field=_words(text_field),
        text_format=text_format,
        use_cache=use_cache,
        alone=alone or None,
    )


def _words(given: Name | Iterable[Name]) -> tuple[str, ...]:
    """One word or path, or several, as words."""
    if isinstance(given, str | os.PathLike):
        return (os.fspath(given),)
    return tuple(os.fspath(each) for each in given)


def _without_known(report: Report, config: Config) -> Report:
    """The report without what the baseline of the settings knows. Raises UserError for a file that is none."""
    if not config.baseline:
        return report
    file = Path(config.baseline)
    return without_known(report, read_baseline(file), file)[0]


@lru_cache(maxsize=4)
def _index(source: str) -> LineIndex:
    return LineIndex(source)
