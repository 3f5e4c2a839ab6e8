"""A command that finds no seeds, or no graph, says so and makes nothing: neither an empty archive nor a new engine."""

import asyncio

import pytest

from tests.command_line import kept_engine, oneplusx
from tests.conftest import settings_of
from tests.resolvers.editing.small_seeds import write_small_seeds


@pytest.mark.parametrize("command", ["backup x.zip", "status", "editors list", "editors revoke x"])
def test_a_command_for_a_graph_that_is_not_there_begins_none(command, tmp_path):
    data = tmp_path / "data"

    done = oneplusx(*command.split(), folder=tmp_path, ONEPLUSX_DATA_DIR=str(data))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"NO_GRAPH There is no graph in {data}/graph. `oneplusx serve` and `oneplusx load`")
    assert list(tmp_path.iterdir()) == []


async def test_an_empty_graph_is_not_backed_up(database, tmp_path):
    done = await asyncio.to_thread(oneplusx, "backup", "x.zip", folder=tmp_path, **settings_of(database.address))

    assert done.returncode == 1
    assert done.stderr.startswith(f"ARCHIVE The graph at {database.address.uri} is empty; no archive was written.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["check", "load", "load --allow-loss oops", "serve"])
@pytest.mark.parametrize("kind", ["folder-missing", "folder-empty"])
def test_absent_and_empty_seeds_are_refused_before_anything_starts(command, kind, tmp_path):
    seeds = tmp_path / "seeds"
    if kind == "folder-empty":
        seeds.mkdir()
    data = tmp_path / "data"

    # A port that is taken would be reported first: port 0 is not allowed, and any other may be free.
    done = oneplusx(*command.split(), folder=tmp_path, ONEPLUSX_DATA_DIR=str(data), ONEPLUSX_SEEDS_DIR=str(seeds))

    said = {"folder-missing": "no such folder", "folder-empty": "the folder holds no seed rows"}[kind]
    assert done.returncode == 1
    assert f"{seeds}: {said}" in done.stdout + done.stderr
    assert not data.exists()


@pytest.mark.engine("embedded")
def test_after_a_load_of_a_college_a_plain_start_names_the_way_out_which_works(tmp_path):
    write_small_seeds(tmp_path / "seeds")
    own = tmp_path / "college" / "own" / "nodes"
    own.mkdir(parents=True)
    (own / "Source.csv").write_text("id,code,title,location,note\nSource:c.S1,c.S1,本校专业,,\n")
    settings = {"ONEPLUSX_DATA_DIR": str(tmp_path / "data"), "ONEPLUSX_SEEDS_DIR": str(tmp_path / "seeds")}

    with kept_engine(tmp_path / "data"):
        loaded = oneplusx("load", tmp_path / "seeds", tmp_path / "college", folder=tmp_path, **settings)
        plain = oneplusx("load", folder=tmp_path, **settings)
        way_out = plain.stderr.split("ONEPLUSX_SEEDS_DIR=")[1].split(";")[0]
        again = oneplusx("load", folder=tmp_path, **{**settings, "ONEPLUSX_SEEDS_DIR": way_out})

    assert (loaded.returncode, plain.returncode, again.returncode) == (0, 1, 0), loaded.stderr + again.stderr
    assert "RELEASE This release would lose" in plain.stderr
    assert set(way_out.split(",")) == {str(tmp_path / "seeds"), str(tmp_path / "college")}
    assert "0 created, 0 changed, 0 removed" in again.stdout
