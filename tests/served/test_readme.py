"""The README, run as it stands."""

import json
import re
import shlex
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(kind: str, nth: int = 0) -> str:
    return re.findall(rf"```{kind}\n(.*?)```", README, re.DOTALL)[nth]


def test_the_main_question_gets_its_real_answer(served):
    answer = served.ask(block("graphql"), json.loads(block("json")))

    assert "errors" not in answer
    major, certificate, paths = (answer["data"][each] for each in ("major", "certificate", "paths"))
    (standard,) = major["teachingStandards"]
    requirements = [
        requirement["code"]
        for level in certificate["levels"]
        for version in level["standardLevels"]
        for area in version["workAreas"]
        for task in area["tasks"]
        for requirement in task["requirements"]
    ]
    assert (major["code"], major["name"], major["majorClass"]["category"]["name"]) == (
        "510203",
        "软件技术",
        "电子与信息大类",
    )
    assert (standard["year"], len(standard["courses"])) == (2025, 24)
    assert {each["module"] for each in standard["courses"]} == {"FOUNDATION", "EXTENSION", "CORE"}
    assert [each["level"] for each in certificate["levels"]] == ["ELEMENTARY", "INTERMEDIATE", "ADVANCED"]
    assert len(requirements) == 139
    assert certificate["organizations"] == [{"name": "天津东软睿道教育信息技术有限公司"}]
    assert paths[0]["steps"][0]["relationship"] == "SUITS"
    assert [each["length"] for each in paths] == sorted(each["length"] for each in paths)


def test_the_gap_question_gets_the_answer_that_the_readme_tells(served):
    got = served.ask(block("graphql", 1))["data"]["coverage"]

    counts = [got[each] for each in ("requirements", "covered", "partlyCovered", "notCovered", "unknown")]
    total, covered, partly, gaps, unknown = counts
    assert f"Of {total} requirements {covered} are covered, {partly} are partly covered, {gaps} are gaps" in README
    assert f"and {unknown} are undecided" in README
    assert f"between {got['lower']:.1%}".replace("%", " %") in README
    assert f"and {got['upper']:.1%}".replace("%", " %") in README
    assert len(got["items"]) == gaps
    for each in got["items"]:
        assert each["requirement"]["code"] in README
        assert each["reviews"][0]["sources"], each["requirement"]["code"]


PROOFS = """{ coverage(subject: "TeachingStandard:2025:510203", target: "Certificate:JavaWeb应用开发", states: [COVERED]) {
  covered items { requirement { code } proofs { course { displayName } alignment {
    rationale strength reviewer decidedOn basis sources { title location } } } } } }"""


def test_each_covered_requirement_of_the_gap_question_opens_to_a_source(served):
    """What the README says to ask for: of every one who judged, when, why, on what, and where that is written."""
    got = served.ask(PROOFS)["data"]["coverage"]

    assert len(got["items"]) == got["covered"] > 100
    for each in got["items"]:
        assert each["proofs"], each["requirement"]["code"]
        for proof in each["proofs"]:
            said = proof["alignment"]
            assert all((said["rationale"], said["reviewer"], said["decidedOn"], said["basis"] == "EDITORIAL"))
            for source in said["sources"]:
                assert (ROOT / source["location"]).exists(), source
            assert said["sources"]


def test_no_sentence_points_at_what_does_not_follow():
    assert re.findall(r"[^\n]*[:：]\n+(?=#)", README) == []


def test_the_curl_line_answers(served):
    line = next(each for each in re.findall(r"```console\n(.*?)```", README, re.DOTALL) if each.startswith("curl"))
    command = shlex.split(line.replace("\\\n", " ").replace("http://127.0.0.1:8000", served.url))

    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, timeout=30).stdout)

    assert answer["data"]["major"]["name"] == "软件技术"


def test_every_example_question_gives_real_data(served):
    from server.pages.ide.page import QUERIES, read_examples

    examples = read_examples(QUERIES)

    assert len(examples) >= 12
    for each in examples:
        answer = served.ask(each["query"], json.loads(each["variables"]))
        assert "errors" not in answer, each["name"]
        assert len(json.dumps(answer["data"])) > 200, each["name"]


def test_the_questions_of_the_first_steps_are_answered(served):
    page = (ROOT / "docs" / "first-steps.md").read_text(encoding="utf-8")
    coverage, search = (served.ask(each, {}) for each in re.findall(r"```graphql\n(.*?)```", page, re.DOTALL))

    assert coverage["data"]["coverage"]["notCovered"] == len(coverage["data"]["coverage"]["items"]) > 0
    assert "软件技术" in [each["node"]["displayName"] for each in search["data"]["search"]]


def test_links_of_the_readme_lead_somewhere():
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
