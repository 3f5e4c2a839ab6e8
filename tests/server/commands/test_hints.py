"""Errors that pages show name no command; the command line adds the one that helps on."""

import re

import pytest
import typer

from graph.errors import AccessError, OneplusxError, OtherCollegeError
from interchange.alignments.import_errors import TableFormError
from interchange.documents.document_errors import DocumentListError, TemplateError
from interchange.standard_imports.import_errors import ImportQuestionsError
from interchange.standard_imports.import_questions import ImportQuestion
from interchange.standards.corrections.correction_errors import CorrectionError, CorrectionsFileError
from interchange.training_plans.plan_errors import TrainingPlanNotFoundError
from server.commands.hints import HINTS, HINTS_OF_COMMANDS
from server.commands.main import app
from server.plans.improvements.improvement_errors import CreditRulesChoiceError, NoCertificatesError
from tests.command_line import oneplusx
from tests.interchange.documents.made_documents import docx, paragraph
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import flat_rows

SHOWN_ON_PAGES = (
    ImportQuestionsError([ImportQuestion("major-3", "护理", "which major is it?", "是哪个专业？")]),
    CorrectionError.fits_nothing("ELEMENTARY:1"),
    CorrectionsFileError(),
    TrainingPlanNotFoundError(),
    NoCertificatesError(),
    CreditRulesChoiceError("某学院", ["甲学院"]),
    TableFormError([("course", "课程")]),
    TemplateError("技能要求", "编号"),
    AccessError.unauthenticated(),
    AccessError.unknown_token(),
    OtherCollegeError("College:甲学院", "College:乙学院"),
    DocumentListError(),
)
OPTION = re.compile(r"--[a-z-]+")
# Which commands end with an error whose hint names an option alone.
RAISED_BY = {
    "IMPORT_QUESTIONS": ("import standard", "plan import"),
    "IMPORT_CORRECTION": ("import standard",),
    "CORRECTIONS_FILE": ("import standard",),
    "CREDIT_RULES_CHOICE": ("plan credits",),
}
COMMAND = re.compile(r"`oneplusx ([a-z ]+[a-z])")


@pytest.mark.parametrize("error", SHOWN_ON_PAGES, ids=lambda each: each.code)
def test_an_error_that_pages_show_names_no_command(error: OneplusxError):
    for text in (error.en, error.zh):
        assert OPTION.findall(text) == []
        assert "oneplusx" not in text
    assert error.code in HINTS


def test_the_hints_name_commands_and_options_that_there_are():
    options = {}

    def walk(command, name: str) -> None:
        options[name] = {option for each in command.params for option in each.opts}
        for child, each in getattr(command, "commands", {}).items():
            walk(each, f"{name} {child}".strip())

    walk(typer.main.get_command(app), "")
    of_commands = [(code, each, (name,)) for name, own in HINTS_OF_COMMANDS.items() for code, each in own.items()]

    for code, hint, raised_by in [
        *((code, each, RAISED_BY.get(code, ())) for code, each in HINTS.items()),
        *of_commands,
    ]:
        for text in (hint.english, hint.chinese):
            for command in COMMAND.findall(text) or raised_by:
                assert set(OPTION.findall(text)) <= options[command], (code, command)
            assert COMMAND.findall(text) or raised_by, code
    assert {each.code for each in SHOWN_ON_PAGES} == set(HINTS)


@pytest.mark.parametrize("language", ["en_US", "zh_CN"])
@pytest.mark.parametrize("corrections", ['[{"item": "9:9:credits", "text": "1"}]', "no list"])
def test_a_refused_correction_of_a_plan_names_what_the_import_of_plans_has(language, corrections, tmp_path):
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", flat_rows())))
    (tmp_path / "corrections.json").write_text(corrections)
    given = ("--dry-run", "--corrections", "corrections.json")

    done = oneplusx("plan", "import", "plan.xlsx", *given, folder=tmp_path, LC_ALL=language)

    assert done.returncode == 1
    assert "--corrections-template" not in done.stderr
    assert "--dry-run --report" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("language", "hint"),
    [
        ("en_US", "`oneplusx plan template FILE` writes the form."),
        ("zh_CN", "模板可用 `oneplusx plan template 文件` 生成。"),
    ],
)
def test_the_command_line_says_which_command_helps_on(language, hint, tmp_path):
    (tmp_path / "letter.docx").write_bytes(docx(paragraph("没有课程表。")))

    done = oneplusx("plan", "import", "letter.docx", "--dry-run", folder=tmp_path, LC_ALL=language)

    assert done.returncode == 1
    assert done.stderr.splitlines()[0].startswith("TRAINING_PLAN_NOT_FOUND ")
    assert done.stderr.splitlines()[1:] == [hint]
