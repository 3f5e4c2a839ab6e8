"""The import has a word for each meaning of a column that the API takes; the compiler holds both languages to the same keys."""

import re

from interchange.training_plans.tables.headings.column_choices import name_of, names
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from tests.conftest import ROOT

WORDS = ROOT / "server" / "pages" / "explorer" / "source" / "words" / "columns.ts"


def test_each_meaning_of_a_column_has_a_word() -> None:
    chinese, _, english = WORDS.read_text(encoding="utf-8").partition("const columnsEn")
    wanted = [each for each in names() if not each.startswith(("term.", "year."))]

    assert sorted(re.findall(r"^  column_(\w+): ", chinese, re.MULTILINE)) == wanted
    assert sorted(re.findall(r"^  column_(\w+): ", english, re.MULTILINE)) == wanted


def test_a_meaning_of_a_report_has_the_name_that_the_api_takes() -> None:
    """The page makes names of codes by a rule, with these exceptions."""
    text = WORDS.read_text(encoding="utf-8")
    exceptions = dict(re.findall(r"([A-Z]+): \"(\w+)\"", re.findall(r"OTHERWISE.*", text)[0]))
    by_rule = {each: re.sub(r"_(\w)", lambda match: match[1].upper(), each.lower()) for each in Meaning}

    shown = {
        each: exceptions.get(each, by_rule[each]) for each in Meaning if each not in {Meaning.TERM, Meaning.SCHOOL_YEAR}
    }
    assert shown == {each: name_of(each) for each in Meaning if each not in {Meaning.TERM, Meaning.SCHOOL_YEAR}}
