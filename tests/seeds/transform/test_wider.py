"""What was gathered later: certificates as colleges write them, undergraduate majors, occupational standards, plans."""

import csv
from collections import Counter

from tests.seeds.transform.seed_rows import DATA, links, node_by_id, nodes


def reported() -> list[tuple[str, str]]:
    with (DATA / "REPORT.csv").open(encoding="utf-8", newline="") as opened:
        return [(row["file"], row["value"]) for row in csv.DictReader(opened)]


def test_certificates_that_only_colleges_name_are_marked_and_have_no_issuer() -> None:
    certificates = nodes("Certificate")
    marked = {row["id"] for row in certificates if row["isReportedByColleges"] == "true"}

    assert Counter(row["isReportedByColleges"] for row in certificates) == {"false": 116, "true": 87}
    assert {row["basis"] for row in certificates if row["id"] in marked} == {"REPORTED"}
    assert [row for row in links("ISSUED_BY") if row["start"] in marked] == []
    wording = node_by_id("Certificate", "Certificate:5G移动网络运维")["issuersAsReported"]
    assert wording == "北京华晟经世信息技术股份有限公司"


def test_statements_of_colleges_are_counted_apart() -> None:
    suits = links("SUITS")
    alone = [row for row in suits if row["relation"] == "REPORTED_BY_COLLEGES"]

    assert (len(suits) - len(alone), len(alone)) == (84, 669)
    assert {row["basis"] for row in alone} == {"REPORTED"}
    assert sum(1 for row in suits if row["collegeStatements"]) == len(alone) + 16
    (both,) = (
        row for row in suits if (row["start"], row["end"]) == ("Certificate:JavaWeb应用开发", "Major:2021:510203")
    )
    assert (both["relation"], both["basis"], both["collegeStatements"]) == ("STANDARD", "OFFICIAL", "6")


def test_a_statement_whose_certificate_is_written_as_another_is_not_tied() -> None:
    file = "additions/certificate_majors_reported.csv"
    assert (file, "Java应用开发1+X") in reported()
    assert sum(1 for each, _ in reported() if each == file) == 18


def test_undergraduate_majors_are_a_catalogue_of_their_own() -> None:
    majors = nodes("UndergraduateMajor")

    assert len(majors) == 840
    assert {row["edition"] for row in majors} == {"undergraduate-2025"}
    assert Counter(row["edition"] for row in nodes("Major"))["2021"] == 1455
    assert len(links("LISTED_AS")) == Counter(row["edition"] for row in nodes("Major"))["undergraduate"] == 12


def test_weights_of_each_grade_of_an_occupational_standard_add_up() -> None:
    functions = nodes("WorkFunction")
    weights: Counter[tuple[str, ...]] = Counter()
    for row in functions:
        weights[row["occupationCode"], row["standardName"], row["edition"], row["grade"]] += int(row["weight"])

    assert (len(functions), len(weights), set(weights.values())) == (6926, 1598, {100})
    assert len({row["occupationCode"] for row in functions}) == 379
    assert len(nodes("OccupationalStandard")) == 388


def test_an_occupational_standard_is_joined_by_code_and_name_or_else_by_name() -> None:
    joined = {row["start"]: row for row in links("STANDARD_OF_OCCUPATION")}
    of_courier = joined["OccupationalStandard:4-02-07-10:网约配送员:2021"]

    assert len(joined) == 378
    # 4-02-07-10 is another occupation in the classification of 2022.
    assert of_courier["end"] == "Occupation:2022:4-10-08-01"
    assert of_courier["sourceNote"] == "by its name; the standard prints the code 4-02-07-10"


def test_one_teaching_standard_is_whole() -> None:
    standard = node_by_id("TeachingStandard", "TeachingStandard:2025:530701")
    courses = [row for row in nodes("Course") if row["majorCode"] == "530701"]
    rules = {row["item"]: row for row in nodes("Rule") if row["ruleSetCode"] == "TEACHING_STANDARD_530701"}

    assert standard["industries"].split("|") == ["互联网和相关服务（64）", "批发业（51）", "零售业（52）"]
    assert len(standard["positions"].split("|")) == 6
    assert len(standard["certificatesNamed"].split("|")) == 5
    assert Counter(row["module"] for row in courses) == {"FOUNDATION": 8, "CORE": 8, "EXTENSION": 16}
    assert len([row for row in links("PREPARES_FOR") if row["start"] == standard["id"]]) == 8
    named = {row["end"] for row in links("NAMES_CERTIFICATE") if row["start"] == standard["id"]}
    assert named == {
        f"Certificate:{each}" for each in ("网店运营推广", "电子商务数据分析", "跨境电商B2B数据运营", "直播电商")
    }
    assert len(rules) == 10
    shared = rules["公共基础课程学时占比"]
    assert [shared[each] for each in ("operator", "force", "value", "valueText")] == [
        ">=",
        "AS_A_RULE",
        "25",
        "25% (一般)",
    ]
    assert [rules["每学分折合学时"][each] for each in ("operator", "valueMin", "valueMax")] == ["between", "16", "18"]


def test_the_plans_of_2025_say_what_they_lack() -> None:
    plans = [row for row in nodes("TrainingPlan") if row["completeness"] == "WITHOUT_PUBLIC_COURSES"]
    keys = {(row["collegeName"], row["majorName"], row["grade"]) for row in plans}
    lines = [row for row in nodes("PlanCourse") if (row["collegeName"], row["majorName"], row["grade"]) in keys]

    assert (len(plans), len(lines)) == (54, 2183)
    assert {row["basis"] for row in (*plans, *lines)} == {"REPORTED"}
    assert len([row for row in links("PLAN_FOR") if row["start"] in {each["id"] for each in plans}]) == 54
    of_software = [row for row in lines if row["majorName"] == "软件技术"]
    assert [row["name"] for row in of_software].count("程序设计基础") == 2
    (second,) = (row for row in of_software if row["sequence"] == "2")
    assert (second["name"], second["semesterText"], second["examination"]) == ("程序设计基础", "1: 4", "考试")
