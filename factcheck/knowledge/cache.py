"""Knowledge bases, kept compiled in the user's cache folder for as long as the packs' files say the same."""

from __future__ import annotations

import gc
import marshal
import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from factcheck import __version__
from factcheck.knowledge.base import KnowledgeBase
from factcheck.knowledge.codec import layout
from factcheck.knowledge.folder import digest_of
from factcheck.knowledge.places import built_in_packs, find_pack, schema_folder
from factcheck.model.digest import blake2b

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_MAGIC = b"factcheck knowledge 2\n"
_DIGEST_BYTES = 20
_kept_in: WeakKeyDictionary[KnowledgeBase, tuple[Path, bytes]] = WeakKeyDictionary()
"""The file that keeps a base compiled, and the digest of what it holds."""


def load_knowledge(packs: Sequence[str], use_cache: bool = True, cache_folder: Path | None = None) -> KnowledgeBase:
    """The knowledge of packs (names or paths) and of those that they require.

    `cache_folder` is where compiled packs are kept (default: the user's cache folder). Raises
    UserError or UserErrors for what the packs' authors must change.
    """
    folders = [find_pack(pack) for pack in packs]
    if not use_cache:
        return _compile(packs)[0]
    entry = (cache_folder or user_folder()) / f"knowledge-{_key(folders)}.bin"
    found = _read(entry)
    if found is not None:
        return found
    base, plain = _compile(packs)
    _kept_in[base] = entry, _write(entry, plain)
    return base


def kept(base: KnowledgeBase, name: str, source: str, make: Callable[[], Any]) -> Any:
    """What `make` works out of a base, in plain form, kept beside it for as long as the base and the code stay.

    `source` is the module that knows how; that, and those beside it, are the code. A base that is not kept keeps
    nothing beside it.
    """
    if base not in _kept_in:
        return make()
    entry, digest = _kept_in[base]
    beside = entry.with_name(f"{entry.stem}-{name}.bin")
    mark = (digest, tuple(sorted(_states(str(Path(source).parent)))))
    found = _content(beside)
    if found is not None:
        with suppress(ValueError, TypeError, EOFError), _no_collecting():
            of, value = marshal.loads(found[1])
            if of == mark:
                return value
    value = make()
    _write(beside, (mark, value))
    return value


def _states(folder: str) -> Iterator[tuple[str, int, int]]:
    """The name, the bytes and the time of the last change of every module in a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                state = entry.stat()
                yield entry.name, state.st_size, state.st_mtime_ns


def _compile(packs: Sequence[str]) -> tuple[KnowledgeBase, Any]:
    from factcheck.knowledge.compiled import compiled
    from factcheck.knowledge.load import load_packs

    loaded = load_packs(packs)
    folders = tuple(str(folder) for folder in loaded.folders)
    plain = compiled(loaded.packs, folders, loaded.classes)
    return KnowledgeBase.of(plain), (folders, loaded.digests, plain)


def _read(entry: Path) -> KnowledgeBase | None:
    """The kept knowledge; None if there is none, it is damaged, or a file of a pack has changed."""
    content = _content(entry)
    if content is None:
        return None
    digest, payload = content
    with suppress(OSError, ValueError, TypeError, IndexError, KeyError, EOFError), _no_collecting():
        folders, digests, plain = marshal.loads(payload)
        if all(digest_of(Path(folder)) == known for folder, known in zip(folders, digests, strict=True)):
            base = KnowledgeBase.of(plain)
            _kept_in[base] = entry, digest
            return base
    return None


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without the garbage collector, which finds nothing among the many objects that are being made."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _content(entry: Path) -> tuple[bytes, memoryview] | None:
    """The digest of what an entry holds, and that; None if there is none, or it is damaged."""
    try:
        content = entry.read_bytes()
    except OSError:
        return None
    start = len(_MAGIC) + _DIGEST_BYTES
    payload = memoryview(content)[start:]
    digest = _digest(payload)
    return (digest, payload) if content[:start] == _MAGIC + digest else None


def _write(entry: Path, plain: Any) -> bytes:
    """Keep an entry, and hand back its digest; a folder that cannot be written to is no mistake."""
    import tempfile

    payload = marshal.dumps(plain)
    with suppress(OSError):
        entry.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=entry.stem, suffix=".part", dir=entry.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_MAGIC + _digest(payload) + payload)
            Path(name).replace(entry)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    return _digest(payload)


def _key(folders: Sequence[Path]) -> str:
    """Which packs, which factcheck (its version, its records, the state of its loader) and which Python."""
    parts = [__version__, str(sys.implementation.cache_tag), str(marshal.version), layout()]
    parts += [*built_in_packs(), "", *(str(folder) for folder in folders)]
    for path in [*sorted(Path(__file__).parent.glob("*.py")), *sorted(schema_folder().glob("*.json"))]:
        state = path.stat()
        parts.append(f"{path.name} {state.st_size} {state.st_mtime_ns}")
    return blake2b("\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _digest(payload: bytes | memoryview) -> bytes:
    return blake2b(payload, digest_size=_DIGEST_BYTES).digest()


def user_folder() -> Path:
    """The folder of this user in which compiled packs and results are kept; it need not be there yet."""
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("factcheck", appauthor=False))
