"""Several processes in one data directory."""

from __future__ import annotations

import subprocess
from pathlib import Path

from knowledge.keeping.access import Access
from tests.conftest import Factbox

MAKING = """
import sys, time
from pathlib import Path
from knowledge.keeping.access import Access
with Access(Path(sys.argv[1])).workshop() as folder:
    (folder / "segment").write_text("half of it")
    print(folder, flush=True)
    time.sleep(60)
"""


def test_what_a_killed_process_was_making_is_deleted_by_the_next_that_writes_and_by_nobody_before(
    factbox: Factbox, own_data: Path
) -> None:
    access = Access(own_data)
    with factbox.start(own_data, code=MAKING, stdout=subprocess.PIPE) as process:
        assert process.stdout
        theirs = Path(process.stdout.readline().decode().strip())
        with access.workshop() as ours:
            with access.writing():
                assert (theirs / "segment").exists()
                assert ours.exists()
            process.kill()
            process.wait()
            with access.writing():
                assert not theirs.exists()
                assert ours.exists()
        assert not ours.exists()
