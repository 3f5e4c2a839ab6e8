"""How much of a layout is read right, and which fields are read otherwise without a word."""

from typing import NamedTuple

from tests.interchange.training_plans.layouts.courses import FIELDS
from tests.interchange.training_plans.made_plans import plan_of


class Score(NamedTuple):
    """Lines and fields in per cent; wrong fields that no guess or problem names; the rules of those that do."""

    lines: float
    fields: float
    silent: list
    wrong: list


def score(data, wanted):
    """Compare the reading of a file with what is wanted of it."""
    return score_of(plan_of(data), wanted)


def score_of(plan, wanted):
    """Compare a plan with what is wanted of it, by names in their order."""
    lines = {}
    for each in plan.lines:
        lines.setdefault(each.name, []).append(each)
    pairs = [(each, lines[each["name"]].pop(0) if lines.get(each["name"]) else None) for each in wanted]
    wrong, silent = [], []
    for each, line in pairs:
        if line is None:
            wrong.append((each["name"], "name", None, None))
            silent += [(each["name"], "name", None, None)]
            continue
        differs = [
            (each["name"], name, each[name], read)
            for name in FIELDS
            if (read := value_of(plan, line, name)) != each[name] and (read or each[name])
        ]
        wrong += differs
        silent += [each for each in differs if not is_said(plan, line, *each[1:])]
    more = [name for name, rest in lines.items() for _ in rest]
    silent += [(name, "more", None, None) for name in more]
    found = sum(line is not None for _, line in pairs)
    count = len(wanted) * len(FIELDS)
    missing = (len(wanted) - found) * (len(FIELDS) - 1)
    return Score(found / len(wanted) * 100, (count - len(wrong) - missing) / count * 100, silent, wrong)


def is_said(plan, line, name, wanted, read):
    """Whether a guess or a problem is about a field of a line: at its row, on its module, or on a column not read."""
    remarks = [each for each in (*plan.guesses, *plan.problems) if each.place]
    at_row = any(each.place[:4] == line.place[:4] for each in remarks)
    on_module = name in {"module", "module_text"} and any(each.subject in line.path for each in remarks)
    unread = [each for each in remarks if each.rule in {"column-not-known", "column-doubled"}]
    return at_row or on_module or (not read and any(each.place[:3] == line.place[:3] for each in unread))


def value_of(plan, line, name):
    value = getattr(line, name)
    if name == "group" and value:
        group = plan.groups[value - 1]
        return group.kind, group.choose or group.credits
    return value
