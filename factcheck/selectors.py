"""Codes, prefixes of codes and facts by which findings are chosen or silenced: which there are, and which are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import CHECKS, FAMILIES
from factcheck.config import is_code
from factcheck.errors import UserError, UserErrors, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.config import Config
    from factcheck.knowledge.base import KnowledgeBase

BETWEEN_DOCUMENTS = "FC4"


def why_unknown(selector: str, knowledge: Callable[[], KnowledgeBase]) -> tuple[str, str]:
    """Why no finding can have this code or fact, with the nearest that one can have; empty if one can.

    The packs are asked for only where a fact may be meant.
    """
    if selector in CHECKS or _is_prefix(selector):
        return "", ""
    base = knowledge()
    known = {*CHECKS, *base.facts, *base.sets, *base.terms, *base.entities}
    if selector in known:
        return "", ""
    if selector.upper().startswith("FC") and any(character.isdigit() for character in selector):
        return f'no check has the code "{selector}"', did_you_mean(selector.upper(), CHECKS)
    return f'no code and no fact is called "{selector}"', did_you_mean(selector, known)


def refuse_unknown(config: Config, knowledge: Callable[[], KnowledgeBase]) -> None:
    """Raise UserError for what the settings name and nothing has, at the option or the place in the settings file."""
    ignored = [each for _, names in config.per_file_ignores for each in names]
    named = {
        "select": config.select,
        "ignore": [each for each in config.ignore if each not in ignored],
        "per_file_ignores": ignored,
        "severity": [each for each, _ in config.severity],
    }
    mistakes = []
    for name, selectors in named.items():
        place = config.origin(name)
        place = place if place.startswith("--") else f"{place}: {name.replace('_', '-')}"
        told = [why_unknown(selector, knowledge) for selector in selectors]
        mistakes += [UserError(place, *why) for why in told if why[0]]
    if mistakes:
        raise mistakes[0] if len(mistakes) == 1 else UserErrors(mistakes)


def _is_prefix(selector: str) -> bool:
    return is_code(selector) and any(code.startswith(selector) for code in (*CHECKS, *FAMILIES))


def sought(selector: str, config: Config) -> bool:
    """Whether a run with these settings looks for all findings of a code, a prefix of codes or a fact."""
    if not is_code(selector):
        return not config.select and selector not in config.ignore and not any(map(is_code, config.ignore))
    codes = [code for code in CHECKS if code.startswith(selector)]
    alone = config.alone and any(code.startswith(BETWEEN_DOCUMENTS) for code in codes)
    return not alone and all(config.wants(code, "") for code in codes)
