"""The documentation: its links, the commands of its page on CI, and the addresses of the sources that it shows."""

from __future__ import annotations

import json
import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from factcheck.knowledge import built_in_packs, load_knowledge
from factcheck.report.page import address_of
from factcheck.starter import JOBS
from factcheck.workshop.reference import Reference
from tests.scratch_project import RIGHT, ROOT, WRONG, clean_environment, must, run

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CI = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
# Sources that were read under these addresses; nobody has seen whether they answer to https.
PLAIN_HTTP = {
    "about-antihistamine",
    "beta-blocker-brands",
    "mackay-wiggan-2016",
    "medscape-tinea-capitis",
    "ons-fedratinib-2019",
    "pennlive-statins",
    "reuters-xeljanz-2012",
    "drugscom-finasteride-pregnancy",
    "thompson-diabetes-chart",
    "wada-2009",
}


@cache
def reference() -> Reference:
    """That of all packs that ship."""
    return Reference(load_knowledge(list(built_in_packs())))


def slug(heading: str) -> str:
    """The anchor that GitHub and the documentation give a heading."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
    return re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    return {slug(heading) for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def dead_links(page: Path) -> Iterator[str]:
    """The relative links of a page to files, generated pages and anchors that are not there."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if name.startswith("rules/") and page.parent == ROOT / "docs":
            alive = name.removeprefix("rules/") in reference().pages() and not anchor
        else:
            alive = target.exists() and (not anchor or anchor in anchors(target))
        if not alive:
            yield link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_relative_link_and_anchor_exists(page: Path) -> None:
    assert list(dead_links(page)) == []


def test_dead_links_are_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# One `--two`: three, *four*\n\n```text\n# None\n```\n\n"
        "[a](#one---two-three-four) [b](https://example.org/x#y) [c](page.md)\n"
        "[d](#none) [e](gone.md) [f](page.md#gone)\n",
        encoding="utf-8",
    )
    assert list(dead_links(page)) == ["#none", "gone.md", "page.md#gone"]


def test_sources_are_cited_by_addresses_that_can_be_followed() -> None:
    citations = load_knowledge(list(built_in_packs())).citations.values()
    addresses = {each.id: address_of(each) for each in citations if address_of(each)}
    assert [each for each in addresses.items() if not re.fullmatch(r"https?://[^\s<>\"\\{}|^`]+", each[1])] == []
    assert {name for name, address in addresses.items() if not address.startswith("https://")} == PLAIN_HTTP


def test_a_source_has_one_form_of_address() -> None:
    citations = load_knowledge(list(built_in_packs())).citations.values()
    other_keys = re.compile(r"doi\.org|/doi/10\.|pubmed|ncbi\.nlm\.nih\.gov/pubmed", re.IGNORECASE)
    assert [each.id for each in citations if other_keys.search(each.url)] == []
    assert [each.id for each in citations if each.doi.lower().startswith(("doi", "http"))] == []
    for key in ("doi", "pmid", "url"):
        told = [getattr(each, key).casefold().rstrip("/") for each in citations if getattr(each, key)]
        without_scheme = [re.sub(r"^https?://(www\.)?", "", each) for each in told]
        assert sorted(without_scheme) == sorted(set(without_scheme))


@pytest.mark.parametrize("name", JOBS)
def test_the_page_on_ci_shows_the_jobs_that_init_writes(name: str) -> None:
    job = yaml.safe_load(JOBS[name].filled("https://github.com/OWNER/factcheck", "COMMIT"))
    shown = [yaml.safe_load(text) for language, text in FENCE.findall(CI) if language == "yaml"]
    told = json.dumps(job).replace('": "."', '": "docs/"').replace("factcheck . ", "factcheck docs/ ")
    assert json.loads(told) in json.loads(json.dumps(shown))


def command_lines() -> list[tuple[str, int]]:
    """The commands of the page on CI in their order, those inside jobs too, each with the status that it tells."""
    found = []
    for language, text in FENCE.findall(CI):
        for line in text.splitlines():
            command, _, remark = line.partition("  #")
            if language != "sh":
                inner = re.search(r"(?:- run: |- |sh '\.venv/bin/)(factcheck .+?)'?$", command)
                command = inner[1] if inner else ""
            status = re.search(r"exits with (\d)", remark)
            if command.strip():
                found.append((command.strip(), int(status[1]) if status else -1 if language != "sh" else 0))
    return found


REVIEWDOG = """\
#!/bin/sh
exec {python} -c 'import json, sys; [each["location"]["range"] for each in json.load(sys.stdin)["diagnostics"]]'
"""


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_commands_of_the_page_on_ci_do_what_they_say(tmp_path: Path) -> None:
    content, tools = tmp_path / "content", tmp_path / "tools"
    (content / "docs").mkdir(parents=True)
    tools.mkdir()
    (content / "docs" / "page.md").write_text(WRONG, encoding="utf-8")
    (tools / "reviewdog").write_text(REVIEWDOG.format(python=sys.executable), encoding="utf-8")
    (tools / "reviewdog").chmod(0o755)
    environment = clean_environment(tmp_path)
    paths = (str(tools), str(Path(sys.executable).parent), environment["PATH"])
    environment |= {"PATH": os.pathsep.join(paths), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    for command in (
        ("init",),
        ("add", "."),
        ("commit", "-m", "All"),
        ("update-ref", "refs/remotes/origin/main", "HEAD"),
    ):
        must("git", *command, cwd=content, env=environment)
    lines = command_lines()
    assert len(lines) > 15
    for line, status in lines:
        ran = run("bash", "-o", "pipefail", "-c", line, cwd=content, env=environment)
        # A job that shows findings ends with 1 where there are some; what the page says nothing of ends with 0.
        wanted = status if status >= 0 else 0 if "--exit-zero" in line else 1
        assert ran.returncode == wanted, f"{line}\n{ran.stdout}\n{ran.stderr}"
    assert "FC201" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    written = {"factcheck.sarif", "factcheck.json", "factcheck.csv", "factcheck.xml", "waivers.json"}
    assert written <= {each.name for each in content.iterdir()}
    assert "FC201" in (content / "factcheck.xml").read_text(encoding="utf-8")


def test_what_the_page_says_of_baselines_and_changed_lines(tmp_path: Path) -> None:
    environment = clean_environment(tmp_path)
    content = tmp_path / "content"
    content.mkdir()
    (content / "old.md").write_text(WRONG, encoding="utf-8")
    for command in (
        ("init",),
        ("add", "."),
        ("commit", "-m", "All"),
        ("update-ref", "refs/remotes/origin/main", "HEAD"),
    ):
        must("git", *command, cwd=content, env=environment)
    factcheck = (sys.executable, "-m", "factcheck")
    must(*factcheck, "baseline", ".", "-o", "known.json", cwd=content, env=environment)
    for option in (("--baseline", "known.json"), ("--changed-since", "origin/main")):
        check = (*factcheck, "check", ".", "--format", "concise", *option)
        (content / "new.md").write_text(RIGHT, encoding="utf-8")
        assert run(*check, cwd=content, env=environment).returncode == 0
        (content / "new.md").write_text("Cytokines are enzymes.\n", encoding="utf-8")
        ran = run(*check, cwd=content, env=environment)
        assert ran.returncode == 1
        assert "new.md" in ran.stdout
        assert "old.md:" not in ran.stdout
