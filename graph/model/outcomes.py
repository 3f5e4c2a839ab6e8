"""What a course is to achieve, as a college or a standard states it: finer than the course, and so better to align."""

from graph.model.core import Ends, Lookup, NodeType, Property, Relationship, Scalar

COURSE_OUTCOME = NodeType(
    name="CourseOutcome",
    plural="courseOutcomes",
    term="课程目标（学习成果）",
    description=(
        "One outcome that a course is to achieve. No national source states any; they come from colleges' own seed files."
    ),
    key=("code",),
    properties=(
        Property(
            name="code",
            description="Code, unique over all colleges: begin it with the college and the course.",
            required=True,
        ),
        Property(name="text", description="The outcome as the source words it (Chinese).", required=True),
        Property(
            name="sequence", type=Scalar.INT, description="Place among the course's outcomes, from 1.", required=True
        ),
    ),
    order=("sequence",),
    lookups=(Lookup(properties=("code",)),),
    title="text",
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
        forward_description="What the course is to achieve. Empty: no source in the graph says.",
        backward="course",
        backward_ends=Ends.ONE,
        backward_description="The course of a teaching standard whose outcome it is. Null: it is of a line of a plan.",
    ),
    Relationship(
        type="PLAN_HAS_OUTCOME",
        structural=True,
        start="PlanCourse",
        end="CourseOutcome",
        forward="outcomes",
        forward_ends=Ends.FEW,
        forward_description="What the college's course is to achieve. Empty: no source in the graph says.",
        backward="planCourse",
        backward_ends=Ends.ONE,
        backward_description="The line of a plan whose outcome it is. Null: it is of a course of a teaching standard.",
    ),
)
