"""Codes, prefixes of codes and facts by which findings are chosen or silenced: which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import CHECKS, FAMILIES
from factcheck.config import is_code
from factcheck.errors import did_you_mean

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.knowledge.base import KnowledgeBase

BETWEEN_DOCUMENTS = "FC4"


def why_unknown(selector: str, base: KnowledgeBase) -> tuple[str, str]:
    """Why no finding can have this code or fact, with the nearest that one can have; empty if one can."""
    known = {*CHECKS, *base.facts, *base.sets, *base.terms, *base.entities}
    if selector in known or _is_prefix(selector):
        return "", ""
    if selector.upper().startswith("FC") and any(character.isdigit() for character in selector):
        return f'no check has the code "{selector}"', did_you_mean(selector.upper(), CHECKS)
    return f'no code and no fact is called "{selector}"', did_you_mean(selector, known)


def _is_prefix(selector: str) -> bool:
    return is_code(selector) and any(code.startswith(selector) for code in (*CHECKS, *FAMILIES))


def sought(selector: str, config: Config) -> bool:
    """Whether a run with these settings looks for all findings of a code, a prefix of codes or a fact."""
    if not is_code(selector):
        return not config.select and selector not in config.ignore and not any(map(is_code, config.ignore))
    codes = [code for code in CHECKS if code.startswith(selector)]
    alone = config.alone and any(code.startswith(BETWEEN_DOCUMENTS) for code in codes)
    return not alone and all(config.wants(code, "") for code in codes)
