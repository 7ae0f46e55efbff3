"""The command line as a user meets it: exit codes, one clear line for each mistake, the rest goes on, the counts add up."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from consilience import cli

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"
TIDE = EXAMPLES / "06_marlec_tide.txt"


class Ran(NamedTuple):
    """What one run left behind."""

    code: int
    out: str
    err: list[str]


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the program in an empty folder with the given arguments."""
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["consilience", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as end:
            cli.main()
        sys.stdout.flush()
        captured = capfd.readouterr()
        code = end.value.code
        return Ran(code if isinstance(code, int) else 0, captured.out, captured.err.splitlines())

    return ran


def report(path: Path, text: str = "The mayor of Marlec opened the bridge on Tuesday. She said it was safe.\n") -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_help_explains_the_program(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    assert all(word in ran.out for word in ("read", "annotate", "group", "why", "Exit codes"))


def test_version(run: Run) -> None:
    assert run("--version").out.startswith("consilience ")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 20, "binary"),
        ("nul.txt", b"The mayor\x00 spoke.\n", "NUL"),
        ("paper.pdf", b"%PDF-1.7\n", "pdftotext"),
        ("paper.docx", b"PK\x03\x04 word", "save"),
        ("line.txt", b"a" * 1_500_000, "line"),
        ("bomb.txt.gz", gzip.compress(b"a" * 70_000_000), "64"),
    ],
)
def test_a_bad_file_is_one_line_and_the_rest_is_read(
    run: Run, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    report(tmp_path / "good.txt")
    ran = run("annotate", name, "good.txt")
    assert ran.code == cli.SOME_FAILED
    assert [line.split(": ")[0] for line in ran.err] == [name]
    assert reason.lower() in ran.err[0].lower()
    states = [json.loads(line)["state"] for line in ran.out.splitlines()]
    assert states == ["rejected", "accepted"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["read", "missing.txt"], cli.NOTHING_READ, "missing.txt: there is no such file or folder"),
        (["read", "hollow"], cli.NOTHING_READ, "hollow: the folder is empty"),
        (["read", "good.txt", "--html", "nowhere/page.html"], cli.USAGE, "nowhere/page.html: cannot be written"),
        (["read", "good.txt", "--json", "hollow"], cli.USAGE, "hollow: cannot be written: it is a folder"),
        (["read", "good.txt", "--date", "3/4/2024"], cli.USAGE, "--date 3/4/2024"),
        (["read", "good.txt", "--settings", "none.toml"], cli.USAGE, "none.toml: settings cannot be read"),
        (["read", "--outlet", "The Tide"], cli.USAGE, "no input"),
        (["read", "good.txt", "--bogus"], cli.USAGE, "--bogus"),
        (["why", "zzz", "good.txt"], cli.USAGE, "zzz"),
        (["why", "1", "--account", "none.json"], cli.USAGE, "none.json: cannot be read"),
    ],
)
def test_mistakes_have_their_code_and_message(
    run: Run, tmp_path: Path, arguments: list[str], code: int, message: str
) -> None:
    report(tmp_path / "good.txt")
    (tmp_path / "hollow").mkdir()
    ran = run(*arguments)
    assert ran.code == code
    assert any(message in line for line in ran.err), ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_output_without_permission_is_refused_before_the_work(run: Run, tmp_path: Path) -> None:
    report(tmp_path / "good.txt")
    (tmp_path / "locked").mkdir(mode=0o500)
    ran = run("read", "good.txt", "--html", "locked/page.html")
    assert (ran.code, ran.out) == (cli.USAGE, "")


def test_two_names_of_one_file_are_read_once(run: Run, tmp_path: Path) -> None:
    report(tmp_path / "good.txt")
    os.link(tmp_path / "good.txt", tmp_path / "other_name.txt")
    ran = run("annotate", "good.txt", "other_name.txt")
    assert ran.code == cli.SOME_FAILED
    assert ran.err == ["other_name.txt: it is the same file as good.txt"]


def test_utf16_without_a_mark_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wide.txt").write_bytes(TIDE.read_text("utf-8").encode("utf-16-le"))
    ran = run("annotate", "wide.txt")
    assert ran.code == 0
    assert json.loads(ran.out)["encoding"].lower().startswith("utf-16")


def test_standard_input_as_text_and_as_json_lines(run: Run) -> None:
    assert json.loads(run("annotate", "-", stdin=TIDE.read_bytes()).out)["state"] == "accepted"
    line = json.dumps({"id": "a1", "text": TIDE.read_text("utf-8"), "outlet": "The Tide"}).encode()
    ran = run("annotate", "--jsonl", "-", stdin=line + b"\n{broken\n")
    first, second = map(json.loads, ran.out.splitlines())
    assert (first["id"], first["outlet"], second["state"]) == ("a1", "The Tide", "rejected")
    assert ran.code == cli.SOME_FAILED


def test_doubled_record_ids_are_refused_by_name(run: Run, tmp_path: Path) -> None:
    text = TIDE.read_text("utf-8")
    lines = [json.dumps({"id": "a1", "text": text}), json.dumps({"id": "a1", "text": text + "More was said."})]
    (tmp_path / "two.jsonl").write_text("\n".join(lines))
    ran = run("group", "two.jsonl")
    assert ran.code == cli.SOME_FAILED
    assert len(ran.out.splitlines()) == 1
    assert "a1" in ran.err[0]


def test_every_input_ends_in_one_state_and_the_counts_add_up(run: Run, tmp_path: Path) -> None:
    report(tmp_path / "good.txt")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "link.txt").symlink_to(tmp_path / "good.txt")
    (tmp_path / ".hidden").write_bytes(b"x")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page.html").write_text(
        "<p>The mayor of Marlec opened the bridge on Tuesday. She said it was safe.</p>"
    )
    ran = run("read", tmp_path, "--json", "account.json")
    reading = json.loads((tmp_path / "account.json").read_text("utf-8"))
    assert ran.code == cli.SOME_FAILED
    assert len(reading["reports"]) == 2
    assert {Path(item["source"]).name for item in reading["rejected"]} >= {
        "empty.txt",
        "link.txt",
        ".hidden",
        "page_files",
    }


def test_the_order_of_inputs_changes_no_byte(run: Run, tmp_path: Path) -> None:
    files = [EXAMPLES / name for name in ("13_fennoy_gazette.txt", "14_fennoy_radio.html", "15_bell_notes.txt")]
    for name, order in (("a", files), ("b", files[::-1])):
        run("read", *order, "--json", f"{name}.json", "--html", f"{name}.html", "--md", f"{name}.md")
    for kind in ("json", "html", "md"):
        assert (tmp_path / f"a.{kind}").read_bytes() == (tmp_path / f"b.{kind}").read_bytes()


def test_workers_change_no_byte(run: Run) -> None:
    files = [EXAMPLES / name for name in ("13_fennoy_gazette.txt", "14_fennoy_radio.html", "15_bell_notes.txt")]
    assert run("annotate", *files).out == run("annotate", *files, "--workers", 2).out


def test_why_works_on_a_saved_account(run: Run) -> None:
    run("read", EXAMPLES / "13_fennoy_gazette.txt", EXAMPLES / "14_fennoy_radio.html", "--json", "account.json")
    ran = run("why", "1", "--account", "account.json")
    assert ran.code == 0
    assert "Fennoy" in ran.out


def test_an_output_that_is_an_input_is_refused(run: Run, tmp_path: Path) -> None:
    before = report(tmp_path / "good.txt").read_bytes()
    ran = run("read", "good.txt", "--json", "good.txt")
    assert (ran.code, ran.err) == (cli.USAGE, ["consilience: good.txt: cannot be written: it is an input"])
    assert (tmp_path / "good.txt").read_bytes() == before
    assert run("read", ".", "--md", "good.txt").code == cli.USAGE


def test_two_outputs_of_one_name_are_refused(run: Run, tmp_path: Path) -> None:
    report(tmp_path / "good.txt")
    assert run("read", "good.txt", "--json", "x", "--md", "./x").code == cli.USAGE


def test_links_are_followed_and_pipes_are_not_replaced(run: Run, tmp_path: Path) -> None:
    report(tmp_path / "good.txt")
    (tmp_path / "link.json").symlink_to(tmp_path / "target.json")
    run("read", "good.txt", "--json", "link.json", "--md", os.devnull)
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "target.json").read_text("utf-8"))["reports"]
    assert not Path(os.devnull).is_file()


def test_nothing_is_kept_in_the_home_folder(tmp_path: Path) -> None:
    """The runtime library would keep an id there and send usage events; its switch must be set before it is loaded."""
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "consilience", "annotate", str(TIDE)]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, cwd=tmp_path)
    assert not list(tmp_path.iterdir())
