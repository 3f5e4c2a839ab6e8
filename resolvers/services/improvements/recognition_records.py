"""The answer to ``planCreditConversion``: which courses of a plan its certificates are recognised for."""

from graph.model.core import Property, Scalar, Text
from resolvers.questions.records import RecordField, RecordType
from resolvers.services.improvements.shared_records import COURSE, LINE, flag_field, text_field

_CERTIFICATE = text_field("certificate", Text("The certificate, with its level.", "证书及等级。"))
_CREDITS = Property(name="credits", type=Scalar.FLOAT, description=Text("Credits.", "学分。"), required=True)
CONVERTED_COURSE = RecordType(
    name="ConvertedCourse",
    description=Text("A course that a certificate is recognised for.", "由证书转换的一门课程。"),
    fields=(_CERTIFICATE, COURSE, LINE, _CREDITS),
)
REFUSING_RULE = RecordType(
    name="RefusingRule",
    description=Text("A rule because of which a course is not converted.", "使课程不予转换的一条规则。"),
    fields=(
        text_field(
            "code", Text("Code of the CreditRule, or CONTENT and the like.", "CreditRule 的编号，或 CONTENT 等。")
        ),
        text_field(
            "text", Text("What it says, in the language of `Accept-Language`.", "规则内容，语言随 `Accept-Language`。")
        ),
        flag_field("isUnknown", Text("The plan only leaves out a fact.", "仅因方案未写明而无法判断。")),
    ),
)
CREDIT_RECOGNITION = RecordType(
    name="CreditRecognition",
    description=Text(
        "Which courses each certificate is recognised for: the most credits, and of as many credits the most courses.",
        "各证书可转换的课程：学分最多；学分相同时课程最多。",
    ),
    fields=(
        _CREDITS,
        text_field("body", Text("Whose rules.", "采用哪所院校的规则。")),
        flag_field(
            "isOpen",
            Text(
                "More may be recognised than was computed: rules cannot be computed, or facts are left out.",
                "实际可转换的可能更多：有规则无法计算，或方案未写明所需内容。",
            ),
        ),
        RecordField(name="converted", description=Text("The courses.", "转换的课程。"), record=CONVERTED_COURSE),
        RecordField(
            name="alternatives",
            description=Text("Other answers as good.", "同样优的其他方案。"),
            record=RecordType(
                name="EqualRecognition",
                description=Text("Another answer that is as good.", "同样优的另一方案。"),
                fields=(
                    RecordField(
                        name="converted", description=Text("The courses.", "转换的课程。"), record=CONVERTED_COURSE
                    ),
                ),
            ),
        ),
        RecordField(
            name="refused",
            description=Text(
                "Pairs whose content fits and that are not converted, with the rules.",
                "内容相符而未转换的课程及所依据的规则。",
            ),
            record=RecordType(
                name="RefusedCourse",
                description=Text("A course that is not converted.", "未转换的一门课程。"),
                fields=(
                    _CERTIFICATE,
                    COURSE,
                    LINE,
                    RecordField(name="rules", description=Text("Why.", "原因。"), record=REFUSING_RULE),
                ),
            ),
        ),
        text_field("rules", Text("Codes of the rules that were computed.", "参与计算的规则编号。"), many=True),
        text_field(
            "rulesNotComputed",
            Text(
                "Codes of rules that cannot be computed, such as steps of an application.",
                "无法计算的规则编号，如申请步骤。",
            ),
            many=True,
        ),
        text_field(
            "withoutCourses",
            Text(
                "Certificates for which neither the plan nor `covers` names a course of the plan: they stay open.",
                "方案与 `covers` 都没有写明覆盖本方案哪些课程的证书：能否转换无法判断。",
            ),
            many=True,
        ),
        text_field(
            "withoutBankCredits",
            Text(
                "Certificates whose credits of the credit bank are not given: no bound by them.",
                "未给出学分银行认定学分的证书，未按其限制。",
            ),
            many=True,
        ),
        text_field(
            "unknown",
            Text("Names of courses and certificates that the plan does not have.", "提到但方案中没有的课程与证书。"),
            many=True,
        ),
    ),
)
