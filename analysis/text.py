"""Compare short Chinese texts of standards: one form for what reads the same, and the components a text names."""

import re
import unicodedata

# "+" and "#" tell C++ and C# from C; a point between digits tells 2.0 from 20.
_SILENT = re.compile(r"(?!(?<=\d)\.(?=\d))[^\w+#]|_")

# Words at the head of a phrase that say how well, not what. Looked at behind each: words that only begin alike, such as
# 会计, 能源, 用户, 对象, 按钮, 应用程序.
_HEAD = re.compile(
    r"^(?:[的等]|能够|可以|能(?![源力量耗效])|会(?![计话议员展])|熟练|熟悉|熟用|掌握|理解|了解|懂得|懂|运用|使用|利用"
    r"|应用(?!程序|软件|系统)|用(?![户例电水品途工])|进行|做|编写|撰写|写|按照|按(?![钮键摩揉])|对(?![象比账])|区分)+"
)
_TAIL = re.compile(r"(?:[写做的等])+$")

# Where one component ends and the next begins. Looked at on both sides: words that hold the character and join nothing,
# such as 参与, 普及, 及时, 饱和, 合并, 并发.
_JOINT = re.compile(
    r"[、,;:/()。!?]|以及|并且|或者|(?<![参给赋])与|(?<![涉普触危])及(?![时格早])|(?<![饱温柔中总调缓])和(?!谐)|或(?!许)"
    r"|(?<![合兼归])并(?![发行联购])"
)

# A name in Latin letters among Chinese words, such as Spring MVC, C++, MySQL 8.0, 5G or 1+X.
_NAME = re.compile(r"[0-9+]*[a-z][a-z0-9.+#\-]*(?: +[a-z0-9][a-z0-9.+#\-]*)*")


def normalised(text: str) -> str:
    """Give what is left when full-width forms, case, spaces and punctuation do not count."""
    return _SILENT.sub("", unicodedata.normalize("NFKC", text).casefold())


def names(text: str) -> frozenset[str]:
    """Give the names in Latin letters in a text, normalised."""
    return _names(unicodedata.normalize("NFKC", text).casefold())


def components(text: str) -> frozenset[str]:
    """Give what a requirement names, normalised: names in Latin letters, and the Chinese phrases between joints.

    How well it must be mastered is left out, and so are phrases of one character.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    phrases = map(_core, _JOINT.split(_NAME.sub(",", folded)))
    return _names(folded) | frozenset(each for each in phrases if len(each) > 1)


def _names(folded: str) -> frozenset[str]:
    return frozenset(map(normalised, _NAME.findall(folded)))


def _core(phrase: str) -> str:
    return _TAIL.sub("", _HEAD.sub("", normalised(phrase)))
