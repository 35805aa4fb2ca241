from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.numpy import array_shapes, arrays

from knowledge.mapped.arrays import DamagedFile, open_arrays, write_arrays


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(values=arrays(np.float32, array_shapes(min_dims=1, max_dims=2, min_side=0)))
def test_arrays_come_back(tmp_path: Path, values: np.ndarray) -> None:
    write_arrays(tmp_path / "a", {"values": values, "one": np.array([1], np.uint8)})
    read = open_arrays(tmp_path / "a")
    np.testing.assert_array_equal(read["values"], values)
    assert read["one"].tolist() == [1]


@pytest.mark.parametrize("place", ["magic", "header", "body", "end"])
def test_a_changed_byte_is_noticed(tmp_path: Path, place: str) -> None:
    path = tmp_path / "a"
    write_arrays(path, {"values": np.arange(1000)})
    content = bytearray(path.read_bytes())
    content[{"magic": 0, "header": 30, "body": 1000, "end": len(content) - 1}[place]] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(DamagedFile):
        open_arrays(path)


@pytest.mark.parametrize("size", [0, 1, 20, 40, 500])
def test_a_cut_file_is_noticed(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a"
    write_arrays(path, {"values": np.arange(1000)})
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(DamagedFile):
        open_arrays(path)
