"""What an operation can have too much of: in which unit it is counted, and how there is less of it."""

from typing import NamedTuple


class CountedUnit(NamedTuple):
    """A unit as a message writes it behind a number, and what makes the number smaller, in both languages."""

    unit: str
    unit_zh: str
    remedy: str = "Narrow it by a filter."
    remedy_zh: str = "请用筛选条件缩小范围。"


VALUES = CountedUnit(
    "values to read",
    "个需读取的值",
    "Ask for smaller pages (`first`), fewer nested lists, shorter lists of values, or filters that follow fewer "
    "relationships.",
    "请减小分页（`first`）、减少嵌套列表、缩短取值列表，或在筛选条件中减少沿关系的层数。",
)
CONDITIONS = CountedUnit(
    "conditions in one `where`",
    "个条件（同一 `where` 内）",
    "Put the values of one field into one `in`, or ask in several requests.",
    "请将同一字段的多个取值并入一个 `in`，或分多次请求。",
)
ROWS = CountedUnit("rows", "行")
PAIRS = CountedUnit("pairs of programme and level", "个专业与等级的组合")
