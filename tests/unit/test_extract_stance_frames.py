"""Stance: what words around a clause make of it. Every frame holds three clauses; those that keep silent come first."""

from __future__ import annotations

import pytest

from tests.reading import rows, stand

CORES = {
    "cytokines are enzymes": "cytokine is-a enzyme",
    "alopecia areata is contagious": "alopecia-areata is-a contagious-condition",
    "baricitinib inhibits JAK3": "baricitinib inhibits jak3",
}
SILENT = [
    # asked
    "Is it true that {p}?", "Many ask whether {p}.", "Do you think that {p}?", "The question is whether {p}.",
    "It is unclear whether {p}.", "It remains to be seen whether {p}.", "We do not know if {p}.",
    "Doctors are not sure that {p}.", "Nobody knows whether {p}.", "Some wonder whether {p}.",
    # conditional
    "If {p}, the textbooks are wrong.", "The textbooks are wrong if {p}.", "Unless {p}, nothing follows.",
    "Even if {p}, nothing follows.", "Provided that {p}, this follows.", "Assuming that {p}, this follows.",
    "Suppose that {p}.", "Let us suppose that {p}.", "In case {p}, call us.",
    # unreal
    "If it were true that {p}, we would know.", "Imagine that {p}.", "He acts as if {p}.", "She wishes that {p}.",
    "It is not as if {p}.", "Some pretend that {p}.",
    # others
    "Some people believe that {p}.", "My neighbour says that {p}.", "A popular video claims that {p}.",
    "Some websites insist that {p}.", "According to my neighbour, {p}.", "The belief that {p} is widespread.",
    "Many think that {p}, but they are wrong.", "He was told that {p}.", "You may have heard that {p}.",
    "People often assume that {p}.", "Some would have you believe that {p}.", "The idea that {p} came up in 1970.",
    "“{p},” he said.",
    # given up
    "It was once thought that {p}.", "It used to be thought that {p}.", "For a long time doctors believed that {p}.",
    "In the past, people thought that {p}.", "Doctors once believed that {p}.", "People used to think that {p}.",
    "Until recently it was assumed that {p}.", "Years ago, it was believed that {p}.",
    # open
    "Not everyone agrees that {p}.", "It has not been shown that {p}.", "It does not follow that {p}.",
    "It is hard to say that {p}.", "The study was to test whether {p}.", "I doubt that {p}.",
     "It is doubtful that {p}.",
    "Few doctors believe that {p}.", "It is debated whether {p}.", "There is some debate about whether {p}.",
    "It is possible, though unproven, that {p}.", "It is too early to say that {p}.",
]  # fmt: skip
DENIED = [
    "It is not true that {p}.", "It is false that {p}.", "It is wrong that {p}.", "It isn't true that {p}.",
    "It is a myth that {p}.", "It is a common misconception that {p}.", "It is a mistake to think that {p}.",
    "It would be wrong to say that {p}.", "It is nonsense that {p}.", "The claim that {p} is false.",
    "The idea that {p} is a myth.", "There is no evidence that {p}.", "There is no proof that {p}.",
    "There is no truth in the claim that {p}.", "Nobody has shown that {p}.", "No study has shown that {p}.",
    "No doctor believes that {p}.", "Nobody believes that {p}.", "We do not believe that {p}.",
    "Contrary to the belief that {p}, things are simple.", "Contrary to popular belief that {p}, things are simple.",
    "Studies have refuted the idea that {p}.", "Experts deny that {p}.", "Doctors reject the idea that {p}.",
    "The notion that {p} has been debunked.", "It is simply not the case that {p}.", "It cannot be said that {p}.",
    "By no means is it true that {p}.", "It is far from true that {p}.", "Don't believe that {p}.",
]  # fmt: skip
ASSERTED = [
    "We now know that {p}.", "Studies have shown that {p}.", "It is well known that {p}.", "It is true that {p}.",
    "It is clear that {p}.", "The truth is that {p}.", "The fact is that {p}.", "The fact that {p} matters.",
    "There is no doubt that {p}.", "There is no question that {p}.", "There is no denying that {p}.",
    "Nobody doubts that {p}.", "Nobody denies that {p}.", "No one disputes that {p}.", "It cannot be denied that {p}.",
    "It is no myth that {p}.", "It is not a myth that {p}.", "It is no secret that {p}.",
    "It is no longer disputed that {p}.", "It is not false that {p}.", "Remember that {p}.", "Note that {p}.",
    "Bear in mind that {p}.", "It is important to know that {p}.", "Doctors have confirmed that {p}.",
    "As you may know, {p}.", "In fact, {p}.", "Of course {p}.", "No doubt {p}.", "Without doubt, {p}.",
    "This matters because {p}.", "Since {p}, this matters.", "As {p}, this matters.", "Now that {p}, this matters.",
    "Although {p}, hair grows.", "Hair grows, although {p}.", "Hair grows, and {p}.", "Hair grows, but {p}.",
    "Hair grows, whereas {p}.", "The reason is that {p}.", "It turns out that {p}.", "This means that {p}.",
    "As studies have shown, {p}.", "{p}, as studies have shown.", "Even though {p}, hair grows.",
    "Given that {p}, this matters.", "Due to the fact that {p}, this matters.", "Contrary to popular belief, {p}.",
    "Despite what some say, {p}.", "Doctors agree that {p}.", "Unlike many think, {p}.", "It is a fact that {p}.",
]  # fmt: skip
HEDGED = [
    "It is thought that {p}.", "It is widely believed that {p}.", "Most experts believe that {p}.",
    "Many dermatologists think that {p}.", "Doctors suspect that {p}.", "Studies suggest that {p}.",
    "There is evidence that {p}.", "It seems that {p}.", "It is likely that {p}.", "We think that {p}.",
    "I believe that {p}.", "Perhaps {p}.", "Probably {p}.", "Apparently, {p}.", "It may be that {p}.",
    "In all likelihood, {p}.", "Research indicates that {p}.", "It appears that {p}.",
]  # fmt: skip


def sentence(frame: str, clause: str) -> str:
    text = frame.replace("{p}", clause)
    return text[0].upper() + text[1:]


def filled(frames: list[str]) -> list[tuple[str, str]]:
    return [(sentence(frame, clause), core) for frame in frames for clause, core in CORES.items()]


@pytest.mark.parametrize(("text", "core"), rows(filled(SILENT)))
def test_silent(text: str, core: str) -> None:
    assert stand(text, core) == "silent"


@pytest.mark.parametrize(("text", "core"), rows(filled(DENIED)))
def test_denied(text: str, core: str) -> None:
    """A denial may be read as such or kept silent about; it is never taken for the claim."""
    assert stand(text, core) in ("denies", "silent")


@pytest.mark.parametrize(("text", "core"), rows(filled(ASSERTED)))
def test_asserted(text: str, core: str) -> None:
    assert stand(text, core) == "asserts"


@pytest.mark.parametrize(("text", "core"), rows(filled(HEDGED)))
def test_hedged(text: str, core: str) -> None:
    assert stand(text, core) == "hedges"
