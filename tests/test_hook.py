"""The hooks as a content repository uses them: real pre-commit, real git, a clone of this project."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

from tests.scratch_project import RIGHT, ROOT, WRONG, clean_environment, copy_project, must, run

pytestmark = pytest.mark.timeout(900)

PRE_COMMIT = (sys.executable, "-m", "pre_commit")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    home = tmp_path_factory.mktemp("home")
    return {**clean_environment(home), "PRE_COMMIT_HOME": str(home / "pre-commit"), "PRE_COMMIT_COLOR": "never"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> tuple[Path, str]:
    """This project as a repository, and its only commit."""
    folder = copy_project(tmp_path_factory.mktemp("project") / "factcheck")
    must("git", "init", "--quiet", cwd=folder, env=environment)
    must("git", "add", "--all", cwd=folder, env=environment)
    must("git", "commit", "--quiet", "--no-verify", "--message", "All", cwd=folder, env=environment)
    return folder, must("git", "rev-parse", "HEAD", cwd=folder, env=environment).strip()


@pytest.fixture
def content(tmp_path: Path, project: tuple[Path, str], environment: dict[str, str]) -> Path:
    """A repository of documents with both hooks installed."""
    folder, revision = project
    hooks = [{"id": "factcheck"}, {"id": "factcheck-repo", "stages": ["manual"]}]
    config = {"repos": [{"repo": folder.as_uri(), "rev": revision, "hooks": hooks}]}
    must("git", "init", "--quiet", cwd=tmp_path, env=environment)
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    must("git", "add", ".pre-commit-config.yaml", cwd=tmp_path, env=environment)
    must(*PRE_COMMIT, "install", cwd=tmp_path, env=environment)
    return tmp_path


def commit(folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    """Try to commit everything; the status and what was said."""
    must("git", "add", "--all", cwd=folder, env=environment)
    ran = run("git", "commit", "--message", "Documents", cwd=folder, env=environment)
    return ran.returncode, ran.stdout + ran.stderr


def test_a_wrong_document_blocks_the_commit_and_a_right_one_does_not(
    content: Path, environment: dict[str, str]
) -> None:
    (content / "wrong.md").write_text(WRONG, encoding="utf-8")
    (content / "right.md").write_text(RIGHT, encoding="utf-8")
    (content / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    status, said = commit(content, environment)
    assert status != 0
    assert "FC201" in said
    assert "wrong.md" in said
    assert "picture.png" not in said
    assert run("git", "log", cwd=content, env=environment).returncode != 0

    (content / "wrong.md").write_text(RIGHT, encoding="utf-8")
    status, said = commit(content, environment)
    assert status == 0, said
    assert "Passed" in said


def test_a_hook_that_fixes_stops_the_commit_with_the_document_corrected(
    content: Path, environment: dict[str, str]
) -> None:
    config = content / ".pre-commit-config.yaml"
    hooks = yaml.safe_load(config.read_text(encoding="utf-8"))
    hooks["repos"][0]["hooks"][0]["args"] = ["--fix"]
    config.write_text(yaml.safe_dump(hooks), encoding="utf-8")
    (content / "page.md").write_text("Ruxotilinib is a JAK inhibitor.\n", encoding="utf-8")
    status, said = commit(content, environment)
    assert status != 0
    assert "files were modified by this hook" in said
    assert (content / "page.md").read_text(encoding="utf-8") == "Ruxolitinib is a JAK inhibitor.\n"
    assert commit(content, environment)[0] == 0


def test_what_the_settings_exclude_does_not_block(content: Path, environment: dict[str, str]) -> None:
    (content / ".factcheck.yaml").write_text("exclude: [drafts/]\n", encoding="utf-8")
    (content / "drafts").mkdir()
    (content / "drafts" / "wrong.md").write_text(WRONG, encoding="utf-8")
    status, said = commit(content, environment)
    assert status == 0, said


def test_the_second_hook_sees_the_whole_repository(content: Path, environment: dict[str, str]) -> None:
    (content / "wrong.md").write_text(WRONG, encoding="utf-8")
    must("git", "add", "--all", cwd=content, env=environment)
    command = (*PRE_COMMIT, "run", "factcheck-repo", "--hook-stage", "manual", "--files", ".pre-commit-config.yaml")
    ran = run(*command, cwd=content, env=environment)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "FC201" in ran.stdout


def test_the_hooks_are_those_that_the_readme_can_promise() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["factcheck", "factcheck-repo"]
    assert [hook["language"] for hook in hooks] == ["python", "python"]
