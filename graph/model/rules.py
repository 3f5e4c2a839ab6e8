"""Rules as data: hours, sections, examinations, and the recognition of certificates as credits."""

from graph.model.codes import CERTIFICATE_LEVEL_CODE, EDUCATION_LEVEL, RECORD_SCOPE, RULE_FORCE, RULE_KIND
from graph.model.core import Ends, NaturalKey, NodeType, Property, Relationship, Scalar, Search, Text
from graph.model.evidence import BOUNDS, date_span
from graph.model.rule_measures import MEASURED

RULE_SET = NodeType(
    name="RuleSet",
    plural="ruleSets",
    term="规则集",
    description=Text("Rules that apply together, from one document.", "出自同一文件、共同适用的一组规则。"),
    key=("code",),
    properties=(
        Property(
            name="code",
            description=Text("Our code of the set, such as HV3.", "本系统的规则集编号，如 HV3。"),
            required=True,
        ),
        Property(
            name="name",
            description=Text("What the set applies to (Chinese).", "规则集的适用对象。"),
            required=True,
            search=Search.NAME,
        ),
        Property(name="scope", type=RECORD_SCOPE, description=Text("Whom it binds.", "约束范围。"), required=True),
        Property(
            name="educationLevels",
            type=EDUCATION_LEVEL,
            description=Text(
                "Levels of the training plans it binds. Empty: it binds none, or says nothing of levels.",
                "所约束的培养方案的学历层次。空：不约束培养方案，或未写明层次。",
            ),
            many=True,
        ),
        Property(
            name="durationYears",
            type=Scalar.INT,
            least=1,
            description=Text(
                "Years of study of the plans it binds. Null: any.", "所约束方案的修业年限（年）。null：不限。"
            ),
        ),
    ),
    order=("code",),
    lookups=(NaturalKey(properties=("code",)),),
)

RULE = NodeType(
    name="Rule",
    plural="rules",
    term="规则",
    description=Text("One rule with its threshold.", "一条规则及其阈值。"),
    key=("ruleSetCode", "code"),
    properties=(
        Property(
            name="ruleSetCode", description=Text("Code of its set.", "所属规则集的编号。"), required=True, indexed=True
        ),
        Property(
            name="code",
            description=Text("Our number of the rule within the set.", "在规则集内的编号（本系统）。"),
            required=True,
        ),
        Property(
            name="kind",
            type=RULE_KIND,
            description=Text("What it is about.", "规则的内容类别。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="appliesTo",
            description=Text("What it applies to, as the source writes it.", "适用对象，按来源原文。"),
            required=True,
        ),
        Property(
            name="item", description=Text("What is measured or required.", "所衡量或所要求的事项。"), required=True
        ),
        Property(
            name="operator",
            description=Text(
                "Comparison: `>=`, `<=`, `=`, `≈`, `between`, `requires`. Null: a plain statement.",
                "比较方式：`>=`、`<=`、`=`、`≈`、`between`、`requires`。null：直接陈述。",
            ),
        ),
        Property(
            name="force",
            type=RULE_FORCE,
            description=Text(
                "How strictly it binds. Null: the source we have does not show its wording.",
                "约束力。null：现有来源未显示其措辞。",
            ),
        ),
        Property(
            name="value",
            type=Scalar.FLOAT,
            description=Text(
                "Threshold. Null: a range or a text; see `valueText`.", "阈值。null：区间或文字，参见 `valueText`。"
            ),
        ),
        *BOUNDS,
        Property(
            name="valueText",
            description=Text("Threshold as the source writes it. Null: none.", "阈值，按来源原文。null：无。"),
        ),
        Property(name="unit", description=Text("Unit. Null: none.", "单位。null：无。")),
        Property(name="note", description=Text("What the source adds.", "来源的补充说明。")),
        *MEASURED,
    ),
    order=("ruleSetCode", "code"),
    lookups=(NaturalKey(properties=("ruleSetCode", "code")),),
    title="item",
)

CREDIT_RULE = NodeType(
    name="CreditRule",
    plural="creditRules",
    term="学分认定与转换规则",
    description=Text(
        "A rule on recognising a certificate as credits, or another bond between a certificate and something else.",
        "关于证书认定为学分的规则，或证书与其他事项的其他关联。",
    ),
    key=("code",),
    properties=(
        Property(name="code", description=Text("Our code of the rule.", "本系统的规则编号。"), required=True),
        Property(
            name="scope",
            type=RECORD_SCOPE,
            description=Text("Whom it binds.", "约束范围。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="body", description=Text("Who set it, as the source names it.", "制定者，按来源所写。"), required=True
        ),
        Property(
            name="kind",
            description=Text("Kind, such as cap, uniqueness, level rule.", "类型，如上限、唯一性、等级规则。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="item",
            description=Text("What is ruled. Null: the kind says it all.", "规定的内容。null：类型已说明。"),
        ),
        Property(
            name="certificateLevel",
            type=CERTIFICATE_LEVEL_CODE,
            description=Text("Certificate level it speaks of. Null: any.", "所涉及的证书等级。null：任意等级。"),
        ),
        Property(
            name="value",
            description=Text(
                "The ruling as the source states it. Null: see the note.", "来源所写的规定原文。null：参见备注。"
            ),
        ),
        *BOUNDS,
        Property(name="unit", description=Text("Unit of the bounds. Null: none.", "上下限的单位。null：无。")),
        Property(
            name="dateText", description=Text("Date as the source gives it. Null: none.", "来源给出的日期。null：无。")
        ),
        *date_span("dateText"),
        Property(name="note", description=Text("What the source adds.", "来源的补充说明。")),
    ),
    order=("code",),
    lookups=(NaturalKey(properties=("code",)),),
    title="kind",
)

NODES = (RULE_SET, RULE, CREDIT_RULE)

RELATIONSHIPS = (
    Relationship(
        type="HAS_RULE",
        structural=True,
        start="RuleSet",
        end="Rule",
        forward="rules",
        forward_ends=Ends.FEW,
        forward_expected=10,
        forward_description=Text("Its rules.", "其中的规则。"),
        backward="ruleSet",
        backward_ends=Ends.ONE,
        backward_description=Text("The set it belongs to.", "所属的规则集。"),
    ),
    Relationship(
        type="BASED_ON",
        start="RuleSet",
        end="Policy",
        forward="policies",
        forward_ends=Ends.FEW,
        forward_description=Text("Policies the rules come from.", "规则所依据的政策。"),
        backward="ruleSets",
        backward_ends=Ends.FEW,
        backward_description=Text("Rule sets that come from this policy.", "依据该政策的规则集。"),
    ),
    Relationship(
        type="RULE_SET_OF",
        start="RuleSet",
        end="College",
        forward="college",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "College whose own rules these are. Null: not a college's, or the college is not named.",
            "自定这些规则的院校。null：不是院校规则，或院校未写明。",
        ),
        backward="ruleSets",
        backward_ends=Ends.FEW,
        backward_description=Text("Its own rules, such as the frame of its plans.", "院校自己的规则，如方案框架。"),
    ),
    Relationship(
        type="RULES_OF_STANDARD",
        structural=True,
        start="RuleSet",
        end="TeachingStandard",
        forward="teachingStandard",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The teaching standard whose rules they are. Null: a set of another kind.",
            "规则所出自的专业教学标准。null：其他类型的规则集。",
        ),
        backward="ruleSets",
        backward_ends=Ends.FEW,
        backward_description=Text("Its own rules. Empty: not read.", "该标准自身的规定。空：未读取。"),
    ),
    Relationship(
        type="RULES_ON_CERTIFICATE",
        start="Rule",
        end="Certificate",
        forward="certificates",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Certificates the rule speaks of. Empty: it speaks of none in particular.",
            "规则所涉及的证书。空：不针对具体证书。",
        ),
        backward="rules",
        backward_ends=Ends.FEW,
        backward_description=Text(
            "Published rules on this certificate, such as fee and pass mark of its examination.",
            "关于该证书的公开规则，如考试费用与合格线。",
        ),
        properties=(
            Property(
                name="certificateLevel",
                type=CERTIFICATE_LEVEL_CODE,
                description=Text("Level. Null: every level.", "等级。null：全部等级。"),
            ),
        ),
    ),
    Relationship(
        type="CREDIT_RULE_OF",
        start="CreditRule",
        end="College",
        forward="college",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "College that set the rule. Null: another body, or not named.",
            "制定规则的院校。null：由其他机构制定，或未写明。",
        ),
        backward="creditRules",
        backward_ends=Ends.FEW,
        backward_expected=30,
        backward_description=Text("Its published credit rules.", "院校公开的学分规则。"),
    ),
)
