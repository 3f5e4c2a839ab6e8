"""What a person decides of a plan before it is written: college, major, grade, version, and each kind of problem."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanLine, PlanReading, PlanRemark
from interchange.standard_imports.import_errors import ImportAnswerError
from interchange.standard_imports.import_questions import ACCEPT, NEW, NONE, ImportAnswers, ImportQuestion
from interchange.standard_imports.imported_facts import ImportedFile
from interchange.training_plan_imports.known_graph import KnownForPlans, KnownPlan
from interchange.training_plan_imports.plan_import_errors import TrainingPlanExistsError
from interchange.training_plans.checks.gathered_remarks import each_apart, once_per_column
from interchange.training_plans.checks.line_places import LinePlaces
from interchange.training_plans.plan_report import message

_GRADE = re.compile(r"((?:19|20)\d\d)\s*[级版届]?")
# Problems that a question of its own settles.
_ASKED_APART = frozenset({"head-lacks", "code-and-name-disagree"})
# Problems that the nature of the lines settles.
_OF_NATURE = frozenset({"nature-not-known", "several-natures"})
_NATURES = ("REQUIRED", "RESTRICTED_ELECTIVE", "ELECTIVE")
# With more texts than this, the column is hardly one of natures: one question is enough.
_TEXTS_MOST = 10


class PlanIdentity(NamedTuple):
    """Whose plan it is, and of which version. Empty or null: not in the graph, or the question is open."""

    college: str
    college_id: str | None
    major: str
    major_id: str | None
    grade: str
    version: int
    revises: str | None

    @property
    def entry_year(self) -> int:
        """The year in which its students enter."""
        return int(self.grade[:4] or 0)

    @property
    def own(self) -> dict[str, str | int]:
        """The values that the plan and each of its lines have in common."""
        return {"collegeName": self.college, "majorName": self.major, "grade": self.grade, "version": self.version}


class PlanQuestions:
    """Asks about one plan; ``prefix`` tells its questions from those on other plans of the document.

    ``read_problems`` are those before corrections: they number the questions, so that one settled by a correction
    does not give its number to another.
    """

    def __init__(
        self, plan: PlanReading, answers: ImportAnswers, prefix: str, read_problems: Iterable[PlanRemark]
    ) -> None:
        self._plan = plan
        self._read_problems = tuple(read_problems)
        self._answers = answers
        self._prefix = prefix

    def identity(self, known: KnownForPlans, file: ImportedFile) -> PlanIdentity:
        """Settle whose plan it is. Raises: TrainingPlanExistsError, ImportAnswerError."""
        head = self._plan.head
        named = known.colleges.named
        college, college_id = named(head.college, f"{self._prefix}college", self._answers, head.filed_college)
        major, major_id = self._major(known)
        grade = self._grade()
        versions = known.plans.setdefault((college, major, grade), []) if college and major and grade else []
        version, revises = self._version(versions, file)
        return PlanIdentity(college, college_id, major, major_id, grade, version, revises)

    def _major(self, known: KnownForPlans) -> tuple[str, str | None]:
        head = self._plan.head
        name = head.major_name or ""
        # 市场营销(校企合作): a variant of the major is named in brackets.
        plain = name if known.majors.has(head.major_code or "", name) else re.sub(r"[(（].*[)）]$", "", name)
        question = f"{self._prefix}major"
        major = known.majors.named(head.major_code or "", plain, question, self._answers)
        if major and not name:
            return known.majors.name_of(major), major
        if not name and question not in {each.name for each in self._answers.open}:
            # No plan is without a major.
            raise ImportAnswerError.unfit(self._asked("major", "which major is it?", "是哪个专业？"), NONE)
        return name, major

    def _grade(self) -> str:
        if self._plan.head.grade:
            return self._plan.head.grade
        asked = self._asked("grade", "which year do its students enter? Such as 2025", "学生何年入学？如 2025")
        answer = self._answers.take(asked)
        match = _GRADE.fullmatch(answer or "")
        if answer and match is None:
            raise ImportAnswerError.unfit(asked, answer)
        return f"{match[1]}级" if match else ""

    def _version(self, versions: list[KnownPlan], file: ImportedFile) -> tuple[int, str | None]:
        """Give the number of the version, and the version before it."""
        seen = [each for each in versions if each.is_visible]
        same = next((each for each in seen if each.sha256 == file.sha256), None)
        if same:
            raise TrainingPlanExistsError(same.id)
        number = versions[-1].version + 1 if versions else 1
        if not seen:
            return number, None
        latest = seen[-1]
        asked = self._asked(
            "version",
            f"version {latest.version} of this plan is in the graph, or earlier in this document; "
            f"write this as version {number}?",
            f"图中或本文档前文已有这份方案的第 {latest.version} 版；是否作为第 {number} 版写入？",
            NEW,
        )
        answer = self._answers.take(asked)
        if answer not in (None, NEW):
            raise ImportAnswerError.unfit(asked, str(answer))
        return number, latest.id

    def _asked(self, name: str, en: str, zh: str, *choices: str) -> ImportQuestion:
        return ImportQuestion(f"{self._prefix}{name}", self._plan.head.title, en, zh, choices)

    def settle_problems(self) -> PlanReading:
        """Ask once for each kind of problem whether the document is so.

        Give the plan with the natures answered, and with the problems that no answer changes.
        """
        places = LinePlaces(self._plan.lines, self._plan.columns)
        natures: dict[int, str] = {}
        left: list[PlanRemark] = []
        for name, remarks in self._kinds().items():
            answer = self._settle(name, remarks)
            if answer in _NATURES:
                natures |= {number: answer for each in remarks for number in places.numbers_of(each.place)}
            else:
                left += remarks
        lines = tuple(_with_nature(each, natures.get(number)) for number, each in enumerate(self._plan.lines, 1))
        problems = once_per_column(each_apart(left), lines, self._plan.columns)
        return self._plan._replace(lines=lines, problems=tuple(problems))

    def _kinds(self) -> dict[str, list[PlanRemark]]:
        """Give the problems by the name of their question; those on natures by what is written for the nature, too."""
        texts: dict[str, dict[str, None]] = {}
        problems = [*_asked(self._plan.problems)]
        for each in (*_asked(self._read_problems), *problems):
            texts.setdefault(each.rule, {}).setdefault(_text(each))
        numbers = {rule: {text: number for number, text in enumerate(listed, 1)} for rule, listed in texts.items()}
        questions: dict[str, list[PlanRemark]] = {}
        for each in problems:
            if each.rule not in _ASKED_APART:
                number, count = numbers[each.rule][_text(each)], len(numbers[each.rule])
                name = f"problem-{each.rule}" if number == 1 or count > _TEXTS_MOST else f"problem-{each.rule}-{number}"
                questions.setdefault(name, []).append(each)
        return questions

    def _settle(self, name: str, remarks: Iterable[PlanRemark]) -> str | None:
        first, *others = remarks
        more_en, more_zh = (f" (and {len(others)} more)", f"（另有 {len(others)} 处）") if others else ("", "")
        is_of_nature = first.rule in _OF_NATURE
        asks_en = "which is it? Or accept it as it is" if is_of_nature else "accept it as it is?"
        asks_zh = "属于哪一种？无法确定的照此接受" if is_of_nature else "是否照此接受？"
        asked = ImportQuestion(
            f"{self._prefix}{name}",
            "",
            f"{message(first, 'en')}{more_en}; {asks_en}",
            f"{message(first, 'zh')}{more_zh}；{asks_zh}",
            (*_NATURES, ACCEPT) if is_of_nature else (ACCEPT,),
        )
        answer = self._answers.take(asked)
        if answer not in (None, *asked.choices):
            raise ImportAnswerError.unfit(asked, str(answer))
        return answer


def _asked(problems: Iterable[PlanRemark]) -> Iterator[PlanRemark]:
    """Give the problems as they are asked: of natures each text has a question, also where a column is the cause."""
    for each in problems:
        yield from each_apart([each]) if each.rule in _OF_NATURE else [each]


def _text(each: PlanRemark) -> str:
    """Give what tells the questions of one rule apart: the text that is written for the nature."""
    return each.subject if each.rule in _OF_NATURE else ""


def _with_nature(line: PlanLine, nature: str | None) -> PlanLine:
    """Give the line with the nature that was answered for it; what the document states stays."""
    return line if line.nature else line._replace(nature=nature)
