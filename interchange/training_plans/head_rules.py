"""What the rules about the head of a plan say: its level, years, grade, college and major."""

HEAD_RULES: dict[str, tuple[str, str]] = {
    "title-over-several-lines": (
        "the lines of a title were put together",
        "标题分多行排印：已合并读取",
    ),
    "level-by-code": (
        "no level of education is named: taken from the code of the major",
        "未写培养层次：按专业代码推定",
    ),
    "grade-of-the-compilation": (
        "the plan names no grade: that on the cover of the compilation is taken",
        "该方案未写年级：取汇编封面所写年级",
    ),
    "plan-of-a-group": (
        "the document is of several majors: it was read for each, without the tables and rows named after another one",
        "文档含多个专业：按专业分别读取，仅属其他专业的表格和行不计入",
    ),
    "level-not-that-of-the-code": (
        "the document names another level than that of the code: the level that it names is taken",
        "文档所写培养层次与专业代码的层次不同：以所写层次为准",
    ),
    "semesters-beyond-the-years": (
        "courses run in later semesters than the years of study have: check the years",
        "有课程的开课学期超出修业年限：请核对修业年限",
    ),
    "head-lacks": ("the document does not say it: add it", "文档未写明：请补充"),
    "head-differs": ("the document names two: say which", "文档中前后不一：请确认"),
    "code-and-name-disagree": (
        "no edition of the catalogue has this code with this name: say which major and edition is meant",
        "各版专业目录中均无此代码与名称的组合：请确认专业及目录版本",
    ),
}
