"""What was gathered of colleges: former names, types, and both rounds of the Double-High plan."""

from collections import Counter

from tests.seeds.transform.seed_rows import links, node_by_id, nodes


def test_former_names_are_the_names_of_one_college_each_and_its_history() -> None:
    renamings = nodes("Renaming")
    named = {row["id"]: row["formerNames"] for row in nodes("College") if row["formerNames"]}

    assert (len(renamings), len(named)) == (87, 86)
    assert {row["end"]: row["start"] for row in links("RENAMED_FROM")} == {
        row["id"]: f"College:{row['collegeName']}" for row in renamings
    }
    assert named["College:深圳职业技术大学"] == "深圳职业技术学院"
    assert named["College:安徽应用技术职业大学"].split("|") == ["安徽商贸职业技术学院", "安徽机电职业技术学院"]


def test_a_former_name_that_was_worked_out_from_the_pattern_of_names_is_a_judgement() -> None:
    inferred = node_by_id("Renaming", "Renaming:南宁职业技术大学:南宁职业技术学院")

    assert (inferred["year"], inferred["basis"]) == ("2024", "EDITORIAL")
    assert inferred["sourceNote"].startswith("evidence: inferred: note of the seeds")
    assert Counter(row["basis"] for row in nodes("Renaming")) == {"REPORTED": 73, "EDITORIAL": 14}


def test_types_stand_at_1500_colleges_and_another_ownership_is_noted() -> None:
    colleges = nodes("College")
    cited = [row for row in colleges if "Source:colleges.eol" in row["sourceIds"].split("|")]

    assert (len(cited), sum(1 for row in cited if row["type"])) == (1500, 1466)
    assert [row["id"] for row in colleges if row["type"] and row not in cited] == []
    differs = [(row["ownership"], row["sourceNote"]) for row in cited if "colleges.eol has" in row["sourceNote"]]
    assert sorted(differs) == [
        ("公办", "colleges.eol has 民办"),
        ("公办", "colleges.eol has 民办"),
        ("民办", "colleges.eol has 公办"),
        ("民办", "colleges.eol has 公办"),
    ]


def test_the_second_round_of_the_double_high_plan_is_whole_and_its_doubts_stay() -> None:
    entries = nodes("DoubleHighEntry")
    doubtful = {row["collegeName"]: row["doubt"] for row in entries if row["doubt"]}
    with_college = {row["end"] for row in links("SELECTED_IN")}

    assert Counter(row["round"] for row in entries) == {"1": 197, "2": 219}
    assert doubtful == {
        "南京铁道职业技术学院": "colleges.youzy2025 gives 高水平学校",
        "河北牧业职业学院": (
            "no such college in the list of colleges; colleges.youzy2025 names 河北软件职业技术学院 in this place"
        ),
        "苏州职业技术大学": "colleges.youzy2025 gives 高水平专业群",
        "陕西国防工业职业技术学院": "stands twice in the source: one place of 陕西 is unknown",
    }
    assert {row["id"] for row in entries if row["round"] == "2"} - with_college == {
        "DoubleHighEntry:2:河北牧业职业学院"
    }


def test_groups_of_the_second_round_have_their_members() -> None:
    groups = {row["id"] for row in nodes("ProgrammeGroup") if row["round"] == "2"}
    members = [row for row in links("HAS_MEMBER_MAJOR") if row["start"] in groups]
    leads = {row["start"]: row["end"] for row in links("LED_BY") if row["start"] in groups}

    assert (len(groups), len(members)) == (59, len(links("HAS_MEMBER_MAJOR"))) == (59, 223)
    assert set(leads) == groups
    assert {(row["start"], row["end"]) for row in members} >= set(leads.items())
    of_shenzhen = "ProgrammeGroup:深圳职业技术大学:电子信息工程技术:2"
    assert {row["end"] for row in members if row["start"] == of_shenzhen} >= {"Major:2021:310101", "Major:2021:310301"}
