"""Tables of a plan that are not of courses: certificates, weeks of the semesters."""

import re
from collections.abc import Iterator

from analysis.training_plans.training_plan import PlanPlace, PlanRemark, TargetCertificate, WeekRow
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import (
    hundredths,
    is_empty,
    is_summer,
    semester_list,
    semester_number,
    semester_of_year,
    year_of,
)
from interchange.training_plans.tables.plan_words import bare, fold, level_of

_CERTIFICATE = re.compile(
    r"(?:证书|职业技能等级|职业资格).{0,24}名称|^(?:职业技能等级|1\+X|X|职业资格).{0,16}证书$|^证书$"
)
_LEVEL = re.compile(r"等级$|^级别$|证书等级|考核等级")
_EXAMINED = re.compile(r"学期|时间")
_ISSUER = re.compile(r"颁.*证|发证|评价组织|颁发|考核(?:机构|单位)")
_COURSES = re.compile(r"课程")
_WEEK_HEADING = re.compile(
    r"教学周|课堂教学|理论教学|考试|考核|入学教育|军训|军事|实习|机动|复习|毕业|小计|合计|总周数"
)
_ONE_KIND = re.compile(r"(?:课堂)?教学周(?:数)?")
_SEMESTER_HEADING = re.compile(
    r"(?:学年)?[/、]?学期|(?:教学)?(?:周数|项目|环节|内容)[/、]?学期|学期[/、](?:周数|项目|环节|内容)"
)
_TITLE_OF_ANOTHER = re.compile(r"附?表[\d一二三四五六七八九十]|附件")
# 第1学期末, 第6学期(毕业当年): the semester, and when in it.
_IN_SEMESTER = re.compile(r"(?<=学期)(?:末|中|\([^()]*\))$")
_PARTS = re.compile(r"[、,，;；]")
_NAME_LEVEL = re.compile(r"[(（](?:[^()（）]*?)?(初级|中级|高级)[^()（）]*[)）]|(初级|中级|高级)$")


def read_certificates(grid: Grid) -> list[TargetCertificate]:
    """Read a table whose heading names certificates; empty where it does not."""
    row = certificate_heading(grid)
    if row is None:
        return []
    columns = {cell.column: bare(grid.text_of(cell)) for cell in grid.own_cells(row)}
    name = next(at for at, text in columns.items() if _CERTIFICATE.search(text))
    return list(_certificates(grid, row, name, {at: text for at, text in columns.items() if at != name}))


# “数控车铣加工”1+X证书（中级）, 考取Web前端开发职业技能等级证书（中级）, 1+X证书：Web前端开发（中级）.
_IN_A_NOTE = re.compile(
    r"(?:[“\"《]([^“”\"《》]{2,30})[”\"》]|(?:证书\s*[:：]|考取|取得|获得|1\+X)\s*([\u4e00-\u9fffA-Za-z0-9]{2,30}?))"
    r"(?:职业技能等级|1\+X)*(?:证书)?[(（](初级|中级|高级)[)）]"
)
_TITLES = re.compile(r"《([^《》]{2,40})》")
_FOR_COURSES = re.compile(r"免修|免考|免试|置换|替代|代替|抵[免扣充]?|冲抵|认定|互认|转换|折算|对应|融通|融合|兑换")
_NOTE_SEMESTER = re.compile(r"第?([一二三四五六七八九十\d、,-]{1,5})学期")


def certificates_of_note(text: str, place: PlanPlace) -> list[TargetCertificate]:
    """Read the certificates that a note names with their levels, the semester of examination, and their courses."""
    certificates: list[TargetCertificate] = []
    for sentence in re.split(r"[。；;]", fold(text)):
        named = list(_certificates_of_sentence(sentence, place))
        if not named and certificates and re.search("证书|[该其此]证", sentence):
            # 取得该证书者可免修 goes on about the certificate of the sentence before.
            last = certificates.pop()
            named = [last._replace(courses=tuple(dict.fromkeys([*last.courses, *_courses_of(sentence, [])])))]
        certificates += named
    return certificates


def _certificates_of_sentence(sentence: str, place: PlanPlace) -> Iterator[TargetCertificate]:
    matches = list(_IN_A_NOTE.finditer(sentence)) if re.search(r"1\+X|职业技能等级", sentence) else []
    match = _NOTE_SEMESTER.search(sentence)
    semesters = (semester_list(match[1]) or ()) if match else ()
    names = [each[1] or each[2] for each in matches]
    ends = [*(each.start() for each in matches[1:]), len(sentence)]
    for name, each, end in zip(names, matches, ends, strict=False):
        # Of several certificates the courses of each stand behind it.
        courses = _courses_of(sentence[each.end() : end] if len(matches) > 1 else sentence, names)
        yield TargetCertificate(place, name, each[3], level_of(each[3]), semesters, None, courses)


def _courses_of(text: str, certificates: list[str]) -> tuple[str, ...]:
    """Give the courses in 《》 of a sentence that says what a certificate does for courses."""
    titles = _TITLES.findall(text) if _FOR_COURSES.search(text) else []
    return tuple(dict.fromkeys(each for each in titles if each not in certificates))


def certificate_heading(grid: Grid) -> int | None:
    """Give the row whose heading names certificates, if the table has one."""
    for row in range(min(grid.row_count, 4)):
        labels = [bare(grid.text_of(each)) for each in grid.own_cells(row)]
        if len(labels) > 1 and any(map(_CERTIFICATE.search, labels)):
            return row
    return None


def has_own_heading(grid: Grid) -> bool:
    """Whether a table has a heading of certificates or weeks: a course may be called as a certificate is."""
    row = certificate_heading(grid)
    labels = [] if row is None else map(grid.text_of, grid.own_cells(row))
    is_of_certificates = row is not None and all(hundredths(each) is None for each in labels)
    return is_of_certificates or any(weeks_begin(grid, each) for each in grid.rows())


def _end_of_certificates(grid: Grid, heading: int) -> int:
    """Give the row of the title of another table below, 附表7 学分认定与转换; the number of rows where none is."""
    for row in range(heading + 1, grid.row_count):
        cells = grid.own_cells(row)
        if len(cells) == 1 and _TITLE_OF_ANOTHER.match(bare(grid.text_of(cells[0]))):
            return row
    return grid.row_count


def rest_of_certificates(grid: Grid) -> Iterator[PlanRemark]:
    """Name the table that stands below the certificates of a sheet: it was not read."""
    heading = certificate_heading(grid)
    end = grid.row_count if heading is None else _end_of_certificates(grid, heading)
    if end < grid.row_count:
        yield PlanRemark("table-of-another-kind", grid.text_of(grid.own_cells(end)[0]), grid.place(end))


def other_columns(grid: Grid) -> list[str]:
    """Give the headings of a table with certificates that are not about them."""
    row = next(
        at
        for at in range(grid.row_count)
        if any(_CERTIFICATE.search(bare(grid.text_of(each))) for each in grid.own_cells(at))
    )
    texts = [bare(grid.text_of(each)) for each in grid.own_cells(row)]
    about = (_CERTIFICATE, _LEVEL, _EXAMINED, _ISSUER, _COURSES)
    return [each for each in texts if each != "序号" and not any(pattern.search(each) for pattern in about)]


def _certificates(grid: Grid, heading: int, name: int, others: dict[int, str]) -> Iterator[TargetCertificate]:
    def column(pattern: re.Pattern[str]) -> int | None:
        return next((at for at, text in others.items() if pattern.search(text)), None)

    level, examined, issuer, courses = map(column, (_LEVEL, _EXAMINED, _ISSUER, _COURSES))
    for row in range(heading + 1, _end_of_certificates(grid, heading)):
        if not grid.begins(row, name):
            continue
        lines = [each for each in grid.lines(row, name) if each and not each.startswith("/")]
        # Where nothing tells them apart, each line of the cell is a certificate.
        names = [grid.text(row, name)] if level is not None else [part for each in lines for part in _PARTS.split(each)]
        for each in filter(None, names):
            texts = [grid.text(row, at) for at in (level, examined, issuer, courses)]
            yield _certificate(grid.place(row, name), each, texts)


def _certificate(place: PlanPlace, name: str, texts: list[str]) -> TargetCertificate:
    level, examined, issuer, courses = texts
    match = _NAME_LEVEL.search(name)
    level = "" if is_empty(level) else level
    level_text = level or (match[1] or match[2] if match else None)
    return TargetCertificate(
        place,
        fold(_NAME_LEVEL.sub("", name)) if match and not level else name,
        level_text,
        level_of(level_text or ""),
        semester_list(_IN_SEMESTER.sub("", bare(examined))) or () if examined else (),
        issuer or None,
        tuple(filter(None, _PARTS.split(courses))),
    )


def weeks_begin(grid: Grid, row: int) -> bool:
    """Whether the heading of a table of weeks by semester begins in this row."""
    return bool(_kinds(grid, row))


def read_weeks(grid: Grid, first: int = 0) -> list[WeekRow]:
    """Read a table of weeks by semester at or below a row; empty where no heading names kinds of weeks."""
    for heading in range(first, grid.row_count):
        kinds = _kinds(grid, heading)
        column = _semester_column(grid, heading)
        if kinds and column is not None:
            return list(_week_rows(grid, heading, column, kinds))
    return []


def summer_weeks(grid: Grid) -> Iterator[PlanRemark]:
    """Name the rows of summer terms in a table of weeks: these are counted by semester."""
    heading = next((row for row in grid.rows() if weeks_begin(grid, row)), None)
    column = None if heading is None else _semester_column(grid, heading)
    for row in range((heading or 0) + 1, grid.row_count if column is not None else 0):
        if is_summer(grid.text(row, column)):
            yield PlanRemark("row-not-read", " ".join(map(grid.text_of, grid.row_cells(row))), grid.place(row))


def _semester(grid: Grid, heading: int, row: int, column: int) -> int | None:
    """Read the semester of a row of weeks, which may be counted within its year: 第二学年 with 秋, or with 1."""
    label = grid.text(row, column)
    number = semester_number(label)
    years = [at for at in range(grid.column_count) if bare(grid.text(heading, at)) == "学年"]
    year = year_of(grid.text(row, years[0])) if years else 0
    if number is None:
        return semester_of_year(f"{year}学年{bare(label)}") if year else None
    return (year - 1) * 2 + number if number <= 2 < year * 2 else number


def _kinds(grid: Grid, heading: int) -> dict[int, str]:
    """Give the kinds of weeks by their columns; none where the row is no heading of such a table."""
    column = _semester_column(grid, heading)
    rows = range(heading + 1, min(grid.row_count, heading + 5))
    first = next((row for row in rows if column is not None and _semester(grid, heading, row, column)), None)
    if column is None or first is None:
        return {}
    labels = {at: _heading(grid, heading, first, at) for at in range(grid.column_count) if at != column}
    kinds = {at: text for at, text in labels.items() if text and not re.search(r"^学年|学时|^备注", text)}
    of_weeks = sum(bool(_WEEK_HEADING.search(each)) for each in kinds.values())
    is_one = len(kinds) == 1 and all(map(_ONE_KIND.fullmatch, kinds.values()))
    return kinds if of_weeks >= 2 or is_one else {}


def _semester_column(grid: Grid, row: int) -> int | None:
    cells = {cell.column: bare(grid.text_of(cell)) for cell in grid.own_cells(row)}
    return next((at for at, text in cells.items() if _SEMESTER_HEADING.fullmatch(text)), None)


def _heading(grid: Grid, first: int, last: int, column: int) -> str:
    cells = {id(cell): cell for row in range(first, last) if (cell := grid.cell(row, column))}
    return "/".join(bare(grid.text_of(each)) for each in cells.values())


def _week_rows(grid: Grid, heading: int, column: int, kinds: dict[int, str]) -> Iterator[WeekRow]:
    has_begun = False
    for row in range(heading + 1, grid.row_count):
        label = grid.text(row, column)
        semester = _semester(grid, heading, row, column)
        is_total = bool(re.search(r"合计|总计|小计", bare(label)))
        if semester is None and not is_total:
            if has_begun and label and not is_summer(label):
                # Another table follows.
                return
            continue
        has_begun = True
        values = {name: hundredths(grid.text(row, at)) for at, name in kinds.items() if grid.begins(row, at)}
        yield WeekRow(
            grid.place(row, column), semester, {name: value for name, value in values.items() if value is not None}
        )
