"""Generated misspellings of the packs' names: how many are found, and put right."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARK = Path(__file__).resolve().parent.parent / "benchmarks/misspellings.py"


@pytest.fixture(scope="module")
def benchmark() -> Any:
    spec = importlib.util.spec_from_file_location("misspellings_benchmark", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", [1, 2])
def test_most_are_found_and_put_right(benchmark: Any, seed: int) -> None:
    figures = benchmark.measure(seed)
    assert figures.looked_at == 2000
    assert figures.single >= 0.97
    assert figures.double >= 0.85
    assert figures.right >= 0.99


def test_every_kind_of_slip_is_made(benchmark: Any) -> None:
    forms = {benchmark.edited("finasteride", random.Random(seed)) for seed in range(400)}
    assert {"ifnasteride", "inasteride", "ffinasteride", "phinasteride", "dinasteride"} <= forms
