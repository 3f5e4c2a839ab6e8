"""What stands around tables: lines printed on each page, headings that a page cut, natures that a text states."""

import re
from collections.abc import Iterator, Mapping

from analysis.training_plans.training_plan import PlanLine, PlanRemark
from interchange.documents.document_pages import Document, PrintedLine
from interchange.training_plans.tables.headings.course_heading import CourseHeading, PlanColumn
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.numerals import FIGURE, NUMERAL
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_words import SOME_OF, bare, fold, module_of, module_title, nature_of

# A shorter line may stand on several pages by chance.
_RUNNING_LEAST = 6
# 见表1至表6（均为必修课）, 表2、表3所列课程均为限选课.
_ALL_OF_ONE = re.compile(r"表(\d{1,2})(?:[至到~—-]表?(\d{1,2}))?[^。;；表]{0,8}均为(必修|选修|限选|任选)")
# A heading with such a word is about a field of courses: that it was not read is a problem.
_FIELD = re.compile(
    r"学分|学时|课时|学期|周|考[核试查察评]|性质|属性|代码|编码|必修|选修|(?:理论|讲授|实践|实训|实验|上机)(?!.*(?:地点|场|室|基地|条件))"
)
# Where the hours of a course are taught, next to a column that has them all: nothing of the course is missing.
_BESIDES = re.compile(r"(?:线上|网络|在线|线下|校内|校外|企业|学校|课外|面授|基地)(?:教学|学时|课时|授课|部分)*$")
# Half of the name of a module, as the end of a page leaves it, and how whole names end.
_HALF_LARGEST = 4
_ENDS_A_NAME = re.compile(r"(?:课程?|模块|平台|环节|领域|类|其[他它])(?:[(（].*)?$")
# What stands in sentences, and in titles only where the rest says no more than how much there is: 公共基础课程均为必修.
_SENTENCE = re.compile(r"[。;；,，!！?？]|为.{0,8}(?:必修|选修|限选|任选)|占|共计?\d")
# What may stand behind a title, with or without a comma: how much there is, 共3门12学分, and how much of it is taken.
_AMOUNT = rf"(?:共计?|合计|总计|计)?(?:开设)?(?:\d{{1,4}}(?:\.\d)?|{NUMERAL})(?:门(?:课程?)?|个?学分|学时|课时|周)"
_TAKEN = rf"(?:选修?|修满|不[少低]于|至少)[^,;\d课]{{0,6}}{FIGURE}个?(?:学分|门(?:课程?)?)"
# No two readings of one amount are tried: a long text of them would never end.
_AMOUNTS_BEHIND = re.compile(rf"(?:{_AMOUNT}|(?:学生|至少|任|限)*{_TAKEN})++$")
# Only with a comma: 单位：学时, 选修, 第三、四学期, 见下表.
_NATURE = r"(?:必修|选修|限选|任选)课?(?:程)?"
_BEHIND = re.compile(
    rf"(?:{_AMOUNT})+|[^课]{{0,8}}{_TAKEN}|单位:.*|{_NATURE}"
    r"|第[一二三四五六\d、至~-]{1,8}学期(?:开设)?|(?:具体|详)?(?:安排|设置)?(?:如下|[如见]下表)(?:所示)?"
)
_CHOICE_LARGEST = 20
_ALL_ARE = re.compile(rf"(?:均|都|全部)为{_NATURE}")
# 以下为专业核心课程: what is said of the rows below.
_BELOW_ARE = re.compile(r"^(?:以下|下列|下表|下述)(?:所列|各门|课程|全部|均|都)*[为是]")
# What titles do not say, whatever stands behind: 学生须修满选修课, 本专业必修课.
_SAID = re.compile(r"[本该全]专业|学生(?![选任])|须|需|应(?!用)|修[满读]|毕业前|开设|(?<!自)由")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_BELOW = re.compile(r"(?:以下|下列|下表|下述|所列)")
_SOME_CREDITS = re.compile(r"[选修].{0,6}\d个?学分")
_NUMBER_OF_TABLE = re.compile(r"^续?表(\d{1,2})(?![\d.-])")


def running_lines(document: Document) -> dict[str, int]:
    """Give the texts that stand on several pages, and the first of those: on the others they name no table."""
    pages: dict[str, set[int]] = {}
    for page, block in document.blocks():
        if isinstance(block, PrintedLine) and not page.sheet:
            pages.setdefault(fold(block.text), set()).add(page.number)
    return {text: min(each) for text, each in pages.items() if len(each) > 1 and len(text) >= _RUNNING_LEAST}


def is_running(text: str, page: int, running: Mapping[str, int]) -> bool:
    """Whether a line is printed again on each page, or is a single character that a cell cut by a page left over."""
    return len(bare(text)) < 2 or any(each in text and first < page for each, first in running.items())


def is_title(text: str) -> bool:
    """Whether a text above a table may be its title: a sentence says nothing of the modules and natures of its rows.

    One on what is chosen of the courses below is about them: 以下课程任选6学分。
    """
    shown = _IN_BRACKETS.sub("", bare(text))
    is_of_choice = bool(_BELOW.search(shown)) and bool(SOME_OF.search(shown) or _SOME_CREDITS.search(shown))
    return is_of_choice or not _SENTENCE.search(shown.rstrip(":;,")) or _is_title_with_more(text)


def _is_title_with_more(text: str) -> bool:
    """Whether all that follows a title counts or chooses: 专业选修课程，共3门，任选2门. A full stop may end that."""
    stated = bare(text)
    title, *more = re.split("[,;]", _IN_BRACKETS.sub("", stated).rstrip(":;,。"))
    named = _BELOW_ARE.sub("", title)
    name = _AMOUNTS_BEHIND.sub("", named)
    is_of_one = bool(module_title(name))
    is_sentence = stated.endswith("。") and not more and name == title and not stated.endswith(")。")
    if is_sentence or _SENTENCE.search(name) or _SAID.search(name) or (named != title and not is_of_one):
        return False
    return all(_may_follow(each) or (is_of_one and _ALL_ARE.fullmatch(each)) for each in more)


def _may_follow(clause: str) -> bool:
    is_choice = len(clause) <= _CHOICE_LARGEST and not re.search("课(?!程)", clause) and bool(SOME_OF.search(clause))
    return is_choice or bool(_BEHIND.fullmatch(clause))


def natures_of_tables(text: str) -> dict[int, str]:
    """Read the natures that a text states of the courses of whole tables, by the numbers of the tables."""
    found: dict[int, str] = {}
    for first, last, nature in _ALL_OF_ONE.findall(bare(text)):
        found |= dict.fromkeys(range(int(first), int(last or first) + 1), nature)
    return found


def number_of_table(caption: str) -> int | None:
    """Read the number in the caption of a table."""
    match = _NUMBER_OF_TABLE.match(bare(caption))
    return int(match[1]) if match else None


def as_on_the_page_before(header: CourseHeading, before: CourseHeading) -> CourseHeading:
    """Take columns from the heading before that cannot be read, or hold the rest of a cell that the page cut."""
    known = {each.column: each for each in before.columns}
    unknown = {index for index, _ in header.unknown}
    cut = {index for index in unknown if index in known}
    cut |= {each.column for each in header.columns if _is_mixed(each, known.get(each.column))}
    others = [each for each in header.columns if each.column not in cut]
    are_same = all(each.column in known and known[each.column].heading == each.heading for each in others)
    if not cut or not are_same or len(cut) * 2 > len(header.columns):
        return header
    taken = [known[index]._replace(rule="heading-of-the-page-before") for index in cut]
    columns = tuple(sorted([*others, *taken]))
    return header._replace(columns=columns, unknown=tuple(each for each in header.unknown if each[0] not in cut))


def _is_mixed(column: PlanColumn, before: PlanColumn | None) -> bool:
    """Whether a heading has the signs of the one before in their order, and others among them."""
    if before is None or column.heading == before.heading:
        return False
    signs = iter(column.heading)
    return bool(before.heading) and all(each in signs for each in before.heading)


def is_cut_name(before: str, text: str) -> bool:
    """Whether two texts, before and after the end of a page, are the halves of the name of one module."""
    is_half = 0 < len(before) <= _HALF_LARGEST and not _ENDS_A_NAME.search(before) and nature_of(before) is None
    is_whole = module_of(before + text) is not None and None in {module_of(before), module_of(text)}
    is_rest = not text.startswith(before) and bool(_ENDS_A_NAME.search(text))
    return is_half and is_whole and is_rest


def name_whole_module(lines: list[PlanLine], before: str, module: str) -> None:
    """Give the last lines, whose paths name half of a module, the whole."""
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if before not in line.path:
            return
        path = tuple(module if each == before else each for each in line.path)
        text = None if line.module_text is None else line.module_text.replace(before, module)
        lines[at] = line._replace(path=path, module_text=text, module=line.module or module_of(module))


def unread_columns(grid: Grid, header: CourseHeading) -> Iterator[tuple[PlanRemark, bool]]:
    """Report the columns that are not read, and whether their headings are about a field of courses."""
    for index, heading in header.unknown:
        if any(grid.begins(row, index) for row in range(header.last + 1, grid.row_count)):
            remark = PlanRemark("column-not-known", heading, grid.place(header.first, index))
            is_part_of_known = bool(_BESIDES.search(heading)) and header.index_of(Meaning.HOURS) is not None
            yield remark, bool(_FIELD.search(heading)) and not is_part_of_known
    for index, heading in header.doubled:
        yield PlanRemark("column-doubled", heading, grid.place(header.first, index)), True
