"""A linter for facts: compares what documents claim with a reference rule set."""

__version__ = "0.1.0"
