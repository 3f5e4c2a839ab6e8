"""Which courses a rule on several courses does not find."""

import pytest

from tests.analysis.training_plans.compliance.made_plans import finding, line, rule


def test_a_rule_on_several_courses_names_those_that_no_line_has():
    several = {
        "names": ["思想道德与法治/思想道德修养与法律基础@-2021", "形势与政策", "四史@2030"],
        "natures": ["REQUIRED"],
    }
    taught = [line("思想道德与法治", nature="REQUIRED")]

    found = finding(rule("COURSES_OFFERED", **several), taught)
    assert (found.verdict, found.reason, found.lines) == ("FAIL", "COURSES_MISSING", (1,))
    assert found.missing == ("形势与政策",)
    assert finding(rule("COURSES_OFFERED", **several), []).missing == ("思想道德与法治", "形势与政策")
    assert finding(rule("COURSES_OFFERED", **several), [*taught, line("形势与政策", nature="ELECTIVE")]).missing == ()


def test_of_several_courses_a_missing_one_is_not_said_of_all():
    wanted = rule("COURSES_OFFERED", names=["军事理论", "军事技能/军训"], modules=["COMMON"], natures=["REQUIRED"])
    theory = line("军事理论", module="COMMON", nature="REQUIRED")

    some, none = finding(wanted, [theory]), finding(wanted, [line(module="COMMON", nature="REQUIRED")])

    assert (some.verdict, some.reason, some.lines, some.missing) == ("FAIL", "COURSES_MISSING", (1,), ("军事技能",))
    assert (none.verdict, none.reason, none.lines) == ("FAIL", "NO_SUCH_LINE", ())
    assert none.missing == ("军事理论", "军事技能")


@pytest.mark.parametrize("names", [["军事理论", "军事技能"], ["军事技能", "军事理论"]])
def test_a_course_of_another_nature_is_not_said_to_be_missing(names):
    wanted = rule("COURSES_OFFERED", names=names, modules=["COMMON"], natures=["REQUIRED"])

    found = finding(wanted, [line("军事技能", module="COMMON", nature="ELECTIVE")])

    assert (found.verdict, found.reason, found.outside, found.missing) == ("FAIL", "OTHER_NATURE", (1,), ("军事理论",))
