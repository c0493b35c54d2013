"""`factcheck init`: settings that fit a repository, and the jobs that run factcheck there."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.output import say, write
from factcheck.config import FILE_NAME, Settings
from factcheck.discover import discover
from factcheck.errors import UserError
from factcheck.starter import JOBS, settings_file, survey

REPOSITORY = "https://github.com/OWNER/factcheck"
REVISION = "COMMIT"
ANY = "*"
"""A field that no record has: with one named, records are found too."""


@click.command("init")
@click.argument("folder", default=".", metavar="[FOLDER]")
@click.option(
    "--pre-commit", "wanted", flag_value="pre-commit", multiple=True, help="Write the hook of pre-commit too."
)
@click.option("--github", "wanted", flag_value="github", multiple=True, help="Write a workflow of GitHub Actions too.")
@click.option("--gitlab", "wanted", flag_value="gitlab", multiple=True, help="Write a job of GitLab CI too.")
@click.option("--repository", default=REPOSITORY, metavar="URL", help="Where these fetch factcheck from.")
@click.option("--revision", default=REVISION, metavar="REV", help="Which commit or tag of it they take.")
def command(folder: str, wanted: tuple[str, ...], repository: str, revision: str) -> None:
    """Write a commented .factcheck.yaml that fits the documents of FOLDER (the current one by default).

    The pre-commit hook and the CI jobs are printed, or written where an option asks for them. No file is overwritten.
    Exit status: 0, or 2 if you must change something.
    """
    root = Path(folder)
    if not root.is_dir():
        raise UserError(folder, "no such folder")
    settings = root / FILE_NAME
    files = {root / JOBS[name].file: JOBS[name].filled(repository, revision) for name in wanted}
    there = [file for file in (*files, *(() if wanted else (settings,))) if file.exists()]
    if there:
        hint = "edit it by hand; in an empty folder this command prints what it would say"
        raise UserError(there[0].as_posix(), "is there already, and nothing was written", hint)
    if not settings.exists():
        files[settings] = settings_file(survey(discover([folder], Settings(isolated=True, text_field=(ANY,)))))
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        write(text, str(file))
        say(f"{file.as_posix()}: written")
    for name, job in JOBS.items():
        if name not in wanted:
            text = "".join(f"    {line}\n" for line in job.filled(repository, revision).splitlines())
            write(f"To run it {job.purpose}, put into {job.file}:\n\n{text}\n", None)
    if repository == REPOSITORY or revision == REVISION:
        say("put the address of factcheck's repository for OWNER, and the commit or tag that you want for COMMIT")
