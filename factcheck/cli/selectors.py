"""Codes and facts that the user names: an unknown one is a mistake, not a silent nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import UserError, UserErrors
from factcheck.selectors import why_unknown

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.knowledge import KnowledgeBase


def refuse_unknown(config: Config, base: KnowledgeBase) -> None:
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
        told = [why_unknown(selector, base) for selector in selectors]
        mistakes += [UserError(place, *why) for why in told if why[0]]
    if mistakes:
        raise mistakes[0] if len(mistakes) == 1 else UserErrors(mistakes)
