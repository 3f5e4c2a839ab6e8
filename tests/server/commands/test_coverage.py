"""``oneplusx coverage``: the figures of the API, for a person who types commands."""

import orjson
import pytest

from tests.command_line import oneplusx
from tests.conftest import settings_of


def shown(address, folder, *options, language="en"):
    environment = {"LC_ALL": language, "COLUMNS": "160", **settings_of(address)}
    return oneplusx("coverage", *options, folder=folder, **environment)


def test_counts_stand_by_level_and_requirements_with_their_courses(national_address, tmp_path):
    done = shown(national_address, tmp_path, "510203", "510084", "--level", "ADVANCED", "--state", "NOT_COVERED")

    assert (done.returncode, done.stderr) == (0, "")
    assert [" ".join(each.split()) for each in done.stdout.splitlines()] == [
        "软件技术 → JavaWeb应用开发",
        "level requirements covered partly covered not covered unknown suggested coverage",
        "ADVANCED 45 42 1 2 0 0 93.3% – 95.6%",
        "all 45 42 1 2 0 0 93.3% – 95.6%",
        "state code requirement courses",
        "not covered ADVANCED 2.2.2 会搭建MySQL集群",
        "not covered ADVANCED 2.2.3 会用集群开发Web程序",
    ]


def test_a_narrow_terminal_cuts_no_word(national_address, tmp_path):
    environment = {"LC_ALL": "en", "COLUMNS": "80", **settings_of(national_address)}
    done = oneplusx("coverage", "510203", "510084", "--state", "NOT_COVERED", folder=tmp_path, **environment)

    assert "INTERMEDIATE" in done.stdout
    assert "…" not in done.stdout


def test_a_chosen_state_leaves_the_counts_whole_and_words_are_in_the_language_of_the_user(national_address, tmp_path):
    done = shown(national_address, tmp_path, "510203", "JavaWeb应用开发", "--state", "NOT_COVERED", language="zh_CN")

    lines = [" ".join(each.split()) for each in done.stdout.splitlines()]
    assert lines[:6] == [
        "软件技术 → JavaWeb应用开发",
        "等级 要求 已覆盖 部分覆盖 未覆盖 未知 有建议 覆盖率",
        "初级 47 35 9 0 3 3 74.5% – 100.0%",
        "中级 47 37 1 4 5 5 78.7% – 91.5%",
        "高级 45 42 1 2 0 0 93.3% – 95.6%",
        "合计 139 114 11 6 8 8 82.0% – 95.7%",
    ]
    assert [each.split()[0] for each in lines[7:]] == ["未覆盖"] * 6


def test_json_has_every_item_with_its_proofs(national_address, tmp_path):
    done = shown(national_address, tmp_path, "510203", "510084", "--json")

    answer = orjson.loads(done.stdout)
    items = answer["coverage"]["items"]
    assert answer["subject"] == {"id": "TeachingStandard:2025:510203", "displayName": "软件技术"}
    assert len(items) == answer["coverage"]["requirements"] == 139
    assert sum(each["state"] == "COVERED" for each in items) == answer["coverage"]["covered"] == 114
    assert all(each["proofs"] for each in items if each["state"] == "COVERED")


@pytest.mark.parametrize(
    ("options", "code", "error"),
    [
        (("510203", "510084", "--level", "初级"), 2, "USAGE"),
        (("510203", "510084", "--state", "GAP"), 2, "USAGE"),
        (("999999", "510084"), 1, "NOT_FOUND"),
        (("510203", "990099"), 1, "NOT_FOUND"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_a_code(options, code, error, national_address, tmp_path):
    done = shown(national_address, tmp_path, *options)

    assert (done.returncode, done.stderr.split()[0]) == (code, error)
