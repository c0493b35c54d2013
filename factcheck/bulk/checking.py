"""How rows are checked: the settings, and which columns hold what."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path

from factcheck.between import asks
from factcheck.config import Config
from factcheck.errors import UserError
from factcheck.knowledge import built_in_packs
from factcheck.knowledge.places import find_pack

ID, TEXT = "id", "text"
"""The columns that are read unless others are named."""


@dataclass(frozen=True, slots=True)
class Checking:
    """The settings that judge, and the columns that are read.

    `config.text_format` says how a text is read. Without `date_column` a document has the date that its own text bears.
    """

    config: Config = field(default_factory=Config)
    id_column: str = ID
    text_column: str = TEXT
    date_column: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read, each once."""
        return tuple(dict.fromkeys(each for each in (self.id_column, self.text_column, self.date_column) if each))

    @property
    def compares(self) -> bool:
        """Whether documents are held against one another."""
        return asks(self.config) and not self.config.alone

    def alone(self) -> Checking:
        """The same without comparison between documents, for engines that see one batch at a time."""
        return replace(self, config=replace(self.config, alone=True))

    def anywhere(self) -> Checking:
        """The same for a process that runs in another folder. Raises UserError for a pack that is not there."""
        own = [(each, find_pack(each)) for each in self.config.rules]
        shipped = {*built_in_packs().values()}
        rules = tuple(str(at.resolve()) if Path(each).is_dir() and at not in shipped else each for each, at in own)
        return replace(self, config=replace(self.config, rules=rules))


def require(module: str, extra: str) -> None:
    """Raise UserError, with the way out, if a module of an extra is not installed."""
    if find_spec(module) is None:
        raise UserError(
            "factcheck bulk", f"needs {module}, which is not installed", f'install it: pip install "factcheck[{extra}]"'
        )
