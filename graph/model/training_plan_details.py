"""What an import reads in the document of a training plan, beyond what the seeds gather: of the plan and of its lines."""

from graph.model.codes import COURSE_MODULE, COURSE_NATURE, PLAN_STATUS
from graph.model.core import Property, Scalar, Text

VERSION = Property(
    name="version",
    type=Scalar.INT,
    least=1,
    description=Text(
        "Version among the plans of this college, major and grade that were imported. Null: gathered, not imported.",
        "同一院校、专业、年级所导入方案的版本号。null：收集所得，并非导入。",
    ),
    imported=True,
)

PLAN_DETAILS = (
    VERSION,
    Property(
        name="editVersion",
        type=Scalar.INT,
        least=1,
        description=Text(
            "Which state of the draft this is, from 1; every change raises it. Null: it was never a draft here.",
            "草案的修改序号，从 1 起，每次变更加一。null：从未在此作为草案编辑。",
        ),
        imported=True,
    ),
    Property(
        name="title",
        description=Text("Title of the document. Null: not stated.", "文件标题。null：未写明。"),
        imported=True,
    ),
    Property(
        name="status",
        type=PLAN_STATUS,
        description=Text("Whether it is in force at the college. Null: not known.", "方案的状态。null：不详。"),
        imported=True,
    ),
    Property(
        name="entryYear",
        type=Scalar.INT,
        least=1900,
        most=2100,
        description=Text("Year in which its students enter. Null: not known.", "学生入学年份。null：不详。"),
        imported=True,
    ),
    Property(
        name="years",
        type=Scalar.INT,
        least=1,
        description=Text("Years of study. Null: not stated.", "修业年数。null：未写明。"),
        imported=True,
    ),
    Property(
        name="educationForm",
        description=Text(
            "Form of education as written, such as 全日制. Null: not stated.",
            "学习形式，按原文，如全日制。null：未写明。",
        ),
        imported=True,
    ),
    Property(
        name="hoursPerWeek",
        type=Scalar.INT,
        least=1,
        description=Text(
            "Hours that a whole week of practice counts as. Null: not stated.", "一周实践折合的学时。null：未写明。"
        ),
        imported=True,
    ),
    Property(
        name="sections",
        description=Text("Headings of the document. Empty: not read.", "文件的各级标题。空：未读取。"),
        many=True,
        imported=True,
    ),
    Property(
        name="notes",
        description=Text("Notes of the document, as they stand. Empty: none.", "文件中的说明，按原文。空：无。"),
        many=True,
        imported=True,
    ),
    Property(
        name="notePlaces",
        description=Text("Where each note stands, in the same order.", "各条说明的位置，次序相同。"),
        many=True,
        imported=True,
    ),
    Property(
        name="sha256",
        description=Text(
            "Digest of the file that was imported. Null: gathered, not imported.",
            "导入文件的 sha256 摘要。null：收集所得，并非导入。",
        ),
        imported=True,
    ),
    Property(
        name="readingProblemCount",
        type=Scalar.INT,
        least=0,
        description=Text(
            "Problems of the reading of the file that was imported: what was counted may be wrong there. Null: not "
            "imported.",
            "读取导入文件时的问题数：有关各处的统计可能有误。null：并非导入。",
        ),
        imported=True,
    ),
    Property(
        name="readingProblems",
        description=Text(
            "Codes of these problems, each once; the report on the import explains them. Empty: none, or not imported.",
            "上述问题的代码，各列一次；含义见导入报告。空：无，或并非导入。",
        ),
        many=True,
        imported=True,
    ),
)

PLACE = Property(
    name="place",
    description=Text(
        "Where it stands in the document: p page, t table, r row, c column, l line, then the sheet, such as "
        "`p1 r7 c2 in 课程`. Null: not read in a document.",
        "在文件中的位置：p 页、t 表、r 行、c 列、l 段，in 之后为工作表名，如 `p1 r7 c2 in 课程`。null：并非读自文件。",
    ),
    imported=True,
)

LINE_DETAILS = (
    VERSION,
    Property(
        name="position",
        type=Scalar.INT,
        least=1,
        description=Text(
            "Place among the lines of a plan that was made here, from 1. Null: `sequence` is the place.",
            "在此编制的方案中课程行的次序，从 1 起。null：以 `sequence` 为序。",
        ),
        imported=True,
    ),
    PLACE,
    Property(
        name="englishName",
        description=Text("English name. Null: not stated.", "英文名称。null：未写明。"),
        imported=True,
    ),
    Property(
        name="module",
        type=COURSE_MODULE,
        description=Text(
            "Module, from the words of the college. Null: they leave it open.",
            "课程模块，依院校所写判定。null：所写不足以判定。",
        ),
        imported=True,
    ),
    Property(
        name="courseNature",
        type=COURSE_NATURE,
        description=Text(
            "Whether it is required, from the words of the college. Null: they leave it open.",
            "课程性质，依院校所写判定。null：所写不足以判定。",
        ),
        imported=True,
    ),
    Property(
        name="modulePath",
        description=Text(
            "The modules and groups that hold it, outermost first. Empty: not read.",
            "所在的模块与分组，由外到内。空：未读取。",
        ),
        many=True,
        imported=True,
    ),
    Property(
        name="option",
        description=Text(
            "Which option of its group it belongs to. Null: it is an option by itself, or in no group.",
            "所属分组的哪一个选项。null：自成一项，或不在分组中。",
        ),
        imported=True,
    ),
    Property(
        name="isCounted",
        type=Scalar.BOOLEAN,
        description=Text(
            "Whether its hours and credits count. Null: not known.", "学时、学分是否计入总数。null：不详。"
        ),
        imported=True,
    ),
    Property(
        name="durationWeeks",
        type=Scalar.FLOAT,
        least=0,
        description=Text(
            "Weeks that it takes, such as 2 or 0.5. Null: not stated.", "周数，如 2 或 0.5。null：未写明。"
        ),
        imported=True,
    ),
    Property(
        name="terms",
        description=Text(
            "Terms in which it runs: `3` is a semester, `2S` the summer term after one. Empty: not stated.",
            "开课学期：`3` 为第 3 学期，`2S` 为第 2 学期后的夏季学期。空：未写明。",
        ),
        many=True,
        imported=True,
    ),
    Property(
        name="alternativeTerms",
        description=Text("Semesters in which it may run instead. Empty: none.", "可改在其中开课的学期。空：无。"),
        many=True,
        imported=True,
    ),
    Property(
        name="weeklyHours",
        description=Text(
            "Weekly hours by term, such as `1: 4`; `*` is any term. Empty: not stated.",
            "各学期周学时，如 `1: 4`；`*` 为不分学期。空：未写明。",
        ),
        many=True,
        imported=True,
    ),
    Property(
        name="termWeeks",
        description=Text(
            "Weeks by term, such as `1: 16` or `2: 0.5`. Empty: not stated.",
            "各学期周数，如 `1: 16`、`2: 0.5`。空：未写明。",
        ),
        many=True,
        imported=True,
    ),
    Property(
        name="termHours",
        description=Text("Hours by term, such as `1: 64`. Empty: not stated.", "各学期学时，如 `1: 64`。空：未写明。"),
        many=True,
        imported=True,
    ),
    Property(
        name="assessment",
        description=Text(
            "EXAM (考试) or CHECK (考查) by term, such as `1: EXAM`; `*` is any term. Empty: not stated.",
            "各学期考核方式：EXAM 为考试，CHECK 为考查，如 `1: EXAM`；`*` 为不分学期。空：未写明。",
        ),
        many=True,
        imported=True,
    ),
    Property(
        name="prerequisites",
        description=Text("Courses needed before it, as written. Empty: none.", "先修课程，按原文。空：无。"),
        many=True,
        imported=True,
    ),
    Property(
        name="department",
        description=Text("Department that gives it. Null: not stated.", "开课部门。null：未写明。"),
        imported=True,
    ),
)
