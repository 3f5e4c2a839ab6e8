"""The command line speaks the language of the environment, Chinese where it names none, its own mistakes included."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer import rich_utils

from server.commands import usage
from server.commands.language import language
from server.commands.main import main


@pytest.mark.parametrize(
    ("variables", "spoken"),
    [
        ({}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "de_DE"}, "en"),
    ],
)
def test_the_language_is_that_of_the_environment(variables, spoken, monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert language() == spoken


MISTAKES = [
    ("laod", "没有命令 laod；是否应为 load？ 请看 `oneplusx --help`。"),
    ("unknown", "没有命令 unknown。 请看 `oneplusx --help`。"),
    ("load --nope", "没有选项 --nope。 请看 `oneplusx load --help`。"),
    ("restore", "缺少 file。 请看 `oneplusx restore --help`。"),
    ("serve --port", "选项 --port 需要一个值。 请看 `oneplusx --help`。"),
    ("status --all=3", "选项 --all 不带值。 请看 `oneplusx --help`。"),
    ("documents one two", "多余的参数：two。 请看 `oneplusx documents --help`。"),
    (
        "editors add x --role king",
        "--role 不能是 king，须为以下之一：'designer', 'reviewer'。 请看 `oneplusx editors add --help`。",
    ),
]


def run(arguments: str, monkeypatch, capsys) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["oneplusx", *shlex.split(arguments)])
    with pytest.raises(SystemExit) as end:
        main()
    shown = capsys.readouterr()
    return end.value.code, shown.out, shown.err  # type: ignore[return-value]  # compared only


def test_a_role_that_there_is_not_is_refused_in_words_of_ours(monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    code, _, told = run("editors add x --role king", monkeypatch, capsys)

    assert (code, " ".join(told.split())) == (
        2,
        "USAGE Invalid value for '--role': 'king' is not one of 'designer', 'reviewer'. See `oneplusx editors add --help`.",
    )


# Every command of plans, with what it needs; "" is written out.
EMPTY = [
    ("plan import '' --dry-run", "file"),
    ("plan import a.xlsx --dry-run --report ''", "--report"),
    ("plan import a.xlsx --confirm ' '", "--confirm"),
    ("plan template ''", "file"),
    ("plan check ''", "source"),
    ("plan draft '' 2027级", "major"),
    ("plan draft 510203 ''", "grade"),
    ("plan schedule ''", "source"),
    ("plan credits ''", "source"),
    ("plan embed ''", "source"),
    ("plan portfolio ''", "source"),
    ("plan diff '' b.xlsx", "before"),
    ("plan diff a.xlsx ''", "after"),
    ("plan export ''", "source"),
    ("plan export a.xlsx --xlsx ''", "--xlsx"),
]


@pytest.fixture
def in_chinese(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    for name in usage._TITLES:
        monkeypatch.setattr(rich_utils, name, getattr(rich_utils, name))


@pytest.mark.parametrize(("arguments", "told"), MISTAKES)
def test_a_mistake_on_the_command_line_is_told_in_chinese(arguments, told, in_chinese, monkeypatch, capsys):
    assert run(arguments, monkeypatch, capsys) == (2, "", f"USAGE {told}\n")


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.parametrize(("arguments", "name"), EMPTY)
def test_an_empty_argument_of_a_plan_command_is_named(arguments, name, monkeypatch, capsys):
    _, command, *_ = arguments.split()
    told = f"USAGE {name} 为空，请写明。 请看 `oneplusx plan {command} --help`。\n"

    assert run(arguments, monkeypatch, capsys) == (2, "", told)


def test_an_empty_argument_is_named_in_english_too(monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    assert run("plan export ''", monkeypatch, capsys) == (
        2,
        "",
        "USAGE Invalid value for 'source': it is empty; name one. See `oneplusx plan export --help`.\n",
    )


def test_and_in_english_where_that_is_spoken(monkeypatch, capsys):
    assert run("load --nope", monkeypatch, capsys) == (
        2,
        "",
        "USAGE No such option: --nope See `oneplusx load --help`.\n",
    )


def test_the_frame_of_the_help_is_chinese_too(in_chinese, monkeypatch, capsys):
    code, out, err = run("load --help", monkeypatch, capsys)

    assert (code, err) == (0, "")
    assert {word for word in ("用法：", "参数", "选项", "显示此帮助并退出。") if word in out} == {
        "用法：",
        "参数",
        "选项",
        "显示此帮助并退出。",
    }
    assert not {word for word in ("Usage", "Options", "OPTIONS", "Arguments", "Show this") if word in out}


@pytest.mark.parametrize(
    "command", ["", "serve", "load", "check", "documents", "backup", "restore", "status", "editors add"]
)
def test_no_help_names_types_of_python(command, in_chinese, monkeypatch, capsys):
    _, out, _ = run(f"{command} --help", monkeypatch, capsys)

    assert not {word for word in ("<bool>", "<str>", "Path", "list[", "COMMAND", "ARGS", "None") if word in out}


@pytest.mark.parametrize("command", ["plan", "plan schedule"])
def test_the_help_cuts_no_chinese_text_off(command):
    """In a process of its own: the texts are chosen as the program is read."""
    program = str(Path(sys.executable).with_name("oneplusx"))
    environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8", "COLUMNS": "80"}
    done = subprocess.run([program, *command.split(), "--help"], env=environment, capture_output=True, check=True)
    out = done.stdout.decode()

    assert "…" not in out
    if command == "plan":
        joined = "".join(line.strip("│ ") for line in out.splitlines())
        assert "按规则检查文件或图中的培养方案，说明无法判断的规则缺少什么。有规则违反时退出码为 1。" in joined
