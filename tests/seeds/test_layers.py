"""Several folders of seeds: a release for each, checked and loaded together, and none absent or empty."""

from pathlib import Path

import pytest

from graph.errors import ReleaseError
from graph.query.statement import Statement
from seeds.checks.check import check
from seeds.checks.problems import SeedsError
from seeds.load import load
from tests.seeds.conftest import FILES

COLLEGE = {
    "own/nodes/Source.csv": "id,code,title,location,note\nSource:c.S1,c.S1,本校专业,,\n",
    "own/nodes/Major.csv": (
        "id,edition,code,name,educationLevel,isStateControlled,standardState,addedNotBefore,addedNotAfter,basis,sourceIds,sourceNote\n"
        "Major:2021:999999,2021,999999,本校专业,ASSOCIATE,false,,,,REPORTED,Source:c.S1,\n"
    ),
    "own/links/LISTED_IN.csv": (
        "start,end,basis,sourceIds,sourceNote\nMajor:2021:999999,Catalogue:2021,REPORTED,Source:c.S1,\n"
    ),
}
CURRENT = Statement("MATCH (r:Release) WHERE r.isCurrent RETURN r.layer, r.nodes, r.links ORDER BY r.layer")
MAJORS = Statement("MATCH (n:Major) RETURN count(n)")


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def college(tmp_path: Path) -> Path:
    """What a college adds to the small seeds, in a folder of its own."""
    return written(tmp_path / "college", COLLEGE)


# ---- absent and empty folders


def rows_without(header_only: dict[str, str]) -> dict[str, str]:
    return {name: text.split("\n")[0] + "\n" for name, text in header_only.items() if name.endswith(".csv")}


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        (None, "folder-missing"),
        ({}, "folder-empty"),
        ({"small/SOURCE.md": "What the set is.\n"}, "folder-empty"),
        (rows_without(FILES), "folder-empty"),
    ],
    ids=["absent", "empty", "without files", "without rows"],
)
@pytest.mark.parametrize("beside_another", [False, True], ids=["alone", "next to another"])
def test_a_folder_that_brings_nothing_is_a_problem(files, kind, beside_another, small, tmp_path):
    folder = tmp_path / "other"
    if files is not None:
        folder.mkdir()
        written(folder, files)

    report = check(*([small.path] if beside_another else []), folder)

    assert [(each.kind, each.file) for each in report.problems] == [(kind, str(folder))]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("")

    assert [each.kind for each in check(tmp_path / "file").problems] == ["folder-missing"]


@pytest.mark.parametrize("folder", ["absent", "empty"])
async def test_a_load_of_nothing_is_refused_whatever_the_reason(folder, database, small, tmp_path):
    await load(database, small.path)
    (tmp_path / "empty").mkdir()

    with pytest.raises(SeedsError):
        await load(database, tmp_path / folder, allow_loss="all of it may go")

    assert await database.read(MAJORS) == [[3]]


# ---- two folders


def test_folders_are_checked_together_and_their_files_carry_their_names(small, college):
    alone = check(college)
    (college / "own/nodes/Major.csv").write_text("bad\n")
    spoilt = check(small.path, college)

    assert [(each.kind, each.value) for each in alone.problems] == [("end-missing", "Catalogue:2021")]
    assert {each.file for each in spoilt.problems} == {"college/own/nodes/Major.csv"}


def test_a_node_stands_once_over_all_folders_and_a_folder_name_once(small, college, tmp_path):
    written(college, {"copy/nodes/Catalogue.csv": FILES["small/nodes/Catalogue.csv"]})
    twice = written(tmp_path / "elsewhere" / "data", COLLEGE)

    assert {each.kind for each in check(small.path, college).problems} >= {"id-duplicate"}
    assert [each.kind for each in check(small.path, twice).problems] == ["folder-twice"]


async def test_each_folder_is_a_release_with_its_own_counts_and_name(database, small, college):
    report = await load(database, small.path, college)

    national, own = check(small.path).layers[0].sha256[:12], check(college).layers[0].sha256[:12]
    assert set(report.release.split(", ")) == {national, own}
    assert (report.created, report.unchanged) == (16, 0)
    assert await database.read(CURRENT) == [["college", 2, 1], ["data", 9, 4]]


async def test_a_change_in_one_folder_makes_a_release_of_that_folder_only(database, small, college):
    await load(database, small.path, college)
    small.replace("small/nodes/Major.csv", "见附件", "见正文")

    await load(database, small.path, college)

    rows = await database.read(Statement("MATCH (r:Release) RETURN r.layer, r.isCurrent ORDER BY r.loadedAt, r.layer"))
    assert rows == [["college", True], ["data", False], ["data", True]]
    assert (await load(database, college, small.path)).unchanged == 16


async def test_a_folder_that_is_left_out_is_named_with_the_way_to_keep_it(database, small, college):
    await load(database, small.path, college)

    with pytest.raises(ReleaseError) as refused:
        await load(database, small.path)

    assert refused.value.details["losses"] == {"Source": 1, "Major": 1, "LISTED_IN": 1}
    for text in (refused.value.en, refused.value.zh):
        assert f"college ({college})" in text
        assert (
            f"ONEPLUSX_SEEDS_DIR={small.path},{college}" in text or f"ONEPLUSX_SEEDS_DIR={college},{small.path}" in text
        )
        assert "ONEPLUSX_LOAD_SEEDS=false" in text
    assert (await load(database, small.path, college)).unchanged == 16


async def test_a_folder_may_be_dropped_with_a_reason_which_is_kept(database, small, college):
    await load(database, small.path, college)

    await load(database, small.path, allow_loss="毕业")

    rows = await database.read(Statement("MATCH (r:Release) WHERE r.isCurrent RETURN r.layer, r.lossReason"))
    assert rows == [["data", "毕业"]]
    assert await database.read(MAJORS) == [[3]]


async def test_a_change_of_the_same_folder_names_no_other_folder(database, small):
    await load(database, small.path)
    small.write("small/links/LISTED_IN.csv", "\n".join(small.text("small/links/LISTED_IN.csv").split("\n")[:2]) + "\n")

    with pytest.raises(ReleaseError) as refused:
        await load(database, small.path)

    assert "ONEPLUSX_SEEDS_DIR" not in refused.value.en + refused.value.zh
    assert "--allow-loss" in refused.value.en
