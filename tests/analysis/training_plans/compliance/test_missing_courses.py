"""Which courses a rule on several courses does not find."""

from tests.analysis.training_plans.compliance.made_plans import finding, line, rule


def test_a_rule_on_several_courses_names_those_that_no_line_has():
    several = {
        "names": ["思想道德与法治/思想道德修养与法律基础@-2021", "形势与政策", "四史@2030"],
        "natures": ["REQUIRED"],
    }
    taught = [line("思想道德与法治", nature="REQUIRED")]

    found = finding(rule("COURSES_OFFERED", **several), taught)
    assert (found.verdict, found.lines, found.missing) == ("FAIL", (1,), ("形势与政策",))
    assert finding(rule("COURSES_OFFERED", **several), []).missing == ("思想道德与法治", "形势与政策")
    assert finding(rule("COURSES_OFFERED", **several), [*taught, line("形势与政策", nature="ELECTIVE")]).missing == ()
