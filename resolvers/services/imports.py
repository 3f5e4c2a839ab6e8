"""Imports of documents: an address to send one to, a job that reads it, and what became of the job."""

from graph.model.codes import PLAN_STATUS
from graph.model.core import CodeList, Property, Text
from resolvers.editing.edit_errors import BOOKMARK, USER_ERRORS
from resolvers.editing.mutation import KEY, IdsField, TextField
from resolvers.questions.records import RecordField, RecordType, count_field
from resolvers.request.declarations import Argument, InputType
from resolvers.services.import_versions import CARRIED_CHANGE, CARRIED_COUNT, IMPORT_OTHER_VERSION
from resolvers.services.service import Service

COLUMNS_LARGEST = 200
VERSION_LARGEST = 50
# What interchange.standard_imports.other_versions gives at most.
VERSIONS_LISTED = 10
IMPORT_KIND = CodeList(
    "ImportKind",
    Text("What a document is read for.", "读取文档的目的。"),
    {
        "SKILL_STANDARD": Text(
            "A skill level standard: PDF, DOCX, or our XLSX template.",
            "职业技能等级标准：PDF、DOCX 或本系统 XLSX 模板。",
        ),
        "TEACHING_STANDARD": Text("A teaching standard: PDF or DOCX.", "专业教学标准：PDF 或 DOCX。"),
        "TRAINING_PLAN": Text(
            "Training plans: XLSX, XLS, HTML, DOCX or PDF.", "专业人才培养方案：XLSX、XLS、HTML、DOCX 或 PDF。"
        ),
        "ALIGNMENTS": Text("A table of alignments: XLSX or CSV.", "对接表：XLSX 或 CSV。"),
    },
)
IMPORT_STATE = CodeList(
    "ImportState",
    Text("How far a job is.", "任务的进展。"),
    {
        "QUEUED": Text("It waits for a place.", "排队等待读取。"),
        "READING": Text("The document is being read.", "正在读取文档。"),
        "REPORTED": Text("The report is there; nothing was written.", "报告已生成，尚未写入任何内容。"),
        "FAILED": Text("The document was not read: see `error`.", "文档未能读取，见 `error`。"),
        "CANCELLED": Text("It was cancelled.", "已取消。"),
        "CONFIRMED": Text("What was reported was written.", "报告的内容已写入。"),
    },
)


def _text(name: str, description: Text, *, required: bool = True, many: bool = False) -> Property:
    return Property(name=name, description=description, required=required, many=many)


IMPORT_PROGRESS = RecordType(
    name="ImportProgress",
    description=Text("Which page was read last.", "最近读完的页。"),
    fields=(
        count_field("page", Text("Number of the page, from 1.", "页码，从 1 起。")),
        count_field("pages", Text("Pages of the document.", "文档总页数。")),
    ),
)
IMPORT_QUESTION = RecordType(
    name="ImportQuestion",
    description=Text("What a person must decide before a document is written.", "写入前须由人决定的问题。"),
    fields=(
        _text("name", Text("Its name: answer by it.", "问题名称，回答时使用。")),
        _text("subject", Text("What the document says.", "文档中的原文。")),
        _text("text", Text("What is asked, in the language of `Accept-Language`.", "问题，语言随 `Accept-Language`。")),
        _text(
            "choices",
            Text(
                "Answers that suggest themselves. One with its name in brackets is answered without it.",
                "可选的答案；括号内为名称，回答时不填。`none` 为“都不是”。",
            ),
            many=True,
        ),
        _text(
            "proposed",
            Text(
                "The likely one of them, as an answer takes it: for a major without a code the only one of this name "
                "at this level of education that is offered today, or else that ever was. Null: none is.",
                "其中较可能的一个，写法同回答：对未写代码的专业，为该学历层次唯一的同名专业，以现行目录为先。null：没有。",
            ),
            required=False,
        ),
    ),
)
IMPORT_ERROR = RecordType(
    name="ImportError",
    description=Text("What went wrong with a document.", "文档的问题。"),
    fields=(
        _text("code", Text("Stable code; docs/errors.md lists them.", "稳定的代码，见 docs/errors.md。")),
        _text(
            "message",
            Text(
                "What is wrong and what to do, in the language of `Accept-Language`.",
                "问题所在与处理办法，语言随 `Accept-Language`。",
            ),
        ),
    ),
)
IMPORT_COUNT = RecordType(
    name="ImportCount",
    description=Text("How many of one type.", "某一类型的数量。"),
    fields=(
        _text("type", Text("Name of the type of node or link.", "节点或关系的类型名。")),
        count_field("count", Text("How many.", "数量。")),
    ),
)
IMPORT_JOB = RecordType(
    name="ImportJob",
    description=Text("A document that is read for an editor.", "为编辑者读取的一份文档。"),
    fields=(
        _text("id", Text("Id of the job; it is no node of the graph.", "任务 id；不是图中的节点。")),
        Property(name="kind", type=IMPORT_KIND, description=Text("What it is read for.", "读取目的。"), required=True),
        _text("fileName", Text("Name of the file, as it was announced.", "文件名，照申请上传时所给。")),
        _text("editor", Text("Who brought it in.", "上传者。")),
        Property(name="state", type=IMPORT_STATE, description=Text("How far it is.", "进展。"), required=True),
        _text("createdAt", Text("When it began, in UTC.", "开始时刻（UTC）。")),
        _text("expiresAt", Text("When it is removed, in UTC.", "清除时刻（UTC）。")),
        RecordField(
            name="progress",
            description=Text(
                "Pages read so far. Null: none yet, or the document has no pages.",
                "已读页数。null：尚未开始，或文档不分页。",
            ),
            record=IMPORT_PROGRESS,
            is_list=False,
        ),
        _text(
            "report",
            Text(
                "The report as JSON text, byte for byte that of the command line. Null: it is not there yet.",
                "报告（JSON 文本），与命令行所写逐字节相同。null：尚未生成。",
            ),
            required=False,
        ),
        _text(
            "reportSha256",
            Text(
                "Digest of the report, to confirm it by. Null: there is none yet.", "报告摘要，用于确认。null：尚无。"
            ),
            required=False,
        ),
        _text(
            "standard",
            Text(
                "Id of the standard that confirming writes, or that it wrote. Null: not known, or no standard.",
                "确认后写入（或已写入）的标准 id。null：未知，或不是标准。",
            ),
            required=False,
        ),
        _text(
            "nodes",
            Text(
                "Ids of the standard or training plans that confirming writes, or that it wrote; with the error "
                "STANDARD_EXISTS of the one that is there. Empty: not known yet, or a table.",
                "确认后写入（或已写入）的标准或人才培养方案的 id；错误为 STANDARD_EXISTS 时，为图中已有的标准。"
                "空：尚未得知，或为对接表。",
            ),
            many=True,
        ),
        RecordField(
            name="writes",
            description=Text(
                "Nodes and links that confirming makes or sets anew, or made, by type. Empty: not known yet.",
                "确认后新建或更新（或已写入）的节点和关系，按类型计数。空：尚未得知。",
            ),
            record=IMPORT_COUNT,
        ),
        RecordField(
            name="otherVersions",
            description=Text(
                "Of a skill standard: other versions, earlier and later, that the graph had when it was read: the "
                f"{VERSIONS_LISTED} newest, the newest first. Empty: there are none, or the document states no code.",
                f"职业技能等级标准：读取时图中已有的其他版本（较旧与较新），新的在前，最多 {VERSIONS_LISTED} 个。"
                "空：没有其他版本，或文档未写明代码。",
            ),
            record=IMPORT_OTHER_VERSION,
        ),
        _text(
            "carriedFrom",
            Text(
                "The version whose alignments confirming carried. Null: none, or not confirmed.",
                "确认时沿用其对接的版本。null：没有沿用，或尚未确认。",
            ),
            required=False,
        ),
        RecordField(
            name="carried",
            description=Text(
                "What confirming carried, and what it did not (REMOVED, SEARCH_CLOSED). "
                "Empty: nothing was there, or asked for.",
                "确认时沿用的，以及未沿用的（REMOVED、SEARCH_CLOSED）。空：没有可沿用的，或未要求沿用。",
            ),
            record=CARRIED_COUNT,
        ),
        RecordField(
            name="questions",
            description=Text(
                "What to answer when confirming. An answer may lead to more.", "确认时须回答的问题；回答后可能还有。"
            ),
            record=IMPORT_QUESTION,
        ),
        RecordField(
            name="error",
            description=Text(
                "Why it was not read or, where there is a report, what stands in the way of confirming it.",
                "未能读取的原因；已有报告时，则为无法确认的原因。",
            ),
            record=IMPORT_ERROR,
            is_list=False,
        ),
    ),
)

IMPORT_CORRECTION = InputType(
    name="ImportCorrection",
    description=Text(
        "A correction of one item of a report; what is left out stays as it was read.",
        "对报告中一项的更正；未给出的保持所读内容。",
    ),
    fields=(
        Argument(
            name="item",
            annotation="String",
            description=Text(
                "The item, such as ELEMENTARY:1:2:3: third requirement of the second task of the first area. Empty: a "
                "row to add. docs/import-standards.md lists the others. Of training plans 1:12:credits: credits of "
                "line 12 of the first plan (docs/import-plans.md).",
                "条目，如 ELEMENTARY:1:2:3，即第一个工作领域第二项任务的第三条要求。空：新增一行。"
                "其余见 docs/import-standards.md。人才培养方案如 1:12:credits，即第一份方案第 12 行的学分（见 "
                "docs/import-plans.md）。",
            ),
            default="",
        ),
        Argument(
            name="level",
            annotation="String",
            description=Text(
                "Its level, such as ELEMENTARY; of a course its module.", "等级，如 ELEMENTARY；课程则为模块。"
            ),
            default="",
        ),
        Argument(name="code", annotation="String", description=Text("Its code.", "编号。"), default=""),
        Argument(name="text", annotation="String", description=Text("Its text or name.", "文字或名称。"), default=""),
        Argument(
            name="read",
            annotation="String",
            description=Text(
                "The text that you saw there: refused where the report has another. Empty: not compared.",
                "您所见的原读文字，与报告不同则拒绝。空：不核对。",
            ),
            default="",
        ),
        Argument(
            name="remove",
            annotation="Boolean",
            description=Text(
                "Leave it out, with all below it; of a value of a line: clear it.",
                "删除此项及其下级；课程行的一项内容则清除。",
            ),
            default=False,
        ),
        Argument(
            name="asPrinted",
            annotation="Boolean",
            description=Text(
                "You confirm that the document says so: only then the wording is OFFICIAL.",
                "您确认文件原文如此：仅在此时措辞为 OFFICIAL。",
            ),
            default=False,
        ),
    ),
)

_JOB_FIELD = RecordField(
    name="job",
    description=Text("The job. Null: see `userErrors`.", "任务。null：见 `userErrors`。"),
    record=IMPORT_JOB,
    is_list=False,
)
IMPORT_JOB_PAYLOAD = RecordType(
    name="ImportJobPayload",
    description=Text("What a change of a job gives.", "变更任务后的结果。"),
    fields=(_JOB_FIELD, USER_ERRORS),
)
_JOB_ID = Argument(name="job", annotation="ID", description=Text("Id of the job.", "任务 id。"))

REQUEST_UPLOAD = Service(
    name="requestUpload",
    description=Text(
        "Ask for an address to send one document to, by PUT, within ten minutes.",
        "申请上传地址：十分钟内可用 PUT 上传一份文档。",
    ),
    arguments=(
        Argument(name="fileName", annotation="String", description=Text("Name of the file.", "文件名。")),
        Argument(
            name="sizeBytes",
            annotation="Int",
            description=Text("Size of the file; as many bytes must come.", "文件大小（字节），上传须与之一致。"),
        ),
    ),
    record=RecordType(
        name="RequestUploadPayload",
        description=Text("An address for a document.", "文档的上传地址。"),
        fields=(
            _text(
                "uploadUrl",
                Text(
                    "Path on this server, good for one PUT of the bytes; who has it may use it. The answer is "
                    '`{"upload": ID}`. Null: see `userErrors`.',
                    '本服务器上的路径，仅可 PUT 一次，持有者即可使用；返回 `{"upload": ID}`。null：见 `userErrors`。',
                ),
                required=False,
            ),
            _text(
                "expiresAt",
                Text(
                    "Until when all bytes must have come, in UTC. Null: see `userErrors`.",
                    "须在此时刻（UTC）前传完。null：见 `userErrors`。",
                ),
                required=False,
            ),
            USER_ERRORS,
        ),
    ),
)
READ_DOCUMENT = Service(
    name="readDocument",
    description=Text(
        "Begin a job that reads an uploaded document and reports on it. Nothing is written to the graph.",
        "开始一项任务：读取已上传的文档并生成报告，不写入图。",
    ),
    arguments=(
        Argument(
            name="upload",
            annotation="ID",
            description=Text("What the PUT answered; good for an hour.", "PUT 返回的 id，一小时内有效。"),
        ),
        Argument(name="kind", annotation="ImportKind", description=Text("What to read it for.", "读取目的。")),
        Argument(
            name="carryFrom",
            annotation="String | None",
            description=Text(
                "A skill standard: suggest the alignments with this earlier version, such as 1.0, for the new one.",
                "职业技能等级标准：将此旧版本（如 1.0）的对接作为建议沿用到新版本。",
            ),
            default=None,
        ),
        IdsField(
            name="columns",
            annotation="list[String] | None",
            longest=COLUMNS_LARGEST,
            description=Text(
                "Training plans: what columns of the tables of courses mean, such as E=practiceHours, at most "
                f"{COLUMNS_LARGEST}. Confirming keeps it for the college of the editor (`columnMappings`).",
                f"人才培养方案：课程表某列的含义，如 E=practiceHours，最多 {COLUMNS_LARGEST} 个；"
                "确认后为编辑者所在院校保存（`columnMappings`）。",
            ),
        ),
    ),
    record=IMPORT_JOB_PAYLOAD,
    codes=(IMPORT_KIND, IMPORT_STATE, CARRIED_CHANGE),
)
FIND_IMPORT_JOB = Service(
    name="importJob",
    description=Text(
        "A job of the editor who asks. A reviewer who has its id reads and confirms that of another: of a standard, of "
        "a table of alignments, and of a plan unless both are of different colleges. "
        "Null, with NOT_FOUND: there is none of this id, or it is somebody else's.",
        "提问编辑者自己的任务。标准、对接表的任务，以及双方不分属两所院校的方案任务，评审人凭 id 也可读取并确认。"
        "null 及 NOT_FOUND：没有此 id 的任务，或属于他人。",
    ),
    arguments=(
        Argument(name="id", annotation="ID", description=Text("Id of the job.", "任务 id。")),
        Argument(
            name="corrections",
            annotation="list[ImportCorrection]",
            description=Text(
                "Of a report that is not confirmed: give `questions`, `nodes`, `writes` and `error` as they are with "
                "these corrections, as `confirmImport` takes them, at most 500. `report` of training plans is as "
                "corrected, that of a standard stays; the digest is that of the report to confirm.",
                "尚未确认的报告：按这些更正（同 `confirmImport`，最多 500 处）给出 `questions`、`nodes`、`writes` 与 "
                "`error`。人才培养方案的 `report` 为更正后的，标准的不变；摘要仍是待确认报告的。",
            ),
            default=(),
        ),
    ),
    record=IMPORT_JOB,
    is_mutation=False,
    inputs=(IMPORT_CORRECTION,),
)
CANCEL_IMPORT_JOB = Service(
    name="cancelImportJob",
    description=Text(
        "End the reading of a document. A job that has ended stays as it is.", "终止文档的读取。已结束的任务保持不变。"
    ),
    arguments=(_JOB_ID,),
    record=IMPORT_JOB_PAYLOAD,
)
CONFIRM_IMPORT = Service(
    name="confirmImport",
    description=Text(
        "Write what the report of a job says, in one transaction, in the name of the editor: a reviewer for standards, "
        "as each row asks for a table of alignments. All of it or, with `userErrors`, nothing.",
        "将任务报告的内容以编辑者名义在一个事务内写入：标准须由评审人确认，对接表按各行的要求。"
        "全部写入，或给出 `userErrors` 而不写入任何内容。",
    ),
    arguments=(
        _JOB_ID,
        TextField(
            name="reportSha256",
            description=Text("Digest of the report that you read.", "您所阅读的报告的摘要。"),
            longest=64,
        ),
        Argument(
            name="answers",
            annotation="list[ImportAnswer]",
            description=Text("An answer to each question.", "对各问题的回答。"),
            default=(),
        ),
        Argument(
            name="status",
            annotation=f"{PLAN_STATUS.name} | None",
            description=Text(
                "Of training plans: DRAFT is read by the editors of its college alone, until it is published. Null: "
                "PUBLISHED.",
                "人才培养方案的状态：DRAFT 在发布前仅本院校编辑者可读。null：PUBLISHED。",
            ),
            default=None,
        ),
        Argument(
            name="corrections",
            annotation="list[ImportCorrection]",
            description=Text(
                "What was read wrong of a standard or training plan, and what it becomes; at most 500.",
                "读取标准或人才培养方案时的错误及更正，最多 500 处。",
            ),
            default=(),
        ),
        Argument(
            name="carryFrom",
            annotation="String | None",
            description=Text(
                "Of a skill standard: the version, such as 1.0, whose alignments are suggested for this one "
                "(`ImportJob.otherVersions`). Empty: none. Null: what `readDocument` was given.",
                "职业技能等级标准：将此版本（如 1.0）的对接作为建议沿用（见 `ImportJob.otherVersions`）。"
                "空：不沿用。null：按 `readDocument` 所给。",
            ),
            default=None,
        ),
        KEY,
    ),
    record=RecordType(
        name="ConfirmImportPayload",
        description=Text("What confirming a report gives.", "确认报告后的结果。"),
        fields=(
            _JOB_FIELD,
            RecordField(
                name="questions",
                description=Text(
                    "With IMPORT_QUESTIONS: those that are open. Answer them too.",
                    "IMPORT_QUESTIONS 时：尚未回答的问题，请一并回答。",
                ),
                record=IMPORT_QUESTION,
            ),
            BOOKMARK,
            USER_ERRORS,
        ),
    ),
    inputs=(
        InputType(
            name="ImportAnswer",
            description=Text("An answer to a question of an import.", "对导入问题的回答。"),
            fields=(
                Argument(name="question", annotation="String", description=Text("Name of the question.", "问题名称。")),
                Argument(name="answer", annotation="String", description=Text("The answer.", "回答。")),
            ),
        ),
        IMPORT_CORRECTION,
    ),
)
