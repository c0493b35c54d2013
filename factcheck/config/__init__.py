"""The settings of a run: the defaults, then the nearest `.factcheck.yaml` of each document, then the options."""

from factcheck.config.file import FILE_NAME
from factcheck.config.globs import Glob, match
from factcheck.config.keys import KEYS, read_date, read_percent
from factcheck.config.nearest import Settings, load_config
from factcheck.config.values import DEFAULT, FAIL_ON, RECORD_FORMATS, Config, is_code, names

__all__ = [
    "DEFAULT",
    "FAIL_ON",
    "FILE_NAME",
    "KEYS",
    "RECORD_FORMATS",
    "Config",
    "Glob",
    "Settings",
    "is_code",
    "load_config",
    "match",
    "names",
    "read_date",
    "read_percent",
]
