"""Settings: every value described, a file changes only what it names, mistakes are named."""

import dataclasses
from pathlib import Path

import pytest

from consilience.errors import UsageError
from consilience.settings import Settings, load_settings


def test_every_setting_has_a_description() -> None:
    for stage in dataclasses.fields(Settings):
        for field in dataclasses.fields(getattr(Settings(), stage.name)):
            assert field.metadata["description"], f"{stage.name}.{field.name}"


def test_a_file_changes_only_what_it_names(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text("[account]\nlongest_account = 5\n")
    settings = load_settings(file)
    assert settings.account.longest_account == 5
    assert settings.stories == Settings().stories


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[acount]\nx = 1", "no stage is called 'acount'"),
        ("[account]\nlongest = 5", "account.longest is no setting"),
        ("[account]\nlongest_account = '5'", "account.longest_account must be of type int"),
        ("[account", "settings cannot be read"),
        ("[actors]\nsame = ['Orla Vane']", "actors.same must be a list of lists of names"),
    ],
)
def test_a_mistake_is_named_with_file_and_field(tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "s.toml"
    file.write_text(content)
    with pytest.raises(UsageError, match=message) as caught:
        load_settings(file)
    assert str(file) in str(caught.value)


def test_lists_of_names_are_read(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('[actors]\nsame = [["Orla Vane", "the Widow"], ["Selm Lines", "SL"]]\n')
    assert load_settings(file).actors.same == (("Orla Vane", "the Widow"), ("Selm Lines", "SL"))
