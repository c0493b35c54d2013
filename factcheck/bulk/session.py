"""A run of `factcheck bulk`: parts are checked as processes get free, then documents are compared, then it is counted.

What is finished stays finished: a run that was interrupted goes on where it stopped, if nothing has changed since.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from traceback import format_exc
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.bulk.batches import check_batch
from factcheck.bulk.comparing import compare, refuse_doubles
from factcheck.bulk.folder import TABLES, Folder
from factcheck.bulk.inputs import Slice, files_of, plan, read
from factcheck.config import DEFAULT
from factcheck.engine import knowledge
from factcheck.errors import UserError, UserErrors
from factcheck.knowledge.folder import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Protocol

    from factcheck.bulk.checking import Checking
    from factcheck.bulk.engine import Engine

    class Watch(Protocol):
        """Shows how far somebody has come who takes so many items, of which some were done before."""

        def __call__(self, items: Iterable[str], total: int, done: int) -> Iterator[str]:
            """The items."""


SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Job:
    """What a run is asked for: inputs, the folder of the output, how rows are checked, how many make a part."""

    inputs: tuple[str, ...]
    output: str
    checking: Checking
    rows: int
    redo: bool = False


@dataclass(frozen=True, slots=True)
class _Planned:
    """Plans a file, in whatever process."""

    columns: tuple[str, ...]
    rows: int

    def __call__(self, task: str) -> str:
        return _answer(lambda: plan(task, self.columns, self.rows))


@dataclass(frozen=True, slots=True)
class _CheckedPart:
    """Checks a slice and writes its part, in whatever process."""

    output: str
    checking: Checking

    def __call__(self, task: str) -> str:
        return _answer(lambda: self._check(**json.loads(task)))

    def _check(self, part: str, file: str, start: int, end: int, row: int) -> dict[str, Any]:
        folder, each = Folder(self.output), Slice(file, start, end, row)
        try:
            tables = check_batch(read(each, self.checking.columns), self.checking)
        except UserError as error:
            raise error if error.place else UserError(f"{file}: row {row} and on", error.what, error.hint) from error
        try:
            for name in tables._fields:
                folder.write(name, part, getattr(tables, name))
            counts = _counts(tables.documents.to_pylist(), tables.findings, tables.claims.num_rows)
            folder.finish_part(part, counts)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UserError(self.output, f"cannot be written ({reason})") from error
        return counts


def run(job: Job, engine: Engine, watch: Watch) -> dict[str, Any]:
    """Do what is left of a job and return the summary, as `summary.json` has it.

    Raises UserError for inputs, packs or a folder that the user must change, and if the folder holds another run.
    """
    folder = Folder(job.output)
    if job.redo and folder.manifest() is not None:
        folder.clear()
    earlier = folder.manifest()
    checking = _as_begun(job.checking, earlier)
    told = _manifest(job, checking, engine)
    if earlier is None:
        folder.write_manifest(told)
    else:
        _refuse_changed(earlier, told, job.output)
    summary = folder.summary()
    if summary is not None:
        return summary
    folder.prepare()
    parts = list(_parts(told["inputs"]))
    done = folder.finished_parts()
    left = [json.dumps(each) for each in parts if each["part"] not in done]
    work = _CheckedPart(str(Path(job.output).resolve()), checking)
    for answer in watch(engine.map(work, left), len(parts), len(parts) - len(left)):
        _given(answer)
    between: Counter[tuple[str, str]] = Counter()
    if parts:
        refuse_doubles(folder, engine)
        between = compare(folder, checking, engine) if checking.compares else between
    summary = _summary(folder.finished_parts().values(), between)
    folder.finish(summary)
    return summary


def _answer(work: Callable[[], Any]) -> str:
    """What came of some work as JSON; what was raised as its words, which every engine can carry."""
    try:
        return json.dumps({"told": work()})
    except UserError as error:
        return json.dumps({"mistake": str(error)})
    except Exception:
        return json.dumps({"bug": format_exc()})


def _given(answer: str) -> Any:
    """What `_answer` told. Raises UserError for a mistake of the user, and RuntimeError for one of ours."""
    told = json.loads(answer)
    if "mistake" in told:
        raise UserError("", told["mistake"])
    if "bug" in told:
        raise RuntimeError(told["bug"])
    return told["told"]


def _as_begun(checking: Checking, earlier: Mapping[str, Any] | None) -> Checking:
    """The same as of the day on which the run began, unless the user names a day."""
    if earlier is None or checking.config.origin("as_of") != DEFAULT:
        return checking
    return replace(checking, config=replace(checking.config, as_of=date.fromisoformat(earlier["as_of"])))


def _manifest(job: Job, checking: Checking, engine: Engine) -> dict[str, Any]:
    """All that the output depends on."""
    config, base = checking.config, knowledge(checking.config)
    packs = zip(base.packs, base.folders, strict=True)
    files = [str(Path(file).resolve()) for file in files_of(job.inputs, job.output)]
    planned = sorted(
        (_given(each) for each in engine.map_light(_Planned(checking.columns, job.rows), files)), key=_file
    )
    named = ("select", "ignore", "severity", "text_format", "dates", "alone")
    columns = ("id_column", "text_column", "date_column")
    told = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": __version__},
        "as_of": config.as_of.isoformat(),
        "packs": [{"id": pack.id, "version": pack.version, "digest": digest_of(Path(at))} for pack, at in packs],
        "options": {name: getattr(config, name) for name in named}
        | {name: getattr(checking, name) for name in columns}
        | {"partition_rows": job.rows},
        "inputs": planned,
    }
    plain: dict[str, Any] = json.loads(json.dumps(told))
    return plain


def _file(planned: Mapping[str, Any]) -> str:
    return str(planned["file"])


def _refuse_changed(earlier: Mapping[str, Any], now: Mapping[str, Any], output: str) -> None:
    """Raise UserErrors, one for each thing that is not as it was when the run in the folder began."""
    changed = [
        f"{name} was {json.dumps(earlier.get('options', {}).get(name))} and is {json.dumps(value)}"
        for name, value in now["options"].items()
        if earlier.get("options", {}).get(name) != value
    ]
    for name in ("schema_version", "tool", "as_of"):
        if earlier.get(name) != now[name]:
            changed.append(f"{name} was {json.dumps(earlier.get(name))} and is {json.dumps(now[name])}")
    if earlier.get("packs") != now["packs"]:
        changed.append("the packs are not the same")
    before, after = ({each["file"]: each for each in told.get("inputs", ())} for told in (earlier, now))
    for file in sorted({*before, *after}):
        if before.get(file) != after.get(file):
            what = "was added" if file not in before else "is missing" if file not in after else "has changed"
            changed.append(f"{file} {what}")
    if changed:
        hint = "--redo begins anew, or name a new folder"
        raise UserErrors([UserError(output, f"holds another run: {each}", hint) for each in changed[:5]])


def _parts(inputs: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The tasks of the slices of all inputs, numbered in order."""
    slices = [(each["file"], *cut) for each in inputs for cut in each["slices"]]
    for number, (file, start, end, row) in enumerate(slices):
        yield {"part": f"part-{number:05}", "file": file, "start": start, "end": end, "row": row}


def _counts(documents: Sequence[Mapping[str, Any]], findings: Any, claims: int) -> dict[str, Any]:
    pairs = zip(findings.column("severity").to_pylist(), findings.column("code").to_pylist(), strict=True)
    return {
        "documents": len(documents),
        "unreadable": sum(each["unreadable"] is not None for each in documents),
        "claims": claims,
        "findings": [[*pair, count] for pair, count in sorted(Counter(pairs).items())],
    }


def _summary(parts: Iterable[Mapping[str, Any]], between: Counter[tuple[str, str]]) -> dict[str, Any]:
    found, total = Counter(between), Counter[str]()
    for each in parts:
        total.update({name: each[name] for name in ("documents", "unreadable", "claims")})
        found.update({(severity, code): count for severity, code, count in each["findings"]})
    severities, codes = Counter[str](), Counter[str]()
    for (severity, code), count in found.items():
        severities[severity] += count
        codes[code] += count
    return {
        "documents": total["documents"],
        "unreadable": total["unreadable"],
        "claims": total["claims"],
        "findings": sum(found.values()),
        "by_severity": {name: severities[name] for name in ("error", "warning", "note")},
        "by_code": dict(sorted(codes.items())),
        "tables": list(TABLES),
    }
