from __future__ import annotations

import json
from pathlib import Path

import pytest

from consilience.errors import EngineError
from consilience.neural.network import open_session
from consilience.neural.weights import FILES, open_weights

PACKAGE = Path(__file__).parents[2] / "src" / "consilience" / "data" / "weights"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A weights folder whose files lead to those of the package."""
    for path in PACKAGE.iterdir():
        (tmp_path / path.name).symlink_to(path)
    return tmp_path


def rewrite(path: Path, data: bytes) -> None:
    path.unlink()
    path.write_bytes(data)


def test_a_whole_folder_opens(folder: Path) -> None:
    assert open_weights(folder).digest == open_weights(None).digest


@pytest.mark.parametrize("name", sorted(FILES | {"manifest.json"}))
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(EngineError, match=rf"{name}.*missing; install"):
        open_weights(folder)


@pytest.mark.parametrize("name", ["engine.onnx", "labels.json", "pieces.npy"])
def test_a_cut_file_is_named(folder: Path, name: str) -> None:
    rewrite(folder / name, (folder / name).read_bytes()[:-1])
    with pytest.raises(EngineError, match=rf"{name}: \d+ bytes where \d+ are expected"):
        open_weights(folder)


@pytest.mark.parametrize("name", ["vectors.onnx", "vocab.txt"])
def test_one_changed_byte_is_found(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    rewrite(folder / name, bytes(data))
    with pytest.raises(EngineError, match=rf"{name}: the content differs"):
        open_weights(folder)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\x00", "damaged"),
        (b"[]", "damaged"),
        (b'{"version": 1}', "damaged"),
        (b'{"version": 1, "files": {}}', "not complete"),
        (b'{"version": 99, "files": {}}', "weights of version 99"),
    ],
)
def test_a_manifest_that_makes_no_sense_is_an_error(folder: Path, content: bytes, message: str) -> None:
    rewrite(folder / "manifest.json", content)
    with pytest.raises(EngineError, match=message) as caught:
        open_weights(folder)
    assert "\n" not in str(caught.value)


def test_a_graph_that_is_none_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "engine.onnx").write_bytes(b"no graph")
    with pytest.raises(EngineError, match=r"engine\.onnx: the engine cannot be loaded"):
        open_session(tmp_path / "engine.onnx")


def test_the_package_stays_small() -> None:
    assert sum(path.stat().st_size for path in PACKAGE.iterdir()) < 55_000_000


def test_the_manifest_lists_every_file_with_its_size() -> None:
    stated = json.loads((PACKAGE / "manifest.json").read_text())["files"]
    assert {name: (PACKAGE / name).stat().st_size for name in stated} == {n: f["size"] for n, f in stated.items()}
