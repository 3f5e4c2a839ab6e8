"""Plans put together at random by hypothesis, each of a kind that a document can say."""

from hypothesis import strategies as st

from analysis import code_words
from analysis.training_plans.intervals import interval_within, taken
from analysis.training_plans.training_plan import (
    ChoiceGroup,
    Note,
    Outcome,
    PlanHead,
    PlanLine,
    PlanPlace,
    PlanReading,
    StatedTotal,
    TargetCertificate,
    WeekRow,
)

AT = PlanPlace(1, "表", 1, 1, 1)
MODULES = {
    "公共基础课程": "COMMON",
    "专业基础课程": "FOUNDATION",
    "专业核心课程": "CORE",
    "专业拓展课程": "EXTENSION",
    "实践性教学环节": "PRACTICE",
    "必修课": None,
    "能力/素质": None,
}
# None of these names a module.
GROUPS = ["职业素养课程", "A、网页（二选一）", "选修（至少选修4学分）", "第一组", "必修"]
NATURES = {"必修": "REQUIRED", "限选": "RESTRICTED_ELECTIVE", "选修": "ELECTIVE", "任选": "ELECTIVE", "专题": None}
# What a cell may hold: signs of formulas, of notes, of several values, of other scripts.
_HAN = st.sampled_from("课程实践数据与应用基础体育")
TEXTS = st.tuples(_HAN, st.text("课程实践（）()+-=*#、，：12ABab．·《》①★", max_size=8), _HAN).map("".join)
NAMES = st.tuples(st.sampled_from(["网页", "数据库", "Java", "护理", "体育", "顶岗"]), TEXTS).map("".join)
HOURS = st.none() | st.integers(0, 400)
# In hundredths.
DURATIONS = st.integers(0, 2000)
SEMESTERS = st.sets(st.integers(1, 10), max_size=4).map(lambda each: tuple(sorted(each)))


@st.composite
def plan_lines(draw):
    path = tuple(draw(st.lists(st.sampled_from(list(MODULES)), min_size=1, max_size=2, unique=True)))
    # A mark, an editor or a nature may say another than the headings do.
    by_path = next((MODULES[each] for each in reversed(path) if MODULES[each]), None)
    module = draw(st.just(by_path) | st.sampled_from([None, *code_words.MODULES]))
    groups = tuple(draw(st.lists(st.sampled_from(GROUPS), max_size=2, unique=True)))
    semesters = draw(SEMESTERS)
    summers = tuple(sorted(draw(st.sets(st.integers(0, 6), max_size=1))))
    others = draw(st.sets(st.integers(1, 10), max_size=2)) - set(semesters)
    terms = [*map(str, semesters), *(f"{each}S" for each in summers)]
    some = st.lists(st.sampled_from(terms), unique=True) if terms else st.just([])
    weekly = {each: draw(st.integers(0, 4000)) for each in draw(some)}
    weeks = {each: draw(st.integers(1, 2000)) for each in draw(some)}
    nature_text = draw(st.sampled_from(list(NATURES)))
    return PlanLine(
        AT,
        draw(NAMES),
        draw(st.sampled_from(["", "College English (I)", "Data, Applied"])),
        code=draw(st.none() | st.sampled_from(["00012", "B1", "GG-07"])),
        module_text="/".join(path),
        module=module,
        nature_text=nature_text,
        nature=NATURES[nature_text],
        credits=draw(st.none() | st.integers(0, 3000)),
        hours=draw(HOURS),
        theory_hours=draw(HOURS),
        practice_hours=draw(HOURS),
        # Weeks without weekly hours are whole weeks of the course.
        duration_weeks=draw(DURATIONS) if set(weeks) - set(weekly) else draw(st.none() | DURATIONS),
        semesters=semesters,
        summer_terms=summers,
        alternatives=tuple(sorted(others)),
        weekly_hours=weekly | draw(st.sampled_from([{}, {"*": 250}])),
        weeks=weeks,
        semester_hours={each: draw(st.integers(1, 400)) for each in draw(some)},
        assessment={each: draw(st.sampled_from(["EXAM", "CHECK"])) for each in [*draw(some), "*"]},
        is_counted=draw(st.booleans()),
        prerequisites=tuple(draw(st.lists(st.sampled_from(["网页基础", "程序设计", "C++"]), unique=True, max_size=2))),
        department=draw(st.none() | st.sampled_from(["信息学院", "公共教学部"])),
        remark=draw(st.none() | TEXTS),
        path=(*path, *groups),
        outcomes=tuple(draw(st.lists(TEXTS, max_size=2))),
    )


@st.composite
def choices(draw, lines):
    """Put some lines into groups; their options are those that their lines name."""
    lines, groups = list(lines), []
    for number in range(1, draw(st.integers(0, 3)) + 1):
        free = [at for at, each in enumerate(lines) if each.group is None]
        members = sorted(draw(st.sets(st.sampled_from(free), min_size=1, max_size=4))) if free else []
        if not members:
            break
        kind = draw(st.sampled_from(["CHOOSE_ONE", "CHOOSE_CREDITS", "ALTERNATIVES"]))
        for at in members:
            option = draw(st.sampled_from(["甲方向", "乙：前端"])) if kind == "CHOOSE_ONE" else None
            lines[at] = lines[at]._replace(group=number, option=option)
        groups.append(_group(number, kind, [lines[at] for at in members], draw))
    return tuple(lines), tuple(groups)


def _group(number, kind, members, draw):
    if kind == "CHOOSE_CREDITS":
        return ChoiceGroup(number, kind, draw(TEXTS), AT, None, draw(st.integers(50, 2000)), ())
    options = [each.name if kind == "ALTERNATIVES" else each.option for each in members]
    unique = options if kind == "ALTERNATIVES" else dict.fromkeys(options)
    return ChoiceGroup(number, kind, draw(TEXTS), AT, draw(st.integers(1, 3)), None, tuple(unique))


@st.composite
def totals(draw, plan):
    numbers = draw(st.sets(st.integers(1, len(plan.lines))))
    lines = tuple(plan.lines[each - 1] for each in sorted(numbers))
    stated = draw(
        st.dictionaries(
            st.sampled_from(["credits", "hours", "theoryHours", "practiceHours", "termCredits.1", "termHours.2S"]),
            st.integers(0, 4000),
        )
    )
    ours = {name: value for name, value in taken(plan, lines).items() if name in stated}
    if "termHours.2S" in stated:
        ours["termHours.2S"] = interval_within(plan, lines, _summer_hours)
    # Of a total of no known lines nothing is ours.
    scope, ours = (draw(st.none() | TEXTS), ours) if numbers else (None, {})
    return StatedTotal(AT, draw(TEXTS), scope, stated, ours, tuple(sorted(numbers)))


def _summer_hours(line):
    from analysis.training_plans.intervals import exactly

    return exactly(line.semester_hours.get("2S", 0) * 100)


CERTIFICATES = st.builds(
    TargetCertificate,
    st.just(AT),
    st.sampled_from(["Web前端开发", "工业机器人操作与运维职业技能等级证书", "数据应用"]),
    *[st.none()] * 2,
    SEMESTERS,
    st.none() | st.sampled_from(["示例教育科技有限公司"]),
    st.lists(st.sampled_from(["网页基础", "数据库"]), unique=True).map(tuple),
) | st.builds(
    TargetCertificate,
    st.just(AT),
    st.sampled_from(["Web前端开发", "失智老年人照护(试点)"]),
    st.just("中级"),
    st.just("INTERMEDIATE"),
    SEMESTERS,
    st.none(),
    st.just(()),
)
HEADS = st.builds(
    PlanHead,
    title=st.sampled_from(["", "示例职业技术学院软件技术专业2025级人才培养方案"]),
    college=st.none() | st.sampled_from(["示例职业技术学院"]),
    filed_college=st.none() | st.sampled_from(["示例铁道职业学院"]),
    major_name=st.none() | st.sampled_from(["软件技术", "公共文化服务与管理", "市场营销（校企合作）"]),
    major_code=st.none() | st.just("510203"),
    grade=st.none() | st.just("2025级"),
    education_level=st.sampled_from(["ASSOCIATE", "BACHELOR", "SECONDARY"]),
    duration_years=st.none() | st.integers(2, 5),
    education_form=st.none() | st.just("全日制"),
    hours_per_week=st.none() | st.just(26),
)
KINDS = ["教学周", "考试", "军训/入学教育", "总周数"]


@st.composite
def week_tables(draw):
    if draw(st.booleans()):
        return ()
    rows = [
        WeekRow(AT, number, {each: draw(st.integers(0, 2000)) for each in KINDS})
        for number in range(1, draw(st.integers(1, 10)) + 1)
    ]
    return (*rows, WeekRow(AT, None, {KINDS[0]: draw(st.integers(0, 9000))}))


@st.composite
def plans(draw, lines_largest=12):
    lines, groups = draw(choices(draw(st.lists(plan_lines(), min_size=1, max_size=lines_largest))))
    plan = PlanReading(
        draw(HEADS),
        (),
        lines,
        groups,
        (),
        (),
        tuple(
            Outcome(kind, text, AT)
            for kind, text in draw(st.lists(st.tuples(st.sampled_from(["QUALITY", "KNOWLEDGE", "ABILITY"]), TEXTS)))
        ),
        draw(week_tables()),
        tuple(
            Note(each, AT)
            for each in draw(st.lists(TEXTS | st.sampled_from(["1. 适用于三年制高职", "专业代码：990001"])))
        ),
        tuple(draw(st.lists(TEXTS, unique=True, max_size=3))),
        (),
        (),
        (),
    )
    certificates = draw(st.lists(CERTIFICATES, max_size=3, unique_by=lambda each: each.name))
    return plan._replace(totals=tuple(draw(st.lists(totals(plan), max_size=3))), certificates=tuple(certificates))
