"""Fixed phrases of several words (`because of`, `no longer`, `for example`): each is read as one word."""

from __future__ import annotations

from factcheck.extract.tables import phrase_list
from factcheck.extract.words import Token

_PREPOSITIONS = phrase_list(
    "due to, because of, such as, as part of, as a result of, as a consequence of, in addition to, according to, "
    "instead of, rather than, in front of, on top of, apart from, aside from, other than, owing to, thanks to, as "
    "well as, along with, together with, in contrast to, in contrast with, as opposed to, contrary to, compared "
    "with, compared to, in comparison with, in comparison to, by means of, by way of, on account of, in terms of, "
    "in response to, in spite of, with regard to, prior to, up to, as for, out of, away from, in place of, on "
    "behalf of, in favour of, in favor of, by virtue of, at the hands of, in the form of, as a form of, as to, as "
    "of, not to mention, for the sake of, in case of, in the case of, at the root of, on the part of, back to, at the "
    "bottom of, all over, all across, at the heart of, at the core of, at the centre of, at the center of"
)
_CONJUNCTIONS = phrase_list(
    "even though, even if, as soon as, as long as, now that, given that, seeing that, provided that, so that, in "
    "case, in which case, as if, as though, in that, even when, only if, only when, assuming that, on the grounds "
    "that, despite "
    "the fact that, due to the fact that, because of the fact that, owing to the fact that, ever since, by the "
    "time, in order that, if only, supposing that"
)
_NEGATIONS = phrase_list(
    "yet to, no longer, not at all, by no means, in no way, in no sense, under no circumstances, never ever, no "
    "way, anything but, far from, never before"
)
_ADVERBS = phrase_list(
    "for example, for instance, of course, at all, long since, any longer, any more, "
    "any time soon, once and for all, in fact, in general, as yet, so far, as well, in part, at "
    "first, at least, at most, more than, less than, fewer than, for now, at present, at the moment, at the time, "
    "in turn, for good, a lot, a little, a bit, in reality, by far, once again, these days, to date, until "
    "recently, for a long time, in particular, above all, most of the time, once more, not only, in "
    "effect, not necessarily, not always, not entirely, not exactly, not quite, in principle, as such, for "
    "certain, for sure, no doubt, without doubt, without a doubt, beyond doubt, one day, in other words, on the "
    "whole, by definition, at best, at times, over time, all in all, on its own, on their own, by itself, by "
    "themselves, in itself, to some extent, in some way, in theory, in practice, on the contrary, on the other "
    "hand, on the one hand, in truth, per se, right away, up to now, until now, till now, sort of, kind of, in "
    "the main, for the most part, as a rule, as usual, at last, at once, in short, put simply, strictly speaking, "
    "nothing but, none other than, nothing more than, generally speaking, roughly speaking, broadly speaking, "
    "in this case, in our case, nothing other than, nothing except, nothing else but, not "
    "just, not merely, not simply, years ago, months ago, weeks ago, days ago, decades ago, last year, last "
    "month, last week, last autumn, last summer, last spring, last winter, this year, this month, next year, next "
    "month, later this year, later this month, every day, each day, each morning, every morning, each evening, "
    "every evening, each night, every night, to this day, to the present day, once a day, twice a day, once daily, "
    "twice "
    "daily, once weekly, per day, a day, a week, at any given time, at any one time, at the moment, right now, "
    "one by one, so to speak, at bottom, at heart, at root, in essence, at its core, at its root, at its heart, deep "
    "down, in the end, after all, as a matter of fact, in actual fact, in any case, in every case, "
    "in all cases, in each case, in every single case, by nature, pure and "
    "simple, through and through, as it happens, for ever, "
    "until then, till then, up to then, up until then, before then, until that point, until that day, "
    "up to that point, "
    "for life, for all time, without fail, every time, without exception, when all is said and done, "
    "nothing other than, no other than, "
    "nothing else but, nothing else than, no fewer than, no less than, not less than, not "
    "fewer than, as high as, as many as, as much as, as low as, as few as, as little as"
)
_COORDINATORS = phrase_list("but also, but rather, and not, but not, as well as")
_TABLES = (
    ("prep", _PREPOSITIONS),
    ("sub", _CONJUNCTIONS),
    ("neg", _NEGATIONS),
    ("adv", _ADVERBS),
    ("coord", _COORDINATORS),
    ("adj", ("to blame",)),
    ("adj", ("one and only",)),
    ("adj", phrase_list("for keeps, here to stay, there to stay")),
    ("pron", ("no one", "each other", "one another")),
    ("quant", phrase_list("few to no, little to no, next to no, minimal to no")),
    ("det", phrase_list("one and the same, the very same, the selfsame")),
)


def join_phrases(tokens: list[Token]) -> list[Token]:
    """Make `because of`, `no longer`, `for example` … single tokens with their tag."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        size, tag = _phrase_at(tokens, at)
        if not size:
            out.append(tokens[at])
            at += 1
            continue
        run = tokens[at : at + size]
        joined = Token(" ".join(token.text for token in run), run[0].start, run[-1].end, "phrase")
        joined.tag = tag
        out.append(joined)
        at += size
    return out


def _phrase_at(tokens: list[Token], at: int) -> tuple[int, str]:
    """How many words the longest fixed phrase at `at` has (0 for none), and its tag."""
    for words, tag in _BY_FIRST.get(tokens[at].low, ()) if tokens[at].kind == "word" else ():
        run = tokens[at : at + len(words)]
        if len(run) == len(words) and all(t.kind == "word" and t.low == w for t, w in zip(run, words, strict=True)):
            return len(words), tag
    return 0, ""


def _by_first() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> the phrases that begin with it, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for tag, phrases in _TABLES:
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, tag))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


_BY_FIRST = _by_first()
