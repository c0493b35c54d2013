"""What `factcheck init` writes: settings that fit a repository, and the jobs that run factcheck there."""

from factcheck.starter.jobs import JOBS, Job
from factcheck.starter.settings import Surveyed, settings_file, survey

__all__ = ["JOBS", "Job", "Surveyed", "settings_file", "survey"]
