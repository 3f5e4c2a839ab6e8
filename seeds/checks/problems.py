"""What can be wrong with the seed files: every kind of problem with its text in both languages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import Language, OneplusxError
from graph.model import alignment_rules

# Each text says what is wrong and what to do; the value itself is shown next to it.
TEXTS: dict[str, tuple[str, str]] = {
    "file-unknown": (
        "not a seed file; seed files are <set>/nodes/<NodeType>.csv and <set>/links/<TYPE>.csv: move or remove it",
        "不是种子文件；种子文件为 <集合>/nodes/<节点类型>.csv 与 <集合>/links/<关系类型>.csv，请移走或删除",
    ),
    "folder-missing": ("no such folder: name one that holds seed files", "没有此目录：请指定存放种子文件的目录"),
    "folder-empty": (
        "the folder holds no seed rows, and a load of nothing would empty the graph: name the folder above the sets",
        "目录中没有种子数据行，载入空数据会清空图：请指定各集合所在的上一级目录",
    ),
    "folder-twice": (
        "another folder of this name is given too, and a release is known by it: rename one",
        "已给出同名目录，而发布以目录名区分：请改名",
    ),
    "file-special": (
        "a link that leads nowhere, a pipe, a socket or a device: put a regular file here, or remove it",
        "是指向不存在目标的链接、管道、套接字或设备：请换成普通文件，或删除",
    ),
    "file-folder": (
        "a folder with the name of a seed file: put the file here, or rename the folder",
        "是与种子文件同名的目录：请换成文件，或将目录改名",
    ),
    "file-unreadable": ("cannot be read ({reason}): correct that", "无法读取（{reason}）：请更正"),
    "type-unknown": (
        "the model has no such type that seeds may fill{near}: rename the file",
        "模型中没有可由种子填充的此类型{near}，请改名",
    ),
    "derived": (
        "a load derives these links from the accepted alignments: remove the file",
        "这些关系在载入时由已采纳的对接得出：请删除该文件",
    ),
    "empty-file": ("the file has no header: its first line must be {columns}", "文件没有表头：第一行应为 {columns}"),
    "not-utf8": (
        "not UTF-8 from byte {byte} of the file: save it as UTF-8",
        "文件第 {byte} 字节起不是 UTF-8：请另存为 UTF-8",
    ),
    "nul": ("contains a NUL byte: remove it", "含有 NUL 字节：请删除"),
    "csv": (
        "not well-formed CSV ({reason}): look for an unclosed quote",
        "CSV 格式错误（{reason}）：请检查未闭合的引号",
    ),
    "column-missing": ("the column is missing: add it, empty where unknown", "缺少该列：请补上，未知处留空"),
    "column-unknown": ("no such column here; the columns are {columns}", "此处没有该列；应有的列为 {columns}"),
    "column-duplicate": ("the column stands twice: remove one", "该列重复：请删除其一"),
    "ragged": (
        "the row has {found} cells, the header has {expected}: look for a missing or an unquoted comma",
        "该行有 {found} 格，表头有 {expected} 列：请检查缺少的或未加引号的逗号",
    ),
    "required": ("must not be empty: fill it in, or leave the row out", "不能为空：请填写，或去掉该行"),
    "integer": ("not a whole number: write digits only, such as 2021", "不是整数：请只写数字，如 2021"),
    "integer-range": ("beyond the range of a 32-bit whole number", "超出 32 位整数范围"),
    "number": ("not a number: write it such as 2.5", "不是数字：请写作 2.5 的形式"),
    "boolean": ("neither true nor false: write one of them", "不是 true 或 false：请写其一"),
    "date": ("not a day of the calendar in the form 2019-04-04", "不是 2019-04-04 形式的日期"),
    "code": ("not one of the codes {codes}: use one of them", "不在代码表 {codes} 之中：请使用其中之一"),
    "out-of-range": ("out of range: it takes {range}", "超出范围：取值为 {range}"),
    "out-of-bounds": (
        "beyond edits and imports: texts to {text} characters, {list} in a list, numbers to {number} with two decimals",
        "编辑与导入均不接受：文本最多 {text} 字，列表最多 {list} 项，数字不超过 {number}、最多两位小数",
    ),
    "character": (
        "contains the character {character} that text must not hold: remove it",
        "含有文本中不允许的字符 {character}：请删除",
    ),
    "spaces": ("begins or ends with white space: remove it", "首尾有空白：请删除"),
    "too-long": (
        "{length} characters, at most {limit} are taken: shorten it",
        "共 {length} 字，最多 {limit} 字：请缩短",
    ),
    "item-empty": ("the list has an empty item: remove the surplus |", "列表含有空项：请删除多余的 |"),
    "id-composition": (
        "the id is not made of its key: it must be {expected}",
        "id 与其键不符：应为 {expected}",
    ),
    "id-duplicate": ("the id is already at {other}: keep one row", "该 id 已见于 {other}：请只保留一行"),
    "slug-taken": (
        "its slug {slug} is that of {other}: correct a part of one of the two ids",
        "其短名 {slug} 与 {other} 相同：请更正两个 id 之一的组成部分",
    ),
    "end-missing": (
        "no seed row has this id: add the {type}, or correct the id",
        "没有种子行具有此 id：请添加该 {type}，或更正 id",
    ),
    "end-type": ("is a {found}, but {relationship} has a {type} here", "是 {found}，而 {relationship} 此端应为 {type}"),
    "link-duplicate": ("the link is already at {other}: merge the two rows", "该关系已见于 {other}：请合并两行"),
    "alignment-half": (
        "has no link {types}: add the one that it speaks of",
        "没有 {types} 关系：请补上其所指的一条",
    ),
    "alignment-split": (
        "has more than one link {types}: keep one, and make an alignment for each of the others",
        "有多条 {types} 关系：请保留一条，其余各建一条对接",
    ),
    "alignment-repeated": (
        "says the same as {other}: keep one of the two",
        "与 {other} 的对接相同：请只保留一条",
    ),
    "review-repeated": (
        "closes the same search as {other}: keep one of the two",
        "与 {other} 的结论针对同一要求：请只保留一条",
    ),
    "rule-set-levels": (
        "is empty, so the measured rules of this national set judge no plan by default: name the levels that it binds",
        "为空，该国家规则集中可度量的规则默认不会用于任何方案：请填写适用的教育层次",
    ),
    "more-than-one": (
        "has its one {field} at {other} already: keep one of the rows",
        "已在 {other} 有唯一的 {field}：请只保留一行",
    ),
    "more-than-few": (
        "has more than {limit} {field}: the model takes this list to be short",
        "的 {field} 超过 {limit} 个：模型规定该列表为短列表",
    ),
    "source-unknown": (
        "no Source row has this id: add it, or correct the id",
        "没有具有此 id 的 Source 行：请添加，或更正 id",
    ),
    "source-missing": ("a fact needs a source: name at least one", "事实须有来源：请至少列出一个"),
    "illustrative": (
        "made-up rows belong only into a set whose name begins with `illustrative`: move the row",
        "虚构示例只能放在名称以 illustrative 开头的集合中：请移走该行",
    ),
    "losses-columns": ("the columns must be {columns}: correct the header", "各列应为 {columns}：请更正表头"),
    "loss-there": (
        "is in the seeds, so it is no loss: remove the line, or the row",
        "仍在种子中，并未移除：请删除此行，或删除该种子行",
    ),
    "brackets": (
        "a bracket does not close: a list may have been cut at its commas; give the whole name, or leave the row out",
        "括号不成对：名称可能在顿号处被截断；请写全名称，或去掉该行",
    ),
    "fragment": (
        "looks like a scrap of a sentence, not a name: give the name, or leave the row out",
        "像是句子的残片，不是名称：请写出名称，或去掉该行",
    ),
    "remark": (
        "a remark on a website or a doubt, not a fact about the college: remove it",
        "是对网站的备注或疑问，不是关于院校的事实：请删除",
    ),
    "name-twice": (
        "the name has another code at {other}: keep the code of the printed classification",
        "该名称在 {other} 已有另一代码：请保留正式出版的分类中的代码",
    ),
    "validity": ("validTo is not after validFrom: correct one of them", "validTo 不晚于 validFrom：请更正"),
    **{kind: (text.english, text.chinese) for kind, text in alignment_rules.FAULTS.items()},
}

# A value is shown as it stands, up to this length.
CELL_SHOWN_LARGEST = 80
# Problems that a check keeps, and that the error of a load prints; the others are counted.
KEPT, PRINTED = 100, 20


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place. ``row`` counts lines as an editor does, the header is 1, 0 is the whole file."""

    file: str
    row: int
    column: str
    value: str
    kind: str
    en: str
    zh: str

    def message(self, language: Language = "en") -> str:
        """Give place, value and what to do in one line."""
        if language == "zh":
            place = [self.file, f"第 {self.row} 行" if self.row else "", f"列 {self.column}" if self.column else ""]
            return f"{'，'.join(filter(None, place))}：{self._shown()}{self.zh}"
        place = [self.file, f"row {self.row}" if self.row else "", f"column {self.column}" if self.column else ""]
        return f"{', '.join(filter(None, place))}: {self._shown()}{self.en}"

    def _shown(self) -> str:
        return f"{self.value!r} " if self.value else ""


def problem(kind: str, file: str, row: int = 0, column: str = "", value: str = "", **details: Any) -> Problem:
    """Make a problem of a kind that ``TEXTS`` knows; ``details`` fill its text."""
    en, zh = TEXTS[kind]
    shown = value if len(value) <= CELL_SHOWN_LARGEST else value[: CELL_SHOWN_LARGEST - 1] + "…"
    return Problem(file, row, column, shown, kind, en.format(**details), zh.format(**details))


class Problems:
    """How many problems there are, and the first of them in the order of their places. Memory is for those alone."""

    def __init__(self) -> None:
        self.count = 0
        self._kept: list[Problem] = []

    @property
    def first(self) -> tuple[Problem, ...]:
        """The first problems, at most ``KEPT``."""
        return tuple(sorted(self._kept)[:KEPT])

    def add(self, problems: Iterable[Problem]) -> None:
        """Take in more problems."""
        for each in problems:
            self.count += 1
            self._kept.append(each)
            if len(self._kept) > 2 * KEPT:
                self._kept = list(self.first)

    def merge(self, other: "Problems") -> None:
        """Take in the problems of another collection."""
        count = self.count + other.count
        self.add(other.first)
        self.count = count


class SeedsError(OneplusxError):
    """The seed files are not fit to be loaded; ``problems`` has the first that is wrong with them."""

    code = "SEEDS"

    def __init__(self, problems: Sequence[Problem], count: int) -> None:
        first = "".join(f"\n  {each.message('en')}" for each in problems[:PRINTED])
        first_zh = "".join(f"\n  {each.message('zh')}" for each in problems[:PRINTED])
        more = count - PRINTED
        super().__init__(
            f"{count} {'problem' if count == 1 else 'problems'} in the seed files; nothing was written.{first}"
            + (f"\n  and {more} more" if more > 0 else ""),
            f"种子文件有 {count} 处问题，未写入任何内容。{first_zh}" + (f"\n  另有 {more} 处" if more > 0 else ""),
        )
        self.problems = tuple(problems)
