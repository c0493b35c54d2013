"""Tokens -> one part of speech each, by closed classes, the word list and what stands around.

No general tagger: only verbs, adjectives and adverbs are listed; the rest are nouns. A form that can
be a noun and a verb is settled by its left neighbour and by whether its clause has a verb without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.words import Token, Words, closed_class, join_phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.mentions import Mention

_HYPHENS = "-‐‑"
_MARKS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "—": "dash", "–": "dash", "-": "dash", "/": "coord",
          "…": ",", "|": ";", "•": ";"}
_SKIP = set("\"“”«»‘’'*_`®™©°†‡#") | {"\ufffc"}
_VERB_TAGS = ("vb", "vbz", "vbd", "vbn", "vbg")
_TO_NOUN = {"due", "response", "according", "attributed", "exposure", "susceptibility", "susceptible", "linked", "related", "thanks",
            "similar", "prone", "resistance", "resistant", "sensitive", "sensitivity", "owing", "addition", "contrast", "contrary",
            "opposed", "compared", "relation", "down", "reaction", "respond", "responds", "attribute", "close", "damage", "lead", "leads",
            "leading", "led", "tied", "connected", "unrelated", "superior", "inferior", "allergic", "equal", "equivalent", "key"}
_THAT_NOUNS = {"fact", "idea", "belief", "notion", "claim", "theory", "evidence", "proof", "view", "opinion", "myth", "misconception",
               "assumption", "doubt", "hypothesis", "suggestion", "impression", "rumour", "rumor", "conclusion", "statement", "argument",
               "possibility", "chance", "suspicion", "consensus", "truth", "allegation", "hope", "fear", "news", "secret", "sign", "case"}
_MATRIX = {"think", "believe", "say", "know", "suspect", "assume", "claim", "suggest", "feel", "hope", "suppose", "argue", "mean", "agree",
           "find", "show", "insist", "guess", "explain", "note", "report", "add", "tell", "assure", "doubt", "consider", "ensure", "admit",
           "see", "hear", "read", "deny", "remember", "suppose", "imagine", "dispute", "refute", "assert", "allege", "maintain", "contend",
           "reveal", "discover", "learn", "teach", "warn", "stress", "emphasise", "emphasize", "imply", "indicate", "recommend", "worry",
           "fear", "swear", "pretend", "wish", "trust", "predict", "forget", "recall", "reject", "declare", "announce", "state", "question",
           "doubt", "establish", "observe", "recognise", "recognize", "accept", "acknowledge", "debunk", "estimate", "speculate", "propose",
           "promise", "repeat", "boast", "joke", "respond", "reply", "advise", "convince", "persuade", "remind", "inform", "notice", "understand", "expect", "prove", "confirm", "demonstrate", "conclude", "write", "realise", "realize"}
_NAMING = {"call", "name", "term", "dub", "label", "know"}


def tagged(tokens: Sequence[Token], mentions: Sequence[Mention], words: Words) -> list[Token]:
    """The tokens with mentions and hyphenated words joined, white marks dropped, each with `tag` and `lemma`.

    Tags: n adj num det quant pron prep to coord sub rel that be have do modal v adv neg ex poss and
    the marks `, ; : ( ) dash`. A verb's form (vb vbz vbd vbn vbg) stays in `tags["form"]`.
    """
    joined = _hyphenated(_without_glosses(_with_mentions(_without_date_commas(tokens), mentions)), words)
    kept = join_phrases([token for token in joined if not (token.kind == "mark" and token.text in _SKIP)])
    for index, token in enumerate(kept):
        token.index = index
        _candidates(token, words)
    for index, token in enumerate(kept):
        if not token.tag:
            token.tag = _settled(kept, index)
        if token.low in ("neither", "either") and _correlated(kept, index):
            token.tag = "neg" if token.low == "neither" else "adv"
        if token.tag == "v":
            form = _form(kept, index)
            token.lemma = token.tags.get(form, token.lemma)
            token.tags["form"] = form
    return kept


def _without_date_commas(tokens: Sequence[Token]) -> list[Token]:
    """`June 13, 2022` holds no comma that means anything."""
    kept = []
    for index, token in enumerate(tokens):
        around = tokens[index - 1 : index + 2] if index else ()
        if token.text == "," and len(around) == 3 and around[0].kind == "num" and around[2].kind == "num" and len(around[2].text) == 4:
            continue
        kept.append(token)
    return kept


def _without_glosses(tokens: Sequence[Token]) -> list[Token]:
    """`Janus kinase (JAK) inhibitor`: a bracket that only abbreviates the name before it is left out."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        inside = tokens[at + 1] if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")" else None
        before = kept[-1].mention if kept else None
        if inside is not None and before is not None and inside.mention is not None and set(before.entities) & set(inside.mention.entities):
            at += 3
            continue
        kept.append(tokens[at])
        at += 1
    return kept


def _correlated(tokens: Sequence[Token], index: int) -> bool:
    """Whether `nor` (or `or`) answers a `neither` (or `either`) further on."""
    answer = "nor" if tokens[index].low == "neither" else "or"
    return any(token.low == answer for token in tokens[index + 1 : index + 30])


def _with_mentions(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Token]:
    """Tokens under a mention become one, of kind `term`."""
    out: list[Token] = []
    queue = iter(mentions)
    mention = next(queue, None)
    for token in tokens:
        while mention is not None and mention.span.end <= token.start:
            mention = next(queue, None)
        if mention is not None and mention.span.start <= token.start < mention.span.end:
            if out and out[-1].mention is mention:
                out[-1].end = token.end
                out[-1].text += " " + token.text
                out[-1].low = out[-1].lemma = out[-1].text.lower()
                continue
            term = Token(token.text, token.start, token.end, "term")
            term.mention = mention
            out.append(term)
            continue
        out.append(token)
    return out


def _hyphenated(tokens: Sequence[Token], words: Words) -> list[Token]:
    """`well-known`, `FDA-approved`, `non-autoimmune` become one token; its last part settles what it is."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        glue = tokens[i + 1] if i + 1 < len(tokens) else None
        after = tokens[i + 2] if i + 2 < len(tokens) else None
        if (
            out and glue is None or after is None or glue is None or glue.text not in _HYPHENS or glue.start != token.end
            or after.start != glue.end or token.kind not in ("word", "term", "num") or after.kind not in ("word", "term", "num")
        ):
            out.append(token)
            i += 1
            continue
        merged = Token(f"{token.text}-{after.text}", token.start, after.end, "compound")
        merged.mention = after.mention or token.mention
        merged.tags = _compound_tags(token, after, words)
        merged.lemma = after.low
        tokens = [*tokens[:i], merged, *tokens[i + 3 :]]
        if after.mention is not None and token.low in ("non", "anti", "pre", "pro", "pan", "pseudo"):
            merged.kind = "term"
    return out


def _compound_tags(first: Token, last: Token, words: Words) -> dict[str, str]:
    """What a hyphenated word can be: a participle or adjective modifies, a noun heads."""
    if last.mention is not None:
        return {"a": last.low} if last.mention.kind == "adj" else {"n": last.low}
    tags = words.tags(last.low)
    if "vbn" in tags:
        return {"a": tags["vbn"], "participle": tags["vbn"]}
    if "vbg" in tags:
        return {"a": tags["vbg"]}
    if "a" in tags or first.kind == "num" or first.low in ("non", "anti", "pre", "post", "well", "long", "short", "high", "low"):
        return {"a": last.low, "n": last.low}
    return {"n": last.low}


def _candidates(token: Token, words: Words) -> None:
    """Settle what needs no neighbour; leave `tag` empty and fill `tags` for the rest."""
    if token.kind in ("clitic", "phrase"):
        return
    if token.kind == "mark":
        token.tag = _MARKS.get(token.text, "coord" if token.text == "&" else "," if token.text in ".!?" else "n")
    elif token.kind == "num":
        token.tag = "num"
    elif token.kind == "compound":
        token.tag = "" if token.tags.get("participle") else "adj" if "a" in token.tags else "n"
    elif token.kind == "term":
        mention = token.mention
        single = " " not in token.text and mention is not None and not mention.corrected
        tags = words.tags(token.low) if single and not token.text[1:].isupper() else {}
        verbs = {tag: lemma for tag, lemma in tags.items() if tag in _VERB_TAGS}
        token.tags = {"a" if mention and mention.kind == "adj" else "n": token.low, **verbs}
        token.tag = "" if verbs and ("n" in token.tags or "vbn" in verbs) else "adj" if "a" in token.tags else "n"
    else:
        closed = closed_class(token.low)
        token.tags = dict(words.tags(token.low))
        if closed and not (closed == "prep" and token.low in ("past", "like", "near")):
            token.tag = "" if closed in ("to", "that", "sub", "rel") or token.low in ("as", "there") else closed
        elif not token.tags:
            token.tag = "n"
            token.tags = {"n": token.low}
        elif set(token.tags) == {"r"}:
            token.tag = "adv"


def _before(tokens: Sequence[Token], index: int) -> Token | None:
    """The nearest settled token on the left that is no adverb or negation."""
    for at in range(index - 1, -1, -1):
        if tokens[at].tag not in ("adv", "neg"):
            return tokens[at]
    return None


def _after(tokens: Sequence[Token], index: int) -> Token | None:
    """The next token on the right that is no adverb."""
    for at in range(index + 1, len(tokens)):
        token = tokens[at]
        if token.tag not in ("adv", "neg") and not (token.tags and next(iter(token.tags)) == "r"):
            return token
    return None


def _verbal(token: Token | None) -> bool:
    """Whether a token is or starts with a verb form beyond doubt."""
    if token is None:
        return False
    if token.tag:
        return token.tag in ("be", "have", "do", "modal", "v")
    return any(tag in token.tags for tag in ("vbz", "vbd", "vb")) and "n" not in token.tags and "ns" not in token.tags and "a" not in token.tags


def _verb_ahead(tokens: Sequence[Token], index: int, *, across: bool = False) -> bool:
    """Whether a finite verb of this clause follows before it ends; `across` looks past commas.

    A verb right behind `and` is a further predicate of the verb in question; each relative or
    subordinate clause in between takes a verb of its own.
    """
    embedded = 0
    previous = tokens[index - 1] if index else None
    for token in tokens[index:]:
        before, previous = previous, token if token.tag not in ("adv", "neg") and closed_class(token.low) != "neg" else previous
        if token.low in ("and", "or", "but") and _verbal(_after(tokens, token.index)):
            return False
        if before is not None and _verbal(before) and _verb_like(token):
            continue
        if token.tag in (";", ":", ")") or (token.tag == "," and not across):
            return False
        if token.tag in ("rel", "sub") or (not token.tag and (closed_class(token.low) in ("rel", "sub", "that"))):
            embedded += 1
            continue
        if token.tag == "be" and token.low in ("be", "been", "being"):
            continue
        if token.tag in ("be", "have", "do", "modal") or (not token.tag and _verbal(token)):
            if embedded == 0:
                return True
            embedded -= 1
    return False


def _verb_like(token: Token) -> bool:
    return token.tag in ("v", "be", "have") or any(tag in token.tags for tag in _VERB_TAGS)


def _settled(tokens: Sequence[Token], index: int) -> str:
    """The tag of an unsettled token."""
    token = tokens[index]
    low = token.low
    if low == "to":
        return _to(tokens, index)
    if low == "that":
        return _that(tokens, index)
    if token.kind == "clitic":
        return _clitic(tokens, index)
    closed = closed_class(low)
    if closed == "rel" or low in ("when", "where"):
        return "sub" if low in ("when",) else "rel"
    if low == "there":
        after = _after(tokens, index)
        return "ex" if after is not None and after.tag in ("be", "modal", "have") else "adv"
    if closed == "sub" or low == "as":
        return _subordinator(tokens, index)
    if token.kind == "compound":
        left = _before(tokens, index)
        if left is not None and left.tag == "be":
            token.tags = {"vbn": token.tags["participle"]}
            return "v"
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        return "adj" if after is None or not _verbal(after) else "n"
    return _open_class(tokens, index)


def _clitic(tokens: Sequence[Token], index: int) -> str:
    token, before = tokens[index], tokens[index - 1] if index else None
    if token.low == "n't":
        return "neg"
    if token.low in ("'re", "'m"):
        return "be"
    if token.low == "'ve":
        return "have"
    if token.low in ("'ll", "'d"):
        return "modal"
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before is not None and (before.tag in ("pron", "ex", "that", "rel") or before.low in ("there", "here", "what", "that", "let")):
        return "have" if after is not None and "vbn" in after.tags and not after.tag and after.low == "been" else "be"
    if after is not None and (after.tag in ("det", "neg", "prep") or after.low in ("not", "a", "an", "the", "going")):
        return "be"
    return "poss"


def _to(tokens: Sequence[Token], index: int) -> str:
    before, after = tokens[index - 1] if index else None, _after(tokens, index)
    if after is None or after.tag in ("det", "num", "quant", "adj", "pron", "prep", "n"):
        return "prep"
    if after.tag in ("be", "have", "do"):
        return "to"
    if "vb" not in after.tags:
        return "prep"
    if ("n" in after.tags or after.kind == "term") and before is not None and (before.low in _TO_NOUN or before.lemma in _TO_NOUN):
        return "prep"
    return "to"


def _that(tokens: Sequence[Token], index: int) -> str:
    before, after = _before(tokens, index), tokens[index + 1] if index + 1 < len(tokens) else None
    if before is None or before.tag in ("prep", "coord", "sub"):
        if after is not None and _verbal(after):
            return "pron"
        return "det" if before is None or not _verb_ahead(tokens, index + 1) or before.tag == "prep" else "that"
    if before.tag in ("n", "pron", "num", ")", ","):
        if before.tag == "n" and before.lemma.rstrip("s") in _THAT_NOUNS and not _verbal(after):
            return "that"
        return "rel" if before.tag != "," or _verbal(after) else "that"
    if before.tag == "v" and before.lemma in _MATRIX and _np_start(after):
        return "that"
    if before.tag in ("v", "adj", "be") and after is not None:
        if _verbal(after) and before.tag != "be":
            return "pron"
        return "that" if _verb_ahead(tokens, index + 1, across=True) or before.tag == "be" else "det"
    return "that" if _verb_ahead(tokens, index + 1, across=True) else "det"


def _subordinator(tokens: Sequence[Token], index: int) -> str:
    """As, since, after, once …: a conjunction before a clause, else a preposition (or an adverb)."""
    token, before = tokens[index], tokens[index - 1] if index else None
    low = token.low
    if low in ("because", "although", "though", "while", "whereas", "if", "unless", "whenever", "whether", "lest", "how", "why"):
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        return "prep" if low == "because" and after is not None and after.low == "of" else "sub"
    if low == "so":
        return "adv"
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if low == "as":
        if before is not None and (before.tag in ("v", "adj") or before.low in ("such", "well", "same", "known")):
            return "prep"
        return "sub" if _verb_ahead(tokens, index + 1) or _clause_ahead(tokens, index + 1) else "prep"
    if low == "once" and not (before is None or before.tag in (",", "coord")):
        return "adv"
    if after is not None and ("vbg" in after.tags or (closed_class(after.low) == "pron" and after.low not in ("him", "them", "us", "me"))):
        return "sub"
    if low in ("after", "before", "since", "until", "once") and _two_phrases(tokens, index + 1):
        return "prep"
    return "sub" if _verb_ahead(tokens, index + 1) or (low in ("when", "where", "once") and after is not None) else "prep"


def _clause_ahead(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun and a form that can be its verb, with an object behind, follow before a mark."""
    for token, following in zip(tokens[index + 1 :], tokens[index + 2 :], strict=False):
        if token.tag in (",", ";", ":", "("):
            return False
        if not token.tag and ("vbz" in token.tags or "vbd" in token.tags) and (following.tag in ("det", "pron") or closed_class(following.low) in ("det", "pron")):
            return True
    return False


def _two_phrases(tokens: Sequence[Token], index: int) -> bool:
    """Whether two noun phrases stand side by side before the next verb: `After X the hair …`."""
    for token, following in zip(tokens[index:], tokens[index + 1 :], strict=False):
        if _verbal(token) or token.tag in (",", ";", "("):
            return False
        if (token.tag == "n" or (not token.tag and "n" in token.tags)) and following.tag == "det" and following.low != "that":
            return True
    return False


def _open_class(tokens: Sequence[Token], index: int) -> str:
    """Noun, verb, adjective or adverb."""
    token = tokens[index]
    tags = token.tags
    if token.low == "like" and not (index and tokens[index - 1].tag in ("pron", "modal", "to", "do", "neg")):
        return "prep"
    if token.low in ("first", "last", "next", "newly") and index and tokens[index - 1].tag in ("be", "have", "n", "pron", "modal") and (
        index + 1 < len(tokens) and not tokens[index + 1].tag and ("vbn" in tokens[index + 1].tags or "vbd" in tokens[index + 1].tags)
    ):
        return "adv"
    verb = [tag for tag in _VERB_TAGS if tag in tags]
    noun = "n" in tags or "ns" in tags
    before, after = _before(tokens, index), tokens[index + 1] if index + 1 < len(tokens) else None
    left = before.tag if before is not None else ""
    if not verb:
        return _no_verb(tags, noun, after)
    if left in ("modal", "do", "to") and "vb" in tags:
        return "v"
    if left == "be":
        if "vbn" in tags or "vbg" in tags:
            return "v"
        return "adj" if "a" in tags else "n" if noun else "v"
    if left == "have" and "vbn" in tags:
        return "v"
    if left in ("det", "poss", "adj", "num") or (left == "quant" and (noun or (before is not None and before.low == "no"))):
        return _inside_phrase(tokens, index, noun)
    if left == "prep":
        return "v" if "vbg" in tags and not _modifies(after) else "adj" if _modifies(after) and ("a" in tags or "vbn" in tags) else "n" if noun else "v"
    if left in ("pron", "rel", "ex", "that"):
        return "v" if not noun or left != "that" or not _verb_ahead(tokens, index + 1) else "n"
    if left == ")":
        opening = next((at for at in range(index - 1, -1, -1) if tokens[at].tag == "("), 0)
        before = _before(tokens, opening)
        left = before.tag if before is not None else ""
    if "vb" in tags and _auxiliary_waits(tokens, index):
        return "v"
    if left == "n":
        return _after_noun(tokens, index, noun)
    if left == "," and noun and _resumes(tokens, index):
        return "v"
    return _clause_start(tokens, index, left, noun)


def _auxiliary_waits(tokens: Sequence[Token], index: int) -> bool:
    """Whether an inverted auxiliary before the subject waits for its verb: `Does X block …`, `nor can X block …`."""
    for at in range(index - 1, -1, -1):
        token = tokens[at]
        if token.tag in ("do", "modal") and at < index - 1:
            before = tokens[at - 1] if at else None
            return before is None or before.tag in ("sub", "rel", "coord", ",", "adv", "neg", ";", ":") and before.low not in ("and", "or", ",")
        if token.tag not in ("n", "det", "adj", "num", "quant", "poss", "pron", "coord", "adv", "prep", ",") or token.tag == "," and at < index - 8:
            return False
    return False


def _resumes(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form behind `X, …,` is the verb that X still lacks: no finite verb before the interpolation, none ahead."""
    commas = [at for at in range(index) if tokens[at].tag == ","]
    if len(commas) < 2 or _verb_ahead(tokens, index + 1):
        return False
    start = max((at + 1 for at in range(commas[-2]) if tokens[at].tag in (";", ":", "dash", "sub", "that")), default=0)
    stem = tokens[start : commas[-2]]
    if not stem or stem[-1].tag not in ("n", "num", ")", "pron") or any(t.tag in ("be", "have", "do", "modal") or (t.tag == "v" and t.tags.get("form") in ("vb", "vbz", "vbd")) for t in stem):
        return False
    return "vbz" in tokens[index].tags or "vb" in tokens[index].tags


def _no_verb(tags: dict[str, str], noun: bool, after: Token | None) -> str:
    first = next(iter(tags))
    if first == "r" and not (noun and _modifies(after)):
        return "adv"
    if "a" in tags and (first == "a" or not noun or _modifies(after)):
        return "adj"
    return "n" if noun else "adv"


def _modifies(after: Token | None) -> bool:
    """Whether what follows can be the head of the phrase."""
    if after is None:
        return False
    return after.tag in ("n", "num") or (not after.tag and ("n" in after.tags or "ns" in after.tags or "a" in after.tags))


def _inside_phrase(tokens: Sequence[Token], index: int, noun: bool) -> str:
    token, after = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    before = _before(tokens, index)
    if not noun and "a" not in token.tags and "vbn" not in token.tags and "vbg" not in token.tags:
        bare = before is not None and (before.tag in ("adj", "num", "quant") or before.low in ("another", "this", "that", "these", "those", "each", "either"))
        return "v" if bare else "n"
    if noun and not (_modifies(after) and ("vbn" in token.tags or "a" in token.tags)):
        if before is not None and before.tag == "adj" and "vbz" in token.tags and not _verb_ahead(tokens, index + 1) and _np_start(after):
            return "v" if tokens[index - 2].tag in ("det", "quant") and before.low in ("former", "latter", "first", "second") else "n"
        return "n"
    return "adj" if _modifies(after) or "a" in token.tags or (after is not None and after.tag in ("coord", ",")) else "n"


def _np_start(token: Token | None) -> bool:
    """Whether a noun phrase can begin here."""
    if token is None:
        return False
    return token.tag in ("det", "quant", "num", "adj", "n", "pron") or (not token.tag and ("n" in token.tags or "ns" in token.tags or "a" in token.tags))


def _after_noun(tokens: Sequence[Token], index: int, noun: bool) -> str:
    token = tokens[index]
    tags = token.tags
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    before = _before(tokens, index) or tokens[index - 1]
    if "vbd" in tags or "vbn" in tags:
        if noun and _verb_ahead(tokens, index + 1) and not (after is not None and after.tag in ("prep", "to")):
            return "n"
        return "v" if not ("a" in tags and next(iter(tags)) == "a" and _modifies(after) and before.tag == "n" and _verb_ahead(tokens, index + 1)) else "adj"
    if "vbg" in tags:
        if noun and not _np_start(after):
            return "n"
        return "v" if not _verbal(after) else "n"
    if "a" in tags and next(iter(tags)) == "a" and not _np_start(after):
        return "adj"
    if not noun:
        return "v"
    if after is not None and after.low == "of":
        return "n"
    if _verb_ahead(tokens, index + 1) or _clause_has_verb(tokens, index):
        return "n"
    plural = before.mention.plural if before.mention is not None else before.low.endswith("s") or "ns" in before.tags
    agrees = ("vbz" in tags and not plural) or ("vb" in tags and plural) or before.tag == "pron" or before.kind == "term"
    plural = plural or _plural_before_of(tokens, index)
    agrees = agrees or ("vb" in tags and plural)
    if "vb" in tags and "vbz" not in tags and not plural and not (index > 2 and _coordinated(tokens, index)):
        return "n"
    return "v" if agrees else "n"


def _plural_before_of(tokens: Sequence[Token], index: int) -> bool:
    """Whether the noun that the phrase hangs on is a plural: `high levels of X shrink …`."""
    for at in range(index - 1, 0, -1):
        if tokens[at].low in ("of", "such as", "like", "including"):
            head = tokens[at - 1]
            return head.mention.plural if head.mention is not None else "ns" in head.tags or head.low.endswith("s")
        if tokens[at].tag not in ("n", "adj", "det", "adv", "num"):
            return False
    return False


def _coordinated(tokens: Sequence[Token], index: int) -> bool:
    """Whether the noun phrase on the left is coordinated ("A and B work")."""
    return any(token.tag == "coord" for token in tokens[max(0, index - 5) : index])


def _clause_has_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether the clause on the left has its finite verb already, so that another would need a boundary."""
    for at in range(index - 1, -1, -1):
        token = tokens[at]
        if token.tag in (",", ";", ":", "(", ")", "sub", "rel", "that", "coord", "dash"):
            return False
        if token.tag == "v" and token.tags.get("form") in ("vbg", "vbn") and not (at and tokens[at - 1].tag in ("be", "have", "adv", "neg")):
            continue
        if token.tag in ("v", "be", "modal", "have", "do"):
            return token.lemma not in _MATRIX
    return False


def _clause_start(tokens: Sequence[Token], index: int, left: str, noun: bool) -> str:
    """At the start, after a comma, a conjunction or another verb."""
    token = tokens[index]
    tags = token.tags
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    first = next(iter(tags))
    if left == "coord":
        previous = _before_coord(tokens, index)
        if previous is not None and previous.tag == "v" and any(tag in tags for tag in _like(previous)):
            return "v"
        if previous is not None and previous.tag == "adj" and ("a" in tags or ("vbn" in tags and _modifies(after))):
            return "adj"
        if not noun and "a" not in tags:
            return "v"
        if "vbz" in tags and _np_start(after) and not _verb_ahead(tokens, index + 1) and _finite_before(tokens, index):
            return "v"
    if left in ("v", "be", "have"):
        return _no_verb({t: x for t, x in tags.items() if t not in _VERB_TAGS} or tags, noun, after) if noun or "a" in tags else "v"
    if "vbg" in tags:
        return "n" if noun and _verbal(after) else "v"
    if "vbn" in tags and (after is None or after.tag in ("prep", "to", "adv") or after.low in ("by", "as")):
        return "v"
    if "a" in tags and (_modifies(after) or first == "a"):
        return "adj"
    if "vbn" in tags and _modifies(after):
        return "adj"
    if not noun:
        return "v"
    if left in ("", ",", "sub") and "vb" in tags and after is not None and after.tag in ("det", "pron", "poss") and not _verb_ahead(tokens, index + 1):
        return "v"
    if left == "" and "vbz" in tags and _np_start(after) and not _verb_ahead(tokens, index + 1):
        return "v"
    if left in (",",) and "vbz" in tags and _finite_before(tokens, index) and _np_start(after) and not _verb_ahead(tokens, index + 1):
        return "v"
    return "n"


def _before_coord(tokens: Sequence[Token], index: int) -> Token | None:
    """The head of what stands before the conjunction: its last verb if it has one, else its last word."""
    at = index - 1
    while at >= 0 and tokens[at].tag in ("adv", "neg", "coord", ","):
        at -= 1
    last = tokens[at] if at >= 0 else None
    while at >= 0 and tokens[at].tag in ("n", "det", "adj", "num", "quant", "poss", "pron", "prep", "adv"):
        at -= 1
    return tokens[at] if at >= 0 and tokens[at].tag == "v" and (last is None or last.tag != "adj" or tokens[at] is last) else last


def _like(verb: Token) -> tuple[str, ...]:
    """Forms that can be coordinated with a verb."""
    form = verb.tags.get("form", "")
    return {"vbd": ("vbd",), "vbn": ("vbn",), "vbg": ("vbg",), "vbz": ("vbz",)}.get(form, ("vb",))


def _finite_before(tokens: Sequence[Token], index: int) -> bool:
    return any(token.tag in ("be", "have", "do", "modal") or (token.tag == "v" and token.tags.get("form") in ("vb", "vbz", "vbd"))
               for token in tokens[:index])


def _form(tokens: Sequence[Token], index: int) -> str:
    """Which form a verb stands in."""
    tags = tokens[index].tags
    before = _before(tokens, index)
    left = before.tag if before is not None else ""
    if left in ("modal", "do", "to") and "vb" in tags:
        return "vb"
    if left in ("be", "have"):
        for form in ("vbn", "vbg"):
            if form in tags:
                return form
    if "vbg" in tags:
        return "vbg"
    if "vbn" in tags and "vbd" not in tags:
        return "vbn"
    if "vbd" in tags:
        return _past_or_participle(tokens, index)
    return "vbz" if "vbz" in tags else "vb" if "vb" in tags else next((tag for tag in _VERB_TAGS if tag in tags), "vb")


def _own_subject(tokens: Sequence[Token], index: int) -> bool:
    """Whether the noun phrase on the left stands right behind another (`the drug the agency approved`): it is the verb's subject."""
    at = index - 1
    while at > 0 and tokens[at].tag in ("n", "adj", "adv", "num"):
        at -= 1
    return at > 0 and tokens[at].tag == "det" and tokens[at - 1].tag == "n"


def _past_or_participle(tokens: Sequence[Token], index: int) -> str:
    """`approved`: past tense, or a participle behind or before its noun."""
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    before = _before(tokens, index)
    left = before.tag if before is not None else ""
    if "vbn" not in token.tags:
        return "vbd"
    if token.tags["vbn"] == "use" and after is not None and after.tag == "prep":
        return "vbn"
    if token.tags["vbn"] in ("refer", "describe", "define", "classify") and left == "n" and after is not None and after.low in ("to", "as"):
        return "vbn"
    if "vb" in token.tags and left in ("n", "pron") and _np_start(after):
        return "vbd"
    if left == "n" and _own_subject(tokens, index):
        return "vbd"
    if left == "n" and (token.tags["vbn"] in _NAMING or _clause_has_verb(tokens, index)):
        return "vbn"
    if left == "coord":
        previous = _before_coord(tokens, index)
        if previous is not None and previous.tag == "v" and previous.tags.get("form") in ("vbn", "vbd"):
            return previous.tags["form"]
    if left in ("pron", "rel", "ex") or (left == "n" and _np_start(after) and after is not None and after.tag != "pron" or False):
        return "vbd"
    if left in ("", ",", "sub", "dash", "(", ":") or after is not None and after.low == "by":
        return "vbn"
    if _verb_ahead(tokens, index + 1) or _clause_has_verb(tokens, index):
        return "vbn"
    return "vbd"
