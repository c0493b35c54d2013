"""Which lines of which documents were changed since a revision, as git has it, and the findings on them."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UserError
from factcheck.report.lines import LineIndex, LineIndexes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model.finding import Finding, Report
    from factcheck.model.span import Span

OPTION = "--changed-since"
_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_QUOTED = re.compile(r"\\([0-7]{3}|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(frozen=True, slots=True)
class Changes:
    """The changed lines, 1-based, of the files of a work tree by their paths from its root; a new file has no entry."""

    root: Path
    lines: Mapping[str, frozenset[int]]
    old: frozenset[str]

    def lines_of(self, path: str) -> frozenset[int] | None:
        """The lines of a document that were changed; None for a document that is new, or not in the work tree."""
        inside = Path(os.path.relpath(os.path.realpath(path), self.root)).as_posix()
        if inside in self.lines:
            return self.lines[inside]
        return frozenset() if inside in self.old else None


def changes_since(revision: str) -> Changes:
    """What was changed in the work tree of the current folder since a revision parted from it.

    Lines that were added, and those that are not committed, count. Raises UserError where git cannot tell.
    """
    root = Path(_git(Path.cwd(), "rev-parse", "--show-toplevel").rstrip("\n"))
    if revision.startswith("-") or _status(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"):
        hint = "fetch it first; in CI fetch the whole history (fetch-depth: 0)"
        raise UserError(OPTION, f'git knows no revision "{revision}"', hint)
    base = _git(root, "merge-base", revision, "HEAD", default=revision).strip()
    diff = ("-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-prefix", "--text")
    lines = _changed(_git(root, *diff, base, "--"))
    old = _git(root, "ls-tree", "-r", "--name-only", "-z", base).split("\0")
    return Changes(root.resolve(), lines, frozenset(old))


def on_changed_lines(report: Report, changes: Changes) -> Report:
    """The report with those findings alone that stand on changed lines, or speak of a place that does."""
    indexes = LineIndexes(report.documents)
    documents = []
    for document in report.documents:
        kept = tuple(each for each in document.findings if _touches(each, document.path, changes, indexes))
        documents.append(replace(document, findings=kept))
    return replace(report, documents=tuple(documents))


def _touches(finding: Finding, path: str, changes: Changes, indexes: Mapping[str, LineIndex]) -> bool:
    places = [(path, finding.span), *((each.path, each.span) for each in finding.related)]
    return any(_is_changed(each, span, changes, indexes.get(each)) for each, span in places)


def _is_changed(path: str, span: Span, changes: Changes, index: LineIndex | None) -> bool:
    changed = changes.lines_of(path)
    if changed is None or index is None:
        return changed is None
    first, last = index.position(span.start)[0], index.position(max(span.start, span.end - 1))[0]
    return any(line in changed for line in range(first, last + 1))


def _changed(diff: str) -> dict[str, frozenset[int]]:
    """Path -> the lines that a diff without context adds."""
    found: dict[str, set[int]] = {}
    path, inside = "", 0
    for line in diff.split("\n"):
        hunk = _HUNK.match(line) if not inside else None
        if inside:
            inside -= line[:1] in ("+", "-")
        elif line.startswith(("+++ ", "rename to ")):
            path = _unquoted(line.split(" ", 2 if line.startswith("rename") else 1)[-1].rstrip("\t"))
            found.setdefault(path, set())
        elif hunk:
            first, count = int(hunk[2]), int(hunk[3] or 1)
            found.setdefault(path, set()).update(range(first, first + count))
            inside = int(hunk[1] or 1) + count
    return {path: frozenset(lines) for path, lines in found.items()}


def _unquoted(path: str) -> str:
    """A path as git prints it, which quotes like C what would not stand in a line."""
    if not path.startswith('"'):
        return path
    return _QUOTED.sub(_character, path[1:-1])


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 8)) if escape[1].isdigit() else _ESCAPES.get(escape[1], escape[1])


def _git(folder: Path, *arguments: str, default: str | None = None) -> str:
    """What git prints. Raises UserError where it fails, unless there is a default."""
    try:
        ran = subprocess.run(("git", *arguments), cwd=folder, capture_output=True, check=False)
    except OSError as error:
        raise UserError(
            OPTION, f"git cannot be run ({(error.strerror or str(error)).lower()})", "install git"
        ) from error
    if ran.returncode and default is None:
        said = ran.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise UserError(OPTION, f"git cannot tell: {said}", "run it within a repository")
    return ran.stdout.decode("utf-8", "surrogateescape") if not ran.returncode else default or ""


def _status(folder: Path, *arguments: str) -> int:
    return subprocess.run(("git", *arguments), cwd=folder, capture_output=True, check=False).returncode
