"""The answer to ``certificatePortfolio``: every best trade-off between hours added and requirements taught."""

from graph.model.core import Text
from resolvers.questions.records import RecordField, RecordType, count_field
from resolvers.services.improvements.embedding_records import CERTIFICATE_EMBEDDING
from resolvers.services.improvements.shared_records import flag_field, text_field

# The edits, and what they leave open.
_OF_EMBEDDING = tuple(
    each for each in CERTIFICATE_EMBEDDING.fields if each.name in {"outcomes", "extended", "electives", "unserved"}
)
_PORTFOLIO_LEVEL = RecordType(
    name="PortfolioLevel",
    description=Text("How much of a level a plan teaches.", "方案对一个证书等级的覆盖。"),
    fields=(
        text_field("level", Text("Id of the CertificateLevel.", "CertificateLevel 的 id。")),
        count_field("requirements", Text("Its requirements.", "要求数。")),
        count_field("covered", Text("Of them taught.", "其中已覆盖的要求数。")),
        flag_field("isWhole", Text("Whether nothing of it stays open.", "是否全部覆盖。")),
    ),
)
_PORTFOLIO_POINT = RecordType(
    name="PortfolioPoint",
    description=Text(
        "A best trade-off: no edits teach more with as few hours, and none teach as many with fewer.",
        "一项最优取舍：同样学时下无法覆盖更多要求，覆盖同样多的要求无法更少学时。",
    ),
    fields=(
        count_field("extraHours", Text("Hours that the edits add.", "改动增加的学时。")),
        count_field("covered", Text("Requirements taught, with those taught now.", "覆盖的要求数，含现已覆盖的。")),
        RecordField(
            name="levels",
            description=Text("The same by level, in the order of the request.", "按等级分列，次序同请求。"),
            record=_PORTFOLIO_LEVEL,
        ),
        *_OF_EMBEDDING,
        flag_field(
            "isUnique",
            Text("Whether its edits are the first of all as good.", "其改动是否为同样优者中的首个。"),
        ),
    ),
)
_PORTFOLIO_REST = RecordType(
    name="PortfolioRest",
    description=Text(
        "What is known of the hours whose trade-offs are not all here: between these bounds they lie.",
        "取舍未求全的学时范围内已知的上下界。",
    ),
    fields=(
        count_field("hoursMost", Text("With at most this many hours added.", "增加学时不超过此数。")),
        count_field(
            "coveredMost",
            Text("Requirements taught at most, as proven.", "已证明至多覆盖的要求数。"),
        ),
        count_field(
            "coveredFound",
            Text("Requirements that the best edits found teach.", "已找到的最好改动所覆盖的要求数。"),
        ),
        flag_field(
            "isCut",
            Text(
                "Whether these were not sought, since an answer has at most 60. More `seconds` find no more: ask again "
                "with `hoursMost` as `maxExtraHours`.",
                "是否因至多给出 60 项而未求这些取舍。增大 `seconds` 无效，请以 `hoursMost` 为 `maxExtraHours` 再求解。",
            ),
        ),
    ),
)
CERTIFICATE_PORTFOLIO = RecordType(
    name="CertificatePortfolio",
    description=Text(
        "Every best trade-off between hours added and requirements of several levels. Nothing is changed.",
        "所增学时与多个证书等级要求之间的全部最优取舍；不改变任何内容。",
    ),
    fields=(
        count_field("requirements", Text("Requirements of all levels together.", "各等级的技能要求总数。")),
        count_field("taught", Text("Of them taught now.", "其中现已覆盖的要求数。")),
        text_field(
            "standard",
            Text("Id of the TeachingStandard whose alignments count.", "采用其对接的 TeachingStandard 的 id。"),
        ),
        flag_field(
            "isComplete",
            Text(
                "Whether these are all. If not, those of fewer hours were not found in time or are cut: see `rest`.",
                "是否为全部取舍。否：学时更少的取舍在时限内未求全，或因项数过多未列出，见 `rest`。",
            ),
        ),
        RecordField(
            name="rest",
            description=Text(
                "What is proven of the hours without trade-offs. Null: all are here.",
                "未求全的学时范围内已证明的上下界。null：已求全。",
            ),
            record=_PORTFOLIO_REST,
            is_list=False,
        ),
        RecordField(
            name="points",
            description=Text("The trade-offs, fewest hours first.", "各项取舍，学时少的在前。"),
            record=_PORTFOLIO_POINT,
        ),
    ),
)
