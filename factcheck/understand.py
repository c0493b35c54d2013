"""What is understood of documents, for those who ask: each claim, the verdict on it, and what kept it silent."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from factcheck.checks import Moment
from factcheck.collect import Labour, Task, chunks_of, died, job_of
from factcheck.discover import Configs
from factcheck.engine import documents_of, extractor, knowledge, unreadable_finding
from factcheck.extract.near import names_of_document, near_misses, sentences_of
from factcheck.model.understood import Account, Judged, Understood
from factcheck.parallel import mapped, processes
from factcheck.readers import ReadError
from factcheck.run import weighed, weightiest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.config import Config
    from factcheck.discover import Source
    from factcheck.model.document import Document
    from factcheck.model.span import Span

_ALONE = Labour()


def readings(sources: Sequence[Source], config: Config, labour: Labour = _ALONE) -> Iterator[Understood]:
    """What is understood of every document of the sources, in order. Raises UserError for a broken pack.

    A source that has settings of its own is read by these.
    """
    configs = Configs(sources[:], config)
    count = processes(labour.jobs, len(sources))
    job = job_of(_understood_of, _lost, (configs[source.path] for source in sources[:]), labour)
    with closing(mapped(job, chunks_of(sources[:], configs, count), count)) as read:
        for _ in sources:
            yield from next(read)


def _understood_of(task: Task) -> list[Understood]:
    """What is understood of the documents of one source."""
    source, config = task
    knowledge(config)
    try:
        documents = documents_of(source, config)
    except (ReadError, OSError) as error:
        return [_unread(source, error)]
    return [_understood(document, config) for document in documents]


def _unread(source: Source, error: Exception) -> Understood:
    return Understood(source.path, None, fault=unreadable_finding(error).message)


def _lost(task: Task, how: str) -> list[Understood]:
    return [_unread(task.source, died(how))]


def _understood(document: Document, config: Config) -> Understood:
    reading, kb, moment = extractor(config).read(document), knowledge(config), Moment(config.as_of)
    told = [(claim, weightiest(claim, kb, moment)) for claim in reading.claims]
    claims = tuple(Judged(claim, verdict and weighed(verdict, config)) for claim, verdict in told)
    unread = tuple(sorted(reading.unread, key=lambda each: each.sentence))
    return Understood(document.path, document, tuple(sorted(claims, key=lambda each: each.claim.span)), unread)


def accounts(understood: Understood, config: Config, wanted: Callable[[Span], bool]) -> list[Account]:
    """The sentences of a document whose range of the source is wanted, with claims, names and near frames."""
    document = understood.document
    if document is None:
        return []
    tools = extractor(config)
    names = names_of_document(document, tools)
    found = []
    for sentence in sentences_of(document):
        if wanted(document.source_span(sentence)):
            inside = tuple(name for name in names if sentence.start <= name.span.start < sentence.end)
            claims = tuple(each for each in understood.claims if each.claim.sentence.overlaps(sentence))
            known = {word for each in claims for word in (each.claim.relation, each.claim.object)}
            near = (miss for miss in near_misses(sentence, inside, document, tools) if miss.target not in known)
            reason = next((each.reason for each in understood.unread if each.sentence.overlaps(sentence)), "")
            found.append(Account(sentence, claims, inside, tuple(near), reason))
    return found
