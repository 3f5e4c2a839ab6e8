"""The records that answer ``suggestAlignments``."""

from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.questions.shared.evidence import COURSE_TYPES

SUGGESTION_GROUND = CodeList(
    "SuggestionGround",
    Text(
        "The strongest reason for a suggestion. Shown only; it does not change the probability.",
        "建议最有力的理由。仅供展示，不影响概率。",
    ),
    {
        "EXACT": Text(
            "Both texts are the same, where case, spaces and punctuation do not count.",
            "两段文字相同，大小写、空格与标点不计。",
        ),
        "COMPONENTS": Text("Both name the same component, such as JUnit.", "两者写明同一成分，如 JUnit。"),
        "WORDS": Text("Both have words in common.", "两者有共同的词。"),
    },
)

COMPARED_TEXT = CodeList(
    "ComparedText",
    Text("Which text of a course was compared.", "比较的是课程的哪段文字。"),
    {
        "NAME": Text("Its name.", "课程名称。"),
        "OUTCOME": Text("One of its outcomes.", "一项课程目标。"),
        "TYPICAL_TASKS": Text("A clause of its typical work tasks.", "典型工作任务描述中的一句。"),
        "CONTENT": Text("A clause of its main contents and demands.", "主要教学内容与要求中的一句。"),
    },
)

LEVEL_GATE = CodeList(
    "LevelGate",
    Text(
        "Whether module and certificate level go together by one college's rules on credits (CreditRule C05 to C07).",
        "按一所院校的学分规则（CreditRule C05 至 C07），课程模块与证书等级是否相配。",
    ),
    {
        "FITS": Text(
            "初级 with a foundation course, 中级 with a core course, 高级 with either.",
            "初级对专业基础课程，中级对专业核心课程，高级对两者之一。",
        ),
        "DIFFERS": Text("Foundation and core the other way round.", "专业基础课程与专业核心课程对调。"),
        "UNKNOWN": Text(
            "The course has no module in the graph, or one that the rules do not name.",
            "图中该课程没有模块，或规则未涉及其模块。",
        ),
    },
)

SUGGESTED_ALIGNMENT = RecordType(
    name="SuggestedAlignment",
    description=Text("A pair that a reviewer might accept. No fact.", "评审人可能采纳的一对。不是事实。"),
    fields=(
        Property(
            name="probability",
            type=Scalar.FLOAT,
            description=Text(
                "How likely a reviewer accepts it, 0 to 1: a logistic curve over `score`, fitted on judged names and "
                "cross-validated (docs/suggestions.md). Null: another text than the name matched. Only stand-ins for "
                "such texts could be judged, and they carry no probability.",
                "评审人采纳的可能性，0 至 1：由 `score` 经逻辑斯谛曲线得出，以已判定的名称拟合并做交叉验证"
                "（见 docs/suggestions.md）。null：相符的不是课程名称；此类文字只有替代样本可供判定，不足以给出概率。",
            ),
        ),
        Property(
            name="score",
            type=Scalar.FLOAT,
            description=Text(
                "How much both have in common: BM25 of their words, the rarer the more. No probability.",
                "两者共有词语的多少：词语的 BM25 得分，越少见的词分量越重。不是概率。",
            ),
            required=True,
        ),
        Property(
            name="matched",
            type=COMPARED_TEXT,
            description=Text("Which text of the course matched best.", "课程的哪段文字最相符。"),
            required=True,
        ),
        Property(
            name="matchedText",
            description=Text("That text.", "该段文字。"),
            required=True,
        ),
        Property(
            name="ground",
            type=SUGGESTION_GROUND,
            description=Text("The strongest reason.", "最有力的理由。"),
            required=True,
        ),
        Property(
            name="words",
            description=Text(
                "Words that both have, as they stand in the course's text.", "两者共有的词，按课程文字中的写法。"
            ),
            many=True,
        ),
        Property(
            name="reason",
            description=Text("Which words stand where, in Chinese.", "哪些词出现在哪里（中文）。"),
            required=True,
        ),
        Property(
            name="reasonEnglish",
            description=Text(
                "The same in English; what it quotes stays Chinese.", "同一理由的英文；所引文字仍为中文。"
            ),
            required=True,
        ),
        Property(
            name="levelGate",
            type=LEVEL_GATE,
            description=Text(
                "What the rules on credits say. It does not change the probability.", "学分规则的说法。不影响概率。"
            ),
            required=True,
        ),
        NodeField(
            name="course",
            description=Text("The course, or the line of a plan.", "课程，或方案中的课程行。"),
            kinds=COURSE_TYPES,
        ),
        NodeField(
            name="courseOutcome",
            description=Text(
                "The outcome of the course whose text matched. Null: another text matched.",
                "文字相符的课程目标。null：相符的是其他文字。",
            ),
            kinds=("CourseOutcome",),
            is_optional=True,
        ),
        NodeField(name="requirement", description=Text("The requirement.", "技能要求。"), kinds=("SkillRequirement",)),
    ),
)

SUGGESTED_ALIGNMENTS = RecordType(
    name="SuggestedAlignments",
    description=Text("What was compared, and the likeliest pairs.", "比较了什么，以及最可能的各对。"),
    fields=(
        Property(
            name="pairs",
            type=Scalar.INT,
            description=Text("Courses times requirements.", "课程数乘以要求数。"),
            required=True,
        ),
        Property(
            name="settled",
            type=Scalar.INT,
            description=Text(
                "Pairs left out: proposed, accepted, rejected, or closed by a review of the course's standard or plan.",
                "不列出的对数：已提出、已采纳、未采纳，或已由课程所属标准或方案的评审结束查找。",
            ),
            required=True,
        ),
        RecordField(
            name="suggestions",
            description=Text(
                "Of the others those with the highest score first; equal ones in the order of courses, then of the "
                "standard.",
                "其余各对，得分高的在前；相同的依次按课程次序与标准次序。",
            ),
            record=SUGGESTED_ALIGNMENT,
            size=FIRST,
        ),
    ),
)
