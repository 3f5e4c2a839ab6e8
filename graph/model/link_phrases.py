"""Remarks of ours on links, with what they are in Chinese. Words of a source stay as they are."""

from graph.model.phrases import Phrase, Phrases

_NO_LEVEL = Phrase(
    "a statement names no level of the diploma, and majors of several levels have the name",
    "声明未写明学历层次，而多个层次的专业同名",
)
_CERTIFICATE, _LEVELS = (
    Phrase("certificate as written: *", "证书原文：*"),
    Phrase("levels as written: *", "等级原文：*"),
)


def _together(*phrases: Phrase) -> Phrase:
    """Several remarks as one: what a source writes may hold the sign between them."""
    return Phrase("; ".join(each.english for each in phrases), "；".join(each.chinese for each in phrases))


# How the other end of a link was found.
_KNOWN_BY = (
    Phrase("by code and name", "按代码和名称对应"),
    Phrase("by its code", "按代码对应"),
    Phrase("by name: the statement prints no code", "按名称对应：原文未印代码"),
    Phrase("by its name", "按名称对应"),
)
# What may stand behind the words of a source.
_BEHIND = (_NO_LEVEL, *_KNOWN_BY)

LINK_NOTES = Phrases(
    (
        *(_together(_CERTIFICATE, _LEVELS, each) for each in _BEHIND),
        *(_together(written, each) for written in (_CERTIFICATE, _LEVELS) for each in _BEHIND),
        _together(_CERTIFICATE, _LEVELS),
        _CERTIFICATE,
        _LEVELS,
        _NO_LEVEL,
        *_KNOWN_BY,
        Phrase("the standard prints the code *", "标准所印代码为 *"),
        Phrase("by the web address of the page", "按网页地址对应"),
        Phrase("levels: *", "等级：*"),
        Phrase("named * in the source", "来源写作 *"),
        Phrase("named * in the list", "名单写作 *"),
        Phrase("named * there", "其中写作 *"),
        Phrase("city known by: *", "城市依据：*"),
        Phrase("bachelor and associate majors in one group", "本科与专科专业同组"),
        Phrase("lead major only", "仅列牵头专业"),
        Phrase("name of 2019 tied to that of 2026 by: *", "2019 年名称与 2026 年名称的对应依据：*"),
        Phrase("tied by name to the associate major of 2021", "按名称对应 2021 年专科专业"),
        Phrase("issuing role inferred", "颁证方为推断"),
        Phrase("org sent the exam supervisor", "该机构派出考评员"),
        Phrase("co-host of the exam", "考试协办方"),
    )
)
