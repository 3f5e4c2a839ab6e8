"""A data folder that vanished is not begun anew in silence where it held editors' work."""

import json
import shutil

import pytest

from tests.command_line import kept_engine, oneplusx
from tests.resolvers.editing.small_seeds import write_small_seeds

pytestmark = pytest.mark.engine("embedded")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A folder whose graph had an editor and was backed up; its data folder is gone."""
    home = tmp_path_factory.mktemp("vanished")
    write_small_seeds(home / "seeds")
    with kept_engine(home / "var"):
        assert run(home, "load").returncode == 0
        assert not (home / "var.holds-work.json").exists()
        assert run(home, "editors", "add", "王老师", "--role", "designer").returncode == 0
        assert run(home, "backup", "graph.zip").returncode == 0
    shutil.rmtree(home / "var")
    return home


def run(home, *arguments):
    settings = {"ONEPLUSX_DATA_DIR": str(home / "var"), "ONEPLUSX_SEEDS_DIR": str(home / "seeds")}
    return oneplusx(*arguments, folder=home, **settings)


@pytest.mark.parametrize("command", ["serve", "load", "status", "editors list", "backup other.zip"])
def test_what_would_begin_a_new_graph_is_refused_and_begins_none(command, home):
    (home / "var").mkdir(exist_ok=True)

    done = run(home, *command.split())

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(
        f"DATA_VANISHED The data folder {home}/var is empty or gone. It held the work of 1 editors"
    )
    assert f"remove {home}/var.holds-work.json" in done.stderr
    assert list((home / "var").iterdir()) == []


def test_a_backup_may_be_restored_and_the_note_removed(home, tmp_path):
    noted = json.loads((home / "var.holds-work.json").read_text())
    mode = (home / "var.holds-work.json").stat().st_mode & 0o777

    restored = run(home, "restore", "graph.zip")
    listed = run(home, "editors", "list")
    shutil.rmtree(home / "var")
    (home / "var.holds-work.json").unlink()
    anew = run(home, "load")

    assert (noted["editors"], noted["changes"], mode) == (1, 0, 0o600)
    assert (restored.returncode, listed.returncode, anew.returncode) == (0, 0, 0), restored.stderr + anew.stderr
    assert "王老师" in listed.stdout
