"""What people and machines may type into a search: single letters, syllables, common and rare characters, nonsense."""

import string
from collections.abc import Iterator

# Characters and words that stand in thousands of names.
COMMON = [
    "技",
    "术",
    "学",
    "与",
    "工",
    "业",
    "职",
    "院",
    "的",
    "一",
    "大",
    "设",
    "计",
    "管",
    "理",
    "应",
    "用",
    "数",
    "据",
    "软",
    "技术",
    "学院",
    "职业",
    "管理",
    "设计",
    "应用",
    "基础",
    "专业",
]
TYPED = [
    "软件技术",
    "rjjs",
    "510203",
    "JavaWeb",
    "护理",
    "zhineng",
    "数据,应用",
    "老年",
    "软件jishu",
    "軟件技術",
    "xi'an",
    "lüyou",
    "2.2.2",
    "软件、技术",
    "ruanjianjisu",
]
# What nothing has, so that all is looked through and compared.
NONSENSE = [
    "zzzz",
    "qqqqqqqq",
    "技 zzzz",
    "a zzzz",
    "龘龘龘",
    "a b c d e f",
    "技 术 院 职",
    "ruanjain",
    "学 x",
    "院 zq",
    "x" * 200,
]


def texts() -> Iterator[str]:
    """Give every text once."""
    yield from string.ascii_lowercase
    yield from string.digits
    yield from (f"{first}{second}" for first in "bcdghjlmqstxyz" for second in "aeiu")
    yield from (*COMMON, *TYPED, *NONSENSE)
