"""What the rules about school years, weeks, shares and corrected choices say."""

FIGURE_RULES: dict[str, tuple[str, str]] = {
    "semesters-of-a-school-year": (
        "the column is of a whole school year: a course runs in one of its semesters or in both, and which stays open",
        "该列为整个学年：课程在其中一个或两个学期开设，具体学期未写明",
    ),
    "weekly-hours-of-a-school-year": (
        "weekly hours of a whole school year: in which of its semesters they are taught is not known; not taken",
        "整个学年的周学时：在哪个学期授课未写明，未采用",
    ),
    "weeks-by-academic-year": (
        "the weeks are by academic years, counted from the year of entry, or from the first of a table of other years",
        "周数按学年列出：学期从入学年份起计；入学年份未写明或与表中学年不符的，从表中第一个学年起计",
    ),
    "sentence-above-courses": (
        "a sentence above the courses is no title: check whether it says their module, nature or choice",
        "课程表上方是一句话，未作标题：请核对其中是否写明课程类别、性质或选法",
    ),
    "weeks-without-a-mark": (
        "a note says how courses without a mark end, and not whether it means these, which have weeks: left open",
        "说明写明未标注课程的考核方式，未写明是否含这些按周安排的课程：考核方式留空",
    ),
    "term-with-holidays": (
        "the term says that holidays or a short term are in it: what stands there is taken as of the semester itself",
        "该学期注明含假期或短学期：所列内容计入该学期",
    ),
    "weeks-of-unknown-years": (
        "weeks by academic years, no year of entry, and not all years of the plan: of which semesters is not known",
        "周数按学年列出，但未写明入学年份，也未列全各学年：无法确定所属学期，未采用",
    ),
    "summer-weeks-not-kept": (
        "weeks of a summer term: weeks are kept by semester, and sums are compared with them",
        "夏季学期的周数：周数表按学期保存，未写入；核对合计时已计入",
    ),
    "week-sum-differs": (
        "the sum of weeks that the document states is not that of its rows",
        "文档所写周数合计与各行之和不一致",
    ),
    "weeks-beyond-a-term": (
        "more weeks than one semester has: say in which semesters the course runs",
        "周数超出一个学期：请写明在哪些学期",
    ),
    "choice-beyond-its-courses": (
        "more is chosen than the choice has, or credits that no courses of it make: put in courses, or say otherwise",
        "须选的门数或学分多于该分组的课程，或没有课程凑得出该学分：请补充课程或改写选法",
    ),
    "share-differs": (
        "the sentence states another share than the lines have, rounded half up",
        "文中所写比例与各行之比（四舍五入）不一致",
    ),
}
