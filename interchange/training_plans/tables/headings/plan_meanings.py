"""What the columns of a table of courses mean."""

from enum import StrEnum


class Meaning(StrEnum):
    """What the cells of a column say."""

    INDEX = "INDEX"
    CODE = "CODE"
    NAME = "NAME"
    MODULE = "MODULE"
    GROUP = "GROUP"
    NATURE = "NATURE"
    NATURE_TICK = "NATURE_TICK"
    COURSE_TYPE = "COURSE_TYPE"
    CREDITS = "CREDITS"
    # How many credits of several courses are chosen.
    QUOTA = "QUOTA"
    CREDITS_AND_HOURS = "CREDITS_AND_HOURS"
    HOURS_AND_CREDITS = "HOURS_AND_CREDITS"
    HOURS = "HOURS"
    THEORY = "THEORY"
    PRACTICE = "PRACTICE"
    THEORY_AND_PRACTICE = "THEORY_AND_PRACTICE"
    WEEKS = "WEEKS"
    WEEKLY = "WEEKLY"
    YEAR = "YEAR"
    SEMESTERS = "SEMESTERS"
    SEMESTER_AND_WEEKLY = "SEMESTER_AND_WEEKLY"
    TERM = "TERM"
    # A whole year of study, whose semesters have no columns.
    SCHOOL_YEAR = "SCHOOL_YEAR"
    ASSESSMENT = "ASSESSMENT"
    EXAMINED = "EXAMINED"
    CHECKED = "CHECKED"
    PREREQUISITES = "PREREQUISITES"
    DEPARTMENT = "DEPARTMENT"
    MODE = "MODE"
    REMARK = "REMARK"
    SHARE = "SHARE"
    COUNTED = "COUNTED"
    RULE_MODULE = "RULE_MODULE"
    CHOICE = "CHOICE"
    # A person says that the column is not read.
    IGNORED = "IGNORED"
