"""From what the tables and lines of a document said to the whole plan, with what is said of it."""

import re
from collections.abc import Iterator, Sequence

from analysis.training_plans.training_plan import (
    Note,
    PlanHead,
    PlanLine,
    PlanReading,
    PlanRemark,
    StatedTotal,
    TargetCertificate,
)
from interchange.training_plans.checks.choice_doubts import choices_of_other_credits, choices_that_say_more
from interchange.training_plans.checks.doubled_lines import doubled_codes, lines_in_two_tables, lines_twice
from interchange.training_plans.checks.gathered_remarks import once_per_column
from interchange.training_plans.checks.head_doubts import filing, head_problems, semesters_beyond
from interchange.training_plans.checks.plan_doubts import (
    hours_of_no_weeks,
    lines_as_totals,
    lines_for_pools,
    tables_of_modules,
    weeks_beyond_terms,
)
from interchange.training_plans.checks.plan_gaps import (
    choices_not_read,
    lines_named_as_modules,
    natures_not_stated,
    no_semesters,
    semesters_not_stated,
    weeks_without_a_mark,
)
from interchange.training_plans.checks.row_numbers import lines_by_number, number_remarks
from interchange.training_plans.checks.stated_sums import term_sums_that_differ, totals_of_no_lines
from interchange.training_plans.form.stated_outcomes import lines_with_outcomes
from interchange.training_plans.plan_choices import Choices
from interchange.training_plans.plan_head import HeadText, NamedMajor
from interchange.training_plans.plan_totals import StatedFigures, compare, scope_of_overview
from interchange.training_plans.reading.certificates_in_sentences import remarks_of, with_listed
from interchange.training_plans.reading.hours_of_notes import with_hours_of_notes
from interchange.training_plans.reading.natures_in_sentences import natures_of_modules, with_natures_of_modules
from interchange.training_plans.reading.shares_in_sentences import shares_of_sentences, shares_that_differ
from interchange.training_plans.reading.totals_in_sentences import totals_of_sentences, with_sentence_read
from interchange.training_plans.reading.unfinished_plan import UnfinishedPlan
from interchange.training_plans.tables.certificate_tables import (
    certificates_of_note,
)
from interchange.training_plans.tables.plan_courses import CourseTables
from interchange.training_plans.tables.weeks.week_table import WeekTable

_ROW = "row-not-read"


def finished_plan(draft: UnfinishedPlan, majors: Sequence[NamedMajor]) -> PlanReading:
    """Find the choices of a plan that was read, compare its totals, and put together what is said of it."""
    courses = draft.courses
    for each in draft.schedules:
        each.join(courses)
    for note in courses.notes:
        draft.facts.take(HeadText(note.text, note.place))
        _note_certificates(draft, note)
    names = [each.name for each in courses.lines]
    certificates = with_listed(draft.certificates, [*draft.prose, *draft.framed], names)
    doubled = lines_in_two_tables(courses.lines)
    for index in doubled:
        courses.lines[index] = courses.lines[index]._replace(is_counted=False)
    texts = [*draft.prose, *(HeadText(each.text, each.place) for each in courses.notes)]
    without_nature = [at for at, line in enumerate(courses.lines) if line.nature is None]
    courses.remarks.guesses.extend(with_natures_of_modules(courses.lines, natures_of_modules(texts)))
    courses.remarks.guesses.extend(with_hours_of_notes(courses.lines, texts))
    natures_by_text = [at for at in without_nature if courses.lines[at].nature is not None]
    choices = Choices(courses.lines)
    unknown = _take_choices(draft, choices)
    stands_for = choices.leave_out_what_stands_for_a_table()
    overviews = list(_overviews(courses))
    if draft.form.groups is None:
        above = {
            place: lines_by_number([each for each in courses.numbers if each.table == table], courses.lines)
            for place, table in courses.above_notes.items()
        }
        choices.add_by_notes(courses.notes, lines_by_number(courses.numbers, courses.lines), above)
        choices.add_by_prose(draft.prose, natures_by_text)
    choices.share_credits(courses.shared_credits)
    totals, differing = compare([*_own_totals(draft), *overviews, *_form_totals(draft)], choices)
    lines, without_line = lines_with_outcomes(choices.lines, draft.form.line_outcomes)
    head = draft.facts.head()
    weeks = _week_table(draft, head)
    guesses = [*draft.facts.guesses, *courses.remarks.guesses, *choices.guesses]
    guesses += remarks_of(draft.certificates, certificates)
    guesses += [*courses.heading_weeks.guesses(), *weeks.guesses]
    guesses += [*natures_not_stated(lines), *semesters_not_stated(lines), *lines_named_as_modules(lines)]
    guesses += [*_doubts(draft, lines, choices, totals), *filing(head), *semesters_beyond(head, lines)]
    problems = [*draft.facts.problems, *head_problems(head, majors), *courses.remarks.problems, *weeks.problems]
    problems += [*courses.heading_weeks.problems, *draft.form.problems, *without_line, *unknown]
    problems += _choice_problems(draft, choices, lines)
    problems += [PlanRemark("line-in-two-tables", each.name, each.place) for each in map(lines.__getitem__, doubled)]
    problems += [*stands_for, *doubled_codes(lines), *differing, *shares_that_differ(draft.shares, choices)]
    return PlanReading(
        head,
        tuple(courses.columns),
        tuple(lines),
        tuple(choices.groups),
        tuple(totals),
        _named_once(certificates),
        (*draft.sections.outcomes, *draft.form.outcomes),
        weeks.rows,
        (*courses.notes, *draft.form.notes),
        tuple(dict.fromkeys([*draft.sections.headings(), *draft.form.sections])),
        tuple(once_per_column(guesses, lines, courses.columns)),
        tuple(once_per_column(problems, lines, courses.columns)),
        (*courses.not_read, *_not_read(draft, certificates), *weeks.not_read),
    )


def _not_read(draft: UnfinishedPlan, certificates: Sequence[TargetCertificate]) -> Iterator[PlanRemark]:
    """Give what was not read; a frame whose sentences all name certificates was."""
    read = {each.place for each in certificates}
    left = {each.place[:3] for each in draft.framed if each.place not in read}
    framed = {each.place[:3] for each in draft.framed} - left
    yield from (each for each in draft.not_read if each.place is None or each.place[:3] not in framed)


def _own_totals(draft: UnfinishedPlan) -> Iterator[StatedFigures]:
    """Give the rows of totals, and those that a sentence states; the form has its totals in a table alone.

    A row that is no more than such a sentence is read by that.
    """
    courses, count = draft.courses, len(draft.courses.lines)
    yield from (with_sentence_read(each, count) for each in courses.totals)
    if draft.form.groups is None:
        notes = [HeadText(each.text, each.place) for each in courses.notes]
        rows = [HeadText(each.subject, each.place) for each in courses.not_read if each.rule == _ROW and each.place]
        texts = [*draft.descriptions.without([*notes, *draft.prose], courses.lines), *rows]
        found = [*totals_of_sentences(texts, courses.lines)]
        draft.shares += shares_of_sentences(texts)
        places = {*(each.place for each in found), *(each.place for each in draft.shares)}
        courses.not_read = [each for each in courses.not_read if each.rule != _ROW or each.place not in places]
        yield from found


def _overviews(courses: CourseTables) -> Iterator[StatedFigures]:
    """Give the totals by module with the lines that each is about; one of all says so at its end."""
    for each in courses.overviews:
        if scope := scope_of_overview(each.label, courses.lines):
            yield each._replace(scopes=((each.label, scope),), is_own_block=False)
        else:
            is_of_all = re.search(r"计$", each.label)
            yield each._replace(scopes=((None, tuple(range(len(courses.lines)))),) if is_of_all else ())


def _choice_problems(draft: UnfinishedPlan, choices: Choices, lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Give what is wrong with choices, and the texts of which no choice was made, where nothing else was said of it."""
    yield from choices.problems
    if draft.form.groups is None:
        said = {each.subject for each in choices.problems}
        yield from (each for each in choices_not_read(lines) if each.subject not in said)


def _doubts(
    draft: UnfinishedPlan, lines: Sequence[PlanLine], choices: Choices, totals: Sequence[StatedTotal]
) -> Iterator[PlanRemark]:
    """Say where the document's own numbers and sums speak against what was read."""
    yield from number_remarks(draft.courses.numbers)
    yield from weeks_without_a_mark(lines[at] for at in draft.courses.without_mark)
    for find in (
        lines_as_totals,
        tables_of_modules,
        lines_for_pools,
        lines_twice,
        hours_of_no_weeks,
        weeks_beyond_terms,
    ):
        yield from find(lines)
    unread = (*draft.courses.remarks.problems, *draft.courses.not_read)
    headings = [each.heading for each in draft.courses.columns]
    headings += [each.subject for each in unread if each.rule in {"column-not-known", "column-doubled"}]
    yield from no_semesters(lines, headings)
    own = [each for each in totals if not any(each.place == other.place for other in draft.form.totals)]
    yield from totals_of_no_lines(own)
    yield from term_sums_that_differ(own, choices)
    yield from choices_of_other_credits(choices)
    yield from choices_that_say_more(choices)


def _note_certificates(draft: UnfinishedPlan, note: Note) -> None:
    known = {each.name for each in draft.certificates}
    for each in certificates_of_note(note.text, note.place):
        if each.name not in known:
            draft.certificates.append(each)
            draft.courses.remarks.guesses.append(
                PlanRemark("certificate-in-a-note", each.name, note.place, each.level_text or "")
            )


def _week_table(draft: UnfinishedPlan, head: PlanHead) -> WeekTable:
    """Give the tables of weeks as one, which the headings of terms stand for where the document has none."""
    last = max((each for line in draft.courses.lines for each in line.semesters), default=0)
    found = draft.weeks.read(draft.facts.entry_year(), head.duration_years or (last + 1) // 2)
    if found.rows:
        return found
    rows, guesses = draft.courses.heading_weeks.rows(draft.courses.lines)
    return found._replace(rows=rows, guesses=(*found.guesses, *guesses))


def _take_choices(draft: UnfinishedPlan, choices: Choices) -> list[PlanRemark]:
    """Take the choices of the form's own table where the document has it, else find them."""
    unknown = list(choices.take(draft.form.groups or ()))
    if draft.form.groups is None:
        choices.find(draft.courses.shared)
        choices.add_by_quotas(draft.courses.quotas)
    return unknown


def _form_totals(draft: UnfinishedPlan) -> Iterator[StatedFigures]:
    """Give the totals of the form's own table; lines that are no longer there leave a total without lines."""
    for each in draft.form.totals:
        are_there = all(at < len(draft.courses.lines) for _, lines in each.scopes for at in lines)
        yield each if are_there else each._replace(scopes=())


def _named_once(certificates: list[TargetCertificate]) -> tuple[TargetCertificate, ...]:
    """Leave out a certificate without level that another table names with its level."""
    known = {each.name for each in certificates if each.level_text}
    return tuple(each for each in certificates if each.level_text or each.name not in known)
