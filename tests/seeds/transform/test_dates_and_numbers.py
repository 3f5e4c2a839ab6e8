"""Dates as published get a first and a last day, and rules written as text get numbers that can be compared."""

import csv
from pathlib import Path

import pytest

from seeds.transform.matching import date_span

SEEDS = Path(__file__).parents[3] / "seeds" / "data"


def rows_of(kind):
    for file in sorted(SEEDS.glob(f"*/nodes/{kind}.csv")):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            yield from csv.DictReader(lines)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019-06-19", "2019-06-19", "2019-06-19"),
        ("2021-11-27/28", "2021-11-27", "2021-11-28"),
        ("2023-02/03", "2023-02-01", "2023-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-H1", "2023-01-01", "2023-06-30"),
        ("2023-H2", "2023-07-01", "2023-12-31"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("2021 third sitting", "2021-01-01", "2021-12-31"),
        ("2019-12-15 (year inferred)", "2019-12-15", "2019-12-15"),
        # No year, no day: nothing is guessed.
        ("12-24/26, year not shown", None, None),
        ("10-25 to 12-12, year not shown", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_first_and_last_day_of_a_date_as_written(text, first, last):
    assert date_span("date", text) == {"dateFrom": first, "dateTo": last}


@pytest.mark.parametrize(("kind", "name"), [("PilotRecord", "date"), ("Statistic", "asOf"), ("CreditRule", "dateText")])
def test_every_date_of_the_seeds_has_its_days(kind, name):
    # The sets kept by hand too.
    rows = [*rows_of(kind)]
    written = [{each: row[each] or None for each in (f"{name}From", f"{name}To")} for row in rows]

    assert written == [date_span(name, row[name]) for row in rows]
    assert any(row[f"{name}From"] for row in rows)


def test_credit_rules_that_are_numbers():
    found = {
        row["code"]: (row["value"], row["valueMin"], row["valueMax"], row["unit"])
        for row in rows_of("CreditRule")
        if row["valueMin"] or row["valueMax"]
    }

    assert found == {
        "C01": ("<=8", "", "8", "学分"),
        "C02": ("<=8", "", "8", "学分"),
        "C04": ("1", "1", "1", ""),
        "C34": ("60", "60", "60", "分"),
        "C36": ("+2 points each, cap 5", "2", "5", "分"),
        "T01": ("1", "1", "1", ""),
        "T02": ("8 学分", "", "8", "学分"),
        "T09": ("1", "1", "1", ""),
        "T10": ("一门相关课程; 1 门/证书", "1", "1", "门/证书"),
        "T11": ("一门相关课程; 1 门/证书", "1", "1", "门/证书"),
        "T13": ("一门计算机基础课程; 1 门/证书", "1", "1", "门/证书"),
    }


def test_a_credit_rule_that_two_tables_state_of_a_college_stands_once_with_its_date():
    rules = [row for row in rows_of("CreditRule") if row["body"] == "山东艺术设计职业学院"]

    assert [row["code"] for row in rules] == ["T08", "T09", "T10", "T11", "T12", "T13", "T14"]
    dated = {row["code"]: (row["dateText"], row["dateTextFrom"], row["sourceNote"]) for row in rules if row["dateText"]}
    assert dated == dict.fromkeys(("T08", "T09", "T11", "T14"), ("2022-04-19", "2022-04-19", ""))


def test_no_note_of_a_rule_speaks_to_those_who_gathered_it():
    notes = {row["note"] for row in rows_of("Rule")}

    assert [each for each in notes if "say so" in each or "shows why" in each] == []
    assert {"普通本科: 32; 职业院校: 16. A vocational bachelor programme is read as 职业院校", "provincial"} <= notes


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1周=1学分=24学时", ("=", "1", "1", "1", "学分/周")),
        ("2周=1学分(24学时)", ("=", "0.5", "0.5", "0.5", "学分/周")),
        ("2800-3300", ("between", "", "2800", "3300", "学时")),
        ("147-153", ("between", "", "147", "153", "学分")),
        ("4 items x 30", ("=", "120", "120", "120", "min")),
        ("2 modules, 4 combined items, 120", ("=", "120", "120", "120", "min")),
        # Two numbers that no one number stands for.
        ("20 judgement items 10% + 40 operations 90%", ("", "", "", "", "")),
    ],
)
def test_rules_that_are_numbers(text, numbers):
    found = {
        tuple(row[each] for each in ("operator", "value", "valueMin", "valueMax", "unit"))
        for row in rows_of("Rule")
        if row["valueText"] == text
    }

    assert found == {numbers}
