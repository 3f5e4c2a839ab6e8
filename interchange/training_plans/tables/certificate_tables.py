"""Tables of certificates, and what a note says of them."""

import re
from collections.abc import Iterator

from analysis.training_plans.training_plan import PlanPlace, PlanRemark, TargetCertificate
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import hundredths, is_empty, semester_list
from interchange.training_plans.tables.plan_words import bare, fold, level_of
from interchange.training_plans.tables.weeks.week_table import weeks_begin

_CERTIFICATE = re.compile(
    r"(?:证书|职业技能等级|职业资格).{0,24}名称|^(?:职业技能等级|1\+X|X|职业资格).{0,16}证书$|^证书$"
)
_LEVEL = re.compile(r"等级$|^级别$|证书等级|考核等级")
_EXAMINED = re.compile(r"学期|时间")
_ISSUER = re.compile(r"颁.*证|发证|评价组织|颁发|考核(?:机构|单位)")
_COURSES = re.compile(r"课程")
_TITLE_OF_ANOTHER = re.compile(r"附?表[\d一二三四五六七八九十]|附件")
# 第1学期末, 第6学期(毕业当年): the semester, and when in it.
_IN_SEMESTER = re.compile(r"(?<=学期)(?:末|中|\([^()]*\))$")
# Next to certificates a table of credits that are recognised has prizes: 全国职业院校技能大赛.
_CONTEST = re.compile(r"(?:大赛|竞赛|比赛|锦标赛)(?!.*(?:证|执照|资格))")
_PARTS = re.compile(r"[、,，;；]")
_NAME_LEVEL = re.compile(r"[(（](?:[^()（）]*?)?(初级|中级|高级)[^()（）]*[)）]|(初级|中级|高级)$")


def read_certificates(grid: Grid) -> list[TargetCertificate]:
    """Read a table whose heading names certificates; empty where it does not."""
    row = certificate_heading(grid)
    if row is None:
        return []
    columns = {cell.column: bare(grid.text_of(cell)) for cell in grid.own_cells(row)}
    name = _name_column(grid, row)
    return list(_certificates(grid, row, name, {at: text for at, text in columns.items() if at != name}))


def _name_column(grid: Grid, row: int) -> int:
    """Give the column of the names of certificates below a heading."""
    return next(each.column for each in grid.own_cells(row) if _CERTIFICATE.search(bare(grid.text_of(each))))


# “数控车铣加工”1+X证书（中级）, 考取Web前端开发职业技能等级证书（中级）, 1+X证书：Web前端开发（中级）.
_IN_A_NOTE = re.compile(
    r"(?:[“\"《]([^“”\"《》]{2,30})[”\"》]|(?:证书\s*[:：]|考取|取得|获得|1\+X)\s*([\u4e00-\u9fffA-Za-z0-9]{2,30}?))"
    r"(?:职业技能等级|1\+X)*(?:证书)?[(（](初级|中级|高级)[)）]"
)
_NO_NAME = re.compile(r"(?:相关|相应|对应|本专业|有关|以上|的)*(?:职业技能(?:等级)?|职业资格|等级|技能)(?:证书)?")
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
        if _NO_NAME.fullmatch(name):
            # 对应1+X职业技能等级证书(中级) names the kind of certificates, and none of them.
            continue
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
    name = None if heading is None else _name_column(grid, heading)
    for row in range(end if heading is None else heading + 1, end):
        if name is not None and grid.begins(row, name) and _CONTEST.search(bare(grid.text(row, name))):
            shown = " ".join(map(grid.text_of, grid.row_cells(row)))
            yield PlanRemark("row-not-read", shown, grid.place(row))


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
            if _CONTEST.search(bare(each)):
                continue
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
