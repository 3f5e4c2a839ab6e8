"""Rules as data: hours, sections, examinations, and the recognition of certificates as credits."""

from graph.model.codes import CERTIFICATE_LEVEL, RECORD_SCOPE, RULE_KIND
from graph.model.core import Ends, Lookup, NodeType, Property, Relationship, Scalar, Search

RULE_SET = NodeType(
    name="RuleSet",
    plural="ruleSets",
    term="规则集",
    description="Rules that apply together, from one document.",
    key=("code",),
    properties=(
        Property(name="code", description="Our code of the set, such as HV3.", required=True),
        Property(name="name", description="What the set applies to (Chinese).", required=True, search=Search.NAME),
        Property(name="scope", type=RECORD_SCOPE, description="Whom it binds.", required=True),
    ),
    order=("code",),
    lookups=(Lookup(properties=("code",)),),
)

RULE = NodeType(
    name="Rule",
    plural="rules",
    term="规则",
    description="One rule with its threshold.",
    key=("ruleSetCode", "code"),
    properties=(
        Property(name="ruleSetCode", description="Code of its set.", required=True, indexed=True),
        Property(name="code", description="Our number of the rule within the set.", required=True),
        Property(name="kind", type=RULE_KIND, description="What it is about.", required=True, indexed=True),
        Property(name="appliesTo", description="What it applies to, as the source writes it.", required=True),
        Property(name="item", description="What is measured or required.", required=True),
        Property(
            name="operator",
            description="Comparison: `>=`, `<=`, `=`, `≈`, `between`, `requires`. Null: a plain statement.",
        ),
        Property(name="value", type=Scalar.FLOAT, description="Threshold. Null: a range or a text; see `valueText`."),
        Property(name="valueText", description="Threshold as the source writes it. Null: none."),
        Property(name="unit", description="Unit. Null: none."),
        Property(name="note", description="What the source adds."),
    ),
    order=("ruleSetCode", "code"),
    lookups=(Lookup(properties=("ruleSetCode", "code")),),
    title="item",
)

CREDIT_RULE = NodeType(
    name="CreditRule",
    plural="creditRules",
    term="学分认定与转换规则",
    description="A rule on recognising a certificate as credits, or another bond between a certificate and something else.",
    key=("code",),
    properties=(
        Property(name="code", description="Our code of the rule.", required=True),
        Property(name="scope", type=RECORD_SCOPE, description="Whom it binds.", required=True, indexed=True),
        Property(name="body", description="Who set it, as the source names it.", required=True),
        Property(name="kind", description="Kind, such as cap, uniqueness, level rule.", required=True, indexed=True),
        Property(name="item", description="What is ruled. Null: the kind says it all."),
        Property(
            name="certificateLevel", type=CERTIFICATE_LEVEL, description="Certificate level it speaks of. Null: any."
        ),
        Property(name="value", description="The ruling as the source states it. Null: see the note."),
        Property(name="dateText", description="Date as the source gives it. Null: none."),
        Property(name="note", description="What the source adds."),
    ),
    order=("code",),
    lookups=(Lookup(properties=("code",)),),
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
        forward_description="Its rules.",
        backward="ruleSet",
        backward_ends=Ends.ONE,
        backward_description="The set it belongs to.",
    ),
    Relationship(
        type="BASED_ON",
        start="RuleSet",
        end="Policy",
        forward="policies",
        forward_ends=Ends.FEW,
        forward_description="Policies the rules come from.",
        backward="ruleSets",
        backward_ends=Ends.FEW,
        backward_description="Rule sets that come from this policy.",
    ),
    Relationship(
        type="RULE_SET_OF",
        start="RuleSet",
        end="College",
        forward="college",
        forward_ends=Ends.ONE,
        forward_description="College whose own rules these are. Null: not a college's, or the college is not named.",
        backward="ruleSets",
        backward_ends=Ends.FEW,
        backward_description="Its own rules, such as the frame of its plans.",
    ),
    Relationship(
        type="RULES_ON_CERTIFICATE",
        start="Rule",
        end="Certificate",
        forward="certificates",
        forward_ends=Ends.FEW,
        forward_description="Certificates the rule speaks of. Empty: it speaks of none in particular.",
        backward="rules",
        backward_ends=Ends.FEW,
        backward_description="Published rules on this certificate, such as fee and pass mark of its examination.",
        properties=(
            Property(name="certificateLevel", type=CERTIFICATE_LEVEL, description="Level. Null: every level."),
        ),
    ),
    Relationship(
        type="CREDIT_RULE_OF",
        start="CreditRule",
        end="College",
        forward="college",
        forward_ends=Ends.ONE,
        forward_description="College that set the rule. Null: another body, or not named.",
        backward="creditRules",
        backward_ends=Ends.FEW,
        backward_expected=10,
        backward_description="Its published credit rules.",
    ),
)
