"""What a command says of a pipe or a device in place of a file that it was to read: it ends, and names it."""

import os

import pytest

from tests.command_line import oneplusx
from tests.resolvers.editing.small_seeds import write_small_seeds


def link_to_a_device(path):
    path.symlink_to("/dev/zero")


# Each names the file X, and reads it before anything else.
COMMANDS = [
    "restore X",
    "import standard X --dry-run",
    "import alignments X --dry-run",
    "import standards X --dry-run",
    "plan import X --dry-run",
    "plan check X",
    "plan schedule X",
    "documents X",
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("make", [os.mkfifo, link_to_a_device])
def test_no_command_waits_for_a_pipe_or_reads_a_device(command, make, tmp_path):
    make(tmp_path / "X")

    done = oneplusx(*command.split(), folder=tmp_path, ONEPLUSX_DATA_DIR=str(tmp_path / "var"))

    assert done.returncode == 1
    assert "Write what it holds into a file, and name that." in done.stderr, done
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("name", ["LOSSES.csv", "s/nodes/Rule.csv"])
def test_a_load_refuses_seeds_with_a_pipe_before_a_graph_is_begun(name, tmp_path):
    write_small_seeds(tmp_path / "seeds")
    os.mkfifo(tmp_path / "seeds" / name)

    done = oneplusx("load", tmp_path / "seeds", folder=tmp_path, ONEPLUSX_DATA_DIR=str(tmp_path / "var"))

    assert done.returncode == 1
    assert f"{name}: a link that leads nowhere, a pipe, a socket or a device" in done.stderr
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize(
    ("language", "content", "said"),
    [
        ("en_US", None, "ARCHIVE There is no file graph.zip."),
        ("zh_CN", None, "ARCHIVE 没有文件 graph.zip。"),
        ("en_US", b"PK\x03\x04cut off", "ARCHIVE graph.zip is no whole archive"),
    ],
)
def test_a_restore_makes_nothing_before_it_has_judged_the_archive(language, content, said, tmp_path):
    if content is not None:
        (tmp_path / "graph.zip").write_bytes(content)

    done = oneplusx("restore", "graph.zip", folder=tmp_path, ONEPLUSX_DATA_DIR=str(tmp_path / "var"), LC_ALL=language)

    assert done.returncode == 1
    assert said in done.stderr
    assert "Errno" not in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["graph.zip"] * (content is not None)
