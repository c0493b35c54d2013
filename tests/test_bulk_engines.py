"""The function of `factcheck bulk` under other engines, and what happens where none is installed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.bulk import checking as needs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Command

AS_OF = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("module", "options", "extra"), [("pyarrow", (), "bulk"), ("daft", (), "bulk"), ("ray", ("--ray", "auto"), "ray")]
)
def test_a_missing_extra_is_told_with_the_way_out(
    module: str, options: tuple[str, ...], extra: str, tmp_path: Path, factcheck: Command, monkeypatch: Any
) -> None:
    pytest.importorskip("pyarrow") if module != "pyarrow" else None
    there = [each for each in ("pyarrow", "daft", "ray") if each != module]
    monkeypatch.setattr(needs, "find_spec", lambda name: name if name in there else None)
    (tmp_path / "in.csv").write_text("id,text\n1,a\n", encoding="utf-8")
    ran = factcheck("bulk", "in.csv", "out", *options)
    assert ran.status == 2
    told = f'factcheck bulk: needs {module}, which is not installed; install it: pip install "factcheck[{extra}]"\n'
    assert ran.err == told
    assert not (tmp_path / "out").exists()


def test_nothing_but_a_run_imports_the_engine() -> None:
    """Nor does help; start-up time is that of the other commands."""
    code = (
        "import sys; from factcheck.__main__ import main; main(['bulk', '--help']); main(['--version']);"
        "import factcheck.run, factcheck.bulk, factcheck.bulk.rows;"
        "sys.exit(bool({'pyarrow', 'daft', 'ray'} & {*sys.modules}))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_cluster_that_is_not_there_is_told_at_once(tmp_path: Path, factcheck: Command) -> None:
    pytest.importorskip("daft", reason="needs the extra bulk")
    pytest.importorskip("ray", reason="needs the extra ray")
    (tmp_path / "in.csv").write_text("id,text\n1,a\n", encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "bulk", "in.csv", "out", "--ray", "127.0.0.1:1"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "--ray 127.0.0.1:1: no Ray cluster answers there; start one with `ray start --head`" in ran.stderr


def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra bulk")
    pytest.importorskip("daft", reason="needs the extra bulk")
    import pyarrow as pa

    texts = ["Minoxidil treats alopecia areata. Cytokines are enzymes. " * 20] * 2_000
    pq.write_table(pa.table({"id": [str(number) for number in range(2_000)], "text": texts}), tmp_path / "in.parquet")
    command = [sys.executable, "-m", "factcheck", "bulk", "in.parquet", "out", "--partition-rows", "10"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    run = subprocess.Popen(command, cwd=tmp_path, start_new_session=True, **pipes)  # type: ignore[call-overload]
    done = tmp_path / "out" / "_work" / "done"
    deadline = time.monotonic() + 50
    while not any(done.glob("*.json")) and time.monotonic() < deadline:
        time.sleep(0.1)
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=30)
    assert (run.returncode, "factcheck: stopped" in told, "Traceback" in told) == (130, True, False)
    assert not (tmp_path / "out" / "summary.json").exists()
    parts = {each.stem for each in done.glob("part-*.json")}
    assert parts
    for name in parts:
        for table in ("findings", "claims", "documents"):
            pq.read_table(tmp_path / "out" / table / f"{name}.parquet")


def batches() -> Iterator[Any]:
    import pyarrow as pa

    from tests.bulk_documents import SOME

    for part in (SOME[:4], SOME[4:]):
        yield pa.RecordBatch.from_pydict({"id": [name for name, _ in part], "text": [text for _, text in part]})


def expected(tmp_path: Path, factcheck: Command) -> list[str]:
    from tests.bulk_documents import SOME, by_check

    return by_check(SOME, tmp_path, factcheck, "--alone")


def told(rows: list[dict[str, Any]]) -> list[str]:
    from tests.bulk_documents import as_text

    return sorted(as_text({name: value for name, value in row.items() if name != "fingerprint"}) for row in rows)


def test_batches_give_the_findings_of_check_alone(tmp_path: Path, factcheck: Command) -> None:
    pytest.importorskip("pyarrow", reason="needs the extra bulk")
    from factcheck.bulk.batches import Checking, claims_in, findings_in
    from factcheck.config import Config

    checking = Checking(Config(as_of=AS_OF, text_format="markdown"))
    found = [row for batch in findings_in(batches(), checking) for row in batch.to_pylist()]
    assert told(found) == expected(tmp_path, factcheck)
    assert sum(batch.num_rows for batch in claims_in(batches(), checking)) > 10


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_the_recipe_for_spark_runs(tmp_path: Path, factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of docs/scale.md, as they stand there."""
    pytest.importorskip("pyspark", reason="needs pyspark, and Java")
    pytest.importorskip("pandas", reason="pyspark needs pandas for Arrow")
    pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra bulk")
    import pyarrow as pa

    page = (Path(__file__).parent.parent / "docs" / "scale.md").read_text(encoding="utf-8")
    recipe = page.partition("```python\n")[2].partition("```")[0]
    pq.write_table(pa.Table.from_batches(batches()), tmp_path / "documents.parquet")
    (tmp_path / "recipe.py").write_text(recipe, encoding="utf-8")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    ran = subprocess.run([sys.executable, "recipe.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    rows = pq.read_table(tmp_path / "findings.parquet").to_pylist()
    assert told(rows) == expected(tmp_path, factcheck)


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_ray_cluster_of_two_workers_finds_what_check_finds(tmp_path: Path, factcheck: Command) -> None:
    pytest.importorskip("daft", reason="needs the extra bulk")
    pytest.importorskip("ray", reason="needs the extra ray")
    from ray.cluster_utils import Cluster

    from tests.bulk_documents import AS_OF, SOME, as_parquet, by_bulk, by_check

    as_parquet(SOME, tmp_path)
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0})
    try:
        for _ in range(2):
            cluster.add_node(num_cpus=1)
        command = [sys.executable, "-m", "factcheck", "bulk", "in.parquet", "out", "--ray", cluster.address]
        options = ["--text-format", "markdown", "--partition-rows", "3", *AS_OF]
        ran = subprocess.run([*command, *options], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert ran.returncode == 1, ran.stderr
    finally:
        cluster.shutdown()
    assert by_bulk(tmp_path / "out") == by_check(SOME, tmp_path, factcheck)
