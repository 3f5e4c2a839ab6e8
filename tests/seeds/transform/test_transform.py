"""Carrying the reference facts gives the seed files that are committed, and these hold what the issue names."""

import csv
import filecmp
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from graph.model import MODEL
from graph.model.columns import link_columns, node_columns, optional_columns
from seeds.transform.matching import bounds
from seeds.transform.transform import HAND_KEPT, transform_reference
from tests.seeds.transform.seed_rows import DATA, ROOT, SETS, files, links, node_by_id, nodes, rows

REFERENCE = ROOT.parent / "shared" / "reference"


def header(file: Path) -> list[str]:
    with file.open(encoding="utf-8", newline="") as opened:
        return next(csv.reader(opened))


@pytest.fixture(scope="session")
def carried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not REFERENCE.is_dir():
        pytest.skip(f"{REFERENCE} is not there: the files in data/ cannot be made again from the reference facts")
    into = tmp_path_factory.mktemp("data")
    for name in HAND_KEPT:
        shutil.copytree(DATA / name, into / name)
    transform_reference(REFERENCE, into)
    return into


@pytest.mark.slow
def test_carrying_again_gives_the_committed_files(carried: Path) -> None:
    fresh = sorted(file.relative_to(carried) for file in carried.glob("**/*.csv"))
    kept = sorted(file.relative_to(DATA) for file in DATA.glob("**/*.csv") if file.name != "LOSSES.csv")

    assert fresh == kept
    assert [file for file in fresh if not filecmp.cmp(carried / file, DATA / file, shallow=False)] == []


def test_every_set_says_where_it_is_from() -> None:
    assert [name for name in SETS if not (DATA / name / "SOURCE.md").is_file()] == []


def test_headers_are_those_of_the_model() -> None:
    for file in files("nodes/*.csv"):
        of = MODEL.node_types[file.stem]
        columns, optional = ([each.name for each in found(of)] for found in (node_columns, optional_columns))
        assert header(file)[: len(columns)] == columns
        assert header(file)[len(columns) :] == [each for each in optional if each in header(file)]
    for file in files("links/*.csv"):
        assert header(file) == [each.name for each in link_columns(MODEL.relationships[file.stem])]


def test_counts_are_those_of_the_issue() -> None:
    majors = [row for row in nodes("Major") if row["edition"] == "2021"]

    assert len(majors) == 1455
    assert Counter(row["educationLevel"] for row in majors if not row["addedNotBefore"]) == {
        "SECONDARY": 358,
        "ASSOCIATE": 744,
        "BACHELOR": 247,
    }
    counted = ("MajorClass", "MajorCategory", "TeachingStandard", "College", "Province", "City", "Certificate")
    assert [len(nodes(name)) for name in counted] == [97, 19, 717, 1664, 34, 334, 203]
    assert sum(1 for row in nodes("CertificateLevel") if row["platformId"]) == 111


def test_no_end_of_a_link_is_missing() -> None:
    known = {row["id"] for file in files("nodes/*.csv") for row in rows(file)}
    ends = {row[side] for file in files("links/*.csv") for row in rows(file) for side in ("start", "end")}

    assert ends - known == set()


def test_every_fact_has_a_known_source() -> None:
    sources = {row["id"] for row in nodes("Source")}
    facts = [file for file in files("*/*.csv") if file.stem != "Source"]
    cited = {each for file in facts for row in rows(file) for each in row["sourceIds"].split("|")}

    assert cited - sources == set()


def test_ids_and_links_are_there_once() -> None:
    ids = Counter(row["id"] for file in files("nodes/*.csv") for row in rows(file))
    pairs = Counter((file.stem, row["start"], row["end"]) for file in files("links/*.csv") for row in rows(file))

    assert [each for each, count in ids.items() if count > 1] == []
    assert [each for each, count in pairs.items() if count > 1] == []


def test_dates_are_whole_days() -> None:
    dates = [row["statusDate"] for row in nodes("CertificateLevel")] + [row["issuedOn"] for row in nodes("Policy")]

    assert [each for each in dates if each and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", each)] == []


def test_the_standard_of_software_technology() -> None:
    standard = node_by_id("TeachingStandard", "TeachingStandard:2025:510203")
    courses = [row for row in nodes("Course") if row["majorCode"] == "510203"]

    assert (standard["name"], standard["courseCount"], standard["basis"]) == ("软件技术", "24", "OFFICIAL")
    assert standard["documentFile"] == "P020250207533323690137.pdf"
    assert len(courses) == 24
    assert [row["name"] for row in courses if row["sequence"] == "1"] == ["程序设计基础"]
    predecessors = {row["start"] for row in links("REPLACED_BY") if row["end"] == "Major:2021:510203"}
    assert predecessors == {"Major:2015:610205", "Major:2015:软件与信息服务", "Major:2015:电子商务技术"}


def test_the_javaweb_standard_is_whole() -> None:
    standard = node_by_id("SkillStandard", "SkillStandard:510084:2.0")
    requirements = nodes("SkillRequirement")

    assert (standard["name"], standard["year"], standard["requirementCount"]) == ("JavaWeb应用开发", "2021", "139")
    assert Counter(row["level"] for row in requirements) == {"ELEMENTARY": 47, "INTERMEDIATE": 47, "ADVANCED": 45}
    assert {row["wording"] for row in requirements} == {"ABRIDGED"}
    assert Counter(row["depth"] for row in requirements) == {"USE": 101, "MASTER": 23, "UNDERSTAND": 13, "KNOW": 2}
    assert standard["higherLevelsInclude"] == "true"
    assert len(links("HAS_REQUIREMENT")) == 139
    specified = {row["start"] for row in links("SPECIFIED_BY")}
    assert specified == {
        f"CertificateLevel:JavaWeb应用开发:{level}" for level in ("ELEMENTARY", "INTERMEDIATE", "ADVANCED")
    }
    suits = {row["end"] for row in links("SUITS") if row["start"] == "Certificate:JavaWeb应用开发"}
    assert {"Major:2021:510203", "Major:2015:610205", "Major:undergraduate:080902"} <= suits


def test_nothing_recalled_from_memory_is_carried() -> None:
    left_out = {row["file"] for row in rows(DATA / "REPORT.csv") if row["reason"] == "not sourced: left out whole"}

    assert len(left_out) == 12
    assert all("from_memory" in file or "inferred" in file for file in left_out)


def test_what_two_sources_say_differently_is_kept_twice() -> None:
    counts = {row["valueText"] for row in nodes("PilotRecord") if row["metric"].startswith("certificates")}

    assert {"442", "447"} <= counts


@pytest.mark.parametrize(
    ("certificate", "organization", "alias"),
    [
        ("建筑信息模型（BIM）", "廊坊市中科建筑产业化创新研究中心", "中国建设教育协会人才评价中心"),
        ("老年照护", "北京中福长者文化科技有限公司", "中国社会福利与养老服务协会"),
    ],
)
def test_two_names_of_one_organisation_are_one_organisation(certificate: str, organization: str, alias: str) -> None:
    issuers = {row["end"] for row in links("ISSUED_BY") if row["start"] == f"Certificate:{certificate}"}

    assert issuers == {f"Organization:{organization}"}
    assert node_by_id("Organization", f"Organization:{organization}")["aliases"] == alias


@pytest.mark.parametrize(
    ("text", "least", "largest"),
    [
        ("200-600", 200, 600),
        ("2800-3300", 2800, 3300),
        ("200000+", 200_000, None),
        (">=50%", 50, None),
        ("<=2400", None, 2400),
        ("18周", 18, 18),
        ("31.5", 31.5, 31.5),
        ("~10000", None, None),
        ("约135", None, None),
        ("1周=1学分=24学时", None, None),
        ("≈33.3", None, None),
        ("", None, None),
    ],
)
def test_bounds_of_a_figure(text: str, least: float | None, largest: float | None) -> None:
    assert bounds(text) == {"valueMin": least, "valueMax": largest}


def test_what_holds_as_a_rule_is_no_equation() -> None:
    rules = {(row["ruleSetCode"], row["item"]): row for row in nodes("Rule")}
    placement = rules["HV3", "顶岗(岗位)实习时间"]
    credit = rules["HV3", "每学分折合学时"]

    assert (placement["operator"], placement["force"], placement["value"]) == ("≈", "AS_A_RULE", "6")
    assert (credit["operator"], credit["force"], credit["valueMin"], credit["valueMax"]) == (
        "between",
        "AS_A_RULE",
        "16",
        "18",
    )
    assert rules["HV3", "实践性教学学时占比"]["force"] == "IN_PRINCIPLE"
    assert [row["id"] for row in nodes("Rule") if row["force"] == "AS_A_RULE" and row["operator"] == "="] == []


def test_the_occupations_are_those_of_the_printed_book() -> None:
    groups = {row["code"]: row["name"] for row in nodes("OccupationGroup")}
    occupations = nodes("Occupation")
    codes = {row["code"]: row["name"] for row in occupations if row["code"]}

    assert [row["id"] for row in (*occupations, *nodes("OccupationGroup")) if not row["name"]] == []
    assert groups["2-05-04"] == "民族医医师"
    assert [code for code, name in groups.items() if name == "法律顾问"] == ["2-07-08"]
    assert (groups["2-07-09"], groups["2-07-10"], "2-07-11" in groups) == ("宗教教职人员", "社会工作专业人员", False)
    assert (codes["2-07-10-01"], codes["2-07-10-03"]) == ("社会工作者", "心理咨询师")
    assert (codes["3-01-04-01"], codes["6-02-01-01"]) == ("村和社区工作者", "糕点面包烘焙工")
    assert Counter(row["standsIn"] for row in occupations) == {"PRINTED": 1585, "DRAFT": 43, "STANDARD": 2}
    assert [row["name"] for row in occupations if row["name"].endswith(("L", "S"))] == []
    assert {row["isDigital"] for row in occupations if row["code"] == "4-04-05-11"} == {"true"}


def test_sports_and_arts_performance_does_not_prepare_for_the_clergy() -> None:
    groups = {row["end"] for row in links("PREPARES_FOR_GROUP") if row["start"] == "TeachingStandard:2025:570316"}
    social_work = {row["end"] for row in links("PREPARES_FOR") if row["start"] == "TeachingStandard:2025:590101"}

    assert {node_by_id("OccupationGroup", each)["name"] for each in groups} == {
        "社会工作专业人员",
        "社会文化活动服务人员",
    }
    assert {"Occupation:2022:2-07-10-01", "Occupation:2022:2-07-10-02"} <= social_work


def test_every_scrap_that_the_audit_found_is_put_right_or_left_out() -> None:
    names = {(row["majorCode"], row["sequence"]): row["name"] for row in nodes("Course")}
    reported = {row["value"] for row in rows(DATA / "REPORT.csv") if row["file"] == "teaching/standard_courses_all.csv"}

    assert names["370101", "8"] == "幼儿教师艺术技能（音乐、舞蹈、美术）"
    assert ("370101", "10") not in names
    assert (names["420908", "19"], names["510302", "18"]) == ("企业环境管理", "信息与通信的前沿技术与应用")
    assert ("430301", "26") not in names
    assert {"的排查及处理能力", "美术）", "企业环境管理等课程构成专业拓展课"} <= reported


def test_a_college_is_where_it_is_and_its_note_speaks_of_it() -> None:
    cities = {row["start"]: row for row in links("SITUATED_IN")}
    notes = {row["name"]: row["note"] for row in nodes("College")}

    assert "College:济源职业技术学院" not in cities
    assert node_by_id("College", "College:济源职业技术学院")["sourceNote"] == "place: 济源市"
    assert cities["College:山东铝业职业学院"]["sourceNote"].endswith("colleges.eol has 威海市")
    assert notes["天津医学高等专科学校"] == "1908年，北洋女医学堂"
    assert notes["四川交通职业技术大学"] == "学院2026升本"
    assert notes["温州科技职业学院"] == ""


def test_credit_rules_of_a_web_address_are_those_of_its_college() -> None:
    by_site = [row for row in links("CREDIT_RULE_OF") if row["sourceNote"] == "by the web address of the page"]

    assert len(by_site) == 27
    assert {row["end"] for row in by_site} == {"College:湖南工艺美术职业大学"}


def test_of_every_major_it_is_known_whether_a_standard_is_here() -> None:
    majors = {row["code"]: row for row in nodes("Major") if row["edition"] == "2021"}
    states = Counter(row["standardState"] for row in majors.values())

    assert states == {"READ": 717, "EXISTS_NOT_READ": 48, "MAY_EXIST": 333, "NONE": 357}
    assert (majors["510203"]["standardState"], majors["520101K"]["standardState"]) == ("READ", "EXISTS_NOT_READ")
    assert "Source:policies.brief" in majors["520101K"]["sourceIds"]
    assert majors["570117K"]["standardState"] == "MAY_EXIST"  # added in 2026, after the standards


def alignments_of(level: str, code: str) -> dict[str, tuple[str, str, str, str]]:
    """What is said of a requirement, by the sequence of the course."""
    about = [row for row in rows(DATA / "alignments/nodes/Alignment.csv") if row["code"].endswith(f"-{level}-{code}")]
    return {row["code"].split("-")[1]: (row["kind"], row["role"], row["strength"], row["status"]) for row in about}


def test_each_row_of_the_review_of_alignments_is_decided() -> None:
    decided = list(rows(DATA / "alignments/REPORT.csv"))

    assert len(decided) == 54
    assert [row for row in decided if not row["decision"] or not row["reason"]] == []


def test_the_two_false_gaps_are_covered() -> None:
    assert alignments_of("ELEMENTARY", "2.3.1") == {"22": ("MINOR", "TEACHES", "0.4", "ACCEPTED")}
    assert alignments_of("ELEMENTARY", "2.3.2") == {"22": ("MAJOR", "TEACHES", "0.6", "ACCEPTED")}
    reviewed = {row["code"] for row in rows(DATA / "alignments/nodes/Review.csv")}
    assert not any(code.endswith(("2.3.1", "2.3.2")) for code in reviewed)


def test_spring_boot_is_not_weaker_than_the_older_spring_on_the_same_course() -> None:
    for number in range(1, 7):
        said = alignments_of("ADVANCED", f"1.3.{number}")
        assert said["23"] == ("MAJOR", "TEACHES", "0.6", "ACCEPTED")
        assert said["8"] == ("MINOR", "PRACTISES", "0.4", "ACCEPTED")


def test_a_course_whose_language_nobody_states_claims_no_whole_requirement() -> None:
    for code in ("1.1.1", "1.1.2", "1.1.3", "1.1.4"):
        assert alignments_of("ELEMENTARY", code)["1"] == ("MAJOR", "TEACHES", "0.6", "ACCEPTED")
    for code in ("1.2.1", "1.2.2", "1.2.3", "1.2.4"):
        assert alignments_of("ELEMENTARY", code)["19"] == ("MAJOR", "TEACHES", "0.8", "ACCEPTED")


def test_a_review_says_on_what_it_rests() -> None:
    grounds = {row["code"].rpartition("-")[2]: row["ground"] for row in rows(DATA / "alignments/nodes/Review.csv")}

    assert grounds == {
        **dict.fromkeys(("2.2.2", "2.2.3"), "EXPERT_JUDGEMENT"),
        **dict.fromkeys(("3.2.2", "3.2.3", "3.3.1", "3.3.3"), "COURSE_NAMES"),
    }
