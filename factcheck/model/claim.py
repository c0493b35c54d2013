"""What a document says: claims with their stance, and what a check says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck.model.span import TextSpan


@dataclass(frozen=True, slots=True)
class Stance:
    """Who says a claim and how.

    `polarity` is false for a denial. `certainty` is `firm` or `hedged`. `mood` is `asserted`, or
    what keeps the author from asserting it: `question`, `condition`, `others`, `rejected`,
    `unreal`, `open` (not decided) or `unread` (something on the path was not understood). `tense` is
    `now`, `past`, `future`; `at` is the day of which the claim speaks. `guard` names the words or
    the construction that set the mood, for `factcheck why`.
    """

    polarity: bool = True
    certainty: str = "firm"
    mood: str = "asserted"
    tense: str = "now"
    at: date | None = None
    guard: str = ""

    @property
    def asserted(self) -> bool:
        """Whether the author stands behind the claim (or its denial)."""
        return self.mood == "asserted"

    @property
    def label(self) -> str:
        """One or two words for reports, such as `denied` or `hedged`."""
        if not self.asserted:
            return self.mood
        words = [] if self.polarity else ["denied"]
        if self.certainty == "hedged":
            words.append("hedged")
        return " ".join(words) or "asserted"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range with its unit as the text gives it; `per` is how often (`day`) or of what."""

    low: float
    high: float
    unit: str
    span: TextSpan
    per: str = ""
    times: float = 0.0
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a clause says.

    `subject` and `object` are entity ids; `value` stands for a quantity, `when` for a date, `text`
    for words (an expansion). `others` are objects named together with this one. `exclusive` is `only`,
    `first`, `none` or `count`; `among` is the class over which it ranges. `span` holds the words
    that make the claim, `sentence` the sentence around them.
    """

    subject: str
    relation: str
    object: str
    stance: Stance
    span: TextSpan
    sentence: TextSpan
    block: int
    value: Quantity | None = None
    when: tuple[date, date] | None = None
    text: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()
    exclusive: str = ""
    among: str = ""
    count: int = 0
    others: tuple[str, ...] = ()
    subject_words: str = ""
    object_words: str = ""
    strength: str = ""
    generic: bool = False
    via: str = ""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word that is none, and the protected names that it may stand for (one: sure; more: ambiguous)."""

    span: TextSpan
    written: str
    candidates: tuple[str, ...]
    entity: str
    sentence: TextSpan
    block: int


@dataclass(frozen=True, slots=True)
class TermUse:
    """A place where a discouraged word stands."""

    span: TextSpan
    term: str
    written: str
    sentence: TextSpan
    block: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence with a known entity of which no claim was understood, and why; `tells` if it claims something."""

    sentence: TextSpan
    block: int
    reason: str
    tells: bool = True


@dataclass(frozen=True, slots=True)
class Contrast:
    """A place that sets one entity apart from another: `Unlike X, Y …`."""

    subject: str
    other: str
    span: TextSpan
    sentence: TextSpan
    block: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of one document."""

    claims: tuple[Claim, ...] = ()
    misspellings: tuple[Misspelling, ...] = ()
    terms: tuple[TermUse, ...] = ()
    unread: tuple[Unread, ...] = ()
    contrasts: tuple[Contrast, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check says of a claim: `agrees`, `contradicts`, `outdated`, or `unknown`."""

    kind: str
    code: str
    fact: str
    severity: str
    span: TextSpan
    sentence: TextSpan
    message: str
    right: str
    sources: tuple[str, ...] = ()
    claim: Claim | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    replacements: tuple[tuple[str, bool], ...] = ()
