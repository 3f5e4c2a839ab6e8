"""What a course is to achieve, as a college or a standard states it: finer than the course, and so better to align."""

from graph.model.core import Ends, NaturalKey, NodeType, Property, Relationship, Scalar, Text

COURSE_OUTCOME = NodeType(
    name="CourseOutcome",
    plural="courseOutcomes",
    term="课程目标（学习成果）",
    description=(
        Text(
            "One outcome that a course is to achieve. No national source states any; they come from colleges.",
            "课程应达到的一项目标。国家级来源均未写明，由院校提供。",
        )
    ),
    key=("code",),
    properties=(
        Property(
            name="code",
            description=Text(
                "Code, unique over all colleges: begin it with the college and the course.",
                "编号，在全部院校范围内唯一：以院校和课程开头。",
            ),
            required=True,
        ),
        Property(
            name="text",
            description=Text("The outcome as the source words it (Chinese).", "课程目标，按来源原文。"),
            required=True,
        ),
        Property(
            name="sequence",
            type=Scalar.INT,
            least=1,
            description=Text("Place among the course's outcomes, from 1.", "在该课程各目标中的次序，从 1 起。"),
            required=True,
        ),
    ),
    order=("sequence",),
    lookups=(NaturalKey(properties=("code",)),),
    title="text",
    has_drafts=True,
)

NODES = (COURSE_OUTCOME,)

RELATIONSHIPS = (
    Relationship(
        type="HAS_OUTCOME",
        structural=True,
        start="Course",
        end="CourseOutcome",
        forward="outcomes",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "What the course is to achieve. Empty: no source in the graph says.",
            "课程应达到的目标。空：图中没有来源写明。",
        ),
        backward="course",
        backward_ends=Ends.ONE,
        backward_description=Text(
            "The course of a teaching standard whose outcome it is. Null: it is of a line of a plan.",
            "该目标所属的专业教学标准课程。null：属于方案课程。",
        ),
    ),
    Relationship(
        type="PLAN_HAS_OUTCOME",
        structural=True,
        start="PlanCourse",
        end="CourseOutcome",
        forward="outcomes",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "What the college's course is to achieve. Empty: no source in the graph says.",
            "院校课程应达到的目标。空：图中没有来源写明。",
        ),
        backward="planCourse",
        backward_ends=Ends.ONE,
        backward_description=Text(
            "The line of a plan whose outcome it is. Null: it is of a course of a teaching standard.",
            "该目标所属的方案课程。null：属于专业教学标准课程。",
        ),
    ),
)
