"""Documents are plain, lead somewhere and show GraphQL that the schema takes; comments name paths that exist."""

import csv
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from graphql import parse, validate

from graph.model import MODEL
from resolvers.editing.registry import MUTATIONS
from resolvers.questions.registry import QUESTIONS
from schema.build import executable_schema
from tests.project.plain_english import (
    LONGEST_SENTENCE,
    comments_and_docstrings,
    hard_words,
    prose,
    sentences,
    word_count,
)

ROOT = Path(__file__).resolve().parents[2]
LISTED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
FILES = [ROOT / each for each in LISTED if (ROOT / each).is_file()]
DOCUMENTS = [each for each in FILES if each.suffix == ".md"]
ADRS = sorted((ROOT / "docs" / "adr").glob("0*.md"))
PYTHON = [each for each in FILES if each.suffix == ".py"]
GRAPHQL = [each for each in FILES if each.suffix == ".graphql"]
OTHERS = [
    ROOT / each
    for each in ("Makefile", "pyproject.toml", "compose.yaml", "constraints.txt", ".ci/run", ".pre-commit-config.yaml")
]
# Written from descriptions in Python, which PLAIN_CODE checks where they are written.
GENERATED = {ROOT / "docs" / "model.md", ROOT / "docs" / "errors.md", ROOT / "docs" / "configuration.md"}
# Folders whose comments, docstrings and GraphQL have none of the hard words: all of them.
PLAIN_CODE = (
    "analysis",
    "bench",
    "docs",
    "graph",
    "interchange",
    "resolvers",
    "schema",
    "seeds",
    "server",
    "solvers",
    "tests",
)


def findings(check, paths):
    """What a check finds in the text of each file, by the file; files in which it finds nothing are left out."""
    every = ((path, check(path, path.read_text(encoding="utf-8"))) for path in paths)
    return {str(path.relative_to(ROOT)): found for path, found in every if found}


COMMANDS_OF_A_PAGE = re.compile(r"^(?:ONEPLUSX_\S+ )?oneplusx ", re.MULTILINE)


def test_a_page_with_commands_says_where_the_program_is():
    silent = [
        each.name
        for each in DOCUMENTS
        if COMMANDS_OF_A_PAGE.search(text := each.read_text(encoding="utf-8")) and ".venv/bin/" not in text
    ]

    assert silent == []


@cache
def comments(path):
    return "\n".join(comments_and_docstrings(path))


def after_hashes(text):
    return "\n".join(each.partition("#")[2] for each in text.splitlines())


def test_no_sentence_is_longer_than_a_reader_can_hold():
    def long(_, text):
        return [each for each in sentences(text) if word_count(each) > LONGEST_SENTENCE]

    assert findings(long, DOCUMENTS) == {}


def test_documents_are_plain_english():
    written = [each for each in DOCUMENTS if each not in GENERATED]

    assert findings(lambda _, text: hard_words(prose(text)), written) == {}


@pytest.mark.parametrize("folder", PLAIN_CODE)
def test_what_code_says_is_plain_english(folder):
    files = [each for each in (*PYTHON, *GRAPHQL) if each.is_relative_to(ROOT / folder)]

    def hard(path, text):
        return hard_words(comments(path) if path.suffix == ".py" else text)

    assert findings(hard, files) == {}


def test_comments_of_other_files_are_plain_english():
    assert findings(lambda _, text: hard_words(after_hashes(text)), OTHERS) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A dear statement. Whoever waits is told.", ["dear", "whoever", "told"]),
        ("An expensive statement runs; `told` is code, and a dearth or Oldtown is neither.", []),
        ("So many rivals at one stroke, beside nobody", ["so many", "rivals", "at one stroke", "beside", "nobody"]),
    ],
)
def test_hard_words_are_found_whole_and_outside_code(text, words):
    assert [each.partition(" (")[0] for each in hard_words(prose(text))] == words


def test_sentences_end_at_stops_bullets_and_rows_but_not_inside_code_or_numbers():
    text = """# A title

One. Two 1.5 and `a. b`! See [the page](x.md).

- first
- second: with a colon
  that goes on

| a row | of a table. It is none. |

```console
make serve. And more.
```
最后一句。还有一句。
"""

    assert list(sentences(text)) == [
        "# A title",
        "One.",
        "Two 1.5 and CODE!",
        "See the page.",
        "- first",
        "- second: with a colon that goes on",
        "最后一句。",
        "还有一句。",
    ]


# ---- paths

ROOMS = "|".join(PLAIN_CODE)
# A path in prose: a room, a slash, and parts that name a file or folder. What holds <...> or * is a pattern.
_PATH = re.compile(rf"(?<![\w/.-])(?:{ROOMS})/[\w./*<>-]*")
_MODULE = re.compile(r"(?<![\w/.*<>-])\w+\.py\b")
MODULES = {each.name for each in PYTHON}
# Words with a slash that are none: a pair of rooms.
NO_PATHS = {"graph/resolvers"}


def missing_paths(text):
    """The paths in a text that lead nowhere, and the modules, named without a folder, that no folder holds."""
    paths = {match.group().rstrip(".-") for match in _PATH.finditer(text)}
    modules = {match.group() for match in _MODULE.finditer(text)}
    return sorted(
        {each for each in paths if not (set("<*>") & set(each) or each in NO_PATHS or (ROOT / each).exists())}
        | (modules - MODULES)
    )


def test_paths_in_documents_exist():
    assert findings(lambda _, text: missing_paths(text), DOCUMENTS) == {}


def test_paths_in_comments_and_docstrings_exist():
    assert findings(lambda path, _: missing_paths(comments(path)), PYTHON) == {}


def test_paths_in_comments_of_other_files_exist():
    assert findings(lambda _, text: missing_paths(after_hashes(text)), OTHERS) == {}


def test_a_path_that_leads_nowhere_is_found():
    text = """See graph/model/nowhere.py, docs/adr/0001-layers-and-rooms.md, seeds/data/<set>/x, https://a.b/docs/c,
    `core.py` and `nowhere_else.py`."""

    assert missing_paths(text) == ["graph/model/nowhere.py", "nowhere_else.py"]


def test_links_of_documents_lead_somewhere():
    def broken(path, text):
        targets = re.findall(r"\]\((?!https?:)([^)]+)\)", re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL))
        return [each for each in targets if not leads_somewhere(path, each)]

    assert findings(broken, DOCUMENTS) == {}


def leads_somewhere(path, target):
    file, _, anchor = target.partition("#")
    page = (path.parent / file).resolve() if file else path
    return page.exists() and (not anchor or anchor in anchors(page))


def anchors(page):
    """The names that a forge gives to the headings of a page."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}


def test_colleges_of_examples_are_in_the_seeds():
    with (ROOT / "seeds/data/colleges/nodes/College.csv").open(encoding="utf-8", newline="") as file:
        codes = {row["code"] for row in csv.DictReader(file)}

    assert findings(lambda _, text: sorted(set(re.findall(r"--college (\d+)", text)) - codes), DOCUMENTS) == {}


# ---- decisions


@pytest.mark.parametrize("path", ADRS, ids=lambda each: each.stem)
def test_a_decision_has_its_status_and_parts_and_is_listed(path):
    text = path.read_text(encoding="utf-8")
    status = re.search(r"^Status: (proposed|accepted \d{4}-\d\d-\d\d|superseded by \[\d+\])", text, re.MULTILINE)
    listed = (path.parent / "README.md").read_text(encoding="utf-8")

    assert status, "the line after the title is a status"
    parts = re.findall(r"^\*\*(Situation|Decision|Consequences|Rejected)\.\*\*", text, re.MULTILINE)
    assert parts == ["Situation", "Decision", "Consequences", "Rejected"]
    assert f"| [{int(path.name[:4])}]({path.name}) |" in listed
    assert status.group(1).split()[0] in listed.split(f"]({path.name}) |")[1].partition("\n")[0]


# ---- examples


def test_the_glossary_has_every_node_type():
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")

    assert [each for each in MODEL.node_types if f"`{each}`" not in glossary] == []


def test_the_readme_has_every_question_and_each_change_of_alignments():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    changes = [each.name for each in MUTATIONS if each.name.endswith(("Alignment", "Alignments", "Review"))]
    names = (*(each.name for each in QUESTIONS), *changes)

    assert [each for each in names if not re.search(rf"\b{each}\b", readme)] == []


def test_the_schema_takes_every_example():
    schema = executable_schema()

    def wrong(_, text):
        blocks = re.findall(r"```graphql\n(.*?)```", text, re.DOTALL)
        return [error.message for each in blocks for error in validate(schema, parse(each))]

    assert findings(wrong, DOCUMENTS) == {}
