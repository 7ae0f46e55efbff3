"""Packs: another person makes the account again and compares it byte for byte."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

import consilience
from consilience import Engine, InputError, Job, ReadOptions
from consilience.model.report import Page, Rejection
from consilience.read.sources import pages
from consilience.run.local import findings, results_of_pages
from consilience.run.packs import Pack, read_pack, verify, write_pack

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "reports"
FEW = [str(path) for path in sorted(EXAMPLES.glob("0[1-4]*.txt"))]
Sources = tuple[Page | Rejection, ...]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return consilience.load_engine()


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    hollow = tmp_path_factory.mktemp("hollow")
    job = Job(ReadOptions())
    return tuple(pages([*FEW, str(hollow)], job.options, job.settings.read))


def written(path: Path, sources: Sources, engine: Engine, bodies: bool = True) -> Path:
    job = Job()
    reading = consilience.Reading.of(findings(results_of_pages(sources, job, engine), engine, job))
    write_pack(path, sources, reading, job, bodies)
    return path


def test_the_same_bytes_again(tmp_path: Path, sources: Sources, engine: Engine) -> None:
    pack = written(tmp_path / "a.zip", sources, engine)
    assert verify(read_pack(pack), (), engine).same
    assert pack.read_bytes() == written(tmp_path / "b.zip", sources, engine).read_bytes()


def test_hashes_alone_need_the_inputs(tmp_path: Path, sources: Sources, engine: Engine) -> None:
    pack = read_pack(written(tmp_path / "a.zip", sources, engine, bodies=False))
    assert not pack.bodies
    verdict = verify(pack, (), engine)
    assert not verdict.same
    assert "inputs not given with these bytes" in verdict.differs[0]
    assert verify(pack, sources, engine).same


def test_what_was_changed_is_named(tmp_path: Path, sources: Sources, engine: Engine) -> None:
    pack = read_pack(written(tmp_path / "a.zip", sources, engine))
    sha, data = next(iter(pack.bodies.items()))
    forged = Pack(pack.manifest, pack.account, {**pack.bodies, sha: data + b" "})
    assert "its bytes are not those of its hash" in verify(forged, (), engine).differs[0]
    other = Pack(pack.manifest, pack.account.replace(b"Marlec", b"Merlac", 1), pack.bodies)
    assert "not the account that the manifest names" in verify(other, (), engine).differs[0]


def test_another_account_is_told_by_its_lists(tmp_path: Path, sources: Sources, engine: Engine) -> None:
    path = written(tmp_path / "a.zip", sources, engine)
    with zipfile.ZipFile(path) as file:
        members = {name: file.read(name) for name in file.namelist()}
    account = json.loads(members["account.json"])
    account["claims"] = account["claims"][1:]
    members["account.json"] = json.dumps(account).encode()
    manifest = json.loads(members["manifest.json"])
    manifest["account_sha256"] = hashlib.sha256(members["account.json"]).hexdigest()
    manifest["engine"] = "another engine"
    members["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    verdict = verify(read_pack(path), (), engine)
    assert not verdict.same
    assert "another engine" in verdict.differs[0]
    assert "claims" in verdict.differs[-1]


def test_what_is_no_pack_is_said(tmp_path: Path) -> None:
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w"):
        pass
    for name, data in {"text": b"no zip", "empty": empty.getvalue()}.items():
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(InputError, match="no pack of this program"):
            read_pack(path)
    with pytest.raises(InputError, match=r"none\.zip: cannot be read"):
        read_pack(tmp_path / "none.zip")
