"""A linter for facts: compares what documents claim with a cited reference rule set.

The names of `__all__` are the interface for programs (docs/api.md); they are loaded when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

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

if TYPE_CHECKING:
    from factcheck.api import (
        DocumentReport,
        Finding,
        KnowledgeBase,
        Place,
        Report,
        UserError,
        check_paths,
        check_text,
        load_packs,
        place_of,
        render,
    )
else:  # a type checker would take any name at all for one that `__getattr__` gives

    def __getattr__(name: str) -> object:
        """A name of the interface, loaded now. Raises AttributeError for any other."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from factcheck import api

        return getattr(api, name)

    def __dir__() -> list[str]:
        """What the module holds, loaded or not."""
        return sorted({*globals(), *__all__})
