"""factcheck as a side of a comparison: which options it has, and a cache in the state that is measured."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.speed.rounds import Side

DONE = (0, 1)
DOCUMENTS = ("Cytokines are proteins.\n", "Enzymes are proteins.\n")


class Factcheck:
    """The installed program, with caches below a scratch folder.

    `jobs`: whether it has --jobs. `keeps_results`: whether what it found in a document is kept for the next run.
    """

    def __init__(self, program: Path, scratch: Path) -> None:
        """Compile the built-in packs into a cache, and find out what the program can do."""
        self.program = program
        self.scratch = scratch
        self._warm = scratch / "warm"
        self._pages = scratch / "pages"
        self._pages.mkdir(parents=True)
        for number, text in enumerate(DOCUMENTS):
            (self._pages / f"{number}.md").write_text(text, encoding="utf-8")
        self.jobs = "--jobs" in self._ran(("check", "--help"), self._warm)
        self._ran(("check", "--isolated", str(self._pages / "0.md")), self._warm)
        self.keeps_results = self._writes((), copy=True)
        self._spared = self._writes(("--no-cache",), copy=False)

    def _ran(self, arguments: Sequence[str], cache: Path) -> str:
        variables = {**os.environ, "XDG_CACHE_HOME": str(cache)}
        done = subprocess.run(
            [str(self.program), *arguments], capture_output=True, text=True, check=False, env=variables
        )
        if done.returncode not in DONE:
            raise SystemExit(done.stderr)
        return done.stdout

    def _writes(self, options: Sequence[str], *, copy: bool) -> bool:
        """Whether a run writes into a cache that holds the compiled packs (`copy`), or into an empty one."""
        cache = self.scratch / "tried"
        shutil.rmtree(cache, ignore_errors=True)
        if copy:
            shutil.copytree(self._warm, cache)
        before = _state(cache)
        self._ran(("check", "--isolated", *options, str(self._pages / "1.md")), cache)
        return _state(cache) != before

    def cold(self) -> Mapping[str, str]:
        """The environment of a first run ever: an empty cache."""
        return self._cache_of(None)

    def warm(self) -> Mapping[str, str]:
        """The environment of a run that finds the built-in packs compiled and no document known."""
        return self._cache_of(self._warm)

    def warm_for(self, pack: Path) -> Callable[[], Mapping[str, str]]:
        """The environment of a run that finds this pack compiled; it is compiled now, for none but itself."""
        model = self.scratch / f"warm-{pack.name}"
        self._ran(("check", "--isolated", "--rules", str(pack), str(self._pages / "0.md")), model)
        return lambda: self._cache_of(model)

    def _cache_of(self, model: Path | None) -> Mapping[str, str]:
        cache = self.scratch / "cache"
        shutil.rmtree(cache, ignore_errors=True)
        if model is not None:
            shutil.copytree(model, cache)
        return {"XDG_CACHE_HOME": str(cache)}

    def side(
        self,
        paths: Sequence[Path],
        before: Callable[[], Mapping[str, str]] | None = None,
        *,
        jobs: int = 1,
        options: Sequence[str] = (),
    ) -> Side:
        """The check of paths by `jobs` processes; `before` gives the cache (default: only the packs are known).

        If --no-cache still keeps compiled packs, it is passed, so that results are not written either.
        """
        extra = [*(["--jobs", str(jobs)] if self.jobs else []), *options]
        if before is None and self._spared:
            extra.append("--no-cache")
        command = (str(self.program), "check", "--isolated", "--quiet", *extra, *map(str, paths))
        return Side(command, DONE, before or self.warm)

    def terms(self) -> str:
        """All names of the built-in packs, in lower case, a line each, sorted; for the floor."""
        program = (
            "from factcheck.config import Config; from factcheck.knowledge import load_knowledge\n"
            "print(*sorted({n.text.lower() for n in load_knowledge(Config().rules).names} - {''}), sep='\\n')"
        )
        python = str(self.program.with_name("python"))
        variables = {**os.environ, "XDG_CACHE_HOME": str(self._warm)}
        return subprocess.run(
            [python, "-I", "-c", program], capture_output=True, text=True, check=True, env=variables
        ).stdout


def _state(folder: Path) -> dict[str, tuple[int, int]]:
    files = (each for each in folder.rglob("*") if each.is_file())
    return {str(each): (each.stat().st_size, each.stat().st_mtime_ns) for each in files}
