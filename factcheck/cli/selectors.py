"""Codes and facts that the user names: an unknown one is a mistake, not a silent nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import CHECKS, FAMILIES
from factcheck.config import is_code
from factcheck.errors import UserError, UserErrors, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.config import Config
    from factcheck.knowledge import KnowledgeBase


def refuse_unknown(config: Config, base: KnowledgeBase, given: Iterable[str]) -> None:
    """Raise UserError for what `select`, `ignore` and `severity` name and nothing has.

    `given` are the options of the command: what they name is not the settings file's mistake.
    """
    known = {*CHECKS, *base.facts, *base.sets, *base.terms, *base.entities}
    named = (("select", config.select), ("ignore", config.ignore), ("severity", [each for each, _ in config.severity]))
    mistakes = [
        UserError(f"--{name}" if name in given or not config.file else f"{config.file}: {name}", *_why(selector, known))
        for name, selectors in named
        for selector in selectors
        if selector not in known and not _is_prefix(selector)
    ]
    if mistakes:
        raise mistakes[0] if len(mistakes) == 1 else UserErrors(mistakes)


def _is_prefix(selector: str) -> bool:
    return is_code(selector) and any(code.startswith(selector) for code in (*CHECKS, *FAMILIES))


def _why(selector: str, known: Iterable[str]) -> tuple[str, str]:
    if selector.upper().startswith("FC") and any(character.isdigit() for character in selector):
        return f'no check has the code "{selector}"', did_you_mean(selector.upper(), CHECKS)
    return f'no code and no fact is called "{selector}"', did_you_mean(selector, known)
