"""The jobs that the README and `factcheck init` hand out, run as their services run them."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.starter import JOBS
from tests.scratch_project import RIGHT, ROOT, WRONG, clean_environment, copy_project, must, run

pytestmark = pytest.mark.timeout(600)

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A clean environment whose `python` and `pip` are those of a virtual environment of its own."""
    home = tmp_path_factory.mktemp("home")
    base = clean_environment(home)
    must(sys.executable, "-m", "venv", str(home / "venv"), cwd=home, env=base)
    return {**base, "PATH": f"{home / 'venv' / 'bin'}{os.pathsep}{base['PATH']}"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """This project as a repository with one commit."""
    folder = copy_project(tmp_path_factory.mktemp("project") / "factcheck")
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--no-verify", "--message", "All")):
        must("git", *command, cwd=folder, env=environment)
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A repository of documents, one of them wrong."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "wrong.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "docs" / "right.md").write_text(RIGHT, encoding="utf-8")
    return tmp_path


def steps() -> list[tuple[str, dict[str, Any]]]:
    """The steps of the action that run commands, with their names."""
    return [(each["name"], each) for each in ACTION["runs"]["steps"] if "run" in each]


def test_the_action_says_what_it_takes_and_uploads_what_it_writes() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert all(each["description"] for each in (*ACTION["inputs"].values(), *ACTION["outputs"].values()))
    (upload,) = (each for each in ACTION["runs"]["steps"] if "upload-sarif" in each.get("uses", ""))
    assert upload["with"]["sarif_file"] == ACTION["outputs"]["sarif"]["value"] == "${{ steps.check.outputs.sarif }}"
    assert all(each["shell"] == "bash" for _, each in steps())


def test_the_steps_of_the_action_do_what_they_say(
    content: Path, project: Path, environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    scratch = tmp_path_factory.mktemp("runner")
    runner = {**environment, "RUNNER_TEMP": str(scratch), "GITHUB_ACTION_PATH": str(project)}
    runner["GITHUB_OUTPUT"] = str(scratch / "output")
    by_name = dict(steps())
    must("bash", "-e", "-c", by_name["Install factcheck"]["run"], cwd=content, env=runner)
    concise = "--alone --isolated --format concise"
    for paths, status, args in (
        ("docs", "1", "--alone --isolated"),
        ("docs", "1", concise),
        ("docs/right.md", "0", ""),
        ("gone", "2", ""),
    ):
        (scratch / "output").write_text("", encoding="utf-8")
        inputs = {"PATHS": paths, "ARGS": args}
        ran = run("bash", "-e", "-c", by_name["Check"]["run"], cwd=content, env={**runner, **inputs})
        assert ran.returncode == 0, ran.stderr
        told = dict(line.split("=", 1) for line in (scratch / "output").read_text(encoding="utf-8").splitlines())
        assert told["status"] == status
        last = by_name["Tell whether findings count"]["run"]
        assert run("bash", "-c", last, cwd=content, env={**runner, "STATUS": told["status"]}).returncode == int(status)
        if status == "1":
            (result,) = json.loads(Path(told["sarif"]).read_text(encoding="utf-8"))["runs"][0]["results"]
            assert result["ruleId"] == "FC201"
            assert ran.stdout.count("FC201") == 1
            assert ("Judged as of " in ran.stdout) is (args != concise)
        if status == "2":
            assert "gone: no such file or folder" in ran.stderr


@pytest.mark.slow
def test_the_job_of_gitlab_does_what_it_says(content: Path, project: Path, environment: dict[str, str]) -> None:
    revision = must("git", "rev-parse", "HEAD", cwd=project, env=environment).strip()
    job = yaml.safe_load(JOBS["gitlab"].filled(project.as_uri(), revision))["factcheck"]
    install, check = job["script"]
    must("bash", "-c", install.replace("pip install", "pip install --quiet"), cwd=content, env=environment)
    assert run("bash", "-c", check, cwd=content, env=environment).returncode == 1
    (finding,) = json.loads((content / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert finding["check_name"] == "FC201"
    assert finding["severity"] == "major"
    assert finding["location"] == {"path": "docs/wrong.md", "lines": {"begin": 1}}


@pytest.mark.parametrize("name", JOBS)
def test_the_readme_shows_the_same_jobs(name: str) -> None:
    job = yaml.safe_load(JOBS[name].filled("https://github.com/OWNER/factcheck", "COMMIT"))
    fences = [yaml.safe_load(text.partition("```")[0]) for text in README.split("```yaml\n")[1:]]
    (shown,) = (each for each in fences if set(each) == set(job))
    if name == "pre-commit":
        assert job["repos"][0]["hooks"][0]["id"] == shown["repos"][0]["hooks"][0]["id"]
        job["repos"][0].pop("hooks")
        shown["repos"][0].pop("hooks")
    told = json.dumps(job).replace('": "."', '": "docs/"').replace("factcheck . ", "factcheck docs/ ")
    assert json.loads(told) == json.loads(json.dumps(shown))
