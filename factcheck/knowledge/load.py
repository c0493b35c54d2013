"""Folders -> Packs, the packs that they require first. Every mistake is told, not the first alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.errors import UserError, UserErrors
from factcheck.knowledge.cross_check import cross_check
from factcheck.knowledge.extensions import Extension, join, read_extensions
from factcheck.knowledge.folder import digest_of, files_of, stray_files
from factcheck.knowledge.frames import FrameCompiler
from factcheck.knowledge.ledger import Ledger
from factcheck.knowledge.places import find_pack, shown
from factcheck.knowledge.read_entities import read_disjoint, read_entities
from factcheck.knowledge.read_facts import read_facts, read_sets, read_terms
from factcheck.knowledge.read_relations import read_relations, read_wordings
from factcheck.knowledge.unsound import note_ids
from factcheck.knowledge.validate import mistakes_of
from factcheck.knowledge.words import WordClasses
from factcheck.knowledge.yaml_file import Place, read_text, read_yaml
from factcheck.model.knowledge import Citation, Pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


@dataclass(slots=True)
class Source:
    """A pack's folder and the sound files of it, by kind; then the files that its schema refuses, and why."""

    id: str
    folder: Path
    digest: str
    ledger: Ledger
    files: dict[str, list[Place]] = field(default_factory=dict)
    guards: tuple[str, ...] = ()
    unsound: list[tuple[str, Place]] = field(default_factory=list)
    refused: list[UserError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Packs with the folder of each, in the order in which they build on one another.

    A digest was taken before the folder's files were read; a ledger has the place of every id.
    """

    packs: tuple[Pack, ...]
    folders: tuple[Path, ...]
    digests: tuple[str, ...]
    classes: tuple[tuple[str, str, tuple[str, ...]], ...]
    mistakes: tuple[UserError, ...]
    ledgers: tuple[Ledger, ...] = ()


def load_packs(packs: Sequence[str]) -> Loaded:
    """Load packs by name or path, and those that they require; raises UserErrors of all mistakes."""
    loaded = try_packs(packs)
    if len(loaded.mistakes) == 1:
        raise loaded.mistakes[0]
    if loaded.mistakes:
        raise UserErrors(loaded.mistakes)
    return loaded


def try_packs(packs: Sequence[str]) -> Loaded:
    """As `load_packs`, with the mistakes beside what could be read."""
    mistakes: list[UserError] = []
    sources: list[Source] = []
    for pack in packs:
        try:
            _gather(find_pack(pack), sources, mistakes, ())
        except UserError as error:
            mistakes += flat([error])
    all_read = len(mistakes) == sum(len(source.refused) for source in sources)
    whole = all_read and not any(kind == "relations" for source in sources for kind, _ in source.unsound)
    worded = ((source.ledger, place) for source in sources for place in source.files.get("relations", ()))
    classes = WordClasses(worded, whole=whole)
    added: dict[str, list[Extension]] = {}
    dated: set[str] = set()
    built = tuple(_build(source, classes, added, dated) for source in sources)
    ledgers = [source.ledger for source in sources]
    built = join(built, ledgers, added)
    known = all_read
    for source in sources:
        mistakes += source.ledger.mistakes
        known &= note_ids(source.ledger, source.unsound)
    mistakes += cross_check(built, ledgers, added, sound=not mistakes, known=known)
    folders = tuple(source.folder for source in sources)
    digests = tuple(source.digest for source in sources)
    return Loaded(built, folders, digests, classes.all(), tuple(mistakes), tuple(ledgers))


def flat(errors: Iterable[UserError]) -> list[UserError]:
    """Single mistakes, from mistakes that may hold several."""
    return [one for error in errors for one in (error.errors if isinstance(error, UserErrors) else (error,))]


def _gather(folder: Path, sources: list[Source], mistakes: list[UserError], above: tuple[Path, ...]) -> None:
    """Read a pack's files after those of the packs that it requires."""
    if any(source.folder == folder for source in sources):
        return
    source = _read_folder(folder, mistakes)
    pack = source.files.get("pack") or [place for kind, place in source.unsound if kind == "pack"]
    for number, name in enumerate(source.ledger.requires):
        at = pack[0].at("requires", number) if pack else None
        try:
            required = find_pack(name, beside=folder.parent)
        except UserError as error:
            mistakes.append(at.mistake(error.what, error.hint) if at else error)
            continue
        if required in (*above, folder):
            what = (
                "a pack does not require itself" if required == folder else f'pack "{name}" requires this one in turn'
            )
            mistakes.append(at.mistake(what, "take it out of requires") if at else UserError(name, "cycle"))
            continue
        _gather(required, sources, mistakes, (*above, folder))
    twin = next((each for each in sources if each.id == source.id), None)
    if twin is not None and pack:
        what = f'pack "{source.id}" is loaded twice'
        mistakes.append(pack[0].at("id").mistake(what, f"also from {shown(twin.folder)}"))
    sources.append(source)


def _read_folder(folder: Path, mistakes: list[UserError]) -> Source:
    """Read and validate all files of a folder."""
    mistakes += stray_files(folder)
    digest = digest_of(folder)
    found: dict[str, list[Place]] = {}
    guards: tuple[str, ...] = ()
    unsound: list[tuple[str, Place]] = []
    refused: list[UserError] = []
    for kind, path in files_of(folder):
        try:
            if kind == "guards":
                guards = _guards(path)
                continue
            file = read_yaml(path)
        except UserError as error:
            mistakes += flat([error])
            continue
        wrong = mistakes_of(file, kind)
        refused += wrong
        if wrong:
            unsound.append((kind, Place(file)))
        else:
            found.setdefault(kind, []).append(Place(file))
    mistakes += refused
    pack, requires = _about(found, unsound)
    name = pack.get("id", folder.name)
    if name != folder.name and name != _installed_name(folder):
        what = f'id "{name}" is not the name of the folder'
        mistakes.append(found["pack"][0].at("id").mistake(what, f'write "{folder.name}"'))
    ledger = Ledger(name, requires)
    return Source(name, folder, digest, ledger, found, guards, unsound, refused)


def _about(
    found: dict[str, list[Place]], unsound: Iterable[tuple[str, Place]]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What pack.yaml says, and which packs it requires; of a file that its schema refuses only the latter."""
    pack: dict[str, Any] = found["pack"][0].file.data if "pack" in found else {}
    told = [pack, *(place.file.data for kind, place in unsound if kind == "pack" and isinstance(place.file.data, dict))]
    listed = [each["requires"] for each in told if isinstance(each.get("requires"), list)]
    return pack, tuple(name for names in listed for name in names if isinstance(name, str))


def _installed_name(folder: Path) -> str:
    from factcheck.knowledge.installed import installed_name

    return installed_name(folder)


def _guards(path: Path) -> tuple[str, ...]:
    lines = (line.partition("#")[0].strip() for line in read_text(path).splitlines())
    return tuple(sorted({line for line in lines if line}))


def _build(source: Source, classes: WordClasses, added: dict[str, list[Extension]], dated: set[str]) -> Pack:
    """Records of a pack from its files; what it adds to other packs' entities goes into `added`.

    `dated` are the relations of the packs before it that are judged by dates; its own are put in.
    """
    ledger, files = source.ledger, source.files
    compiler = FrameCompiler(ledger, classes)
    entities = [read_entities(place, ledger, compiler) for place in files.get("entities", ())]
    relations = [read_relations(place, ledger, compiler) for place in files.get("relations", ())]
    own = {each.id: each for found, _ in relations for each in found}
    dated |= {each.id for each in own.values() if each.judge == "dated"}
    worded = [read_wordings(place, ledger, compiler, own, dated) for place in files.get("relations", ())]
    extended = [read_extensions(place, ledger, compiler) for place in files.get("entities", ())]
    added[source.id] = [each for found, _ in extended for each in found]
    told = [frames for _, frames in (*relations, *entities, *extended)]
    facts = files.get("facts", ())
    about = files["pack"][0].file.data if "pack" in files else {}
    return Pack(
        id=source.id,
        version=about.get("version", ""),
        title=about.get("title", ""),
        requires=ledger.requires,
        entities=tuple(entity for found, _ in entities for entity in found),
        disjoint=tuple(each for place in files.get("entities", ()) for each in read_disjoint(place, ledger)),
        relations=tuple(relation for found, _ in relations for relation in found),
        frames=tuple(frame for found in (*told, *worded) for frame in found),
        facts=tuple(fact for place in facts for fact in read_facts(place, ledger)),
        sets=tuple(each for place in facts for each in read_sets(place, ledger)),
        terms=tuple(term for place in facts for term in read_terms(place, ledger)),
        citations=tuple(each for place in files.get("citations", ()) for each in _citations(place, ledger)),
        cues=tuple(each for place in files.get("cues", ()) for each in _cues(place, ledger)),
        guards=source.guards,
    )


def _citations(place: Place, ledger: Ledger) -> list[Citation]:
    found = []
    for name, data in place.file.data["citations"].items():
        ledger.define("citation", name, place.at("citations", name))
        words = {key: str(value) for key, value in data.items() if key != "seen"}
        found.append(Citation(id=name, seen=data.get("seen", False), **words))
    return found


def _cues(place: Place, ledger: Ledger) -> list[tuple[str, tuple[str, ...]]]:
    cues = place.file.data["cues"]
    return [(name, ledger.expand(words, place.at("cues", name))) for name, words in cues.items()]
