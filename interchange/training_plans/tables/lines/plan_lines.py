"""From a row of a course table to a course: each field by its column, each doubt among the guesses or problems."""

import re
from typing import Any

from analysis.code_words import MODULES
from analysis.training_plans.training_plan import ANY_TERM, PlanLine
from interchange.training_plans.figure_faults import hour_faults
from interchange.training_plans.tables.headings.plan_legends import UNMARKED
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.lines.name_marks import (
    MarkedName,
    has_a_sign,
    marked_name,
    name_and_code,
    with_assessment,
)
from interchange.training_plans.tables.lines.names_in_two_languages import name_of_cell
from interchange.training_plans.tables.lines.plan_row_terms import RowTerms
from interchange.training_plans.tables.lines.plan_semesters import weeks_of_each
from interchange.training_plans.tables.lines.remark_facts import remark_facts
from interchange.training_plans.tables.plan_numbers import (
    hundredths,
    is_empty,
    plain_numbers,
    semester_list,
    short_term,
    span_of_weeks,
    weeks_of,
    whole,
)
from interchange.training_plans.tables.plan_words import (
    SOME_OF,
    assessment_of,
    bare,
    choice_in_nature,
    choice_of,
    direction_of,
    is_loose_assessment,
    is_loose_module,
    module_of,
    nature_of,
    nature_text_of,
)

M = Meaning
# 260(10周) and 10周(260): hours with the weeks that they fill.
_HOURS_AND_WEEKS = re.compile(
    r"(\d{1,4})[(/](\d{1,2}(?:\.\d{1,2})?)(?:周|[wW])\)?|(\d{1,2}(?:\.\d{1,2})?)(?:周|[wW])[(/](\d{1,4})(?:学时|课时)?\)?"
)
# 36(30+6): hours, and what of them are theory and practice.
_HOURS_AND_PARTS = re.compile(r"(\d{1,4})\((\d{1,4})[+/](\d{1,4})\)")
_NATURE_IN_NAME = re.compile(r"[(（]((?:限定|任意)?选修|必修|限选|任选|公选)[)）]$")
_CORE = "CORE"
_BY_RULES = {words.chinese: code for code, words in MODULES.items()}
_NATURE_OF_A_CHOICE = "RESTRICTED_ELECTIVE"
# 试1查2, S1,C2, C1~4: how a course ends, and in which semesters.
_ASSESSED_TERMS = re.compile(r"(考?[试查察]|[SCK])(\d{1,2}(?:[-~至,、;]+\d{1,2})*[,、;]*)")
# 模块一：新能源, 方向二, B方向（数据）.
_NAMED_PART = re.compile(r"(?:(?:模块|方向)[一二三四五六1-9A-Da-d甲乙丙丁]|[A-D甲乙丙丁](?:模块|方向|组))(?:[:、(].*)?")
# 热菜方向, alone or next to 两个方向任选一个; 热菜方向(二选一).
_PART = re.compile(r"((?![各本不全两所每])[^,，。;；:()选]{2,12}(?:方向|模块|组)(?:课程?)?)(?:[(,，、](.+?)\)?)?")
_NAMES = re.compile(r"[、,，;；]")
# 先修：生理学、病理学；… in a column or remark.
_NAMES_PREREQUISITES = re.compile(r"(?:先修|前置|前导|先导|预修|前修|前续)(?:课程?)?[:：]\s*([^;；。]+)")


class LineReader(RowTerms):
    """Reads one row."""

    def read(self) -> PlanLine:
        """Read all columns."""
        marked, english = self._name()
        name = marked.name
        fields: dict[str, Any] = {**self._figures(), **self._modules()}
        fields["module"] = self._module_by_rules(self._module_by_mark(marked, fields["module"]))
        terms = self._terms()
        fields["credits"] = self._credits_of_terms(terms, fields["credits"])
        fields["hours"] = self._hours_of_terms(terms, fields["hours"])
        self._check_terms(terms, fields["hours"])
        assessment, examined = self._assessments()
        fields |= self._semesters(terms, examined)
        assessment |= self._assessed_in_turn(fields["semesters"])
        if fields["duration_weeks"] is None or (terms["duration"] and self._is_one_week()):
            # +1 in the column of weekly hours, and 19 in that of 起止周, are the nineteenth week alone.
            fields["duration_weeks"] = terms.pop("duration")
        terms.pop("duration", None)
        self._move_teaching_weeks(fields, terms)
        if fields["nature"] is None and (match := _NATURE_IN_NAME.search(name)):
            fields |= {"nature_text": match[1], "nature": nature_of(match[1])}
            self._guess("nature-in-the-name", name, match[1])
        line = PlanLine(
            self.grid.place(self.row, self.header.name_column),
            name,
            english,
            code=self._code(),
            assessment={**assessment, **terms.pop("assessment")} or self._assessed_by_name(),
            prerequisites=self._prerequisites(),
            department=self._written(M.DEPARTMENT),
            path=(*self.context.path, *filter(None, [self.context.choice, self._part_of_a_choice(fields["nature"])])),
            **self._choice(),
            weekly_hours=terms["weekly_hours"],
            weeks=terms["weeks"],
            semester_hours=terms["semester_hours"],
            **fields,
        )
        self._read_whether_counted()
        line = self._with_remark(line._replace(is_counted=self.is_counted, remark=self._remark()))
        self._check(line)
        return line

    # ---- texts

    def _code(self) -> str | None:
        """Give the code, which may stand next to the name; words in its column, 见选课通知, are none."""
        if self.code_in_name:
            return self.code_in_name
        code = self._text(M.CODE)
        if code is None or re.search(r"[A-Za-z0-9]", code):
            return code
        self.marks.append(code)
        self._guess("words-in-the-column-of-codes", code, "")
        return None

    def _part_of_a_choice(self, nature: str | None) -> str:
        """Give the part of a choice that a remark over several courses names: 模块一：新能源."""
        if self.header.is_of_the_form:
            return ""
        is_chosen = any(SOME_OF.search(bare(each)) for each in (*self.context.path, self.context.choice))
        columns = [each.column for each in self.header.of(M.REMARK) if self._is_over_several(each.column)]
        texts = [self.grid.written(self.row, each) for each in columns]
        for text in dict.fromkeys(texts):
            if _NAMED_PART.fullmatch(bare(text)) and (is_chosen or "方向" in text):
                return text
            match = _PART.fullmatch(bare(text))
            if match and match[2] and SOME_OF.fullmatch(match[2]):
                return text
            if match and not match[2] and any(map(_chooses_parts, {*texts} - {text})):
                self.part_in_remark = text
                return text
            if match and not match[2] and direction_of(text) and nature != "REQUIRED" and self._offers_directions(text):
                return text
        return ""

    def _offers_directions(self, text: str) -> bool:
        """Whether a remark that names a direction parts the courses of this module: 对接数据分析岗位方向 does not."""
        is_of_directions = any("方向" in each for each in self.context.path)
        columns = [each.column for each in self.header.of(M.REMARK)]
        cells = [cell for each in columns if (cell := self.grid.cell(self.row, each))]
        is_merged = any(each.rows > 1 for each in cells)
        return (is_merged or is_of_directions) and not re.match(r"对接|支撑|面向|服务|适应", bare(text))

    def _is_over_several(self, column: int) -> bool:
        """Whether a cell covers several rows, or the row above or below repeats its text."""
        cell, text = self.grid.cell(self.row, column), self.grid.text(self.row, column)
        beside = [self.grid.text(row, column) for row in (self.row - 1, self.row + 1)]
        return cell is not None and (cell.rows > 1 or text in beside)

    def _name(self) -> tuple[MarkedName, str]:
        """Split a name from its marks, and from its English form, which some colleges print on a line of its own."""
        name, english = self._name_and_english()
        if self.header.is_of_the_form:
            return MarkedName(name, "", is_core=False, is_explained=False), english
        if not self.header.of(M.CODE):
            written, (name, self.code_in_name) = name, name_and_code(name)
            if self.code_in_name:
                self._guess("code-in-the-name", written, self.code_in_name)
        marked = marked_name(name, self.context.core_marks)
        if self.context.are_names_assessed:
            marked, self.kind_by_mark = with_assessment(marked, self.context.legend)
            self.assessment_by_name = self.kind_by_mark or self.context.legend.get(UNMARKED, "")
        if marked.kept:
            self.marks.append(marked.kept)
            self._guess("signs-next-to-a-name", name, marked.name)
        if has_a_sign(marked.name):
            self._guess("asterisk-after-a-name", marked.name, "")
        return marked, english

    def _name_and_english(self) -> tuple[str, str]:
        column, is_form = self.header.name_column, self.header.is_of_the_form
        lines, usual = self.grid.lines(self.row, column), self.grid.english_columns
        read = name_of_cell(
            lines,
            above_is_english=column in usual.above and not is_form,
            below_is_english=column in usual.below or is_form,
        )
        if read is None:
            return self.grid.written(self.row, column), ""
        if read.guess and not is_form:
            self._guess(read.guess, " ".join(lines), read.english or read.name)
        return read.name, read.english

    def _remark(self) -> str | None:
        texts = [self.grid.written(self.row, each.column) for each in self.header.of(M.REMARK)]
        own = (each for each in texts if not is_empty(each) and each != self.part_in_remark)
        shown = dict.fromkeys([*self.marks, *own])
        return "；".join(shown) or None

    def _with_remark(self, line: PlanLine) -> PlanLine:
        """Take from the remark what no column says of the course."""
        for field, rule, text, value in () if self.header.is_of_the_form else remark_facts(line):
            shown = "、".join(map(str, value)) if isinstance(value, tuple) else value if isinstance(value, str) else ""
            self._guess(rule, text, shown)
            line = line._replace(**{field: value})
        return line

    def _prerequisites(self) -> tuple[str, ...]:
        """Read the courses that come before: of their own column, else those that a remark names as such."""
        (*_, heading) = [each.heading for each in self.header.of(M.PREREQUISITES)] or [""]
        stated = self._written(M.PREREQUISITES) or ""
        if stated and re.search(r"说明|备注", heading) and not _NAMES_PREREQUISITES.search(stated):
            self.marks.append(stated)
            return ()
        remarks = "" if heading else self._written(M.REMARK) or ""
        named = _NAMES_PREREQUISITES.search(stated or remarks)
        text = named[1] if named else stated
        return tuple(filter(None, (each.strip("《》 ") for each in _NAMES.split(text))))

    # ---- modules and natures

    def _modules(self) -> dict[str, Any]:
        context = self.context
        inner = [*reversed(context.path)]
        named = sorted((each for each in inner if module_of(each)), key=is_loose_module)
        module = module_of(named[0]) if named else None
        if module and is_loose_module(named[0]):
            self._guess_once("module-by-a-loose-word", named[0], module)
        if context.module_text and module is None:
            self._guess_once("module-not-known", context.module_text, "")
        nature_text = written = self._written(M.NATURE) or self._ticked_nature()
        by_module = next((nature for each in inner if (nature := nature_of(each))), None)
        named_nature = next((text for each in inner if (text := nature_text_of(each))), None)
        if nature_text is None:
            nature_text, nature = (named_nature, by_module) if by_module else self._nature_around()
            written = named_nature
        elif (nature := nature_of(nature_text)) is None and choice_in_nature(nature_text):
            # The cell names only the choice, which stands in the path.
            if by_module is None:
                self._guess_once("nature-by-a-choice", nature_text, _NATURE_OF_A_CHOICE)
            nature_text, nature = (named_nature, by_module) if by_module else ("限选", _NATURE_OF_A_CHOICE)
        else:
            self._check_nature(nature_text, nature, by_module)
        if module is None and written and (module := "EXTENSION" if direction_of(written) else module_of(written)):
            self._guess_once("module-by-a-loose-word", written, module)
        return {
            "module_text": context.module_text,
            "module": module,
            "nature_text": nature_text,
            "nature": nature,
        }

    def _nature_around(self) -> tuple[str | None, str | None]:
        """Give the nature that the title above the courses says, or a text that speaks of this table."""
        if by_code := self.context.codes.nature_of(self._text(M.CODE)):
            self._guess_once("nature-by-the-code", by_code, nature_of(by_code) or "")
            return by_code, nature_of(by_code)
        for rule, text in (("nature-by-a-title", self.context.title), ("nature-by-a-text", self.context.nature_said)):
            if nature := nature_of(text):
                self._guess_once(rule, text, nature)
                return nature_text_of(text), nature
        return None, None

    def _module_by_mark(self, marked: MarkedName, module: str | None) -> str | None:
        """Give the module of a line whose name has the mark of core courses; a public course stays one."""
        if not marked.is_core or module == _CORE:
            return module
        if not marked.is_explained:
            if module is None:
                self._guess("core-by-mark", marked.name, _CORE)
            return module or _CORE
        taken = module if module == "COMMON" else _CORE
        if module is not None:
            self._guess("core-mark-in-another-module", f"{marked.name}: {module}", taken)
        return taken

    def _module_by_rules(self, module: str | None) -> str | None:
        """Give the module that a column of our form states, where the headings do not tell how rules count a course."""
        text = self._text(M.RULE_MODULE)
        return _BY_RULES.get(text, module_of(text)) if text else module

    def _ticked_nature(self) -> str | None:
        """Give the heading of the column of a nature that is ticked, or has the credits."""
        ticked = [each for each in self.header.of(M.NATURE_TICK) if not is_empty(self.grid.text(self.row, each.column))]
        figures = [each for each in (*self.header.of(M.CREDITS), *self.header.of(M.HOURS)) if each.nature]
        ticked += [each for each in figures if hundredths(self.grid.text(self.row, each.column))]
        ticked = list({nature_of(each.heading.rpartition("/")[2]): each for each in ticked}.values())
        if len(ticked) > 1:
            self._problem_at("several-natures", "、".join(each.heading for each in ticked), ticked[0].column)
        return ticked[0].heading.rpartition("/")[2] if len(ticked) == 1 else None

    def _check_nature(self, text: str, nature: str | None, by_module: str | None) -> None:
        if nature is None:
            # A module in this column is that of several lines.
            report = self._problem_once if module_of(text) else self._problem
            report("nature-not-known", text, M.NATURE)
        elif by_module and (nature == "REQUIRED") != (by_module == "REQUIRED"):
            self._problem("nature-differs-from-its-module", text, M.NATURE)

    def _choice(self) -> dict[str, Any]:
        text = self._written(M.CHOICE)
        if text is None:
            return {}
        choice = choice_of(text)
        if choice is None:
            self._problem("value-not-read", text, M.CHOICE)
            return {}
        return {"group": choice[0], "option": choice[1]}

    # ---- figures

    def _figures(self) -> dict[str, Any]:
        hours, weeks = self._parted_hours(M.HOURS)
        theory, _ = self._hours_or_weeks(M.THEORY)
        practice, practice_weeks = self._parted_hours(M.PRACTICE)
        if practice_weeks is not None:
            self._guess("weeks-in-a-column-of-hours", f"{practice_weeks / 100:g}周", "")
        credits_stated = self._credits()
        for meaning, order in ((M.CREDITS_AND_HOURS, 1), (M.HOURS_AND_CREDITS, -1)):
            if pair := self._own_text(meaning):
                credits_stated, hours = self._credits_and_hours(pair, meaning, order)
        both = self._text(M.THEORY_AND_PRACTICE)
        if both:
            theory, practice, weeks = self._theory_and_practice(both, weeks)
            if match := _HOURS_AND_PARTS.fullmatch(bare(both)):
                hours = int(match[1])
            if hours is None and theory is not None and practice is not None:
                hours = theory + practice
        stated_weeks = self._number(M.WEEKS, _weeks)
        return {
            "credits": credits_stated,
            "hours": hours,
            "theory_hours": theory,
            "practice_hours": practice,
            "duration_weeks": stated_weeks if stated_weeks is not None else weeks or practice_weeks,
        }

    def _is_one_week(self) -> bool:
        """Whether a column from week to week has the number of one week, which is no number of weeks."""
        is_span = any(re.search(r"起止|起始", each.heading) for each in self.header.of(M.WEEKS))
        return is_span and bool(re.fullmatch(r"\d{1,2}", bare(self._text(M.WEEKS) or "")))

    def _credits(self) -> int | None:
        """Read the credits, which may have a column for each nature, or for theory and practice."""
        columns = [each.column for each in self.header.of(M.CREDITS)]
        parts = [self._number_of(self._own_text_at(each), each, M.CREDITS, hundredths) for each in columns]
        stated = [each for each in parts if each is not None]
        return sum(stated) if stated else None

    def _parted_hours(self, meaning: Meaning) -> tuple[int | None, int | None]:
        """Read hours of practice, or all hours, or their weeks; the parts of several columns make them together."""
        columns: dict[int, int] = {}
        for each in self.header.of(meaning):
            # One cell over several of the columns has the sum of them.
            columns.setdefault(id(self.grid.cell(self.row, each.column)), each.column)
        parts = [self._hours_or_weeks(meaning, column) for column in columns.values()]
        hours = [part for part, _ in parts if part is not None]
        weeks = [part for _, part in parts if part is not None]
        return sum(hours) if hours else None, sum(weeks) if weeks else None

    def _credits_and_hours(self, text: str, meaning: Meaning, order: int) -> tuple[int | None, int | None]:
        parts = re.split(r"[/、(]", bare(text).rstrip(")"))[::order]
        if len(parts) == 2 and hundredths(parts[0]) is not None and whole(parts[1]) is not None:
            return hundredths(parts[0]), whole(parts[1])
        self._problem("value-not-read", text, meaning)
        return None, None

    def _theory_and_practice(self, text: str, weeks: int | None) -> tuple[int | None, int | None, int | None]:
        if match := _HOURS_AND_PARTS.fullmatch(bare(text)):
            return int(match[2]), int(match[3]), weeks
        parts = re.split(r"[/+]", bare(text))
        numbers = [whole(each) for each in parts]
        if len(parts) == 2 and None not in numbers:
            return numbers[0], numbers[1], weeks
        if weeks_of(text) is not None:
            return None, None, weeks_of(text)
        self._problem("value-not-read", text, M.THEORY_AND_PRACTICE)
        return None, None, weeks

    def _hours_or_weeks(self, meaning: Meaning, column: int | None = None) -> tuple[int | None, int | None]:
        column = self.header.index_of(meaning) if column is None else column
        text = self._own_text_at(column)
        if text is None:
            return None, None
        if weeks := weeks_of(text):
            return None, weeks
        if match := _HOURS_AND_WEEKS.fullmatch(bare(text)):
            return int(match[1] or match[4]), hundredths(match[2] or match[3])
        return self._number_of(text, column, meaning, whole), None

    def _read_whether_counted(self) -> None:
        text = self._text(M.COUNTED)
        if text and re.fullmatch(r"否|不计入?|×|N", text):
            self.is_counted = False
        elif text and not re.fullmatch(r"是|计入|√|Y", text):
            self._problem("value-not-read", text, M.COUNTED)

    # ---- assessments

    def _assessments(self) -> tuple[dict[str, str], set[int]]:
        kinds: dict[str, str] = {}
        semesters: set[int] = set()
        for meaning, kind in ((M.EXAMINED, "EXAM"), (M.CHECKED, "CHECK")):
            text = self._text(meaning)
            if text is None:
                continue
            listed = semester_list(self._typed(text))
            if listed:
                kinds |= dict.fromkeys(map(str, listed), kind)
                semesters |= set(listed)
            elif summer := short_term(text):
                kinds[summer] = kind
            else:
                kinds[ANY_TERM] = kind
                self._keep_rest(text)
        text = self._text(M.ASSESSMENT)
        if text:
            if by_term := self._assessed_terms(self._written(M.ASSESSMENT) or ""):
                kinds |= {str(term): kind for term, kind in by_term.items()}
                semesters |= set(by_term)
            elif taken := self._assessment_kind(text):
                kinds[ANY_TERM] = taken
            else:
                in_turn = [self._assessment_kind(each) for each in re.split(r"[/、,;]", bare(text))]
                self.assessments_in_turn = [each for each in in_turn if each]
                if len(in_turn) < 2 or None in in_turn:
                    self.assessments_in_turn = []
                    self._problem("assessment-not-known", text, M.ASSESSMENT)
        return kinds, semesters

    def _assessed_by_name(self) -> dict[str, str]:
        """Give what the sign next to the name says, or what a note says of names without one."""
        return {ANY_TERM: self.assessment_by_name} if self.assessment_by_name else {}

    def _assessed_in_turn(self, semesters: tuple[int, ...]) -> dict[str, str]:
        """Give each semester its kind, where the cell names as many as there are: 考试/考查."""
        kinds = self.assessments_in_turn
        if kinds and len(kinds) == len(semesters):
            self._guess("assessments-in-turn", self._text(M.ASSESSMENT) or "", "、".join(map(str, semesters)))
            return dict(zip(map(str, semesters), kinds, strict=True))
        if kinds:
            self._problem("assessment-not-known", self._text(M.ASSESSMENT) or "", M.ASSESSMENT)
        return {}

    def _assessment_kind(self, text: str) -> str | None:
        """Read an assessment by its words, or by what the heading or a note says of its mark."""
        (column,) = self.header.of(M.ASSESSMENT)
        legend = {**self.context.legend, **dict(column.legend)}
        said = legend.get(bare(text))
        kind = said or assessment_of(text)
        if kind and not said and is_loose_assessment(text):
            self._guess("assessment-by-a-loose-word", text, kind)
        return kind

    def _assessed_terms(self, text: str) -> dict[int, str]:
        """Read kinds with their semesters, 试1查2 or S1,C2-4; empty where the cell is in no such form."""
        parts = _ASSESSED_TERMS.findall(plain_numbers(text)) if _ASSESSED_TERMS.match(plain_numbers(text)) else []
        found: dict[int, str] = {}
        for kind, terms in parts:
            taken, listed = self._assessment_kind(kind), semester_list(terms.strip(",、;"))
            if taken is None or listed is None:
                return {}
            found |= dict.fromkeys(listed, taken)
        whole_text = "".join(f"{kind}{terms}" for kind, terms in parts)
        return found if whole_text == plain_numbers(text) else {}

    def _keep_rest(self, text: str) -> None:
        """Keep what stands next to a tick: 限选 of *限选."""
        rest = re.sub(r"^(?:考试|考查)|[*√✓✔●○★▲△☆YyVv]", "", bare(text))
        if rest:
            self.marks.append(rest)
            self._guess("words-next-to-a-tick", rest, "")

    # ---- doubts

    def _check(self, line: PlanLine) -> None:
        for rule, subject in hour_faults(line):
            self._problem(rule, subject, M.HOURS)


def _chooses_parts(text: str) -> bool:
    """Whether a remark says that one of several directions, modules or groups is taken."""
    match = SOME_OF.search(bare(text))
    return match is not None and bool(re.search(r"方向|模块|组", match[0]))


def _weeks(text: str) -> int | None:
    """Read the weeks of a course, in hundredths: 2周, 0.5, 01-18, 38(5学期20周,6学期18周)."""
    forms = (weeks_of, hundredths, span_of_weeks, lambda each: sum(weeks_of_each(each).values()) or None)
    return next((weeks for read in forms if (weeks := read(text)) is not None), None)
