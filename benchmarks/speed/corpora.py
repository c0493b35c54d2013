"""The texts that are measured with: real ones, dense ones, and as many as are wanted. Seeded: always the same."""

from __future__ import annotations

import random
import re
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FOLDER_OF = 1000
SHORTEST = 120
_NO_PROSE = re.compile(r"[#|>*-]|\d+\. ")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_NUMBER = re.compile(r"(?<![\w.-])\d{1,3}(?![\w.,-])")
_DRUGS = ("baricitinib", "ruxolitinib", "tofacitinib", "ritlecitinib", "upadacitinib", "minoxidil", "finasteride")
_DISEASES = ("alopecia areata", "androgenetic alopecia", "alopecia totalis", "alopecia universalis", "hair loss")
_OPENERS = ("", "Today, ", "In practice, ", "In most clinics, ", "As a rule, ", "By now, ", "For many readers, ")
_FIRST = re.compile(r"(?:The|It|Most|In|As|A|An|Some|Other|These|This|They|That|Both|Many|Each)\b")
_NOTED = 0.8
_SWAPPED = re.compile("|".join((*_DRUGS, *_DISEASES)), re.IGNORECASE)


def unpack(archive: Path, folder: Path) -> list[Path]:
    """Unpack a corpus of Markdown below `folder`; its files, sorted. Raises SystemExit if the archive is missing."""
    if not archive.is_file():
        raise SystemExit(f"{archive}: no such archive; name the one of the corpus with --corpus")
    with tarfile.open(archive) as packed:
        members = [each for each in packed.getmembers() if each.isfile() and each.name.endswith(".md")]
        for number, member in enumerate(members):
            content = packed.extractfile(member)
            file = folder / f"{number // FOLDER_OF:03}" / member.name.replace("/", "-")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.read() if content else b"")
    return sorted(folder.rglob("*.md"))


def share_of(files: Sequence[Path], share: float) -> list[Path]:
    """Every so manyth of the files, from the first on: 0.1 is each tenth."""
    return list(files[:: max(1, round(1 / share))])


def paragraphs(files: Iterable[Path]) -> list[str]:
    """The blocks of prose of files, one string each: no headings, lists, tables or quotations, and no short lines."""
    blocks = (block.strip() for file in files for block in file.read_text(encoding="utf-8").split("\n\n"))
    return [block for block in blocks if len(block) > SHORTEST and not _NO_PROSE.match(block)]


def write_documents(texts: Iterable[str], folder: Path) -> int:
    """Write one document a text below `folder`, a thousand in each sub-folder; returns the bytes in all."""
    written = 0
    for number, text in enumerate(texts):
        file = folder / f"{number // FOLDER_OF:04}" / f"{number:07}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        written += file.write_bytes(text.encode())
    return written


def composed(pool: Sequence[str], size: int, each: int, seed: int) -> Iterator[str]:
    """Documents of about `each` bytes, together about `size` bytes, of paragraphs drawn from `pool`."""
    chance = random.Random(seed)
    number = made = 0
    while made < size:
        number += 1
        blocks, length = [f"# Page {number}"], 0
        while length < each:
            blocks.append(chance.choice(pool))
            length += len(blocks[-1].encode()) + 2
        text = "\n\n".join(blocks) + "\n"
        made += len(text.encode())
        yield text


def dense(size: int, seed: int) -> Iterator[str]:
    """Documents about hair loss, together about `size` bytes: the sample articles, repeated and varied.

    Paragraphs are drawn, drugs, diseases and numbers are exchanged for others, sentences get openers and the number of
    a note: few sentences stand twice, so that nothing is won by remembering them.
    """
    chance = random.Random(seed)
    pool = paragraphs(sorted(SEEDS.iterdir()))
    for text in composed(pool, size, 4000, seed):
        title, *blocks = text.strip().split("\n\n")
        yield "\n\n".join([title, *(_varied(block, chance) for block in blocks)]) + "\n"


def _varied(block: str, chance: random.Random) -> str:
    return " ".join(_reworded(sentence, chance) for sentence in _SENTENCE.split(" ".join(block.split())))


def _reworded(sentence: str, chance: random.Random) -> str:
    def other(found: re.Match[str]) -> str:
        choice = chance.choice(_DRUGS if found[0].lower() in _DRUGS else _DISEASES)
        return choice.capitalize() if found[0][0].isupper() else choice

    changed = _NUMBER.sub(lambda found: str(chance.randint(1, 2 * int(found[0]) + 9)), _SWAPPED.sub(other, sentence))
    if _FIRST.match(changed):
        opener = chance.choice(_OPENERS)
        changed = opener + (changed[0].lower() + changed[1:] if opener else changed)
    if changed.endswith(".") and chance.random() < _NOTED:
        changed = f"{changed[:-1]} (note {chance.randrange(10**6)})."
    return changed
