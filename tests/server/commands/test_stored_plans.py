"""Commands on a plan that is in the graph, by its id or slug: they answer as on its exported file, or as the API."""

import orjson
import pytest

from graph.model.slugs import slug_of
from tests.command_line import oneplusx
from tests.conftest import settings_of

PLAN = "TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级"
OTHER = "TrainingPlan:示例院校（虚构）:智慧健康养老服务与管理（示例）:2026级"
LEVEL = "510084:ADVANCED"


@pytest.fixture
def ask(national_address, tmp_path):
    def run(*arguments, **environment):
        return oneplusx("plan", *arguments, folder=tmp_path, **settings_of(national_address), **environment)

    return run


@pytest.mark.parametrize("command", [("schedule",), ("credits", "--rules", "湖南工艺美术"), ("diff", PLAN)])
def test_a_plan_is_named_by_id_slug_or_exported_file_with_the_same_answer(ask, command):
    assert ask("export", slug_of(PLAN), "--xlsx", "out.xlsx").returncode == 0

    by_id, by_slug, by_file = (ask(*command, each, "--json") for each in (PLAN, slug_of(PLAN).upper(), "out.xlsx"))

    assert (by_id.returncode, by_id.stderr) == (0, "")
    assert by_id.stdout == by_slug.stdout
    if command[0] != "diff":
        assert orjson.loads(by_id.stdout) == orjson.loads(by_file.stdout)


def test_rules_judge_a_plan_of_the_graph_and_name_it(ask):
    done = ask("check", slug_of(PLAN), "--json")
    answer = orjson.loads(done.stdout)

    assert {each: value for each, value in answer.items() if each != "plans"} == {
        "report": "oneplusx.training-plan-compliance/1",
        "plan": PLAN,
    }
    (judged,) = answer["plans"]
    assert judged["counts"]["PASS"] > 0
    assert done.returncode == (1 if "FAIL" in judged["counts"] else 0)


@pytest.mark.parametrize("command", ["embed", "portfolio"])
def test_a_certificate_is_embedded_in_a_plan_of_the_graph(ask, command):
    answers = [orjson.loads(ask(command, each, "--level", LEVEL, "--json").stdout) for each in (PLAN, slug_of(PLAN))]

    assert answers[0] == answers[1]
    assert answers[0]["unserved" if command == "embed" else "points"]


def test_two_plans_of_the_graph_are_compared(ask):
    done = ask("diff", PLAN, OTHER, LC_ALL="zh_CN")

    assert (done.returncode, done.stderr) == (0, "")
    assert any(each.startswith("专业名称：") for each in done.stdout.splitlines())


def test_changes_from_a_version_of_the_graph_stand_in_the_file(ask, tmp_path):
    done = ask("export", PLAN, "--before", slug_of(OTHER), "--xlsx", "out.xlsx")

    assert (done.returncode, done.stderr, (tmp_path / "out.xlsx").exists()) == (0, "", True)


@pytest.mark.parametrize("command", [["schedule"], ["credits"], ["check"], ["embed", "--level", LEVEL], ["diff", PLAN]])
@pytest.mark.parametrize("source", [f"{PLAN}9", "training-plan-0000000000"])
def test_a_plan_that_is_not_there_is_said(ask, command, source):
    done = ask(command[0], *command[1:], source)

    assert (done.returncode, done.stdout, done.stderr.split()[0]) == (1, "", "NOT_FOUND")


@pytest.mark.parametrize("command", [["schedule"], ["export", "--xlsx", "out.xlsx"]])
def test_a_plan_of_the_graph_has_no_second(ask, command):
    done = ask(*command, PLAN, "--plan", "2")

    assert (done.returncode, done.stderr.split()[0]) == (1, "PLAN_CHOICE")
