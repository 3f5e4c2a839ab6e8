"""What is no file, and far too many problems: a check says so, and neither hangs nor fills the memory."""

import os
import socket
import tracemalloc
from pathlib import Path

import pytest

from seeds.checks.check import check
from seeds.checks.problems import KEPT, SeedsError
from tests.seeds.conftest import problems_of

MAJOR = "fuzz/nodes/Major.csv"


def link_to_nothing(path):
    path.symlink_to(path.with_name("nowhere.csv"))


def link_to_a_device(path):
    path.symlink_to("/dev/zero")


def listen(path):
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


@pytest.mark.parametrize("make", [link_to_nothing, os.mkfifo, link_to_a_device, listen])
def test_what_is_no_file_is_told_and_not_read(make, small, monkeypatch):
    (small.path / "fuzz" / "nodes").mkdir(parents=True)
    # The path of a socket may have about a hundred characters.
    monkeypatch.chdir(small.path)
    make(Path(MAJOR))

    assert problems_of(small) == [("file-special", MAJOR, 0, "", "")]


@pytest.mark.parametrize("make", [link_to_nothing, os.mkfifo, link_to_a_device])
def test_a_list_of_losses_that_is_no_file_is_told_and_not_read(make, small, tmp_path):
    make(small.path / "LOSSES.csv")

    assert problems_of(small) == [("file-special", "LOSSES.csv", 0, "", "")]


@pytest.mark.parametrize("name", [MAJOR, "LOSSES.csv", "small/nodes.csv"])
def test_a_folder_with_the_name_of_a_file_is_told(name, small):
    (small.path / name).mkdir(parents=True)

    assert problems_of(small) == [("file-folder", name, 0, "", "")]


def test_a_link_to_a_file_is_read(small, tmp_path):
    (tmp_path / "Major.csv").write_text(small.text("small/nodes/Major.csv").replace("510203", "510299"))
    (small.path / "fuzz" / "nodes").mkdir(parents=True)
    (small.path / MAJOR).symlink_to(tmp_path / "Major.csv")

    assert {(kind, value) for kind, _, _, _, value in problems_of(small)} == {
        ("id-duplicate", "Major:2021:520201K"),
        ("id-duplicate", "Major:2015:610205"),
    }


def test_a_file_that_cannot_be_read_is_a_problem_of_its_own(small, monkeypatch):
    """Such as a share of the network that went away; the ids in it may be there."""

    def fail(path):
        if path.name == "Source.csv":
            raise OSError(5, "Input/output error")
        return content(path)

    content = type(small.path).read_bytes
    monkeypatch.setattr(type(small.path), "read_bytes", fail)

    assert [each.message() for each in check(small.path).problems] == [
        "small/nodes/Source.csv: cannot be read (Input/output error): correct that"
    ]


@pytest.mark.slow
def test_of_many_bad_rows_the_first_hundred_are_told_and_all_are_counted(small):
    """The rows themselves take memory; what is wrong with them takes no more for many than for a few.

    Rows alone take 1,200 bytes each; with all that is wrong with them it was 4,100.
    """
    rows = 30_000
    header = small.text("small/nodes/Major.csv").split("\n")[0]
    content = "".join(f"Major:2021:{n},2021,{n},x,COLLEGE,true,,,,HEARD,Source:t.S1,\n" for n in range(rows))
    small.write(MAJOR, f"{header}\n{content}")

    tracemalloc.start()
    report = check(small.path)
    _, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert report.problem_count == 2 * rows
    assert len(report.problems) == KEPT == 100
    places = [(each.row, each.column) for each in report.problems]
    assert places == [(2 + n // 2, ("basis", "educationLevel")[n % 2]) for n in range(KEPT)]
    assert highest < 2_000 * rows, f"{highest / rows:.0f} bytes a row"
    with pytest.raises(SeedsError, match="60000 problems") as told:
        report.require_good()
    assert told.value.en.endswith("\n  and 59980 more")
    assert told.value.zh.endswith("\n  另有 59980 处")


def test_problems_of_many_kinds_and_files_are_told_in_the_order_of_their_places(small):
    header = small.text("small/nodes/Major.csv").split("\n")[0]
    for name in ("b", "a"):
        rows = "".join("short\n" if n % 2 else f"Major:x,2021,{n},,ASSOCIATE,true,,,,,,\n" for n in range(200))
        small.write(f"{name}/nodes/Major.csv", f"{header}\n{rows}")

    report = check(small.path)

    assert report.problem_count == 2 * (100 + 2 * 100)
    assert {each.file for each in report.problems} == {"a/nodes/Major.csv"}
    assert [each.row for each in report.problems] == sorted(each.row for each in report.problems)
    assert report.problems[0].row == 2
