"""What the results of a set of packs rest on: the packs and factcheck itself, told without loading either.

The packs that a set builds on are known once it was loaded; a small file beside the results names them.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.config import Config
from factcheck.engine import knowledge
from factcheck.errors import UserError
from factcheck.knowledge.cache import user_folder
from factcheck.knowledge.folder import digest_of, files_of
from factcheck.knowledge.places import built_in_packs, find_pack
from factcheck.model.digest import blake2b
from factcheck.model.finding import PackVersion
from factcheck.results.codec import DAMAGED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PACKAGE = Path(__file__).resolve().parent.parent
_BUILT_ON = ("ahocorasick_rs-", "pint-", "pyromark-", "pyyaml-")
"""How the folders begin in which installers keep the versions of what results depend on, in lower case."""
_DIGEST_BYTES = 20


@dataclass(frozen=True, slots=True)
class Basis:
    """The packs of a run, and the file in which results that rest on them are kept; None where none are.

    `folders` are those of the packs, each with the digest of its files.
    """

    packs: tuple[PackVersion, ...]
    folders: tuple[tuple[str, str], ...] = ()
    file: Path | None = None

    def stands(self) -> bool:
        """Whether the packs still say what they said when this was made."""
        with suppress(OSError, UserError):
            return self.folders == tuple((folder, digest_of(Path(folder))) for folder, _ in self.folders)
        return False


def basis_of(config: Config) -> Basis:
    """What the packs of some settings are. Raises UserError for packs that are not sound."""
    return _basis(config.rules, config.use_cache)


@lru_cache(maxsize=8)
def _basis(rules: tuple[str, ...], use_cache: bool) -> Basis:
    config = Config(rules=rules, use_cache=use_cache)
    if not use_cache:
        return Basis(_versions(config))
    program = _program()
    named = "\0".join((program, *built_in_packs(), "", *(str(find_pack(pack)) for pack in rules)))
    file = user_folder() / f"packs-{_hex(named)}.bin"
    known = _read(file)
    if known is not None and known.stands():
        return Basis(known.packs, known.folders, _results(program, known.folders))
    return _made(config, program, file)


def _made(config: Config, program: str, file: Path) -> Basis:
    """The basis of packs that have to be loaded; nothing is kept of packs that somebody changes meanwhile."""
    before = time.time_ns()
    folders = knowledge(config).folders
    told = tuple((folder, digest_of(Path(folder))) for folder in folders)
    if any(path.stat().st_mtime_ns >= before for folder in folders for _, path in files_of(Path(folder))):
        return Basis(_versions(config))
    found = Basis(_versions(config), told, _results(program, told))
    _write(file, found)
    return found


def _versions(config: Config) -> tuple[PackVersion, ...]:
    return tuple(PackVersion(name, version) for name, version in knowledge(config).versions)


def _results(program: str, folders: Sequence[tuple[str, str]]) -> Path:
    """The file of results: of this factcheck, and of packs that say this, wherever they stand."""
    return user_folder() / f"results-{_hex(chr(0).join((program, *(digest for _, digest in folders))))}.db"


def _read(file: Path) -> Basis | None:
    """What was kept of packs; None if there is nothing, or it is damaged."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    digest, payload = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
    if digest != _digest(payload):
        return None
    try:
        packs, folders = marshal.loads(payload)
        return Basis(tuple(PackVersion(*each) for each in packs), folders)
    except DAMAGED:
        return None


def _write(file: Path, basis: Basis) -> None:
    import tempfile  # not at start: what is written is written once

    payload = marshal.dumps((tuple((pack.id, pack.version) for pack in basis.packs), basis.folders))
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=file.stem, suffix=".part", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as part:
                part.write(_digest(payload) + payload)
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


@lru_cache(maxsize=1)
def _program() -> str:
    """Which factcheck and which Python: versions, the state of every module, and of what they build on."""
    parts = [__version__, str(sys.implementation.cache_tag), str(marshal.version)]
    return "\n".join((*parts, *sorted(_modules(str(_PACKAGE))), *sorted(_built_on())))


def _modules(folder: str) -> Iterator[str]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                state = entry.stat()
                yield f"{entry.path.removeprefix(str(_PACKAGE))} {state.st_size} {state.st_mtime_ns}"
            elif entry.is_dir() and not entry.name.startswith(("_", ".")):
                yield from _modules(entry.path)


def _built_on() -> Iterable[str]:
    """The versions of the packages that reading and understanding use, as installers name them."""
    for folder in dict.fromkeys(sys.path):
        with suppress(OSError):
            names = [entry.name for entry in os.scandir(folder or ".")]
            yield from (name for name in names if name.lower().startswith(_BUILT_ON) and name.endswith("-info"))


def _digest(payload: bytes) -> bytes:
    return blake2b(payload, digest_size=_DIGEST_BYTES).digest()


def _hex(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
