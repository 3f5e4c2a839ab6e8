"""Choices that notes state: of the lines whose numbers, marks, remarks, modules or natures they name."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice

from analysis.training_plans.training_plan import Note, PlanPlace, PlanRemark
from interchange.training_plans.choices.choice_groups import count_of, credits_chosen
from interchange.training_plans.choices.named_choices import named_members
from interchange.training_plans.choices.numbered_choices import NumberedChoice, lines_of_numbers, numbered_choice
from interchange.training_plans.choices.plan_quotas import ELECTIVES, FILLING, Quota, quota_members, quotas_of
from interchange.training_plans.choices.shared_figures import SharedFigures
from interchange.training_plans.plan_head import HeadText
from interchange.training_plans.tables.numerals import COUNT
from interchange.training_plans.tables.plan_words import SOME_OF, bare, fold, nature_of

_BEFORE_SENTENCE = re.compile(r"^(?:(?:备注|说明|注)[:：]?)?(?:\d{1,2}[.、．])?")
# A longer remark names no group of courses.
_NAME_LARGEST = 8
# A plan has some ten sentences on what is chosen; each is held against all lines.
_SENTENCES_LARGEST = 100
_SUBJECT_LARGEST = 60
_OFFERED = re.compile(rf"(?:共|有|所列|以下|下列|上述|以上)*{COUNT}门(?:课程?)?中?$")
# A组, 第二组, 数据方向: parts of which some are chosen.
_PART_NAME = re.compile(r"方向|组$|模块$")
_IN_BRACKETS = re.compile(r"\(([^()]{1,60})\)")
# What is chosen is not the course: 任选一门考取证书, 任选一门免修.
_OTHER_AIMS = re.compile(r"考证|考取|证书|免修|作业|比赛")
# 第10~14门为专业拓展课(选修), 任选三门: what the courses are, before how many are chosen.
_IS_CALLED = re.compile(r"(?:课程)?(?:均|都)?为[^,，。;；]{2,20}(?=[,，])")
# 中选两门安排线上教学: what is done with some of the courses, not which are taken.
_DONE_WITH_THEM = re.compile(
    r"(?:课程?)?(?:安排|组织|开展|采用|采取|实施|推行|作为)(?!.{0,8}(?:选修|限选|任选|学习|修读))(?![在于])"
)
_CIRCLED = re.compile(r"[①-⑩]")


class NoteChoices(SharedFigures):
    """Finds the choices that notes state."""

    # How many sentences were held against the modules of all lines.
    subjects_read = 0

    def add_by_notes(
        self,
        notes: Iterable[Note],
        numbered: Mapping[int, list[int]],
        above: Mapping[PlanPlace, Mapping[int, list[int]]] = {},
    ) -> None:
        """Read quotas that notes state: 选修课至少选修6学分. One that cannot be placed is a problem.

        ``numbered``: the lines of rows by the numbers that tables give them, and ``above`` those of the table above a
        note.
        """
        for note in notes:
            for sentence in re.split(r"[。;；]|(?<=[^\d])\d{1,2}[.、．](?!\s*\d)", fold(note.text)):
                shown = _BEFORE_SENTENCE.sub("", bare(sentence))
                if stated := numbered_choice(shown):
                    own = above.get(note.place, {})
                    members = lines_of_numbers(stated.numbers, numbered) or lines_of_numbers(stated.numbers, own)
                    self._by_numbers(stated, members, note, shown)
                elif not (
                    self._by_marks(bare(sentence)) or self._by_named_remarks(shown, note) or self._by_names(shown)
                ):
                    self._by_quotas([*quotas_of(sentence)], note, shown)

    def add_by_label(self, label: str, place: PlanPlace, members: Sequence[int]) -> None:
        """Read what brackets in the label of a total say is chosen of its lines: 小计（任选课至少选修6学分）."""
        for said in _IN_BRACKETS.findall(bare(label)):
            quotas = [*quotas_of(said)]
            if not quotas:
                # 公共课合计(甲、乙二选一)
                self._by_names(said)
            for quota in quotas:
                named = {*quota_members(quota.subject, self.lines)} if quota.subject else {*members}
                chosen = [at for at in members if at in named and self.lines[at].nature in ELECTIVES]
                offered = sum(self.lines[at].credits or 0 for at in chosen)
                are_free = all(self.lines[at].group is None and self.lines[at].is_counted for at in chosen)
                if len(chosen) > 1 and are_free and quota.credits < offered:
                    self._add("CHOOSE_CREDITS", label, place, chosen, wanted_credits=quota.credits)
                    names = "、".join(self.lines[at].name for at in chosen)
                    self.guesses.append(PlanRemark("choice-by-a-note", label, place, self._chosen(names)))

    def add_by_prose(self, texts: Iterable[HeadText], natures_by_text: Collection[int] = ()) -> None:
        """Read what texts around tables say of lines in no choice; electives of which the plan has too few are said.

        ``natures_by_text``: the lines that are electives by another text alone, which are no sign that all are there.
        """
        electives = {at for at, line in enumerate(self.lines) if line.nature in ELECTIVES} - {*natures_by_text}
        sentences = ((each, part) for each in texts for part in re.split(r"[。;；]", each.text) if "选" in part)
        for each, sentence in islice(sentences, _SENTENCES_LARGEST):
            shown = _BEFORE_SENTENCE.sub("", bare(sentence))
            self._by_names(shown)
            for quota in quotas_of(sentence):
                members = quota_members(quota.subject, self.lines)
                offered = sum(self.lines[at].credits or 0 for at in members)
                are_free = len(members) > 1 and all(self.lines[at].group is None for at in members)
                if are_free and quota.credits < offered:
                    self._by_note(quota, Note(each.text, each.place), shown)
                elif self._are_too_few(members, quota.credits) and not electives & {*(members or electives)}:
                    taken = f"{quota.credits / 100:g}"
                    self.problems.append(PlanRemark("electives-in-prose-alone", shown, each.place, taken))

    def _are_too_few(self, members: Sequence[int], wanted: int) -> bool:
        """Whether lines in no choice have fewer credits than are wanted of them, as far as their credits are known."""
        credits_of = [self.lines[at].credits for at in members if self.lines[at].group is None]
        return len(credits_of) == len(members) and None not in credits_of and sum(filter(None, credits_of)) < wanted

    def _by_quotas(self, quotas: Sequence[Quota], note: Note, sentence: str) -> None:
        """Read the quotas of a sentence, or say that the number of courses that it has is that of no choice."""
        for quota in quotas:
            self._by_note(quota, note, sentence)
        match = None if quotas else SOME_OF.search(sentence)
        if match and self._by_subject(sentence, match):
            return
        if match and all(each.choose != count_of(match[2] or match[3]) for each in self.groups):
            self.problems.append(PlanRemark("quota-of-a-note-not-read", sentence, note.place))

    def _by_names(self, sentence: str) -> bool:
        """Read what a note says of courses that it names: 音乐鉴赏、美术鉴赏两门任选一门."""
        members, match = named_members(sentence, self.names), SOME_OF.search(sentence)
        if match is None or not members or _is_of_other_aims(match):
            return False
        return self._is_known(members, match, None) or self._add_by_count(sentence, match, members)

    def _by_subject(self, sentence: str, match: re.Match[str]) -> bool:
        """Read how many courses of a module that it names a note says are chosen: 公共艺术课程任选1门."""
        self.subjects_read += 1
        is_of_courses = match.start() <= _SUBJECT_LARGEST and not _is_of_other_aims(match)
        if not is_of_courses or self.subjects_read > _SENTENCES_LARGEST:
            return False
        subject = _OFFERED.sub("", FILLING.sub("", FILLING.sub("", sentence[: match.start()])))
        subject = re.sub(r"(?:中|里|内|须|应|需|可|的|共|开设)+$", "", re.sub(r"^(?:从|在|须|应|需)+", "", subject))
        members = quota_members(subject, self.lines) if subject else []
        if match[1] and count_of(match[1]) != len(members):
            return False
        return bool(members) and (self._is_known(members, match, None) or self._add_by_count(sentence, match, members))

    def _add_by_count(self, sentence: str, match: re.Match[str], members: Sequence[int]) -> bool:
        """Add a choice of this many lines, where they are in none; whether there is one now."""
        if self._restate(sentence, match, members):
            return True
        if not self._are_free(members):
            return False
        choose = count_of(match[2] or match[3])
        if not self._add_options("CHOOSE_ONE", sentence, members, choose, lambda at: self.lines[at].name):
            return False
        names = "、".join(self.lines[each].name for each in members)
        self.guesses.append(PlanRemark("choice-by-a-note", sentence, self.lines[members[0]].place, self._chosen(names)))
        return True

    def _are_free(self, members: Sequence[int]) -> bool:
        """Whether these lines count, are in no choice, and are not all taken by everyone."""
        lines = [self.lines[each] for each in members]
        is_open = any(each.nature != "REQUIRED" for each in lines)
        return is_open and all(each.group is None and each.is_counted for each in lines)

    def _by_numbers(self, stated: NumberedChoice, members: Sequence[int], note: Note, sentence: str) -> None:
        """Read what a note says of the rows whose numbers it names: 序号14、15、16三门课程限选2门."""
        match, wanted = SOME_OF.search(stated.said), credits_chosen(stated.said)
        if not (match or wanted):
            return
        offered = stated.offered or (match[1] if match else "")
        is_fitting = bool(members) and not (offered and count_of(offered) != len(members))
        is_free = all(self.lines[each].group is None and self.lines[each].is_counted for each in members)
        if match and is_fitting and self._restate(sentence, match, members):
            return
        is_added = False
        if match and is_fitting and is_free:
            choose = count_of(match[2] or match[3])
            is_added = self._add_options("CHOOSE_ONE", sentence, members, choose, lambda at: self.lines[at].name)
        elif wanted and is_fitting and is_free and wanted < sum(self.lines[each].credits or 0 for each in members):
            is_added = bool(self._add("CHOOSE_CREDITS", sentence, note.place, members, wanted_credits=wanted))
        if is_added:
            called = _IS_CALLED.match(stated.said)
            if (
                called
                and (nature := nature_of(called[0])) in ELECTIVES
                and all(self.lines[at].nature is None for at in members)
            ):
                for at in members:
                    self.lines[at] = self.lines[at]._replace(nature=nature)
            names = "、".join(self.lines[each].name for each in members)
            place = self.lines[members[0]].place
            self.guesses.append(PlanRemark("choice-by-a-note", sentence, place, self._chosen(names)))
        elif not self._is_known(members, match, wanted):
            self.problems.append(PlanRemark("quota-of-a-note-not-read", sentence, note.place))

    def _is_known(self, members: Sequence[int], match: re.Match[str] | None, wanted: int | None) -> bool:
        """Whether just these lines have a choice of as many already."""
        groups = {self.lines[each].group for each in members}
        number = next(iter(groups)) if len(groups) == 1 else None
        if number is None or sum(each.group == number for each in self.lines) != len(members):
            return False
        group = self.groups[number - 1]
        return group.choose == count_of(match[2] or match[3]) if match else group.credits == wanted

    def _by_marks(self, sentence: str) -> bool:
        """Read what a note says of the lines whose remark is a number in a circle: ①为三选二,②为二选一."""
        runs: dict[str, list[int]] = {}
        for index, line in enumerate(self.lines):
            if line.group is None and line.is_counted and _CIRCLED.fullmatch(line.remark or ""):
                runs.setdefault(bare(line.remark or ""), []).append(index)
        groups = len(self.groups)
        for mark, members in runs.items():
            match = re.search(rf"(?<![\d.]){mark}(?:组|类)?[为是:]({SOME_OF.pattern})", sentence)
            choice = SOME_OF.search(match[1]) if match else None
            if choice:
                self._check_number(choice, sentence, len(members), members[0])
                choose = count_of(choice[2] or choice[3])
                if not self._add_options("CHOOSE_ONE", choice[0], members, choose, lambda at: self.lines[at].name):
                    continue
                names = "、".join(self.lines[each].name for each in members)
                self.guesses.append(
                    PlanRemark("choice-by-a-note", sentence, self.lines[members[0]].place, self._chosen(names))
                )
        return len(self.groups) > groups

    def _by_named_remarks(self, sentence: str, note: Note) -> bool:
        """Read what a note says of the lines whose remark it names: 选修组1:至少修满4学分; 方向A、方向B任选一个方向."""
        runs: dict[str, list[int]] = {}
        for index, text in enumerate(self._part_names):
            if text and self.lines[index].group is None:
                runs.setdefault(text, []).append(index)
        named = [each for each in runs if len(runs[each]) > 1 and bare(each) in sentence]
        members = sorted(index for each in named for index in runs[each])
        match, wanted, groups = SOME_OF.search(sentence), credits_chosen(sentence), len(self.groups)
        if len(named) > 1 and match and all(map(_PART_NAME.search, named)):
            parts = {index: each for each in named for index in runs[each]}
            self._add_options("CHOOSE_ONE", sentence, members, count_of(match[2] or match[3]), parts.__getitem__)
        elif len(named) == 1 and sentence.startswith(f"{bare(named[0])}:") and match and match[1]:
            self._check_number(match, sentence, len(members), members[0])
            self._add_options("CHOOSE_ONE", sentence, members, count_of(match[2]), lambda at: self.lines[at].name)
        elif len(named) == 1 and sentence.startswith(f"{bare(named[0])}:") and wanted:
            self._add("CHOOSE_CREDITS", sentence, note.place, members, wanted_credits=wanted)
        if len(self.groups) == groups:
            return False
        names = "、".join(self.lines[each].name for each in members)
        self.guesses.append(PlanRemark("choice-by-a-note", sentence, note.place, self._chosen(names)))
        return True

    @cached_property
    def _part_names(self) -> list[str]:
        """What each line has for the name of a part: its remark, or the innermost heading over it; empty where none."""
        found = []
        for line in self.lines:
            remark, inner = line.remark or "", line.path[-1] if line.path else ""
            text = remark if _PART_NAME.search(remark) or len(remark) > 2 else inner if _PART_NAME.search(inner) else ""
            found.append(text if 1 < len(text) <= _NAME_LARGEST else "")
        return found

    def _by_note(self, quota: Quota, note: Note, sentence: str) -> None:
        members = quota_members(quota.subject, self.lines)
        groups = {self.lines[each].group for each in members}
        known = [self.groups[each - 1] for each in groups if each]
        if len(groups) == 1 and len(known) == 1:
            if known[0].credits not in {None, quota.credits}:
                self.problems.append(PlanRemark("quota-of-a-note-differs", sentence, note.place, known[0].label))
            return
        offered = sum(self.lines[each].credits or 0 for each in members)
        if len(members) < 2 or groups != {None} or not quota.credits < offered:
            self.problems.append(PlanRemark("quota-of-a-note-not-read", sentence, note.place))
            return
        self._add("CHOOSE_CREDITS", sentence, note.place, members, wanted_credits=quota.credits)
        names = "、".join(self.lines[each].name for each in members)
        self.guesses.append(PlanRemark("choice-by-a-note", sentence, note.place, self._chosen(names)))


def _is_of_other_aims(match: re.Match[str]) -> bool:
    """Whether what follows m选n says that the courses are not taken by it, but used for something."""
    sentence, end = match.string, match.end()
    return bool(_OTHER_AIMS.search(sentence, end) or _DONE_WITH_THEM.match(sentence, end))
