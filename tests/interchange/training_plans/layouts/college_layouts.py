"""Layouts in which colleges print tables of courses: each prints the same courses and says what must be read of them."""

from typing import Any

from tests.interchange.training_plans.layouts.courses import (
    COURSES,
    MODULES,
    NATURES,
    TITLE,
    WEEKS,
    expectation,
    of_module,
)
from tests.interchange.training_plans.layouts.printing import as_docx, as_html, as_pdf, as_xls, as_xlsx, printed

NUMERALS = "一二三四五六"
SEMESTERS = range(1, 7)
FIGURES = ("credits", "hours", "theory_hours", "practice_hours", "duration_weeks", "semesters")


def terms(course, write):
    """The cells of six semesters: whole weeks, or what ``write`` makes of weekly hours."""
    return [
        None if at not in course.terms else f"{course.terms[at]}周" if course.is_in_weeks else write(course.terms[at])
        for at in SEMESTERS
    ]


def number(value):
    return value


def sums(courses):
    return [sum(getattr(each, name) for each in courses) for name in ("credits", "hours", "theory", "practice")]


def weeks_of_teaching(course):
    """The weeks of each semester, where its heading says how many it has."""
    return {str(at): each if course.is_in_weeks else WEEKS for at, each in course.terms.items()}


def by_semester(course):
    return {str(at): course.assessment for at in course.semesters}


def years_over_semesters():
    """XLSX: four rows of heading, weeks under the semesters, examination and check by semester, shares below."""
    rows: list[Any] = [
        [TITLE],
        ["课程\n类别", "序号", "课程代码", "课程名称", "学分", "学时", None, None, "考核", None, "各学期周学时分配"],
        [*[None] * 5, "总计", "理论", "实践", "考试学期", "考查学期", "第一学年", None, "第二学年", None, "第三学年"],
        [*[None] * 10, *NUMERALS],
        [*[None] * 10, *["16周"] * 5, "18周"],
    ]
    areas = [(0, 0, 0, 15), (1, 5, 1, 7), (1, 8, 1, 9), (1, 10, 1, 15), (2, 10, 2, 11), (2, 12, 2, 13), (2, 14, 2, 15)]
    areas += [(1, at, 4, at) for at in range(5)] + [(2, at, 4, at) for at in range(5, 10)]
    for module, title in MODULES.items():
        for at, each in enumerate(of_module(module), 1):
            shown = "、".join(map(str, each.semesters))
            marks = [shown, None] if each.assessment == "EXAM" else [None, shown]
            figures = [each.credits, each.hours, each.theory, each.practice]
            rows.append([title, at, each.code, each.name, *figures, *marks, *terms(each, number)])
        rows.append([title, "小计", None, None, *sums(of_module(module))])
        areas.append((len(rows) - 1, 1, len(rows) - 1, 3))
    rows.append(["总计", None, None, None, *sums(COURSES)])
    rows.append(["各类课程学时占比", None, None, None, None, "100%", "27%", "73%"])
    rows.append(["注：实践课每周按24学时计。"])
    areas += [(len(rows) - 3, 0, len(rows) - 3, 3), (len(rows) - 1, 0, len(rows) - 1, 15)]
    fields = ("code", *FIGURES, "weekly_hours")
    wanted = [
        expectation(each, *fields, weeks=weeks_of_teaching(each), assessment=by_semester(each)) for each in COURSES
    ]
    return as_xlsx(("教学进程", printed(rows, areas, merged_columns=(0,), first=5))), wanted


def hours_of_each_term():
    """XLSX: hours of the term under the semesters, types of courses by letters, examination by S and C."""
    heading = [
        "课程类型（A理论课/B理实一体课/C实践课）",
        "课程模块",
        "课程属性",
        "课程编号",
        "课程名称",
        "考核方式（S考试/C考查）",
        "学分",
        "总学时",
        "理论学时",
        "实践学时",
        "学期学时分配",
    ]
    rows: list[Any] = [[TITLE], heading, [*[None] * 10, *[f"第{each}学期" for each in SEMESTERS]]]
    for each in COURSES:
        kind = "C" if not each.theory else "A" if not each.practice else "B"
        figures = [each.credits, each.hours, each.theory, each.practice]
        texts = [kind, MODULES[each.module], NATURES[each.nature], each.code, each.name]
        cells = terms(each, lambda weekly: weekly * WEEKS)
        rows.append([*texts, "S" if each.assessment == "EXAM" else "C", *figures, *cells])
    areas = [(0, 0, 0, 15), (1, 10, 1, 15), *((1, at, 2, at) for at in range(10))]
    shown = ("code", "nature", *FIGURES, "semester_hours", "weeks", "assessment")
    return as_xlsx(("Sheet1", printed(rows, areas))), [expectation(each, *shown) for each in COURSES]


def one_table_for_each_module():
    """DOCX: captions name the modules, headings are repeated where a page ends, practice has columns of its own."""
    parts: list[Any] = [TITLE]
    wanted = []
    heading = ["序号", "课程名称", "课程代码", "学分", "学时", "理论", "实践", "开课学期", "周学时", "考核方式"]
    practice = ["序号", "实践环节名称", "学分", "周数", "开设学期", "考核"]
    for number_of, (module, title) in zip("一二三四五", MODULES.items(), strict=True):
        courses = of_module(module)
        rows: list[Any] = [practice if module == "PRACTICE" else heading]
        parts.append(f"（{number_of}）{title}")
        for at, each in enumerate(courses, 1):
            semesters = ",".join(map(str, each.semesters))
            kind = "考试" if each.assessment == "EXAM" else "考查"
            if module == "PRACTICE":
                rows.append([at, each.name, each.credits, each.duration, semesters, kind])
                wanted.append(expectation(each, "credits", "duration_weeks", "semesters", "assessment"))
                continue
            figures = [each.credits, each.hours, each.theory, each.practice]
            weekly = next(iter(each.terms.values()))
            rows.append([at, each.name, each.code, *figures, semesters, weekly, kind])
            wanted.append(expectation(each, "code", *FIGURES, "assessment", weekly_hours={"*": weekly * 100}))
            if at == 4:
                rows.append(heading)
        total = sums(courses)
        stated = [total[0], sum(each.duration for each in courses)] if module == "PRACTICE" else total
        rows.append(["小  计", None, *([None] if module != "PRACTICE" else []), *stated])
        parts.append(printed(rows, [(len(rows) - 1, 0, len(rows) - 1, 1)]))
    return as_docx(*parts), wanted


def ticks_below_titles():
    """DOCX: modules as rows over the whole width, ticks under the semesters, assessment by numbers of a legend."""
    heading = ["课程代码", "课 程 名 称", "学分", "学时数", "讲授", "实训", "周学时", "考核类型（1考试2考查）"]
    rows: list[Any] = [[*heading, "开设学期"], [*[None] * 8, *map(str, SEMESTERS)]]
    areas = [(0, 8, 0, 13), *((0, at, 1, at) for at in range(8))]
    wanted = []
    for number_of, (module, title) in zip(NUMERALS[:5], MODULES.items(), strict=True):
        rows.append([f"{number_of}、{title}"])
        areas.append((len(rows) - 1, 0, len(rows) - 1, 13))
        for each in of_module(module):
            weekly = None if each.is_in_weeks else next(iter(each.terms.values()))
            figures = [f"{each.credits:.1f}", each.hours, each.theory, each.practice]
            ticks = ["√" if at in each.terms else None for at in SEMESTERS]
            kind = 1 if each.assessment == "EXAM" else 2
            rows.append([each.code, each.name, *figures, f"{weekly}节" if weekly else None, kind, *ticks])
            hours = {} if weekly is None else {"*": weekly * 100}
            shown = [each for each in FIGURES if each != "duration_weeks"]
            wanted.append(expectation(each, "code", *shown, "assessment", weekly_hours=hours))
        rows.append(["本模块小计", None, *sums(of_module(module))])
        areas.append((len(rows) - 1, 0, len(rows) - 1, 1))
    return as_docx(TITLE, printed(rows, areas)), wanted


def in_parts(course):
    """A course as it is listed in each of its semesters."""
    share = sum(course.terms.values())
    for at, weekly in course.terms.items():
        yield course._replace(
            terms={at: weekly},
            credits=course.credits * weekly / share,
            hours=course.hours * weekly // share,
            theory=course.theory * weekly // share,
        )


def semesters_from_top_to_bottom():
    """HTML named .xls: the semester stands merged left of its courses, a subtotal below each."""
    rows: list[Any] = [["学期", "课程类别", "课程名称", "学分", "周学时", "总学时", "理论", "实践", "考核"]]
    areas, wanted = [], []
    parts = [part for each in COURSES for part in in_parts(each)]
    for at in SEMESTERS:
        label = f"第{NUMERALS[at - 1]}学期"
        courses = [each for each in parts if at in each.terms]
        for each in courses:
            weekly = None if each.is_in_weeks else each.terms[at]
            figures = [each.hours, each.theory, each.practice]
            kind = "试" if each.assessment == "EXAM" else "查"
            rows.append([label, MODULES[each.module], each.name, f"{each.credits:g}", weekly, *figures, kind])
            hours = {} if weekly is None else {"*": weekly * 100}
            shown = [each for each in FIGURES if each != "duration_weeks"]
            wanted.append(expectation(each, *shown, "assessment", weekly_hours=hours))
        total = sums(courses)
        rows.append([label, "学期小计", None, f"{total[0]:g}", None, *total[1:]])
        areas.append((len(rows) - 1, 1, len(rows) - 1, 2))
    return as_html(TITLE, printed(rows, areas, merged_columns=(0,), first=1)), wanted


def over_pages_of_a_pdf():
    """PDF: the heading of three rows stands on each page, modules are merged over the end of a page."""
    rows: list[Any] = [
        ["课程类别", "课程性质", "课程名称", "课程编码", "学分", "学时", None, None, "考核", "学期及周学时"],
        [*[None] * 5, "合计", "理论", "实践", None, "第一学年", None, "第二学年", None, "第三学年"],
        [*[None] * 9, *SEMESTERS],
    ]
    areas = [(0, 5, 0, 7), (0, 9, 0, 14), (1, 9, 1, 10), (1, 11, 1, 12), (1, 13, 1, 14)]
    areas += [(0, at, 2, at) for at in (0, 1, 2, 3, 4, 8)] + [(1, at, 2, at) for at in (5, 6, 7)]
    for each in COURSES:
        figures = [each.credits, each.hours, each.theory, each.practice]
        kind = "考试" if each.assessment == "EXAM" else "考查"
        texts = [MODULES[each.module], NATURES[each.nature], each.name, each.code]
        rows.append([*texts, *figures, kind, *terms(each, number)])
    shown = ("code", "nature", *FIGURES, "weekly_hours", "weeks", "assessment")
    table_of = printed(rows, areas, merged_columns=(0,), first=3)
    data = as_pdf(TITLE, table_of, rows_per_page=13, heading_rows=3)
    return data, [expectation(each, *shown) for each in COURSES]


def parts_of_practice():
    """XLS: lectures, experiments, computer room and training have columns of their own; theory is the first."""
    rows: list[Any] = [
        [TITLE],
        ["课程性质", "课程名称", "学分", "学时分配", None, None, None, None, "考核方式", "开课学期"],
        [None, None, None, "总学时", "讲课", "实验", "上机", "实训", None, None],
    ]
    areas = [(0, 0, 0, 9), (1, 3, 1, 7), *((1, at, 2, at) for at in (0, 1, 2, 8, 9))]
    for each in COURSES:
        first = each.practice // 2 // 4 * 4
        parts = [first or None, None, each.practice - first] if not each.is_in_weeks else [None, None, each.practice]
        semesters = f"{each.semesters[0]}～{each.semesters[-1]}" if len(each.semesters) > 1 else each.semesters[0]
        kind = "考试" if each.assessment == "EXAM" else "考查"
        rows.append([NATURES[each.nature], each.name, each.credits, each.hours, each.theory, *parts, kind, semesters])
    shown = ("nature", "credits", "hours", "theory_hours", "practice_hours", "semesters", "assessment")
    wanted = [expectation(each, *shown, module=None, module_text=None) for each in COURSES]
    return as_xls("计划", printed(rows, areas)), wanted


def pasted_as_text():
    """XLSX: a table that was pasted as text, with its commas, into one column."""
    heading = "课程代码,课程名称,课程类别,课程性质,学分,总学时,理论学时,实践学时,开课学期,考核方式,备注"
    rows: list[Any] = [[TITLE], [heading]]
    for each in COURSES:
        figures = [each.credits, each.hours, each.theory, each.practice, each.semesters[0]]
        kind = "考试" if each.assessment == "EXAM" else "考查"
        texts = [each.code, each.name, MODULES[each.module], NATURES[each.nature], *figures, kind, each.mark]
        rows.append([",".join(map(str, texts))])
    shown = ("code", "nature", "credits", "hours", "theory_hours", "practice_hours", "assessment")
    wanted = [expectation(each, *shown, semesters=each.semesters[:1], remark=each.mark or None) for each in COURSES]
    return as_xlsx(("Sheet1", printed(rows))), wanted


def wide_and_torn():
    """XLSX: full-width digits, names over two lines, hours as a sum, a hidden column, marks of core courses."""
    wide = str.maketrans("0123456789.+,", "０１２３４５６７８９．＋，")
    heading = [
        "序\n号",
        "课程类别",
        "课　程　名　称",
        "课程\n代码",
        "学\n分",
        "学时\n（理论+实践）",
        "开课\n学期",
        "备注",
    ]
    rows: list[Any] = [[TITLE], heading]
    for at, each in enumerate(COURSES, 1):
        half = len(each.name) // 2
        name = f"{each.name[:half]}\n{each.name[half:]}" if each.name[0] > "z" and len(each.name) > 5 else each.name
        semesters = ",".join(map(str, each.semesters)).translate(wide)
        hours = f"{each.duration}W" if each.is_in_weeks else f"{each.theory}+{each.practice}"
        texts = [MODULES[each.module], name, each.code, f"{each.credits:.1f}".translate(wide), hours.translate(wide)]
        rows.append([at, *texts, semesters, f"{each.mark}核心课程" if each.mark else None])
    wanted = []
    for each in COURSES:
        shown = ["code", "credits", "semesters", "duration_weeks"]
        shown += [] if each.is_in_weeks else ["hours", "theory_hours", "practice_hours"]
        wanted.append(expectation(each, *shown, remark=f"{each.mark}核心课程" if each.mark else None))
    return as_xlsx(("方案", printed(rows, [(0, 0, 0, 7)])), hidden_columns=("D",)), wanted


def halves_of_years():
    """XLSX: autumn, spring and summer under each year; an asterisk next to weekly hours, which a note explains."""
    rows: list[Any] = [
        [TITLE],
        [
            "课程模块",
            "课程名称",
            "学分",
            "总学时",
            "实践学时",
            "第一学年",
            *[None] * 2,
            "第二学年",
            *[None] * 2,
            "第三学年",
        ],
        [*[None] * 5, "上", "下", "暑期", "上", "下", "暑期", "上", "下"],
    ]
    areas = [(0, 0, 0, 12), (1, 5, 1, 7), (1, 8, 1, 10), (1, 11, 1, 12), *((1, at, 2, at) for at in range(5))]
    for each in COURSES:
        mark = "*" if each.assessment == "EXAM" else ""
        cells = terms(each, lambda weekly, mark=mark: f"{weekly}{mark}")
        with_summers = [*cells[:2], None, *cells[2:4], None, *cells[4:]]
        rows.append([MODULES[each.module], each.name, each.credits, each.hours, each.practice, *with_summers])
    rows.append(["注：带*的为考试课，其余为考查课。"])
    areas.append((len(rows) - 1, 0, len(rows) - 1, 12))
    shown = ("credits", "hours", "practice_hours", "duration_weeks", "semesters", "weekly_hours", "weeks")
    wanted = [
        expectation(
            each, *shown, assessment=by_semester(each) if each.assessment == "EXAM" or not each.is_in_weeks else {}
        )
        for each in COURSES
    ]
    return as_xlsx(("进程表", printed(rows, areas, merged_columns=(0,), first=3))), wanted


def weekly_hours_times_weeks():
    """DOCX: weekly hours times weeks in one column, the module written downwards, totals of the module."""
    rows: list[Any] = [["课程\n模块", "课程名称", "课程性质", "学分", "学时", "周学时×周数", "学期", "考核"]]
    areas, wanted = [], []
    for module, title in MODULES.items():
        down = "\n".join(title)
        for each in of_module(module):
            weekly = next(iter(each.terms.values()))
            shown = f"{each.duration}周" if each.is_in_weeks else f"{weekly}×{WEEKS}"
            semesters = "、".join(NUMERALS[at - 1] for at in each.semesters)
            kind = "考试" if each.assessment == "EXAM" else "考查"
            rows.append([down, each.name, NATURES[each.nature], each.credits, each.hours, shown, semesters, kind])
            hours = {} if each.is_in_weeks else {"*": weekly * 100}
            weeks = {} if each.is_in_weeks else weeks_of_teaching(each)
            fields = ("nature", "credits", "hours", "duration_weeks", "semesters", "assessment")
            wanted.append(expectation(each, *fields, weekly_hours=hours, weeks=weeks))
        rows.append([down, "模块小计", None, *sums(of_module(module))[:2]])
        areas.append((len(rows) - 1, 1, len(rows) - 1, 2))
    rows.append(["总计", None, None, *sums(COURSES)[:2]])
    areas.append((len(rows) - 1, 0, len(rows) - 1, 2))
    return as_docx(TITLE, printed(rows, areas, merged_columns=(0,), first=1)), wanted


def academic_years():
    """HTML of a record system: the semester by its academic year, the group of electives with its credits."""
    rows: list[Any] = [
        ["序号", "开课学期", "课程体系", "课程编号", "课程名称", "学分", "总学时", "考核方式", "课程属性"]
    ]
    for at, each in enumerate(COURSES, 1):
        first = each.semesters[0]
        year = 2025 + (first - 1) // 2
        label = f"{year}-{year + 1}-{(first - 1) % 2 + 1}"
        kind = "考试" if each.assessment == "EXAM" else "考查"
        texts = [MODULES[each.module], each.code, each.name, each.credits, each.hours, kind, NATURES[each.nature]]
        rows.append([at, label, *texts])
    shown = ("code", "nature", "credits", "hours", "assessment")
    wanted = [expectation(each, *shown, semesters=each.semesters[:1]) for each in COURSES]
    return as_html(TITLE, printed(rows)), wanted


def credits_of_each_term():
    """XLSX: the credits of the course under its semesters, natures and assessments as ticks in columns of their own."""
    rows: list[Any] = [
        [TITLE],
        ["课程类别", "课程名称", "课程性质", None, "考核方式", None, "学时", "学分", "各学期学分分配"],
        [None, None, "必修", "选修", "考试", "考查", None, None, *NUMERALS],
    ]
    areas = [(0, 0, 0, 13), (1, 2, 1, 3), (1, 4, 1, 5), (1, 8, 1, 13), *((1, at, 2, at) for at in (0, 1, 6, 7))]
    for each in COURSES:
        nature = ["√", None] if each.nature == "REQUIRED" else [None, "√"]
        kind = ["√", None] if each.assessment == "EXAM" else [None, "√"]
        share = each.credits / sum(each.terms.values())
        cells = [f"{share * each.terms[at]:g}" if at in each.terms else None for at in SEMESTERS]
        rows.append([MODULES[each.module], each.name, *nature, *kind, each.hours, each.credits, *cells])
    wanted = [
        expectation(
            each,
            *("credits", "hours", "semesters", "assessment"),
            nature="REQUIRED" if each.nature == "REQUIRED" else "ELECTIVE",
        )
        for each in COURSES
    ]
    return as_xlsx(("课程设置", printed(rows, areas, merged_columns=(0,), first=3))), wanted


def two_semesters_side_by_side():
    """DOCX: a table for each year, with the courses of its semesters side by side."""
    parts: list[Any] = [TITLE]
    wanted = []
    courses = [part for each in COURSES for part in in_parts(each)]
    for year in range(3):
        left, right = ([each for each in courses if at in each.terms] for at in (year * 2 + 1, year * 2 + 2))
        labels: list[Any] = [f"第{NUMERALS[year * 2]}学期", None, None, None, f"第{NUMERALS[year * 2 + 1]}学期"]
        rows: list[Any] = [labels, ["课程名称", "学分", "学时", "考核"] * 2]
        longest = max(len(left), len(right))
        rows += [[cell for side in (left, right) for cell in half_row(side, at)] for at in range(longest)]
        parts.append(printed(rows, [(0, 0, 0, 3), (0, 4, 0, 7)]))
        wanted += [
            expectation(each, "credits", "hours", "semesters", "assessment", module=None, module_text=None)
            for each in (*left, *right)
        ]
    return as_docx(*parts), wanted


def half_row(courses, at):
    if at >= len(courses):
        return [None] * 4
    each = courses[at]
    return [each.name, f"{each.credits:g}", each.hours, "考试" if each.assessment == "EXAM" else "考查"]


LAYOUTS = (
    years_over_semesters,
    hours_of_each_term,
    one_table_for_each_module,
    ticks_below_titles,
    semesters_from_top_to_bottom,
    over_pages_of_a_pdf,
    parts_of_practice,
    pasted_as_text,
    wide_and_torn,
    halves_of_years,
    weekly_hours_times_weeks,
    academic_years,
    credits_of_each_term,
    two_semesters_side_by_side,
)
