"""No question unpacks what it read by position, and every question is of the one kind."""

import ast
import re
from collections.abc import Iterator
from inspect import isabstract
from pathlib import Path

import pytest

from resolvers.questions import argument_kinds
from resolvers.questions.question import Analysis, Listing, Question
from resolvers.questions.records import RecordType
from resolvers.questions.registry import QUESTIONS
from resolvers.request.declarations import Argument
from tests.conftest import ROOT

FOLDER = ROOT / "resolvers" / "questions"
# They turn positions into names, for all others.
MECHANISM = {"parts.py", "records.py"}
MODULES = [path for path in sorted(FOLDER.rglob("*.py")) if path.name not in MECHANISM]


def by_position(source: str) -> list[str]:
    """Name the places where a list that was read may be taken apart by position."""
    return [ast.unparse(node).strip("()") for node in found_in(ast.parse(source))]


def found_in(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(value=rows, slice=place) if is_number(place) and not isinstance(rows, ast.Call):
                yield node
            case ast.Starred(ctx=ast.Store()):
                yield node
            case ast.Assign(targets=[ast.Tuple() | ast.List() as target], value=value) if not is_made_here(value):
                yield target
            case ast.For(target=ast.Tuple() | ast.List() as target, iter=rows) if not is_made_here(rows):
                yield target
            case ast.comprehension(target=ast.Tuple() | ast.List() as target, iter=rows) if not is_made_here(rows):
                yield target


def is_number(node: ast.AST) -> bool:
    """Whether it is a number written down, such as 0 or -1."""
    inner = node.operand if isinstance(node, ast.UnaryOp) else node
    return isinstance(inner, ast.Constant) and isinstance(inner.value, int)


def is_made_here(node: ast.AST) -> bool:
    """Whether the values are written next to the names, or are those of a call, such as ``zip`` or ``items``."""
    return isinstance(node, ast.Call | ast.Tuple | ast.List | ast.GeneratorExp | ast.ListComp) or (
        # Its rows are written down: pairs of names and texts.
        isinstance(node, ast.Name) and node.id.isupper()
    )


@pytest.mark.parametrize("path", MODULES, ids=lambda each: str(each.relative_to(FOLDER)))
def test_a_question_takes_nothing_apart_by_position(path: Path):
    assert by_position(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "places"),
    [
        ("found, *rest = raw", ["found, *rest", "*rest"]),
        ("a, b = row", ["a, b"]),
        ("x = [name for key, name in rows]", ["key, name"]),
        ("for key, name in read.rows: pass", ["key, name"]),
        ("x = row[2]", ["row[2]"]),
        ("x = sorted(rows, key=lambda row: -row[-1])", ["row[-1]"]),
        ("x = rows[key] + texts[: first]", []),
        ("for place, each in enumerate(rows): pass", []),
        ("state, due_on = handover(decisions, day)", []),
        ("a, b = (one(each) for each in sides)", []),
    ],
)
def test_the_check_sees_positions(source: str, places: list[str]):
    assert sorted(by_position(source)) == sorted(places)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)
def test_every_question_is_an_analysis_or_a_listing(question: Question):
    assert isinstance(question, Analysis | Listing)
    assert isinstance(question.record, RecordType)
    assert all(isinstance(each, Argument) for each in question.arguments)
    kinds = (argument_kinds.ValueArgument, argument_kinds.ChoiceArgument, argument_kinds.InputObjectArgument)
    assert [each.name for each in question.arguments if not isinstance(each, kinds)] == []


def test_every_question_that_there_is_stands_in_the_registry():
    def below(kind: type) -> Iterator[type]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    written = {each for each in below(Question) if not isabstract(each)}

    assert {type(each) for each in QUESTIONS} == written
    assert len({each.name for each in QUESTIONS}) == len(QUESTIONS)


def test_arguments_name_types_as_the_api_does():
    """`int` would mean the same to Python; who reads or compares annotations would see two types."""
    of_python = re.compile(r"\b(int|str|float|bool)\b")
    wrong = [
        f"{question.name}.{argument.name}"
        for question in QUESTIONS
        for argument in question.arguments
        if of_python.search(argument.annotation)
    ]

    assert wrong == []
