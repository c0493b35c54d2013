"""What the examples of packs exercise, for `rules test --coverage`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.report.quote import wrap

if TYPE_CHECKING:
    from factcheck.report.look import Look

FRAMES = "frames of "
_WIDEST = 100
_INDENT = 4


@dataclass(frozen=True, slots=True)
class Part:
    """What of one kind the examples exercise (`done`) and what they do not (`idle`), by id."""

    name: str
    done: tuple[str, ...]
    idle: tuple[str, ...]

    @property
    def percent(self) -> int:
        """How much is exercised, rounded down: 100 only if all is."""
        return 100 * len(self.done) // (len(self.done) + len(self.idle))


def render_coverage(parts: Sequence[Part], look: Look) -> str:
    """A table of the parts, then what the examples do not exercise."""
    return "".join(f"{line.rstrip()}\n" for line in (*_table(parts, look), *_idle(parts, look)))


def _table(parts: Sequence[Part], look: Look) -> Iterator[str]:
    yield look.ink("exercised by the examples", "path")
    name = max(len(part.name) for part in parts) if parts else 0
    count = max(len(str(len(part.done) + len(part.idle))) for part in parts) if parts else 0
    for part in parts:
        total = len(part.done) + len(part.idle)
        yield f"  {part.name:<{name}}  {len(part.done):>{count}} of {total:>{count}}  {part.percent:>3} %"


def _idle(parts: Sequence[Part], look: Look) -> Iterator[str]:
    columns = max(min(look.width, _WIDEST) - _INDENT, _INDENT * 2)
    frames = [part for part in parts if part.name.startswith(FRAMES) and part.idle]
    for part in parts:
        if part.idle and part not in frames:
            yield from ("", look.ink(f"not exercised: {part.name}", "path"))
            yield from (" " * _INDENT + line for line in wrap(", ".join(_ranges(part.idle)), columns))
    if frames:
        yield from ("", look.ink("not exercised: frames, by their number in the file", "path"))
    for part in frames:
        text = f"{part.name.removeprefix(FRAMES)}: {', '.join(_ranges(part.idle))}"
        yield from (" " * _INDENT + line for line in wrap(text, columns))


def _ranges(names: Sequence[str]) -> list[str]:
    """The names; of numbers that follow one another the first and the last: `3-7`."""
    found: list[list[str]] = []
    for name in names:
        follows = found and name.isdigit() and found[-1][-1].isdigit() and int(name) == int(found[-1][-1]) + 1
        if follows:
            found[-1].append(name)
        else:
            found.append([name])
    return [run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in found]
