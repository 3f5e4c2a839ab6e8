"""Small plans and rules for the tests."""

import datetime as dt

from analysis.training_plans.compliance.compliance import judge
from analysis.training_plans.compliance.plan_facts import plan_facts
from analysis.training_plans.compliance.plan_rule import PlanRuleSet, plan_rule
from analysis.training_plans.training_plan import ChoiceGroup, PlanHead, PlanLine, PlanPlace

AS_OF = dt.date(2024, 9, 1)
PLACE = PlanPlace(1, table=1, row=1)
HEAD = PlanHead(grade="2024级", education_level="ASSOCIATE", duration_years=3)


def line(name="课程", **fields):
    return PlanLine(PLACE, name, **fields)


def group(number, kind, *, choose=None, credits_=None, options=()):
    return ChoiceGroup(number, kind, "", PLACE, choose, credits_, tuple(options))


def rule(measure, *, force="MUST", **values):
    return plan_rule({"ruleSetCode": "R", "code": "01", "item": "规则", "force": force, "measure": measure, **values})


def set_of(*rules, levels=("ASSOCIATE",), years=None):
    return PlanRuleSet("R", "规则集", "NATIONAL", frozenset(levels), years, rules)


def finding(rule_, lines, groups=(), *, head=HEAD, as_of=AS_OF, **parts):
    (found,) = judge(plan_facts(head, lines, groups, **parts), [set_of(rule_)], as_of, are_named=True)
    return found


def verdict(rule_, lines, groups=(), **parts):
    return finding(rule_, lines, groups, **parts).verdict
