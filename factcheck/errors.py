"""A mistake of the user, told in one way: where, what, what is allowed, what next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class UserError(Exception):
    """Something that the user must change: a path, an option, a config or a pack. Exit status 2.

    `place` is a path, `path:line:column` or an option; `line` is the offending line of that place,
    printed with a caret under `column` (1-based code points) if both are given.
    """

    def __init__(self, place: str, what: str, hint: str = "", *, line: str = "", column: int = 0) -> None:
        """Keep the parts; `str()` renders them."""
        super().__init__(place, what, hint)
        self.place = place
        self.what = what
        self.hint = hint
        self.line = line
        self.column = column

    def __str__(self) -> str:
        """`place: what; hint`, then the line with a caret."""
        text = f"{self.place}: {self.what}" if self.place else self.what
        if self.hint:
            text += f"; {self.hint}"
        if self.line and self.column:
            text += f"\n  {self.line}\n  {' ' * (self.column - 1)}^"
        return text


class UserErrors(UserError):
    """Several mistakes of one place, told at once."""

    def __init__(self, errors: Iterable[UserError]) -> None:
        """Keep them in the order in which they are told."""
        self.errors = tuple(errors)
        super().__init__("", f"{len(self.errors)} mistakes")

    def __reduce__(self) -> tuple[type[UserErrors], tuple[tuple[UserError, ...]]]:
        """As it crosses from one process to another."""
        return UserErrors, (self.errors,)

    def __str__(self) -> str:
        """Each on its own line."""
        return "\n".join(str(error) for error in self.errors)


def nearest(word: str, choices: Iterable[str], least: float = 60) -> str:
    """The choice that has most letters of a word in its order, of several the one with the fewest edits.

    Empty if none shares `least` percent of the letters of both.
    """
    from rapidfuzz import fuzz  # not at start: most runs make no mistake
    from rapidfuzz.distance import OSA

    best = max(choices, key=lambda each: (fuzz.ratio(word, each), -OSA.distance(word, each)), default="")
    return best if fuzz.ratio(word, best) >= least else ""


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """`did you mean "range"?` for a near miss, else what is allowed (at most ten of them)."""
    choices = sorted(allowed)
    near = nearest(word, choices)
    if near:
        return f'did you mean "{near}"?'
    shown = ", ".join(choices[:10]) + (", …" if len(choices) > 10 else "")
    return f"allowed: {shown}" if choices else ""
