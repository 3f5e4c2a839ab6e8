"""``orphanedTrainingPlans`` on a small graph, where each reason is stated once, and on the national one."""

from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import write

ASK = """query ($day: Date!, $states: [OrphanState!]) { orphanedTrainingPlans(asOf: $day, states: $states, first: 100) {
  plans orphaned unknown
  rows { state trainingPlan { id } reasons { reason isKnown node { id } sources { code } } } } }"""
SOURCE = {"sourceIds": ["Source:s"]}
NODES = {
    "Source:s": {"code": "s", "title": "来源", "location": "甲"},
    **{f"TrainingPlan:{each}": {"grade": "2020级", "collegeName": "甲", "majorName": each} for each in "abcdefg"},
    "Catalogue:2015": {"edition": "2015", "name": "目录"},
    "Catalogue:2021": {"edition": "2021", "name": "目录", **SOURCE},
    "Major:2015:1": {"edition": "2015", "name": "旧专业", "educationLevel": "ASSOCIATE"},
    "Major:2015:2": {"edition": "2015", "name": "同名", "educationLevel": "ASSOCIATE"},
    "Major:2015:3": {"edition": "2015", "name": "无", "educationLevel": "ASSOCIATE"},
    "Major:2021:1": {"edition": "2021", "name": "新专业", "educationLevel": "ASSOCIATE"},
    "Major:2021:2": {"edition": "2021", "name": "同名", "educationLevel": "ASSOCIATE", **SOURCE},
    "Major:2021:3": {"edition": "2021", "name": "无", "educationLevel": "SECONDARY"},
    "Certificate:ended": {"name": "ended", "validTo": "2025-01-01", **SOURCE},
    "Certificate:silent": {"name": "silent"},
    "Certificate:kept": {"name": "kept", "validFrom": "2019-01-01"},
    "CertificateLevel:kept": {"certificateName": "kept", "level": "ELEMENTARY", "rank": 1, "validTo": "2025-01-01"},
    "TargetCertificate:e": {"name": "kept", "number": 1, "trainingPlanKey": "e"},
    "PlanCourse:d": {"name": "课程", "sequence": 1},
    "SkillStandard:1": {"code": "1", "version": "1", "year": 2019},
    "SkillStandard:2": {"code": "1", "version": "2", "year": 2024},
    "TeachingStandard:2019": {"year": 2019, "majorCode": "1", "name": "新专业"},
    "TeachingStandard:2025": {"year": 2025, "majorCode": "1", "name": "新专业"},
}
LINKS = {
    "PLAN_FOR": [
        ("TrainingPlan:a", "Major:2015:1", {}),
        ("TrainingPlan:b", "Major:2015:2", {}),
        ("TrainingPlan:c", "Major:2015:3", {}),
        ("TrainingPlan:d", "Major:2021:2", {}),
        ("TrainingPlan:e", "Major:2021:1", {}),
        ("TrainingPlan:f", "Major:2021:2", {}),
    ],
    "REPLACED_BY": [("Major:2015:1", "Major:2021:1", {"change": "合并", **SOURCE})],
    "PLAN_NAMES_CERTIFICATE": [
        ("TrainingPlan:b", "Certificate:ended", {}),
        ("TrainingPlan:c", "Certificate:silent", {}),
    ],
    "LINKED_TO_CERTIFICATE": [("PlanCourse:d", "Certificate:ended", {"kind": "1+X"})],
    "HAS_PLAN_COURSE": [("TrainingPlan:d", "PlanCourse:d", {})],
    "HAS_TARGET_CERTIFICATE": [("TrainingPlan:e", "TargetCertificate:e", {})],
    "TARGETS_LEVEL": [("TargetCertificate:e", "CertificateLevel:kept", {})],
    "HAS_LEVEL": [("Certificate:kept", "CertificateLevel:kept", {})],
    "HAS_STANDARD": [("Certificate:kept", f"SkillStandard:{each}", {}) for each in "12"],
    "STANDARD_OF": [(f"TeachingStandard:{each}", "Major:2021:1", {}) for each in (2019, 2025)],
    "FOLLOWS_STANDARD": [("TrainingPlan:e", "TeachingStandard:2019", {})],
}


async def asked(database, day="2026-01-01", *states):
    ((answer, statements),) = await run_counted(database, [Request(ASK, {"day": day, "states": list(states) or None})])
    assert (answer.errors, statements) == ([], 1)
    return answer.data["orphanedTrainingPlans"]


def known(node, reason, *sources):
    return {"reason": reason, "isKnown": True, "node": {"id": node}, "sources": [{"code": each} for each in sources]}


async def test_each_plan_has_its_reasons_with_node_and_source(database):
    await write(database, NODES, LINKS)
    found = await asked(database)
    silent = {"reason": "CERTIFICATE_NOT_DATED", "isKnown": False, "node": {"id": "Certificate:silent"}, "sources": []}
    no_major = {"reason": "MAJOR_NOT_MATCHED", "isKnown": False, "node": None, "sources": []}

    assert (found["plans"], found["orphaned"], found["unknown"]) == (7, 5, 1)
    assert {each["trainingPlan"]["id"][-1]: (each["state"], each["reasons"]) for each in found["rows"]} == {
        "a": ("ORPHANED", [known("Major:2021:1", "MAJOR_REPLACED", "s")]),
        "b": (
            "ORPHANED",
            [known("Major:2021:2", "MAJOR_RECODED", "s"), known("Certificate:ended", "CERTIFICATE_ENDED", "s")],
        ),
        "c": ("ORPHANED", [known("Catalogue:2021", "MAJOR_NOT_LISTED", "s"), silent]),
        "d": ("ORPHANED", [known("Certificate:ended", "CERTIFICATE_ENDED", "s")]),
        "e": (
            "ORPHANED",
            [
                known("CertificateLevel:kept", "LEVEL_ENDED"),
                known("SkillStandard:2", "STANDARD_REPLACED"),
                known("TeachingStandard:2025", "BASE_STANDARD_REPLACED"),
            ],
        ),
        "g": ("UNKNOWN", [no_major]),
    }


async def test_only_the_states_asked_for_are_shown_and_the_counts_stay_whole(database):
    await write(database, NODES, LINKS)
    found = await asked(database, "2026-01-01", "UNKNOWN")

    assert (found["orphaned"], [each["trainingPlan"]["id"] for each in found["rows"]]) == (5, ["TrainingPlan:g"])
    assert (await asked(database, "2020-06-01"))["orphaned"] == 0


async def test_of_the_plans_of_the_seeds_two_have_a_major_of_a_former_edition(national):
    found = await asked(national, "2026-01-01", "ORPHANED")

    assert [(each["trainingPlan"]["id"], [one["node"]["id"] for one in each["reasons"]]) for each in found["rows"]] == [
        ("TrainingPlan:周口职业技术学院:护理:", ["Major:2021:520201"]),
        ("TrainingPlan:涿州职教中心:汽车运用与维修:2019级", ["Major:2021:700206"]),
    ]
