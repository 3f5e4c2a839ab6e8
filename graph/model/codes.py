"""The code lists of the domain, each code with its Chinese term."""

from graph.model.core import CodeList

EDUCATION_LEVEL = CodeList(
    "EducationLevel",
    "Level of the diploma.",
    {
        "SECONDARY": "中职: secondary vocational.",
        "ASSOCIATE": "高职专科: higher vocational, three-year associate.",
        "BACHELOR": "高职本科 (职业本科): vocational bachelor.",
        "UNDERGRADUATE": "普通本科: ordinary undergraduate, outside the vocational catalogue.",
    },
)

CERTIFICATE_LEVEL = CodeList(
    "CertificateLevelCode",
    "Level of a vocational skill level certificate.",
    {
        "ELEMENTARY": "初级.",
        "INTERMEDIATE": "中级; includes 初级 where the standard says so.",
        "ADVANCED": "高级; includes 中级 where the standard says so.",
    },
)

COURSE_MODULE = CodeList(
    "CourseModule",
    "Module of a programme to which a course belongs.",
    {
        "COMMON": "公共基础课程: common courses.",
        "FOUNDATION": "专业基础课程: professional foundation.",
        "CORE": "专业核心课程: professional core.",
        "EXTENSION": "专业拓展课程: professional extension.",
        "EXTENSION_OR_CORE": "专业拓展或核心课程: the source does not let us tell which of the two.",
        "PRACTICE": "实践: practice.",
    },
)

OCCUPATION_RANK = CodeList(
    "OccupationGroupRank",
    "Rank of a group in the national classification of occupations (职业分类大典).",
    {"MAJOR": "大类, code 2.", "MIDDLE": "中类, code 2-02.", "MINOR": "小类, code 2-02-10."},
)

RECORD_SCOPE = CodeList(
    "RecordScope",
    "What a record or a rule speaks of.",
    {
        "NATIONAL": "The whole country.",
        "PROVINCE": "One province.",
        "COLLEGE": "One college.",
        "COURSE": "One course of a college.",
        "ISSUER": "One training and evaluation organisation.",
        "CITY": "One city.",
        "EVENT": "One examination sitting, or another single event.",
        "OTHER": "Another scope; the note says which.",
    },
)

RULE_KIND = CodeList(
    "RuleKind",
    "What a rule is about.",
    {
        "HOURS": "学时、学分与课程门数: hours, credits and numbers of courses of a plan.",
        "SECTION": "Required section of a training plan or teaching standard.",
        "COMMON_COURSE": "公共基础课程 that a plan must or may contain.",
        "EXAMINATION": "Fee, length, weights and pass mark of a certificate examination.",
        "PLAN_FRAME": "A college's own frame for its plans.",
    },
)

POLICY_KIND = CodeList(
    "PolicyKind",
    "Kind of a policy document.",
    {
        "POLICY": "Policy, plan or opinion.",
        "NOTICE": "Notice.",
        "LETTER": "Official letter.",
        "STANDARD": "Published catalogue or standard.",
    },
)

POLICY_EFFECT = CodeList(
    "PolicyEffect",
    "What a policy does to vocational skill level certificates.",
    {
        "FOUNDS": "Starts the certificates, or their pilot.",
        "STANDARDISES": "Says how their skill level standards are made.",
        "ANNOUNCES": "Publishes the certificates of a batch.",
        "SUPERVISES": "Says who supervises them, and what they are worth.",
        "TRANSFERS": "Hands them over to another authority.",
    },
)
