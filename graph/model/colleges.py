"""Places, colleges, and what is known of their talent-training plans."""

from graph.model.codes import CERTIFICATE_LEVEL, EDUCATION_LEVEL
from graph.model.core import Ends, Lookup, NodeType, Property, Relationship, Scalar, Search

PROVINCE = NodeType(
    name="Province",
    plural="provinces",
    term="省、自治区、直辖市、特别行政区",
    description="A province-level division (GB/T 2260).",
    key=("code",),
    properties=(
        Property(name="code", description="Six-digit code of GB/T 2260.", required=True, search=Search.CODE),
        Property(name="name", description="Full name (Chinese).", required=True, search=Search.NAME, indexed=True),
        Property(name="shortName", description="Short name (Chinese).", required=True, search=Search.ALIAS),
        Property(name="kind", description="Kind of division, such as 省 or 直辖市.", required=True),
        Property(name="region", description="Region of the country, such as 华北.", required=True, indexed=True),
    ),
    order=("code",),
    lookups=(Lookup(properties=("code",)),),
)

CITY = NodeType(
    name="City",
    plural="cities",
    term="地级市",
    description="A prefecture-level division (GB/T 2260).",
    key=("code",),
    properties=(
        Property(name="code", description="Six-digit code of GB/T 2260.", required=True, search=Search.CODE),
        Property(name="name", description="Name (Chinese).", required=True, search=Search.NAME, indexed=True),
    ),
    order=("code",),
    lookups=(Lookup(properties=("code",)),),
)

COLLEGE = NodeType(
    name="College",
    plural="colleges",
    term="职业院校",
    description="A vocational college.",
    key=("name",),
    properties=(
        Property(
            name="name", description="Name (Chinese), as of 2026.", required=True, indexed=True, search=Search.NAME
        ),
        Property(
            name="code",
            description="Ten-digit code of the Ministry of Education. Null: no source shows it.",
            indexed=True,
            search=Search.CODE,
        ),
        Property(
            name="educationLevel",
            type=EDUCATION_LEVEL,
            description="Level it teaches: ASSOCIATE or BACHELOR.",
            required=True,
            indexed=True,
        ),
        Property(
            name="ownership", description="公办, 民办 or 合作办学 as the source marks it.", required=True, indexed=True
        ),
        Property(name="authority", description="Authority in charge (2017 list, or the 2026 mark). Null: not known."),
        Property(name="district", description="District, where the city is a municipality. Null: not stated."),
        Property(name="website", description="Website. Null: not stated."),
        Property(
            name="doubleHigh", description="双高计划 standing of the first round (2019). Null: none.", indexed=True
        ),
        Property(name="note", description="What the source adds, such as a recent upgrade."),
        Property(name="codeBasis", description="How the code is known. Null: no code."),
    ),
    order=("name",),
    lookups=(Lookup(properties=("name",)), Lookup(properties=("code",))),
)

PROGRAMME_GROUP = NodeType(
    name="ProgrammeGroup",
    plural="programmeGroups",
    term="双高专业群",
    description="A group of majors of a college in the Double-High plan (双高计划), named after its leading major.",
    key=("collegeName", "name"),
    properties=(
        Property(name="collegeName", description="College as the source of 2019 names it.", required=True),
        Property(
            name="name",
            description="Name of the group, as a rule that of its leading major.",
            required=True,
            search=Search.NAME,
        ),
        Property(name="kind", description="高水平学校 or 高水平专业群.", required=True, indexed=True),
        Property(name="tier", description="A档, B档 or C档.", required=True, indexed=True),
        Property(name="round", description="Round of the plan.", required=True),
    ),
    order=("collegeName", "name"),
    lookups=(Lookup(properties=("collegeName", "name")),),
)

TRAINING_PLAN = NodeType(
    name="TrainingPlan",
    plural="trainingPlans",
    term="人才培养方案",
    description="What is published of a college's talent-training plan. No plan here is complete.",
    key=("collegeName", "majorName", "grade"),
    properties=(
        Property(name="collegeName", description="College as the source names it.", required=True),
        Property(name="majorName", description="Major as the source names it.", required=True, search=Search.NAME),
        Property(name="majorCode", description="Major code as the source prints it. Null: none."),
        Property(name="grade", description="Grade or edition of the plan, such as 2024级. Null: not stated."),
        Property(name="educationLevel", type=EDUCATION_LEVEL, description="Level of the diploma. Null: not stated."),
        Property(name="duration", description="Years of study as written. Null: not stated."),
        Property(name="industries", description="Industries as written. Empty: not stated.", many=True),
        Property(name="positions", description="Positions as written. Empty: not stated.", many=True),
        Property(name="certificatesNamed", description="Certificates as written. Empty: not stated.", many=True),
    ),
    order=("collegeName", "majorName", "grade"),
    lookups=(),
    title="majorName",
)

PLAN_COURSE = NodeType(
    name="PlanCourse",
    plural="planCourses",
    term="方案中的课程",
    description="A line of a training plan: one course as a college gives it.",
    key=("collegeName", "majorName", "grade", "name"),
    properties=(
        Property(name="collegeName", description="College as the source names it.", required=True),
        Property(name="majorName", description="Major as the source names it.", required=True),
        Property(name="grade", description="Grade or edition of the plan. Null: not stated."),
        Property(name="name", description="Course name (Chinese).", required=True, indexed=True, search=Search.NAME),
        Property(name="moduleText", description="Module as the college writes it. Null: not stated."),
        Property(name="credits", type=Scalar.FLOAT, description="Credits. Null: not stated."),
        Property(name="hours", type=Scalar.INT, description="Hours. Null: not stated."),
        Property(name="theoryHours", type=Scalar.INT, description="Of them hours of theory. Null: not stated."),
        Property(name="practiceHours", type=Scalar.INT, description="Of them hours of practice. Null: not stated."),
        Property(name="semesterText", description="Semester as written. Null: not stated."),
        Property(name="courseCode", description="The college's own code of the course. Null: not stated."),
        Property(
            name="nature", description="必 (required) or 选 (elective), as the college writes it. Null: not stated."
        ),
        Property(
            name="certificatesAsWritten", description="Certificates the line names, as written. Empty: none.", many=True
        ),
    ),
    order=("collegeName", "majorName", "name"),
    lookups=(),
)

NODES = (PROVINCE, CITY, COLLEGE, PROGRAMME_GROUP, TRAINING_PLAN, PLAN_COURSE)

RELATIONSHIPS = (
    Relationship(
        type="CITY_OF",
        structural=True,
        start="City",
        end="Province",
        forward="province",
        forward_ends=Ends.ONE,
        forward_description="The province it belongs to.",
        backward="cities",
        backward_ends=Ends.FEW,
        backward_expected=15,
        backward_description="Its prefecture-level divisions.",
    ),
    Relationship(
        type="LOCATED_IN",
        structural=True,
        start="College",
        end="Province",
        forward="province",
        forward_ends=Ends.ONE,
        forward_description="The province it is in.",
        backward="colleges",
        backward_ends=Ends.MANY,
        backward_expected=70,
        backward_description="Its vocational colleges.",
    ),
    Relationship(
        type="SITUATED_IN",
        structural=True,
        start="College",
        end="City",
        forward="city",
        forward_ends=Ends.ONE,
        forward_description="The city it is in. Null: a municipality, or not known.",
        backward="colleges",
        backward_ends=Ends.MANY,
        backward_description="Its vocational colleges.",
    ),
    Relationship(
        type="HAS_PROGRAMME_GROUP",
        structural=True,
        start="College",
        end="ProgrammeGroup",
        forward="programmeGroups",
        forward_ends=Ends.FEW,
        forward_description="Its Double-High groups of majors.",
        backward="college",
        backward_ends=Ends.ONE,
        backward_description="Its college today. Null: the college of 2019 is no vocational college any more.",
    ),
    Relationship(
        type="LED_BY",
        start="ProgrammeGroup",
        end="Major",
        forward="leadingMajor",
        forward_ends=Ends.ONE,
        forward_description="The associate major of 2021 with the group's name. Null: none has this name.",
        backward="programmeGroups",
        backward_ends=Ends.MANY,
        backward_description="Double-High groups named after this major.",
    ),
    Relationship(
        type="HAS_PLAN",
        structural=True,
        start="College",
        end="TrainingPlan",
        forward="trainingPlans",
        forward_ends=Ends.MANY,
        forward_description="What is published of its plans. Empty: nothing gathered.",
        backward="college",
        backward_ends=Ends.ONE,
        backward_description="The college of the plan. Null: not matched to a college of 2026.",
    ),
    Relationship(
        type="PLAN_FOR",
        start="TrainingPlan",
        end="Major",
        forward="major",
        forward_ends=Ends.ONE,
        forward_description="The major of the plan. Null: not matched.",
        backward="trainingPlans",
        backward_ends=Ends.MANY,
        backward_description="What is published of colleges' plans for this major.",
        explains=True,
    ),
    Relationship(
        type="PLAN_PREPARES_FOR",
        start="TrainingPlan",
        end="Occupation",
        forward="occupations",
        forward_ends=Ends.FEW,
        forward_description="Occupations the plan names by code (主要职业类别). Empty: not stated.",
        backward="trainingPlans",
        backward_ends=Ends.MANY,
        backward_description="Plans that name this occupation by code.",
    ),
    Relationship(
        type="HAS_PLAN_COURSE",
        structural=True,
        start="TrainingPlan",
        end="PlanCourse",
        forward="courses",
        forward_ends=Ends.FEW,
        forward_expected=30,
        forward_description="The lines that are published; not the whole plan.",
        backward="trainingPlan",
        backward_ends=Ends.ONE,
        backward_description="The plan it is a line of.",
        explains=True,
    ),
    Relationship(
        type="LINKED_TO_CERTIFICATE",
        start="PlanCourse",
        end="Certificate",
        forward="certificates",
        forward_ends=Ends.FEW,
        forward_description="Certificates that the college ties to this course.",
        backward="planCourses",
        backward_ends=Ends.MANY,
        backward_description="Courses of real colleges tied to this certificate.",
        properties=(
            Property(name="certificateLevel", type=CERTIFICATE_LEVEL, description="Level named. Null: none."),
            Property(name="kind", description="Kind of link as the college writes it, such as 1+X.", required=True),
            Property(name="note", description="What the source adds."),
        ),
        explains=True,
    ),
    Relationship(
        type="PLAN_NAMES_CERTIFICATE",
        start="TrainingPlan",
        end="Certificate",
        forward="certificates",
        forward_ends=Ends.FEW,
        forward_description="Certificates the plan, or the college for this major, names.",
        backward="trainingPlans",
        backward_ends=Ends.MANY,
        backward_description="Plans that name this certificate.",
        properties=(Property(name="certificateLevel", type=CERTIFICATE_LEVEL, description="Level named. Null: none."),),
        explains=True,
    ),
)
