"""The reader of disk: finds within its folders, reads within bounds, says what is wrong with anything else."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planbuilder.load.files import LARGEST_TEXT, Folders, read, read_bytes
from planbuilder.problems import Problem, Source, told


def put(path: Path, data: str | bytes = "name: A\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    for name in ("work", "library", "shipped"):
        (tmp_path / name).mkdir()
    return Folders(tmp_path / "work", tmp_path / "library", tmp_path / "shipped")


def test_the_users_file_comes_first_then_the_library_then_the_shipped(folders: Folders, tmp_path: Path) -> None:
    shipped = put(tmp_path / "shipped/exercises/hips/squat.yaml")
    put(tmp_path / "shipped/exercises/hips/plank.yaml")
    library = put(tmp_path / "library/exercises/squat.yaml")
    own = put(tmp_path / "work/exercises/mine/plank.yaml")
    assert folders.find("exercises", "squat") == library
    assert folders.find("exercises", "plank") == own
    assert shipped not in (library, own)
    assert folders.names("exercises") == ("plank", "squat")


def test_a_plan_may_lie_in_the_working_folder_itself(folders: Folders, tmp_path: Path) -> None:
    below = put(tmp_path / "work/plans/base.yaml")
    assert folders.find("plans", "base") == below
    beside = put(tmp_path / "work/base.yaml")
    assert folders.find("plans", "base") == beside
    assert folders.find("exercises", "base") is None


def test_catalogues_are_no_exercises(folders: Folders, tmp_path: Path) -> None:
    paths = tuple(put(tmp_path / home / "exercises/equipment.yaml") for home in ("work", "shipped"))
    assert folders.names("exercises") == ()
    assert folders.catalogues("exercises", "equipment") == paths


@pytest.mark.parametrize(
    "name", ["../secret", "Squat", "a/b", "", ".", "squat.yaml", "sq uat", "a--b", "squat\n", "/etc"]
)
def test_what_is_no_name_finds_nothing(folders: Folders, tmp_path: Path, name: str) -> None:
    put(tmp_path / "work/exercises/squat.yaml")
    put(tmp_path / "work/secret.yaml")
    put(tmp_path / "secret.yaml")
    assert folders.find("exercises", name) is None
    assert folders.find("plans", name) is None


def test_links_lead_nowhere_outside(folders: Folders, tmp_path: Path) -> None:
    secret = put(tmp_path / "elsewhere/secret.yaml")
    top = tmp_path / "work/exercises"
    top.mkdir()
    (top / "link.yaml").symlink_to(secret)
    (top / "area").symlink_to(secret.parent)
    (top / "loop.yaml").symlink_to(top / "loop.yaml")
    (top / "gone.yaml").symlink_to(top / "nothing.yaml")
    put(top / "real.yaml")
    (top / "inside.yaml").symlink_to(top / "real.yaml")
    assert folders.names("exercises") == ("inside", "real")


def test_the_shipped_folders_are_found_from_the_package(tmp_path: Path) -> None:
    standard = Folders.standard(tmp_path)
    assert (standard.shipped / "exercises").is_dir()
    assert standard.find("exercises", "clamshell") is not None


def test_names_in_messages(folders: Folders, tmp_path: Path) -> None:
    assert folders.shown(tmp_path / "work/plans/x.yaml") == "plans/x.yaml"
    assert folders.shown(tmp_path / "shipped/exercises/hips/x.yaml") == "exercises/hips/x.yaml"
    assert folders.shown(tmp_path / "x.yaml") == str(tmp_path / "x.yaml")
    put(tmp_path / "work/plans/x.yaml", b"\xff")
    assert told_first(folders.read(tmp_path / "work/plans/x.yaml")).startswith("plans/x.yaml:1:1: error: ")


def told_first(found: Source | Problem) -> str:
    assert isinstance(found, Problem)
    return told(found)


def message(data: bytes, tmp_path: Path) -> str:
    return told_first(read(put(tmp_path / "x.yaml", data), "x.yaml"))


def test_a_byte_order_mark_and_windows_lines_are_fine(tmp_path: Path) -> None:
    found = read(put(tmp_path / "x.yaml", "\ufeffname: é\r\n"), "x.yaml")
    assert found == Source("x.yaml", "name: é\r\n")


UTF_16 = "x.yaml: error: This file is saved as UTF-16.\n      = save it as UTF-8; the editor asks for the encoding"


@pytest.mark.parametrize(
    ("data", "told_as"),
    [
        ("name: A".encode("utf-16"), UTF_16),
        ("name: A".encode("utf-16-le"), UTF_16),
        ("name: A".encode("utf-16-be"), UTF_16),
        (
            "# ok\nname: caf\u00e9\n".encode("cp1252"),
            (
                "x.yaml:2:10: error: This file is not saved as UTF-8.\n    2 | name: caf\ufffd\n      |          ^\n"
                '      = save it as UTF-8; the editor asks for the encoding (this may be "é")'
            ),
        ),
        (
            b"\xef\xbb\xbfab\xff",
            (
                "x.yaml:1:3: error: This file is not saved as UTF-8.\n    1 | ab\ufffd\n      |   ^\n"
                '      = save it as UTF-8; the editor asks for the encoding (this may be "ÿ")'
            ),
        ),
        (
            b"name: \x00\x01\x02\x03",
            "x.yaml: error: This is not a text.\n      = a plan or exercise is plain text, saved as UTF-8",
        ),
        (b"%PDF-1.7\n...", "x.yaml: error: This is a PDF, not a YAML text."),
        (b"PK\x03\x04....", "x.yaml: error: This is a Word or Excel file, or an archive, not a YAML text."),
        (b"\x89PNG\r\n\x1a\n", "x.yaml: error: This is a picture, not a YAML text."),
    ],
)
def test_what_is_no_utf_8_text_says_so(data: bytes, told_as: str, tmp_path: Path) -> None:
    assert message(data, tmp_path) == told_as


def test_missing_files_name_the_nearest(tmp_path: Path) -> None:
    put(tmp_path / "my-plan.yaml")
    assert told_first(read(tmp_path / "my-pln.yaml", "my-pln.yaml")) == (
        "my-pln.yaml: error: There is no such file.\n      = did you mean my-plan.yaml?"
    )
    assert told_first(read(tmp_path / "no/folder.yaml", "y.yaml")) == "y.yaml: error: There is no such file."


def test_folders_devices_and_pipes_are_not_opened(tmp_path: Path) -> None:
    assert "This is a folder, not a file." in told_first(read(tmp_path))
    assert "a device or a pipe" in told_first(read(Path("/dev/zero")))
    os.mkfifo(tmp_path / "pipe")
    assert "a device or a pipe" in told_first(read(tmp_path / "pipe"))


def test_a_file_of_100_mb_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "x.yaml").open("wb") as file:
        file.truncate(100_000_000)
    assert "This file is too large: more than 1 MB." in told_first(read(tmp_path / "x.yaml"))
    assert isinstance(read(put(tmp_path / "y.yaml", b"#" * LARGEST_TEXT)), Source)


def test_names_that_the_system_refuses(tmp_path: Path) -> None:
    assert "its name is not possible" in told_first(read(tmp_path / "a\0b"))
    assert "This file cannot be read: " in told_first(read(tmp_path / ("x" * 5000)))
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert "This file cannot be read: " in told_first(read(loop))


def test_no_right_to_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = put(tmp_path / "x.yaml")
    monkeypatch.setattr(Path, "open", refuse)
    assert "This file cannot be read: you have no right to open it." in told_first(read(path))


def test_bytes_of_pictures_and_fonts_have_a_limit(tmp_path: Path) -> None:
    path = put(tmp_path / "x.png", b"12345")
    assert read_bytes(path, "x.png") == b"12345"
    assert isinstance(read_bytes(path, "x.png", largest=4), Problem)


@given(st.binary(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_text_or_a_problem(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    found = read(path, "any.yaml")
    if isinstance(found, Problem):
        assert told(found).startswith("any.yaml")
    else:
        assert found.text.encode() in data
