"""What plain English means in this project, and how texts are taken out of documents and code to be checked."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

LONGEST_SENTENCE = 35

# Words of a private English that readers had to read twice, with what to write instead.
WORDS = {
    r"dear(?:er|est)?": "expensive",
    r"told": "reported, said, shown",
    r"mend(?:s|ed|ing)?": "fix",
    r"rivals?": "concurrent writer",
    r"whoever": "a caller that, anyone who",
    r"so many": "this many",
    r"beside": "next to, compared with",
    r"at one stroke": "atomically",
    r"hand(?:s|ed|ing)? over": "pass, transfer",
    r"nobody": "no one",
    r"company": "a batch",
    r"lonely": "single",
}
_WORDS = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)

_FENCE = re.compile(r"^```.*?^```\n?", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_CODE = re.compile(r"`[^`]*`")
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.|#+|\|)\s)|\n(?=\|)")
_END = re.compile(r"(?<=[.!?。！？])[)\"'*”）]*(?=\s|$)|(?<=[。！？])")


def prose(markdown: str) -> str:
    """Give a document without fenced code and HTML comments; links become their text, code in a line becomes one word."""
    text = _COMMENT.sub("", _FENCE.sub("", markdown))
    return _CODE.sub("CODE", _LINK.sub(r"\1", text))


def sentences(markdown: str) -> Iterator[str]:
    """Give the sentences of a document; rows of tables are none."""
    for block in _BLOCK.split(prose(markdown)):
        if not block.lstrip().startswith("|"):
            yield from (" ".join(each.split()) for each in _END.split(block) if each.strip())


def word_count(sentence: str) -> int:
    """Count the words of an English sentence. Chinese has no spaces, so it hardly counts."""
    return sum(1 for each in sentence.split() if re.search(r"\w", each))


def hard_words(text: str) -> list[str]:
    """Give the words of the list above that stand in a text, each with what to write instead."""
    found = (match.group().lower() for match in _WORDS.finditer(text))
    return [f"{each} (write: {_instead(each)})" for each in found]


def _instead(word: str) -> str:
    return next(instead for pattern, instead in WORDS.items() if re.fullmatch(pattern, word))


def comments_and_docstrings(path: Path) -> Iterator[str]:
    """Give what a Python file says to its reader."""
    source = path.read_text(encoding="utf-8")
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""
