"""Layouts put together at random: a field that is read otherwise than it was written stands among guesses or problems."""

import random
from typing import Any

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, old_workbook, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of, word

MODULES = {
    "公共基础课程": "COMMON",
    "专业基础课": "FOUNDATION",
    "专业核心课程": "CORE",
    "专业拓展课程": "EXTENSION",
    "集中实践环节": "PRACTICE",
}
NATURES = {"必修": "REQUIRED", "选修": "ELECTIVE", "限选": "RESTRICTED_ELECTIVE"}
WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
LABELS = (
    ["一", "二", "三", "四", "五", "六"],
    ["1", "2", "3", "4", "5", "6"],
    [f"第{each}学期" for each in "一二三四五六"],
    [f"{each}（18周）" for each in "一二三四五六"],
    ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ"],
)
HEADINGS = {
    "name": ["课程名称", "课 程 名 称", "课程名", "课程"],
    "code": ["课程代码", "课程编码", "课程号"],
    "module": ["课程类别", "课程模块", "课程平台", "类别"],
    "nature": ["课程性质", "修读类型", "性质"],
    "credits": ["学分", "学　分", "学分（个）", "总学分"],
    "hours": ["总学时", "学时", "课时数", "计划学时"],
    "theory": ["理论", "理论学时", "讲授", "理论教学"],
    "practice": ["实践", "实践学时", "实训", "其中实践课时"],
    "exam": ["考核方式", "考试类型", "考核"],
    "semesters": ["开课学期", "学期", "开设学期"],
}
# What no column of its kind can mean.
ODD = {
    "credits": "四",
    "hours": "约60",
    "theory": "不定",
    "practice": "?",
    "nature": "专题",
    "semesters": "春季",
    "exam": "面谈",
}
FIELDS = ("name", "code", "module", "nature", "credits", "hours", "theory", "practice", "semesters", "exam")


def courses(chance):
    made = []
    for at in range(chance.randint(4, 14)):
        hours = chance.choice([16, 32, 48, 64, 96])
        theory = chance.randrange(0, hours + 1, 4)
        first = chance.randint(1, 6)
        made.append(
            {
                "name": f"示例课程{at}",
                "code": f"{chance.randint(0, 99999):05}",
                "module": chance.choice(list(MODULES)),
                "nature": chance.choice(list(NATURES)),
                "credits": chance.choice([0.5, 1, 2, 2.5, 3, 4, 6]),
                "hours": hours,
                "theory": theory,
                "practice": hours - theory,
                "semesters": list(range(first, min(6, first + chance.choice([0, 0, 0, 1])) + 1)),
                "exam": chance.choice(["考试", "考查"]),
            }
        )
    return sorted(made, key=lambda each: list(MODULES).index(each["module"]))


class Layout:
    """Where things stand, chosen at random."""

    def __init__(self, chance, made):
        self.chance, self.made = chance, made
        self.terms = chance.choice(["columns", "list"])
        self.module = chance.choice(["column", "merged", "rows", "first"])
        kept = [each for each in FIELDS if each not in {"semesters", "module"}]
        chance.shuffle(kept)
        if self.terms == "list":
            kept.insert(chance.randrange(len(kept) + 1), "semesters")
        if self.module != "rows":
            kept.insert(0, "module")
        self.columns = kept
        self.labels = chance.choice(LABELS)
        self.writes = chance.choice(
            [lambda each: each, str, lambda each: str(each).translate(WIDE), lambda each: f" {each} "]
        )
        self.odd = {}
        self.merges = []

    def rows(self):
        heading = [self.chance.choice(HEADINGS[each]) for each in self.columns]
        width = len(heading) + (6 if self.terms == "columns" else 0)
        rows: list[Any] = [*HEAD]
        if self.terms == "columns":
            rows.append([*heading, "各学期周学时", *[None] * 5])
            rows.append([*[None] * len(heading), *self.labels])
            self.merges += [f"{letter(at)}2:{letter(at)}3" for at in range(len(heading))]
            self.merges.append(f"{letter(len(heading))}2:{letter(width - 1)}2")
        else:
            rows.append(heading)
        for module in dict.fromkeys(each["module"] for each in self.made):
            part = [each for each in self.made if each["module"] == module]
            if self.module == "rows":
                rows.append([f"【{module}】"])
                self.merges.append(f"A{len(rows)}:{letter(width - 1)}{len(rows)}")
            begin = len(rows) + 1
            for at, each in enumerate(part):
                rows.append(self.row(each, is_first=at == 0))
            if self.module == "merged" and len(part) > 1:
                self.merges.append(f"A{begin}:A{len(rows)}")
        return rows

    def row(self, course, *, is_first):
        row = [self.cell(course, each, is_first=is_first) for each in self.columns]
        if self.terms == "columns":
            weekly = max(course["hours"] // 18 // len(course["semesters"]), 1)
            row += [weekly if at in course["semesters"] else None for at in range(1, 7)]
        return row

    def cell(self, course, column, *, is_first):
        if column in ODD and self.chance.random() < 0.02:
            self.odd.setdefault(course["name"], set()).add(column)
            return ODD[column]
        if column == "module" and self.module in {"merged", "first"} and not is_first:
            return None
        if column == "semesters":
            numbers = course["semesters"]
            return self.chance.choice(
                [
                    ",".join(map(str, numbers)),
                    f"第{numbers[0]}-{numbers[-1]}学期" if len(numbers) > 1 else f"第{numbers[0]}学期",
                ]
            )
        value = course[column]
        return self.writes(value) if isinstance(value, int | float) else value


def letter(at):
    return chr(65 + at)


def data_of(chance, layout):
    rows = layout.rows()
    kind = chance.choice(["xlsx", "xlsx", "xls", "docx"])
    if kind == "xls" and not layout.merges:
        return old_workbook("表", rows)
    if kind == "docx" and not layout.merges:
        return word(HEAD[0][0], rows[1:])
    return workbook(SheetOf("表", rows, tuple(layout.merges)))


def values_of(line):
    return {
        "name": line.name,
        "code": line.code,
        "module": line.module,
        "nature": line.nature,
        "credits": line.credits,
        "hours": line.hours,
        "theory": line.theory_hours,
        "practice": line.practice_hours,
        "semesters": list(line.semesters),
        "exam": line.assessment.get("*"),
    }


def wanted_of(course):
    return course | {
        "module": MODULES[course["module"]],
        "nature": NATURES[course["nature"]],
        "credits": round(course["credits"] * 100),
        "exam": "EXAM" if course["exam"] == "考试" else "CHECK",
    }


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(120))
def test_no_field_is_read_otherwise_than_it_was_written_without_a_word(seed):
    chance = random.Random(seed)
    layout = Layout(chance, courses(chance))
    plan = plan_of(data_of(chance, layout))
    said = {each.place.row for each in (*plan.problems, *plan.guesses) if each.place}
    silent, wrong = [], set()
    for course, line in zip(layout.made, plan.lines, strict=True):
        differs = {name for name, value in wanted_of(course).items() if values_of(line)[name] != value}
        wrong |= {(course["name"], each) for each in differs}
        if differs and line.place.row not in said:
            silent.append((course["name"], differs))

    assert silent == []
    assert wrong == {(name, column) for name, columns in layout.odd.items() for column in columns}
