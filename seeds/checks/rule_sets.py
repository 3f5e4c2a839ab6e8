"""What a rule set of the seeds must not leave out. Pure."""

from collections.abc import Iterator, Sequence

from seeds.checks.problems import Problem, problem
from seeds.seed_files import Table, rows_of


def rule_set_problems(tables: Sequence[Table]) -> Iterator[Problem]:
    """Find national sets with measured rules and no level: by default they judge no plan, and no one would notice."""
    rules = [each for each in tables if each.file.type_name == "Rule"]
    links = [each for each in tables if each.file.type_name == "HAS_RULE"]
    measured = {each["id"] for each in rows_of(rules, "Rule") if each.get("measure")}
    judging = {each["start"] for each in rows_of(links, "HAS_RULE") if each["end"] in measured}
    for table in (each for each in tables if each.file.type_name == "RuleSet"):
        for line, values in zip(table.lines, table.rows, strict=True):
            if values["scope"] == "NATIONAL" and not values["educationLevels"] and values["id"] in judging:
                yield problem("rule-set-levels", table.file.name, line, "educationLevels", "")
