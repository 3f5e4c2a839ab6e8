"""The project keeps its own rules: sizes, packages, generated pages, no paths of a machine."""

import ast
import importlib
import importlib.metadata
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("graph", "resolvers", "schema", "seeds", "server", "analysis", "interchange", "solvers")
FILES = [
    ROOT / each
    for each in subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    if each
]
PYTHON = [each for each in FILES if each.suffix == ".py" and each.exists()]
# What people write: a declaration file is written by a tool.
TYPESCRIPT = [
    each for each in FILES if each.suffix in {".ts", ".tsx"} and each.exists() and not each.name.endswith(".d.ts")
]
SOURCES = [*PYTHON, *TYPESCRIPT]


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1


@cache
def functions() -> list[tuple[Path, str, int]]:
    """Give each function with its file and the lines of its body. To read all files takes seconds: it is done once."""
    return [
        (path, node.name, body_lines(node))
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_function_is_over_60_lines_and_no_file_over_500():
    long = [f"{path.name}:{name}" for path, name, lines in functions() if lines > 60]
    large = [path.name for path in SOURCES if len(path.read_text(encoding="utf-8").splitlines()) > 500]

    assert (long, large) == ([], [])


# Folders that may hold more modules, and why: docs/adr/0016-rooms-by-subject.md.
MODULES_MOST = 16
LARGER = {"graph/model", "bench"}


def test_a_folder_holds_few_modules():
    """As ADR 16 has it; tests mirror the code, and what makes a package is no module."""
    modules = [each.relative_to(ROOT) for each in PYTHON if each.name != "__init__.py"]
    counts = Counter(each.parent.as_posix() for each in modules if each.parts[0] in (*PACKAGES, "bench"))

    assert {folder for folder, count in counts.items() if count > MODULES_MOST} == LARGER


def test_the_median_function_is_under_10_lines():
    sizes = sorted(lines for path, _, lines in functions() if "tests" not in path.parts)

    assert sizes[len(sizes) // 2] < 10


@pytest.mark.parametrize("name", PACKAGES)
def test_the_package_is_ours(name):
    module = importlib.import_module(name)

    assert Path(module.__file__).is_relative_to(ROOT)
    owners = importlib.metadata.packages_distributions().get(name, ["oneplusx"])
    assert set(owners) <= {"oneplusx"}


def test_the_generated_pages_are_current():
    done = subprocess.run(
        [sys.executable, "-m", "docs.generate", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, f"run `make docs`: {done.stdout}{done.stderr}"


def test_every_test_that_starts_neo4j_can_leave_it_out():
    """As docs/neo4j.md has it of ONEPLUSX_TEST_ENGINES."""
    starting = re.compile(r"\bNeo4jServer\.start\(")
    asking = re.compile(r"\bENGINES\b|\bmark\.engine\(\"neo4j\"\)")
    texts = {each.name: each.read_text(encoding="utf-8") for each in PYTHON if each.is_relative_to(ROOT / "tests")}
    careless = [name for name, text in texts.items() if starting.search(text) and not asking.search(text)]

    assert careless == []


def test_no_path_of_a_machine_and_no_registry_host_is_committed():
    pattern = re.compile(
        "|".join(
            [
                "/wo" + "rk/",
                "/ro" + "ot/",
                "python" + "hosted",
                r"registry\.npm" + "js",
                r"repo1?\.ma" + "ven",
                r"deb\.deb" + "ian",
            ]
        )
    )
    text_files = [each for each in FILES if each.exists() and each.suffix not in {".js", ".css", ".png"}]

    found = [
        str(each.relative_to(ROOT))
        for each in text_files
        if pattern.search(each.read_text(encoding="utf-8", errors="ignore"))
    ]

    assert found == []


def test_the_server_holds_no_cypher():
    """Statements stand in ``graph`` and ``resolvers``; the server calls functions of theirs."""
    cypher = re.compile(r"\b(MATCH|MERGE|UNWIND|RETURN|CREATE|DELETE|CALL|COLLECT) ?[({\w]")
    found = [
        (path.name, node.lineno)
        for path in PYTHON
        if path.is_relative_to(ROOT / "server")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Constant) and isinstance(node.value, str) and cypher.search(node.value))
        or (isinstance(node, ast.ImportFrom) and "Statement" in {each.name for each in node.names})
    ]

    assert found == []


def names_at_the_top(path: Path):
    """The public classes and aliases of a module; a type variable is none."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if "TypeVar(" not in ast.unparse(value):
                yield name


def test_a_class_or_alias_has_a_name_of_its_own():
    """A search for a name finds one meaning."""
    found: dict[str, list[str]] = {}
    for path in PYTHON:
        room = path.relative_to(ROOT)
        if room.parts[0] in PACKAGES:
            for name in names_at_the_top(path):
                if name[0].isupper() and not name.isupper():
                    found.setdefault(name, []).append(room.as_posix())

    assert {name: places for name, places in found.items() if len(places) > 1} == {}


def test_a_record_type_or_code_list_is_named_as_graphql_names_it():
    """The constant of `CertificateDemand` is CERTIFICATE_DEMAND: so no two questions have an ITEM or a LEVEL."""
    found = []
    for path in PYTHON:
        if path.relative_to(ROOT).parts[0] not in PACKAGES:
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            match node:
                case ast.Assign(targets=[ast.Name(id=constant)], value=ast.Call(func=ast.Name(id=kind)) as call) if (
                    kind
                    in {
                        "CodeList",
                        "RecordType",
                    }
                ):
                    given = [each.value for each in call.keywords if each.arg == "name"] or call.args
                    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", ast.literal_eval(given[0])).upper()
                    if constant.removeprefix("_") != words:
                        found.append((path.name, constant, words))

    assert found == []
