"""What is understood of documents, for those who ask: each claim, the verdict on it, and what kept it silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import Moment
from factcheck.engine import documents_of, extractor, knowledge, unreadable_finding
from factcheck.extract.near import names_of_document, near_misses, sentences_of
from factcheck.model.understood import Account, Judged, Understood
from factcheck.readers import ReadError
from factcheck.run import weighed, weightiest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.config import Config
    from factcheck.discover import Source
    from factcheck.model.document import Document
    from factcheck.model.span import Span


def readings(sources: Iterable[Source], config: Config) -> Iterator[Understood]:
    """What is understood of every document of the sources, in order. Raises UserError for a broken pack.

    A source that has settings of its own is read by these.
    """
    for source in sources:
        own = source.config or config
        knowledge(own)
        try:
            documents = documents_of(source, own)
        except (ReadError, OSError) as error:
            yield Understood(source.path, None, fault=unreadable_finding(error).message)
            continue
        for document in documents:
            yield _understood(document, own)


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
