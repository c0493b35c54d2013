"""A repository that factcheck lives in: settings by folder, records, baselines, changed lines, and how to begin."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import Command
from tests.scratch_project import RIGHT, WRONG

MISSPELLED = "Ruxotilinib is a drug.\n"


def put(folder: Path, name: str, text: str) -> Path:
    """Write one file, and hand back its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(factcheck: Command, *options: str) -> list[tuple[str, str]]:
    """Path and code of each finding of a run."""
    documents = json.loads(factcheck(*options, "--format", "json").out)["documents"]
    return [(document["path"], finding["code"]) for document in documents for finding in document["findings"]]


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(("git", *identity, *arguments), cwd=folder, check=True, capture_output=True)


def test_each_document_has_the_nearest_settings(factcheck: Command, tmp_path: Path) -> None:
    for name in ("a.md", "news/a.md", "news/old/a.md", "blog/a.md"):
        put(tmp_path, name, WRONG + MISSPELLED)
    put(tmp_path, ".factcheck.yaml", "ignore: [FC101]\nper-file-ignores: {blog/: [FC2]}\n")
    put(tmp_path, "news/.factcheck.yaml", "ignore: [FC201]\n")
    put(tmp_path, "news/old/.factcheck.yaml", "extends: ../../.factcheck.yaml\nseverity: {FC201: note}\n")
    assert found(factcheck, ".", "--alone") == [("a.md", "FC201"), ("news/a.md", "FC101"), ("news/old/a.md", "FC201")]
    assert found(factcheck, "news", "--alone") == [("news/a.md", "FC101"), ("news/old/a.md", "FC201")]
    assert factcheck("news/old/a.md").status == 0
    assert factcheck("a.md").status == 1
    assert found(factcheck, "news/a.md", "--config", ".factcheck.yaml") == [("news/a.md", "FC201")]
    assert found(factcheck, "news/a.md", "--ignore", "FC2", "--ignore", "FC1") == []


def test_settings_that_are_extended_keep_the_place_of_their_patterns(factcheck: Command, tmp_path: Path) -> None:
    put(tmp_path, "shared/base.yaml", 'exclude: ["*.txt", ../site/drafts/]\nignore: [FC101]\n')
    put(tmp_path, "site/.factcheck.yaml", "extends: [../shared/base.yaml]\n")
    for name in ("site/a.md", "site/b.txt", "shared/c.txt", "shared/d.md"):
        put(tmp_path, name, WRONG + MISSPELLED)
    assert found(factcheck, "site", "--alone") == [("site/a.md", "FC201"), ("site/b.txt", "FC201")]


def test_what_is_read_is_shown(factcheck: Command, tmp_path: Path) -> None:
    put(
        tmp_path,
        ".factcheck.yaml",
        'formats: {"*.page": markdown, "raw/*.html": text}\nexclude: [drafts/, "!drafts/c.md"]\n',
    )
    names = [
        "a.page",
        "b.rst",
        "c.adoc",
        "d.ipynb",
        "e.csv",
        "f.docx",
        "drafts/a.md",
        "drafts/c.md",
        "raw/x.html",
        ".h/a.md",
    ]
    for name in names:
        put(tmp_path, name, "a\n" if name != "d.ipynb" else "{}")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    shown = dict(line.split() for line in factcheck(".", "--show-files").out.splitlines())
    assert shown == {
        "a.page": "markdown",
        "b.rst": "rst",
        "c.adoc": "asciidoc",
        "d.ipynb": "notebook",
        "raw/x.html": "text",
        "drafts/c.md": "markdown",
    }
    assert list(shown) == sorted(shown)
    assert factcheck("f.docx", "drafts/a.md", "--show-files").out == "drafts/a.md  markdown\nf.docx       text\n"
    assert factcheck("drafts/a.md", "--show-files", "--force-exclude").out == ""
    put(tmp_path, ".factcheck.yaml", 'include: ["*.rst"]\n')
    assert factcheck(".", "--show-files").out == "b.rst  rst\n"


def test_where_each_setting_comes_from_is_shown(factcheck: Command, tmp_path: Path) -> None:
    put(tmp_path, "base.yaml", "fail-on: note\nignore: [FC101]\n")
    put(tmp_path, "docs/.factcheck.yaml", "extends: ../base.yaml\n\nignore: [FC501]\n")
    put(tmp_path, "docs/a.md", "a\n")
    put(tmp_path, "b.md", "b\n")
    said = factcheck(".", "--show-settings", "--select", "FC2").out
    assert re.search(r"^no settings file: 1 document, b\.md$", said, re.MULTILINE)
    part = said.partition("docs/.factcheck.yaml: 1 document, docs/a.md\n")[2]
    values = {line.split()[0]: " ".join(line.split()[1:]) for line in part.splitlines()}
    assert values["fail-on"] == "note (base.yaml:1:1)"
    assert values["ignore"] == "FC501 (docs/.factcheck.yaml:3:1)"
    assert values["select"] == "FC2 (--select)"
    assert values["severity"] == "- (default)"


MISTAKES = [
    ("extends: .factcheck.yaml", '.factcheck.yaml:1:10: "extends" comes back to .factcheck.yaml'),
    ("extends: gone.yaml", '.factcheck.yaml:1:10: "extends" names gone.yaml, which is no file'),
    ("extends: [other.yaml]", 'other.yaml:1:1: unknown key "ignor"; did you mean "ignore"?'),
    ("per-file-ignores: FC1", "takes patterns of files with codes or facts for each"),
    ("per-file-ignores: {a/: {b: c}}", 'takes a word or a list of words for "a/"'),
    ("per-file-ignores: {a/: [FC999]}", '.factcheck.yaml:1:1: per-file-ignores: no check has the code "FC999"'),
    (
        "formats: {'*.md': markdwn}",
        'formats: no reader is called "markdwn"; did you mean "markdown"?',
    ),
    ("text-format: pdf", 'takes one of text, markdown, html, not "pdf"'),
    ("baseline: [a, b]", '"baseline" takes a word'),
    ("baseline: gone.json", 'gone.json: there is no such baseline; write it with "factcheck baseline'),
    ("exlude: [a]", 'unknown key "exlude"; did you mean "exclude"?'),
    (
        "ignore: [cytokine-kin]",
        '.factcheck.yaml:1:1: ignore: no code and no fact is called "cytokine-kin"',
    ),
]


@pytest.mark.parametrize(("text", "told"), MISTAKES)
def test_a_wrong_setting_is_told_with_its_place(factcheck: Command, tmp_path: Path, text: str, told: str) -> None:
    put(tmp_path, "other.yaml", "ignor: [FC1]\n")
    put(tmp_path, "a.md", "Fine.\n")
    put(tmp_path, ".factcheck.yaml", text + "\n")
    ran = factcheck("a.md")
    assert ran.status == 2
    assert told in ran.err
    assert str(tmp_path) not in ran.err


def test_records_are_told_with_their_field(factcheck: Command, tmp_path: Path) -> None:
    rows = [{"id": 1, "body": RIGHT}, {"id": 2, "body": f'A "b".\n\n{WRONG}', "updated": "2026-01-01"}]
    put(tmp_path, "a.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    put(tmp_path, "b.csv", f'id;body\n1;"He said ""no"".\n{WRONG.strip()}"\n')
    assert found(factcheck, ".") == []
    assert factcheck("a.jsonl").status == 2
    assert "which field of the records holds the text?" in factcheck("a.jsonl").out
    data = json.loads(factcheck(".", "--text-field", "body", "--alone", "--format", "json").out)
    said = [(each["path"], f["record"], f["line"], f["quote"]) for each in data["documents"] for f in each["findings"]]
    assert said == [
        ("a.jsonl", "record 2, field body", 2, "enzymes called cytokines"),
        ("b.csv", "record 1, field body", 3, "enzymes called cytokines"),
    ]
    assert "(record 2, field body)" in factcheck("a.jsonl", "--text-field", "body").out


def test_the_dates_that_count_can_be_chosen(factcheck: Command, tmp_path: Path) -> None:
    put(tmp_path, "2024-05-06-a.md", "---\ndate: 2020-01-01\nlast_reviewed: 2025-02-03\n---\n\nFine.\n")

    def day() -> str:
        return str(json.loads(factcheck(".", "--format", "json").out)["documents"][0]["date"])

    assert day() == "2020-01-01"
    put(tmp_path, ".factcheck.yaml", "dates: [last_reviewed]\n")
    assert day() == "2025-02-03"
    put(tmp_path, ".factcheck.yaml", "dates: filename\n")
    assert day() == "2024-05-06"


def test_a_baseline_keeps_what_is_known_and_tells_what_is_new(factcheck: Command, tmp_path: Path) -> None:
    page = put(tmp_path, "docs/a.md", WRONG + "\n" + MISSPELLED)
    put(tmp_path, "b.md", WRONG)
    ran = factcheck("baseline", "docs")
    assert ".factcheck-baseline.json: 2 known findings (2 new, 0 gone)" in ran.err
    baseline = ("--baseline", ".factcheck-baseline.json", "--alone")
    assert found(factcheck, ".", *baseline) == [("b.md", "FC201")]
    assert factcheck("docs", *baseline).status == 0
    page.write_text(
        "New first line.\n\n" + MISSPELLED + "\n" + WRONG.replace(" the", "  the") + "\n" + WRONG, encoding="utf-8"
    )
    assert found(factcheck, "docs", *baseline) == [("docs/a.md", "FC201")]
    page.write_text(WRONG.replace("quiet", "dampen"), encoding="utf-8")
    assert found(factcheck, "docs", *baseline) == [("docs/a.md", "FC201")]
    assert "(1 new, 2 gone)" not in factcheck("baseline", "docs", "--prune").err
    assert json.loads((tmp_path / ".factcheck-baseline.json").read_text())["findings"] == []
    factcheck("baseline", ".", "-o", "all.json")
    known = [each["path"] for each in json.loads((tmp_path / "all.json").read_text())["findings"]]
    assert known == ["b.md", "docs/a.md"]
    (tmp_path / "b.md").unlink()
    factcheck("baseline", "docs", "-o", "all.json", "--prune")
    assert [each["path"] for each in json.loads((tmp_path / "all.json").read_text())["findings"]] == ["docs/a.md"]


def test_a_baseline_holds_from_every_folder(
    factcheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "docs/a.md", WRONG)
    put(tmp_path, ".factcheck.yaml", "baseline: known/now.json\n")
    (tmp_path / "known").mkdir()
    factcheck("baseline", ".")
    assert factcheck(".").status == 0
    monkeypatch.chdir(tmp_path / "docs")
    assert factcheck("a.md").status == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "known.json:1:2: not JSON ("),
        ("[]", "known.json: no baseline of version 1; write it anew"),
        ('{"version": 2, "findings": []}', "known.json: no baseline of version 1"),
        ('{"version": 1, "findings": [{"path": "a"}]}', "known.json: entry 1 lacks one of fingerprint"),
    ],
)
def test_a_damaged_baseline_is_told_and_kept(factcheck: Command, tmp_path: Path, text: str, told: str) -> None:
    put(tmp_path, "a.md", WRONG)
    file = put(tmp_path, "known.json", text)
    for ran in (factcheck("a.md", "--baseline", "known.json"), factcheck("baseline", ".", "-o", "known.json")):
        assert ran.status == 2
        assert told in ran.err
    assert file.read_text(encoding="utf-8") == text


def test_only_changed_lines_are_reported(factcheck: Command, tmp_path: Path) -> None:
    page = put(tmp_path, "a b.md", WRONG + "\nFine.\n")
    put(tmp_path, "ü.md", WRONG)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "One")
    since = (".", "--changed-since", "HEAD", "--alone")
    assert found(factcheck, *since) == []
    ran = factcheck(*since, "--diff")
    assert ran.status == 2
    assert "--changed-since: stands beside --diff, which is about whole documents" in ran.err
    page.write_text("++ A new line.\n\n" + WRONG + "\n" + MISSPELLED, encoding="utf-8")
    put(tmp_path, "new.md", WRONG)
    assert found(factcheck, *since) == [("a b.md", "FC101"), ("new.md", "FC201")]
    git(tmp_path, "mv", "ü.md", "moved.md")
    assert found(factcheck, *since) == [("a b.md", "FC101"), ("new.md", "FC201")]
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Two")
    assert found(factcheck, *since) == []
    assert found(factcheck, ".", "--changed-since", "HEAD~1", "--alone") == [("a b.md", "FC101"), ("new.md", "FC201")]


def test_a_disagreement_with_a_changed_line_is_reported_wherever_it_stands(factcheck: Command, tmp_path: Path) -> None:
    put(tmp_path, "a.md", "Olumiant is made by Pfizer.\n")
    page = put(tmp_path, "b.md", "Fine.\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "One")
    page.write_text("Fine.\n\nOlumiant is made by Eli Lilly.\n", encoding="utf-8")
    told = found(factcheck, ".", "--changed-since", "HEAD", "--select", "FC4")
    assert [code for _, code in told] == ["FC401"]


def test_git_that_cannot_tell_is_told(factcheck: Command, tmp_path: Path) -> None:
    put(tmp_path, "a.md", WRONG)
    ran = factcheck("a.md", "--changed-since", "HEAD")
    assert ran.status == 2
    assert "--changed-since: git cannot tell: " in ran.err
    git(tmp_path, "init", "--quiet")
    ran = factcheck("a.md", "--changed-since", "mian")
    assert ran.status == 2
    assert '--changed-since: git knows no revision "mian"; fetch it first' in ran.err


def test_init_writes_settings_that_fit(factcheck: Command, tmp_path: Path) -> None:
    put(tmp_path, "docs/a.md", "---\nlast_reviewed: 2025-02-03\n---\nFine.\n")
    put(tmp_path, "drafts/b.md", "Fine.\n")
    put(tmp_path, "data/c.csv", "id,body\n1,Fine.\n")
    put(tmp_path, "ignored/d.csv", "id,body\n1,Fine.\n")
    put(tmp_path, "ignored/.gitignore", "*\n")
    ran = factcheck("init")
    assert ran.status == 0
    for name in (".pre-commit-config.yaml", ".github/workflows/factcheck.yml", ".gitlab-ci.yml"):
        assert f"put into {name}:" in ran.out
        assert not (tmp_path / name).exists()
    text = (tmp_path / ".factcheck.yaml").read_text(encoding="utf-8")
    settings = yaml.safe_load(text)
    assert settings["exclude"] == ["drafts/"]
    assert settings["dates"][-1] == "last_reviewed"
    assert "data/c.csv" in text
    assert "ignored" not in text
    assert factcheck(".").status == 0
    uncommented = re.sub(r"^# (?=[\w ][\w/-]*: )", "", text, flags=re.MULTILINE)
    keys = set(re.findall(r"^([a-z-]+):", uncommented, re.MULTILINE))
    assert {"rules", "fail-on", "ignore", "severity", "baseline", "text-field"} <= keys
    again = factcheck("init")
    assert again.status == 2
    assert ".factcheck.yaml: is there already, and nothing was written" in again.err
    assert factcheck("init", "--github", "--gitlab", "--pre-commit").status == 0
    assert (tmp_path / ".gitlab-ci.yml").exists()
    assert (tmp_path / ".factcheck.yaml").read_text(encoding="utf-8") == text
    assert factcheck("init", "--gitlab").status == 2
