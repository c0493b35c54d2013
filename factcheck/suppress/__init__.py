"""Suppressions: what documents say to factcheck, and what that silences."""

from factcheck.suppress.scopes import suppressions_of
from factcheck.suppress.silence import silenced

__all__ = ["silenced", "suppressions_of"]
