"""The files that run factcheck in a repository: a pre-commit hook, a workflow of GitHub Actions, a job of GitLab CI."""

from __future__ import annotations

from dataclasses import dataclass

_PRE_COMMIT = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: factcheck            # each changed document against the rules
      - id: factcheck-repo       # the documents against one another
        stages: [pre-push]
"""
_GITHUB = """\
name: factcheck
on: [push, pull_request]
permissions:
  contents: read
  security-events: write         # to show the findings in the pull request
jobs:
  factcheck:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0         # for changed-since
      - uses: {action}@{revision}
        with:
          paths: .
"""
_GITLAB = """\
factcheck:
  image: python:3.12
  script:
    - pip install git+{repository}@{revision}
    - factcheck . --format gitlab -o gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
"""


@dataclass(frozen=True, slots=True)
class Job:
    """A file that runs factcheck: where it stands in a repository, what it is for, and what it holds."""

    file: str
    purpose: str
    text: str

    def filled(self, repository: str, revision: str) -> str:
        """The text with the address of factcheck's repository and the commit or tag that is wanted."""
        action = repository.removeprefix("https://github.com/").removesuffix(".git")
        return self.text.format(repository=repository, revision=revision, action=action)


JOBS = {
    "pre-commit": Job(".pre-commit-config.yaml", "before every commit", _PRE_COMMIT),
    "github": Job(".github/workflows/factcheck.yml", "on GitHub Actions", _GITHUB),
    "gitlab": Job(".gitlab-ci.yml", "on GitLab CI", _GITLAB),
}
