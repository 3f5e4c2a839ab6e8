"""Layouts put together from the words and habits of many colleges, with what must be read of each line."""

import random
from collections.abc import Callable
from typing import Any, NamedTuple

from interchange.documents.document_kinds import DocumentKind
from interchange.documents.document_pages import Document, DocumentPage, DocumentTable, PrintedLine, TableCell
from tests.interchange.training_plans.layouts.courses import COURSES, TITLE, WEEKS, Course, expectation

SEMESTERS = range(1, 7)
NUMERALS = "一二三四五六"
MODULES = {
    "COMMON": ("公共基础课", "公共必修课程", "通识课程", "公共基础课程模块", "思想政治理论课", "人文素质课", "公共课"),
    "FOUNDATION": (
        "专业基础课",
        "专业（群）基础课程",
        "专业群平台课",
        "专业基础平台课",
        "学科基础课",
        "专业群共享课程",
    ),
    "CORE": ("专业核心课", "专业核心课程", "核心课程", "岗位核心课"),
    "EXTENSION": ("专业拓展课", "拓展课程", "专业方向课", "专业选修课", "职业拓展课程", "专业限选课"),
    "PRACTICE": ("集中实践环节", "实践教学", "综合实践课", "集中性实践教学环节", "实习实训", "独立实践课程"),
}
NATURES = (
    {"REQUIRED": "必修", "ELECTIVE": "选修", "RESTRICTED_ELECTIVE": "限选"},
    {"REQUIRED": "必", "ELECTIVE": "选", "RESTRICTED_ELECTIVE": "限"},
    {"REQUIRED": "必修课", "ELECTIVE": "任选课", "RESTRICTED_ELECTIVE": "限选课"},
    {"REQUIRED": "必修", "ELECTIVE": "任意选修", "RESTRICTED_ELECTIVE": "限定选修"},
)
HEADINGS = {
    "index": ("序号", "序\n号", "编号", "NO."),
    "examined": ("考试", "考试课", "考试学期"),
    "checked": ("考查", "考查课", "考查学期"),
    "required": ("必修", "必修课"),
    "elective": ("选修", "选修课"),
    "both": ("理论/实践", "理论学时/实践学时", "讲授/实训", "学时（理论+实践）"),
    "experiments": ("实验", "上机", "实验学时"),
    "training": ("实训", "实践", "实训学时"),
    "code": ("课程代码", "课程编码", "课程编号", "代码", "课程\n代码"),
    "name": ("课程名称", "课 程 名 称", "课程", "科目", "课程（项目）名称", "课程名称及环节", "课\n程\n名\n称"),
    "module": ("课程类别", "课程模块", "类别", "课程\n类型", "课程体系", "课程平台", "模块"),
    "nature": ("课程性质", "修读性质", "修读方式", "课程属性", "性质", "必修/选修", "选课类型"),
    "credits": ("学分", "总学分", "学分数", "学 分", "课程学分", "计划学分", "学分（个）"),
    "hours": ("总学时", "学时", "课时", "计划学时", "总课时", "学时数", "总学时数", "教学总学时", "学时总数"),
    "theory": ("理论", "理论学时", "讲授", "理论教学", "课堂讲授", "其中：理论", "讲课", "理论课时"),
    "practice": ("实践", "实践学时", "实训", "实践教学", "实验实训", "其中：实践", "实验/实训", "上机", "实践课时"),
    "semesters": ("开课学期", "学期", "开设学期", "授课学期", "开课\n学期", "建议修读学期", "学期安排"),
    "assessment": ("考核方式", "考核", "考核类型", "考核形式", "考试/考查", "考试类型"),
    "department": ("开课部门", "开课单位", "承担系部"),
    "kind": ("课程类型", "课程类型（A/B/C）", "课程类型\n（A理论B理实C实践）"),
    "remark": ("备注", "备  注", "说明"),
}
TERM_LABELS: tuple[Callable[[int], str], ...] = (
    lambda at: NUMERALS[at - 1],
    str,
    lambda at: f"第{at}学期",
    lambda at: f"第{NUMERALS[at - 1]}学期",
    lambda at: ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ")[at - 1],
    lambda at: f"{NUMERALS[at - 1]}（16周）",
    lambda at: f"第{at}学期\n16周",
    lambda at: f"{at}\n(16w)",
    lambda at: f"学期{at}",
    lambda at: f"{NUMERALS[at - 1]}学期",
)
TERM_TITLES = {
    "weekly": (
        "各学期周学时分配",
        "学期及周学时",
        "开设学期与周学时数",
        "各学期教学周学时安排",
        "周学时",
        "按学期分配周课时",
    ),
    "hours": ("各学期学时分配", "学期学时安排", "各学期课时分配", "按学期分配学时"),
    "ticks": ("开设学期", "学期安排", "各学期分布", "修读学期"),
    "credits": ("各学期学分分配", "学期学分安排"),
}
ASSESSMENTS = ({"EXAM": "考试", "CHECK": "考查"}, {"EXAM": "试", "CHECK": "查"}, {"EXAM": "S", "CHECK": "C"})
SEMESTER_LISTS: tuple[Callable[[tuple[int, ...]], str], ...] = (
    lambda each: ",".join(map(str, each)),
    lambda each: "、".join(NUMERALS[at - 1] for at in each),
    lambda each: f"{each[0]}-{each[-1]}" if len(each) > 1 else str(each[0]),
    lambda each: f"第{each[0]}至{each[-1]}学期" if len(each) > 1 else f"第{each[0]}学期",
    lambda each: "/".join(map(str, each)),
    lambda each: f"{NUMERALS[each[0] - 1]}～{NUMERALS[each[-1] - 1]}" if len(each) > 1 else NUMERALS[each[0] - 1],
)
NOISE = (
    ("周学时合计", "24"),
    ("学时比例", "30%"),
    ("开课门数", "8"),
    ("注：本表由教务处解释。", None),
    ("※实践课按周安排，每周24学时。", None),
    (None, None),
)
SUBTOTALS = ("小计", "合计", "学分学时小计", "模块小计", "小  计", "本类小计")
NAMES = ("公共关系实务", "统计学原理", "核心素养训练", "考试心理辅导", "专业认识实习", "模块化程序设计", "1+X证书训练")
WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


class Habits(NamedTuple):
    """How a college prints its plans."""

    columns: tuple[str, ...]
    headings: dict[str, str]
    modules: dict[str, str]
    module_place: str
    natures: dict[str, str]
    terms: str
    term_title: str
    label: Callable[[int], str]
    has_years: bool
    assessments: dict[str, str]
    write: Callable[[Any], Any]
    has_subtotals: bool
    subtotal: str
    sign: str
    splits_at: int | None
    semester_list: Callable[[tuple[int, ...]], str]
    points: str
    has_marks: bool
    has_weeks_below: bool
    has_weeks_for_hours: bool
    noise: int


def columns_of(chance: random.Random, terms: str, place: str) -> tuple[str, ...]:
    """Choose the columns and their order; a word with a plus sign stands for columns next to each other."""
    parts = ["theory", "practice", "theory+practice", "both", "theory+experiments+training", ""]
    choices = [["hours"], ["credits"], ["nature", "nature", "required+elective", ""], parts]
    choices += [["assessment", "assessment", "examined+checked", ""]]
    choices += [[each, ""] for each in ("code", "department", "kind", "remark", "index")]
    columns = [each for each in map(chance.choice, choices) if each]
    columns += ["semesters"] if terms == "list" else []
    chance.shuffle(columns)
    columns.insert(chance.randrange(min(3, len(columns)) + 1), "name")
    if terms != "list":
        columns.insert(chance.choice([len(columns), len(columns), columns.index("name") + 1]), "terms")
    has_module = place in {"merged", "repeated", "first"}
    return tuple(part for each in [*(["module"] if has_module else []), *columns] for part in each.split("+"))


def habits_of(chance: random.Random) -> Habits:
    """Choose the habits of a college."""
    terms = chance.choice(["weekly", "hours", "ticks", "credits", "list", "list"])
    place = chance.choice(["merged", "repeated", "first", "titles", "none"])
    columns = columns_of(chance, terms, place)
    return Habits(
        columns,
        {each: chance.choice(words) for each, words in HEADINGS.items()},
        {each: chance.choice(words) for each, words in MODULES.items()},
        place,
        chance.choice(NATURES),
        terms,
        chance.choice(TERM_TITLES.get(terms, ("",))),
        chance.choice(TERM_LABELS),
        chance.random() < 0.4,
        chance.choice(ASSESSMENTS),
        chance.choice([lambda each: each, str, lambda each: str(each).translate(WIDE), lambda each: f" {each} "]),
        chance.random() < 0.5,
        chance.choice(SUBTOTALS),
        chance.choice(["√", "●", "▲", "✓", "○"]),
        chance.choice([None, None, 9, 14]),
        chance.choice(SEMESTER_LISTS),
        chance.choice(["{:g}", "{:.1f}", "{:g}学分"]),
        chance.random() < 0.3,
        chance.random() < 0.3,
        chance.random() < 0.3,
        chance.choice([0, 0, 1, 2, 3]),
    )


def courses_of(chance: random.Random) -> list[Course]:
    """Choose courses, some with names that sound like something else."""
    chosen = [each for each in COURSES if chance.random() < 0.7]
    names = list(NAMES)
    chance.shuffle(names)
    return [each._replace(name=names.pop()) if names and chance.random() < 0.15 else each for each in chosen]


class RandomLayout:
    """A document of one plan in the habits of a college."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.habits = habits_of(self.chance)
        self.courses = courses_of(self.chance) or list(COURSES[:3])
        self.rows: list[list[Any]] = []
        self.areas: list[tuple[int, int, int, int]] = []
        self._print()

    # ---- printing

    @property
    def width(self) -> int:
        return sum(6 if each == "terms" else 1 for each in self.habits.columns)

    def _print(self) -> None:
        self._heading()
        self.heading_rows = len(self.rows)
        for module in dict.fromkeys(each.module for each in self.courses):
            part = [each for each in self.courses if each.module == module]
            if self.habits.module_place == "titles":
                self._title(f"（{NUMERALS[len(self.areas) % 6]}）{self.habits.modules[module]}")
            begin = len(self.rows)
            for at, each in enumerate(part):
                self.rows.append(self._row(each, is_first=at == 0))
            if self.habits.module_place == "merged" and len(self.rows) - begin > 1:
                self.areas.append((begin, 0, len(self.rows) - 1, 0))
            if self.habits.has_subtotals:
                self._subtotal(part)
        self._print_noise()

    def _title(self, text: str) -> None:
        self.rows.append([text, *[None] * (self.width - 1)])
        self.areas.append((len(self.rows) - 1, 0, len(self.rows) - 1, self.width - 1))

    def _heading(self) -> None:
        """Print the words of the columns; years, and weeks, where there are columns of terms."""
        has_terms, has_years = "terms" in self.habits.columns, self.habits.has_years
        self.rows = [[], *([[]] if has_terms and has_years else []), *([[]] if has_terms else [])]
        self.rows += [[]] if has_terms and self.has_weeks_below else []
        last = len(self.rows) - 1
        for each in self.habits.columns:
            at = len(self.rows[0])
            if each != "terms":
                self._put([self.habits.headings[each]], [None], [None], [None])
                self.areas += [(0, at, last, at)] if last else []
                continue
            years = [cell for year in "一二三" for cell in (f"第{year}学年", None)]
            labels = [self.habits.label(semester) for semester in SEMESTERS]
            middle = [years, labels] if has_years else [labels]
            self._put([self.habits.term_title, *[None] * 5], *middle, *[["16周"] * 6] * 2)
            self.areas += [(0, at, 0, at + 5), *((1, at + two, 1, at + two + 1) for two in (0, 2, 4) if has_years)]

    def _put(self, *cells: list[Any]) -> None:
        for row, part in zip(self.rows, cells, strict=False):
            row.extend(part)

    @property
    def has_weeks_below(self) -> bool:
        """Whether a row below the labels of the terms says how many weeks they have."""
        return self.habits.has_weeks_below and "16" not in self.habits.label(1)

    def _row(self, course: Course, *, is_first: bool) -> list[Any]:
        row: list[Any] = []
        for each in self.habits.columns:
            if each == "terms":
                row += [self._term(course, at) for at in SEMESTERS]
            else:
                row.append(self._cell(course, each, is_first=is_first))
        return row

    def _term(self, course: Course, semester: int) -> Any:
        weekly = course.terms.get(semester)
        if weekly is None:
            return None
        if self.habits.terms == "ticks":
            return self.habits.sign
        if self.habits.terms == "credits":
            return f"{course.credits * weekly / sum(course.terms.values()):g}"
        if course.is_in_weeks:
            return f"{weekly}周"
        return self.habits.write(weekly * WEEKS if self.habits.terms == "hours" else weekly)

    def _cell(self, course: Course, column: str, *, is_first: bool) -> Any:
        habits = self.habits
        is_exam, is_required = course.assessment == "EXAM", course.nature == "REQUIRED"
        by_term = "学期" in habits.headings["examined"] and "学期" in habits.headings["checked"]
        semesters = habits.semester_list(course.semesters)
        tick = semesters if by_term else habits.sign
        experiments = course.practice // 3
        weeks = f"{course.duration}周" if self._is_in_weeks(course) else None
        values: dict[str, Any] = {
            "index": len(self.rows),
            "code": course.code,
            "name": f"★{course.name}" if self._has_mark(course) else course.name,
            "module": habits.modules[course.module] if is_first or habits.module_place == "repeated" else None,
            "nature": habits.natures[course.nature],
            "required": habits.sign if is_required else None,
            "elective": None if is_required else habits.sign,
            "credits": habits.write(habits.points.format(course.credits)),
            "hours": weeks or habits.write(course.hours),
            "theory": habits.write(course.theory) if course.theory else None,
            "practice": habits.write(course.practice) if course.practice else None,
            "both": weeks or f"{course.theory}{'+' if '+' in habits.headings['both'] else '/'}{course.practice}",
            "experiments": habits.write(experiments) if experiments else None,
            "training": habits.write(course.practice - experiments) if course.practice else None,
            "semesters": semesters,
            "assessment": habits.assessments[course.assessment],
            "examined": tick if is_exam else None,
            "checked": None if is_exam else tick,
            "department": "信息学院",
            "kind": "C" if not course.theory else "B",
            "remark": None,
        }
        return values[column]

    def _is_in_weeks(self, course: Course) -> bool:
        return self.habits.has_weeks_for_hours and course.is_in_weeks

    def _has_mark(self, course: Course) -> bool:
        return self.habits.has_marks and bool(course.mark)

    def _print_noise(self) -> None:
        """Print rows that are none of courses."""
        for text, figure in self.chance.sample(NOISE, self.habits.noise):
            cells: list[Any] = [text, *[None] * (self.width - 1)]
            self.rows.append(cells)
            if figure is None and text is not None:
                self.areas.append((len(self.rows) - 1, 0, len(self.rows) - 1, self.width - 1))
            elif figure is not None:
                cells[-1] = figure
                name = self._column("name")
                self.areas += [(len(self.rows) - 1, 0, len(self.rows) - 1, name)] if 0 < name < self.width - 1 else []

    def _subtotal(self, part: list[Course]) -> None:
        row: list[Any] = [None] * self.width
        at = 0
        figures = {each: each for each in ("credits", "hours", "theory", "practice")}
        for each in self.habits.columns:
            if each in figures:
                row[at] = f"{sum(getattr(course, figures[each]) for course in part):g}"
            at += 6 if each == "terms" else 1
        place = next(at for at, value in enumerate(row) if value is None)
        name = self._column("name")
        row[name if row[name] is None else place] = self.habits.subtotal
        self.rows.append(row)

    def _column(self, wanted: str) -> int:
        at = 0
        for each in self.habits.columns:
            if each == wanted:
                return at
            at += 6 if each == "terms" else 1
        return at

    # ---- the document and its reading

    def document(self) -> Document:
        """Give the pages as a reader of documents does; a table may be parted, with its heading on each part."""
        title = PrintedLine(TITLE, None)
        splits = self.habits.splits_at
        if splits is None or len(self.rows) <= self.heading_rows + splits:
            return Document(DocumentKind.DOCX, (DocumentPage(1, (title, self._table(1, list(range(len(self.rows)))))),))
        begin = self.heading_rows + splits
        first = self._table(1, list(range(begin)))
        second = self._table(2, [*range(self.heading_rows), *range(begin, len(self.rows))])
        return Document(DocumentKind.PDF, (DocumentPage(1, (title, first)), DocumentPage(2, (second,))))

    def _table(self, number: int, rows: list[int]) -> DocumentTable:
        covers = {
            (row, column): area
            for area in self.areas
            for row in range(area[0], area[2] + 1)
            for column in range(area[1], area[3] + 1)
        }
        cells = []
        for at, row in enumerate(rows):
            for column in range(self.width):
                top, left, bottom, right = covers.get((row, column), (row, column, row, column))
                begins = row == top or (rows[at - 1] != row - 1 and row > self.heading_rows) or at == 0
                if column != left or not begins:
                    continue
                value = self.rows[top][left] if row == top else None
                lines = tuple(PrintedLine(each, None) for each in ("" if value is None else str(value)).split("\n"))
                below = sum(1 for each in rows[at:] if row <= each <= bottom)
                cells.append(TableCell(at, column, below, right - left + 1, lines, None))
        return DocumentTable(number, tuple(cells), len(rows), self.width, None)

    def wanted(self) -> list[dict[str, Any]]:
        """Give what must be read of each line."""
        return [self._wanted(each) for each in self.courses]

    def _wanted(self, course: Course) -> dict[str, Any]:
        habits, columns = self.habits, self.habits.columns
        shown = [
            "credits",
            "hours",
            "semesters",
            *(each for each in ("code", "nature", "assessment") if each in columns),
        ]
        shown += ["theory_hours"] if {"theory", "both"} & {*columns} else []
        shown += ["practice_hours"] if {"practice", "both", "experiments"} & {*columns} else []
        fields: dict[str, Any] = {"module": None, "module_text": None, **self._ticked(course)}
        if habits.module_place != "none":
            fields |= {"module": course.module, "module_text": habits.modules[course.module]}
            if not {"nature", "required"} & {*columns}:
                fields["nature"] = nature_named(habits.modules[course.module])
        if "both" not in columns:
            fields |= {} if course.theory else {"theory_hours": None}
            fields |= {} if course.practice else {"practice_hours": None}
        if self._is_in_weeks(course):
            fields |= {"hours": None, "duration_weeks": course.duration}
            fields |= {"theory_hours": None, "practice_hours": None} if "both" in columns else {}
        if self._has_mark(course):
            fields["remark"] = course.mark
        return expectation(course, *shown, **{**fields, **self._terms(course)})

    def _ticked(self, course: Course) -> dict[str, Any]:
        """What ticks in columns of their own say."""
        fields: dict[str, Any] = {}
        if "required" in self.habits.columns:
            fields["nature"] = "REQUIRED" if course.nature == "REQUIRED" else "ELECTIVE"
        if "examined" in self.habits.columns:
            headings = self.habits.headings
            by_term = "学期" in headings["examined"] and "学期" in headings["checked"]
            fields["assessment"] = dict.fromkeys(map(str, course.semesters) if by_term else "*", course.assessment)
        return fields

    def _terms(self, course: Course) -> dict[str, Any]:
        kind = self.habits.terms
        has_weeks = "16" in self.habits.label(1) or self.has_weeks_below
        if kind in {"ticks", "credits", "list"}:
            return {}
        if course.is_in_weeks:
            return {"weeks": {str(at): each for at, each in course.terms.items()}, "duration_weeks": course.duration}
        if kind == "hours":
            return {"semester_hours": {str(at): each * WEEKS for at, each in course.terms.items()}}
        weeks = {str(at): WEEKS for at in course.terms} if has_weeks else {}
        return {"weekly_hours": {str(at): each * 100 for at, each in course.terms.items()}, "weeks": weeks}


def nature_named(module: str) -> str | None:
    """The nature that the name of a module says."""
    words = {"必修": "REQUIRED", "限选": "RESTRICTED_ELECTIVE", "选修": "ELECTIVE"}
    return next((nature for word, nature in words.items() if word in module), None)
