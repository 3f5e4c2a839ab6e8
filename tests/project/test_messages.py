"""What the program says to a person, wherever it is written: no word, class or form of a value that only Python has."""

import ast
import builtins
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("analysis", "graph", "interchange", "resolvers", "schema", "seeds", "server", "solvers")
FILES = [path for folder in PROGRAM for path in (ROOT / folder).rglob("*.py")]
# Words that only those who read Python know.
EXCEPTIONS = [
    name for name, each in vars(builtins).items() if isinstance(each, type) and issubclass(each, BaseException)
]
OF_PYTHON = re.compile(rf"\b({'|'.join(EXCEPTIONS)}|None|True|False|NoneType|Traceback|dict|tuple|str|repr)\b")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def messages(tree: ast.AST) -> Iterator[list[ast.expr]]:
    """Give the arguments of each call, and the members of each pair, that say something in both languages."""
    for node in ast.walk(tree):
        parts = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
        if any(CHINESE.search(text) for each in parts for text in literals(each)):
            yield parts


def literals(node: ast.AST) -> list[str]:
    return [each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def of_python(node: ast.AST) -> Iterator[str]:
    """Give what would show Python: a word of it, the name of a class, the form that ``repr`` gives."""
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield from OF_PYTHON.findall(each.value.removesuffix(" | None"))  # an annotation is not shown
        elif isinstance(each, ast.Attribute) and each.attr in {"__name__", "__class__"}:
            yield each.attr
        elif isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in {"type", "repr"}:
            yield each.func.id


def test_no_message_has_a_word_of_python():
    found = {
        f"{path.relative_to(ROOT)}:{part.lineno}": words
        for path in FILES
        for parts in messages(ast.parse(path.read_text(encoding="utf-8")))
        for part in parts
        if (words := list(of_python(part)))
    }

    assert found == {}


def test_such_words_are_found_in_calls_and_pairs_in_either_language():
    code = """
raise A(f"{x} is None.", f"{type(x).__name__} 有误。")
B = ("a ValueError", "出错")
C = ("no message: None", "None")
"""

    words = [word for parts in messages(ast.parse(code)) for part in parts for word in of_python(part)]

    assert sorted(words) == ["None", "ValueError", "__name__", "type"]
