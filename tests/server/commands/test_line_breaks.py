"""Lines of the terminal end where a reader of Chinese expects it: no stop begins a line, and no bracket ends one."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich._wrap import divide_line
from rich.cells import cell_len

from server.commands.line_breaks import divided


def lines(text, width):
    at = [0, *divided(text, width), len(text)]
    return [text[one:other] for one, other in pairwise(at)]


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("导入导出。", 8, ["导入导", "出。"]),
        ("证书（初级）的要求", 6, ["证书", "（初", "级）的", "要求"]),
        ("导入、检查。”", 10, ["导入、检", "查。”"]),
        ("导入导出", 8, ["导入导出"]),
        ("read a plan.", 8, ["read a ", "plan."]),
        # Nothing but stops: they stay where Rich has them.
        ("。。。。", 4, ["。。", "。。"]),
    ],
)
def test_a_stop_stays_with_what_it_ends(text, width, wanted):
    assert lines(text, width) == wanted


@given(st.text("导入出。，、（）《》 ab.", max_size=60), st.integers(4, 20))
def test_no_text_is_lost_and_no_line_is_wider(text, width):
    assert "".join(lines(text, width)) == text
    assert all(cell_len(each.rstrip()) <= max(width, 4) for each in lines(text, width))


# Where a word is wider than its line, Rich leaves the rest of it on a line alone, and ours goes on there.
@given(st.lists(st.text("abcd", min_size=1, max_size=4), max_size=20), st.integers(4, 20))
def test_a_text_without_stops_breaks_as_before(words, width):
    text = " ".join(words)
    assert divided(text, width) == divide_line(text, width)


@pytest.mark.parametrize("command", ["", "plan", "load", "plan import"])
def test_no_line_of_the_help_begins_with_a_stop(command):
    program = str(Path(sys.executable).with_name("oneplusx"))
    environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8", "COLUMNS": "80"}
    done = subprocess.run([program, *command.split(), "--help"], env=environment, capture_output=True, check=True)
    shown = [each.strip("│ ") for each in done.stdout.decode().splitlines()]

    assert [each for each in shown if each[:1] and each[0] in "。，、；：！？）"] == []
