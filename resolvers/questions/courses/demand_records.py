"""Records of ``demandForCourse``."""

from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.core import BASIS, Property, Scalar, Text
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType, count_field
from resolvers.questions.shared.evidence import COURSE_TYPES

_COVERED = count_field(
    "covered",
    Text(
        "Requirements that the course covers by an accepted alignment, its own or one of its outcomes'.",
        "课程有已采纳对接（课程自身或其课程目标）的要求数。",
    ),
)
_SUGGESTED = count_field(
    "suggested",
    Text("Requirements not covered for which a suggestion waits for a decision.", "未覆盖、但有建议待决定的要求数。"),
)

LEVEL_DEMAND = RecordType(
    name="LevelDemand",
    description=Text("What one level of a standard asks of a course.", "标准的一个等级对课程的要求。"),
    fields=(
        NodeField(
            name="standardLevel",
            description=Text("The level of the standard.", "标准的等级。"),
            kinds=("StandardLevel",),
        ),
        _COVERED,
        _SUGGESTED,
    ),
)

COURSE_TIE = RecordType(
    name="CourseTie",
    description=Text(
        "A college's statement that a course of this name prepares for a certificate.",
        "院校说明：该名称的课程为某证书作准备。",
    ),
    fields=(
        NodeField(
            name="planCourse",
            description=Text("The line of the college's plan.", "院校方案中的课程行。"),
            kinds=("PlanCourse",),
        ),
        Property(
            name="collegeName",
            description=Text("College as the source names it.", "来源所写的院校名称。"),
            required=True,
        ),
        NodeField(
            name="colleges",
            description=Text(
                "The college. Empty: not matched to a college of 2026.", "院校。空：未能与 2026 年的院校对应。"
            ),
            kinds=("College",),
            is_list=True,
        ),
        Property(
            name="certificateLevel",
            type=CERTIFICATE_LEVEL_CODE,
            description=Text("Level named. Null: none.", "所写的等级。null：无。"),
        ),
        Property(
            name="kind",
            description=Text("Kind of tie as the college writes it, such as 1+X.", "院校所写的对应方式，如 1+X。"),
            required=True,
        ),
        Property(name="basis", type=BASIS, description=Text("On what the tie rests.", "该对应的依据。"), required=True),
        NodeField(
            name="sources", description=Text("Sources of the tie.", "该对应的来源。"), kinds=("Source",), is_list=True
        ),
    ),
)

CERTIFICATE_DEMAND = RecordType(
    name="CertificateDemand",
    description=Text(
        "What one certificate asks of a course, and who needs the certificate.",
        "一个证书对课程的要求，以及谁需要该证书。",
    ),
    fields=(
        NodeField(name="certificate", description=Text("The certificate.", "证书。"), kinds=("Certificate",)),
        count_field(
            "programmes",
            Text("Majors in force that the certificate suits, by its own statement.", "证书自身写明适用的现行专业数。"),
        ),
        count_field(
            "colleges", Text("Colleges that tie a course of this name to it.", "把该名称的课程与它对应的院校数。")
        ),
        Property(
            name="requirements",
            type=Scalar.INT,
            description=Text(
                "Requirements of all levels of its standards. Null: no standard of it is in the graph.",
                "其标准各等级的要求总数。null：图中没有其标准。",
            ),
        ),
        _COVERED,
        _SUGGESTED,
        RecordField(
            name="levels",
            description=Text("Levels with a covered or suggested requirement.", "有已覆盖或有建议的要求的等级。"),
            record=LEVEL_DEMAND,
        ),
        RecordField(name="ties", description=Text("What colleges state.", "院校的说明。"), record=COURSE_TIE),
    ),
)

DEMANDED_REQUIREMENT = RecordType(
    name="DemandedRequirement",
    description=Text("A requirement that the course covers, or may cover.", "课程覆盖或可能覆盖的要求。"),
    fields=(
        NodeField(name="requirement", description=Text("The requirement.", "技能要求。"), kinds=("SkillRequirement",)),
        Property(
            name="isCovered",
            type=Scalar.BOOLEAN,
            description=Text(
                "Whether an accepted alignment covers it; `false`: suggested only.",
                "是否有已采纳的对接覆盖。false：只有建议。",
            ),
            required=True,
        ),
        NodeField(
            name="alignments",
            description=Text(
                "The accepted alignments that cover it, or else the suggestions.", "覆盖它的已采纳对接；没有则为建议。"
            ),
            kinds=("Alignment",),
            is_list=True,
        ),
    ),
)

SAME_NAMED_COURSE = RecordType(
    name="SameNamedCourse",
    description=Text("A course of the same name elsewhere.", "其他地方的同名课程。"),
    fields=(
        NodeField(
            name="course",
            description=Text("The course, or the line of a plan.", "课程，或方案中的课程行。"),
            kinds=COURSE_TYPES,
        ),
        NodeField(
            name="programme",
            description=Text("The teaching standard, or the plan, that has it.", "所在的专业教学标准或方案。"),
            kinds=("TeachingStandard", "TrainingPlan"),
        ),
    ),
)

COURSE_DEMAND = RecordType(
    name="CourseDemand",
    description=Text("Who asks for what a course teaches.", "谁需要该课程所教的内容。"),
    fields=(
        _COVERED,
        _SUGGESTED,
        count_field(
            "certificates",
            Text(
                "Certificates that ask for a covered or suggested requirement, or to which colleges tie it.",
                "所覆盖或所建议的要求所属的证书，或院校与之对应的证书数。",
            ),
        ),
        count_field(
            "programmes",
            Text(
                "Majors in force that at least one of these certificates suits.",
                "适用于这些证书中至少一个的现行专业数。",
            ),
        ),
        count_field(
            "colleges",
            Text("Colleges that tie a course of this name to a certificate.", "把该名称的课程与某证书对应的院校数。"),
        ),
        count_field(
            "sameNameStandards",
            Text("Other courses of exactly this name in teaching standards.", "各专业教学标准中完全同名的其他课程数。"),
        ),
        count_field(
            "sameNamePlans",
            Text("Other lines of exactly this name in colleges' plans.", "各院校方案中完全同名的其他课程行数。"),
        ),
        RecordField(
            name="byCertificate",
            description=Text(
                "Certificates, ranked by programmes, then by covered, suggested, colleges and name.",
                "证书，依次按适用专业数、已覆盖、有建议、院校数与名称排列。",
            ),
            record=CERTIFICATE_DEMAND,
            size=20,
        ),
        RecordField(
            name="requirements",
            description=Text("Covered ones first, each in the standard's order.", "已覆盖的在前，各按标准次序。"),
            record=DEMANDED_REQUIREMENT,
            size=FIRST,
        ),
        RecordField(
            name="sameName",
            description=Text(
                "Courses of exactly this name elsewhere: standards, then plans.",
                "其他地方完全同名的课程：先标准，后方案。",
            ),
            record=SAME_NAMED_COURSE,
            size=FIRST,
        ),
    ),
)
