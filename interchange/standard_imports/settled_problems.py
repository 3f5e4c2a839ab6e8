"""Problems of a reading: those that a person may accept, and those for which the graph has no place."""

from collections.abc import Sequence

from interchange.standard_imports.import_errors import ImportAnswerError, ImportProblemsError
from interchange.standard_imports.import_questions import ACCEPT, ImportAnswers, ImportQuestion
from interchange.standards.skill.skill_standard import Remark
from interchange.standards.standard_report import message

UNANSWERABLE = frozenset(
    {
        "requirement-without-code",
        "number-doubled",
        "name-missing",
        "name-differs",
        "level-unknown",
        "unreadable-characters",
    }
)


def settle_problems(problems: Sequence[Remark], answers: ImportAnswers) -> None:
    """Ask of each problem whether the document is so. Raises: ImportProblemsError where that would be no answer."""
    gaps = [each for each in problems if each.rule in UNANSWERABLE]
    if gaps:
        raise ImportProblemsError([message(each, "en") for each in gaps], [message(each, "zh") for each in gaps])
    for number, each in enumerate(problems, start=1):
        asked = ImportQuestion(
            f"problem-{each.number or number}",
            "",
            f"{message(each, 'en')}; accept it as it is?",
            f"{message(each, 'zh')}；是否照此接受？",
            (ACCEPT,),
        )
        answer = answers.take(asked)
        if answer not in (None, ACCEPT):
            raise ImportAnswerError.unfit(asked, str(answer))
