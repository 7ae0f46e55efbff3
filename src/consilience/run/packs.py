"""Packs: what another person needs to make an account again and compare it byte for byte.

A pack is a zip with fixed dates: `manifest.json` (format, versions, settings, corrections, one entry a page with its hash),
`account.json`, and `pages/SHA256` with the bytes of each page, unless only hashes were asked for.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from consilience import _version
from consilience.engines import Engine
from consilience.errors import InputError
from consilience.model.correction import Correction
from consilience.model.report import Described, Page, PageKind, Rejection
from consilience.pipeline import Reading
from consilience.read.sources import ReadOptions
from consilience.run.local import Job, findings, results_of_pages
from consilience.settings import Settings

FORMAT = "consilience pack 1"
_LARGEST = 2_000_000_000  # bytes of all members together; a pack that claims more is refused
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class PackedPage:
    """One input: where it came from, what was said of it, its own hash, and the hash of its bytes as they were read."""

    source: str
    kind: PageKind
    sha256: str
    bytes_sha256: str
    described: Described


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an account was made from and by what; `rejected` inputs stand beside the pages, in the order of the inputs."""

    format: str
    version: str
    engine: str
    settings: Settings
    corrections: tuple[Correction, ...]
    pages: tuple[PackedPage, ...]
    rejected: tuple[Rejection, ...]
    account_sha256: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as it was read: `bodies` holds the bytes of pages by SHA-256, as far as the pack carries them."""

    manifest: Manifest
    account: bytes
    bodies: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the account could be made again byte for byte, and what differs, in words."""

    same: bool
    differs: tuple[str, ...]


def write_pack(path: Path, sources: Sequence[Page | Rejection], reading: Reading, job: Job, bodies: bool) -> None:
    """Write a pack: the same run gives the same bytes."""
    account = reading.to_json().encode("utf-8")
    pages = [source for source in sources if isinstance(source, Page)]
    manifest = Manifest(
        FORMAT,
        _version.__version__,
        reading.engine,
        job.settings,
        job.corrections,
        tuple(PackedPage(page.source, page.kind, page.sha256, _hash(page.data), page.described) for page in pages),
        tuple(source for source in sources if isinstance(source, Rejection)),
        _hash(account),
    )
    members = {"manifest.json": msgspec.json.format(msgspec.json.encode(manifest)), "account.json": account}
    if bodies:
        members |= {f"pages/{_hash(page.data)}": page.data for page in pages}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in sorted(members.items()):
            file.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)


def read_pack(path: Path) -> Pack:
    """The pack in a file; raises InputError naming the file and the reason."""
    try:
        with zipfile.ZipFile(path) as file:
            sizes = {info.filename: info.file_size for info in file.infolist()}
            if sum(sizes.values()) > _LARGEST:
                raise InputError(f"{path}: no pack: its members would be larger than {_LARGEST:,} bytes")
            manifest = msgspec.json.decode(file.read("manifest.json"), type=Manifest)
            wanted = {page.bytes_sha256 for page in manifest.pages}
            bodies = {sha: file.read(f"pages/{sha}") for sha in sorted(wanted) if f"pages/{sha}" in sizes}
            account = file.read("account.json")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (zipfile.BadZipFile, KeyError, msgspec.MsgspecError, NotImplementedError, RuntimeError) as error:
        raise InputError(f"{path}: no pack of this program: {error}") from error
    if manifest.format != FORMAT:
        raise InputError(f"{path}: a pack of another version: {manifest.format}")
    return Pack(manifest, account, bodies)


def verify(pack: Pack, given: Iterable[Page | Rejection], engine: Engine) -> Verdict:
    """Make the account of a pack again and compare; `given` are pages for a pack that carries hashes only."""
    differs = [
        f"page {sha}: its bytes are not those of its hash" for sha, data in pack.bodies.items() if _hash(data) != sha
    ]
    if _hash(pack.account) != pack.manifest.account_sha256:
        differs.append("account.json is not the account that the manifest names")
    known = {**{_hash(page.data): page.data for page in given if isinstance(page, Page)}, **pack.bodies}
    missing = [page.source for page in pack.manifest.pages if page.bytes_sha256 not in known]
    if missing:
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        return Verdict(False, (*differs, f"inputs not given with these bytes: {', '.join(missing[:5])}{more}"))
    if differs:
        return Verdict(False, tuple(differs))
    account = _again(pack.manifest, known, engine)
    return Verdict(True, ()) if account == pack.account else Verdict(False, _told(pack, account, engine))


def _again(manifest: Manifest, bodies: Mapping[str, bytes], engine: Engine) -> bytes:
    job = Job(ReadOptions(), manifest.settings, 1, manifest.corrections)
    pages = [
        Page(page.source, page.kind, bodies[page.bytes_sha256], page.sha256, page.described) for page in manifest.pages
    ]
    results = results_of_pages([*pages, *manifest.rejected], job, engine)
    return Reading.of(findings(results, engine, job)).to_json().encode("utf-8")


def _told(pack: Pack, account: bytes, engine: Engine) -> tuple[str, ...]:
    """What differs: versions first, for bytes are promised per fingerprint, then which lists of the account."""
    found = []
    if pack.manifest.version != _version.__version__:
        found.append(f"made by version {pack.manifest.version}, this is {_version.__version__}")
    if pack.manifest.engine != engine.fingerprint:
        found.append(f"made by the engine “{pack.manifest.engine}”, this is “{engine.fingerprint}”")
    theirs, ours = (msgspec.json.decode(data, type=dict[str, msgspec.Raw]) for data in (pack.account, account))
    changed = [name for name in sorted(theirs.keys() | ours.keys()) if theirs.get(name) != ours.get(name)]
    return (*found, f"these lists of the account differ: {', '.join(changed)}")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
