"""What an import asks a person to decide, and the answers. The same file gives questions of the same names."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.errors import Language

NONE = "none"
ACCEPT = "accept"
# The name by which all proposals are accepted: `proposals=accept`.
PROPOSALS = "proposals"
NEW = "new"
# A choice with its name: 2021:510203 (软件技术, 高职专科).
_NAMED_CHOICE = re.compile(r"([^\s()]+) \((.*)\)")
_NONE_ZH = f"{NONE}（都不是）"


class ImportQuestion(NamedTuple):
    """A question: its name, what the document says, what is asked, and answers that suggest themselves.

    ``proposed`` is the one of them that is likely: a person still has to accept it. Empty: none is.
    """

    name: str
    subject: str
    en: str
    zh: str
    choices: tuple[str, ...] = ()
    proposed: str = ""

    def line(self, language: Language) -> str:
        """Give the question in one line."""
        return self._line_zh() if language == "zh" else self._line_en()

    def _line_en(self) -> str:
        asked = ": ".join(filter(None, (self.name, self.subject, self.en)))
        choices = f"; choices: {', '.join(self.choices)}" if self.choices else ""
        return asked + choices + (f"; proposed: {self.proposed}" if self.proposed else "")

    def _line_zh(self) -> str:
        asked = "：".join(filter(None, (self.name, self.subject, self.zh)))
        choices = f"；可选：{listed_zh(self.choices)}" if self.choices else ""
        return asked + choices + (f"；建议：{self.proposed}" if self.proposed else "")


def listed_zh(choices: Iterable[str]) -> str:
    """List choices in Chinese: what an answer takes stands first, and what it means in full-width brackets."""
    return "、".join(_NONE_ZH if each == NONE else _in_chinese(each) for each in choices)


def _in_chinese(choice: str) -> str:
    found = _NAMED_CHOICE.fullmatch(choice)
    return f"{found[1]}（{found[2].replace(', ', '，')}）" if found else choice


# The names of the questions that a document may lead to.
_QUESTIONS = re.compile(
    r"(?:problem|major|occupation)-\d{1,4}|(?:plan-\d{1,4}-)?problem-[a-z-]{1,80}(?:-\d{1,4})?"
    r"|name|code|version|year|certificate|major"
)


class ImportAnswers:
    """The answers given. Which questions were asked, and which are open, is known when all were asked."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self._given = {name: answer.strip() for name, answer in given.items()}
        self._accepts_proposals = self._given.get(PROPOSALS) == ACCEPT
        if self._accepts_proposals:
            del self._given[PROPOSALS]
        self._asked: set[str] = set()
        self.open: list[ImportQuestion] = []
        # Whether corrections may have settled a question that was asked and answered before.
        self.may_be_settled = False

    def take(self, question: ImportQuestion) -> str | None:
        """Give the answer to a question; None: there is none, and the question is open."""
        self._asked.add(question.name)
        proposed = question.proposed if self._accepts_proposals else ""
        answer = self._given.get(question.name) or proposed or None
        if answer is None:
            self.open.append(question)
        return answer

    def was_asked(self, name: str) -> bool:
        """Whether there was a question of this name."""
        return name in self._asked

    def add_to(self, name: str, en: str, zh: str) -> None:
        """Add what the graph says to an open question."""
        self.open = [
            each._replace(en=each.en + en, zh=each.zh + zh) if each.name == name else each for each in self.open
        ]

    def unasked(self) -> set[str]:
        """Name the answers to which there was no question."""
        unasked = set(self._given) - self._asked
        return {each for each in unasked if not (self.may_be_settled and _QUESTIONS.fullmatch(each))}
