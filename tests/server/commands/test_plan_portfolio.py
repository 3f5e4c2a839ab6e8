"""``oneplusx plan portfolio``: the front of a plan from a file, as a table and as JSON, next to ``plan embed``."""

import orjson
import pytest

from analysis.training_plans.improvement.certificate_embedding import EmbeddingProblem, OpenRequirement, PlanEdits
from analysis.training_plans.improvement.certificate_portfolio import (
    POINTS_MOST,
    CertificatePortfolio,
    PortfolioPoint,
    PortfolioProblem,
    PortfolioRest,
)
from analysis.training_plans.improvement.plan_embedding import WantedRequirement
from analysis.training_plans.improvement.proof import SolvedStage
from server.commands.plans import plan_portfolio
from server.plans.graph_plan import PlanContext
from server.plans.improvements.problem_statements import StatedPortfolio
from server.plans.improvements.shown_portfolio import show_portfolio
from tests.command_line import oneplusx
from tests.conftest import settings_of
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.server.commands.test_plan_embed import COURSES, HEADING, TITLE, embed

LEVELS = ("510084:ELEMENTARY", "510084:ADVANCED")


def portfolio(folder, address, *options, levels=LEVELS):
    (folder / "plan.xlsx").write_bytes(workbook(SheetOf("课程", [*TITLE, HEADING, *COURSES])))
    named = [text for each in levels for text in ("--level", each)]
    settings = settings_of(address) if address else {}
    return oneplusx(
        "plan", "portfolio", "plan.xlsx", *named, *options, folder=folder, LC_ALL="en_US", COLUMNS="160", **settings
    )


def test_every_point_teaches_more_for_more_hours_and_the_last_is_what_embed_finds(national_address, tmp_path):
    done = portfolio(tmp_path, national_address, "--hours-most", "40", "--json", "--only")
    answer = orjson.loads(done.stdout)
    points = answer["points"]

    assert (done.returncode, done.stderr, answer["complete"], answer["unique"]) == (0, "", True, True)
    assert [each["extraHours"] for each in points] == sorted({each["extraHours"] for each in points})
    opened = [len(each["unserved"]) for each in points]
    assert opened == sorted(set(opened), reverse=True)
    assert len(points) > 1
    for each in points:
        assert [level["level"] for level in each["levels"]] == list(LEVELS)
        still_open = sum(level["requirements"] - level["covered"] for level in each["levels"])
        assert still_open == len(each["unserved"])
        added = sum(one["hours"] for one in each["edits"]["extended"]) + 32 * len(each["edits"]["electives"])
        assert added == each["extraHours"] <= 40

    alone = orjson.loads(
        portfolio(tmp_path, national_address, "--hours-most", "40", "--json", levels=LEVELS[1:]).stdout
    )
    embedded = orjson.loads(embed(tmp_path, national_address, "--budget", "40", "--json").stdout)
    assert (alone["points"][-1]["edits"], alone["points"][-1]["unserved"]) == (
        embedded["edits"],
        [each["requirement"] for each in embedded["unserved"]],
    )


def test_the_table_has_a_row_for_each_point_and_says_that_it_is_proven(national_address, tmp_path):
    done = portfolio(tmp_path, national_address, "--hours-most", "16")

    assert (done.returncode, done.stderr) == (0, "")
    assert "hours added" in done.stdout
    assert "Proven: no other number of hours teaches more than these rows." in done.stdout


REST = PortfolioRest(hours_most=40, unserved_least=1, unserved_found=2)
WANTED = tuple(WantedRequirement(f"r{at}", "ADVANCED", f"1.1.{at}", "") for at in range(3))
STATED = StatedPortfolio(
    PortfolioProblem(EmbeddingProblem((), tuple(OpenRequirement(each.key, {}) for each in WANTED)), 64),
    {"x": WANTED},
    {},
)


def test_what_is_not_proven_stands_with_its_bounds_in_the_table_the_json_and_the_api():
    answer = CertificatePortfolio((), REST)
    bounds = {"hoursMost": 40, "coveredMost": 2, "coveredFound": 1}
    of_json, of_api = {**bounds, "cut": False}, {**bounds, "isCut": False}
    text = str([*plan_portfolio._parts(STATED, answer)][-1])

    assert "at most 40 hours added, at most 2 requirements" in text
    assert "edits that teach 1 were found" in text
    assert orjson.loads(plan_portfolio._json(STATED, answer))["rest"] == of_json
    assert show_portfolio(STATED, answer, PlanContext({}), "en")["rest"] == of_api
    assert show_portfolio(STATED, CertificatePortfolio(), PlanContext({}), "en")["rest"] is None


POINT = PortfolioPoint(41, ("r0",), PlanEdits(), (SolvedStage("UNSERVED", 1, 1),), is_unique=True)
MORE_TIME = "Give more --seconds."


@pytest.mark.parametrize("rest", [None, REST, REST._replace(is_cut=True)])
@pytest.mark.parametrize("is_unique", [True, False])
def test_edits_that_may_not_be_the_least_are_named_whatever_is_said_of_the_rows(rest, is_unique):
    answer = CertificatePortfolio((POINT._replace(is_unique=is_unique),), rest)
    said = [each for each in plan_portfolio._parts(STATED, answer) if isinstance(each, str)]

    assert any("edit fewer courses" in each for each in said) is not is_unique
    assert any("Proven: no other number" in each for each in said) is (rest is None)


def test_rows_beyond_the_most_are_said_to_be_cut_and_not_to_need_time():
    cut = CertificatePortfolio((POINT,), REST._replace(is_cut=True))
    text = str([*plan_portfolio._parts(STATED, cut)][-1])

    assert f"{POINTS_MOST} are the most that are given" in text
    assert "Give --hours-most 40 for them." in text
    assert MORE_TIME not in text
    assert MORE_TIME in str([*plan_portfolio._parts(STATED, cut._replace(rest=REST))][-1])
    assert orjson.loads(plan_portfolio._json(STATED, cut))["rest"]["cut"] is True
    assert show_portfolio(STATED, cut, PlanContext({}), "en")["rest"]["isCut"] is True


@pytest.mark.parametrize(
    ("levels", "code"),
    [
        (("510084:BEST",), "OPTION_FORM"),
        (tuple(f"{number}:ADVANCED" for number in range(11)), "OPTION_FORM"),
        (("510084:ADVANCED", "999999:ADVANCED"), "NOT_FOUND"),
    ],
)
def test_levels_that_are_not_there_or_too_many_are_refused(national_address, tmp_path, levels, code):
    done = portfolio(tmp_path, national_address, levels=levels)

    assert done.returncode == 1
    assert code in done.stderr
