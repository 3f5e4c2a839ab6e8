"""What the rules about the names of courses say."""

NAME_RULES: dict[str, tuple[str, str]] = {
    "code-in-the-name": (
        "no column has codes, and one stands next to the name of the course: taken from it",
        "无课程代码栏，而课程名称旁写有代码：取作课程代码",
    ),
    "signs-next-to-a-name": ("signs next to the name of the course: kept as a remark", "课程名称旁有符号：记入备注"),
    "asterisk-after-a-name": (
        "a sign next to the name of the course, and no note says that it marks core courses: it stays in the name",
        "课程名称旁有符号，文中未说明其表示核心课程：保留在名称中",
    ),
    "latin-line-in-the-name": (
        "Latin words stand on a line of their own in the cell of the name: read as a part of the name; please confirm",
        "名称单元格中有单独成行的外文词：按课程名称的一部分读取；请确认",
    ),
    "latin-line-as-english-name": (
        "Latin words stand on a line of their own in the cell of the name: read as its English name; please confirm",
        "名称单元格中有单独成行的外文词：按英文名称读取；请确认",
    ),
}
