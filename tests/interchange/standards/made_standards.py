"""Made-up skill level standards, printed as official ones are: tables over pages, text cut by the end of a page."""

from dataclasses import dataclass, field, replace
from itertools import groupby

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.interchange.documents.made_documents import FONT, cell, docx, paragraph, pdf, table

SIZE, LEADING, PADDING = 10, 14, 4
LEVELS = {"初级": "ELEMENTARY", "中级": "INTERMEDIATE", "高级": "ADVANCED"}
# Three levels; areas, tasks and what a task requires. Long texts are cut by the ends of pages.
CONTENT = {
    "初级": {
        "网页基础开发": {
            "页面结构编写": [
                "能使用HTML编写页面结构，并按规范完成缩进、命名与注释",
                "能用表单收集用户输入，对必填项与格式做校验，校验失败时给出提示",
            ],
            "样式设计": [
                "能用CSS设置字体与颜色",
                "能用Flex布局适配手机与桌面屏幕，在常见浏览器中显示一致",
                "能排查样式冲突",
            ],
        },
        "数据存取": {"数据库查询": ["能用SELECT查询单表", "能用ORDER BY排序并分页，理解索引对排序的作用"]},
    },
    "中级": {
        "服务端开发": {
            "接口设计": [
                "能按REST风格设计接口，为每个接口写出请求与响应的示例，并标明错误码",
                "能用JSON Schema描述数据结构",
            ],
            "会话管理": [
                "能使用Cookie与Session保存登录状态，说明两者的适用条件和安全风险",
                "能设置过期时间",
            ],
        },
    },
    "高级": {
        "系统运维": {
            "部署上线": ["能用Docker部署应用，编写镜像构建文件并控制镜像大小"],
            "性能优化": [
                "能定位慢查询，给出改进方案，并以压力测试的数据说明改进前后的差别",
                "能设计缓存策略，处理缓存穿透与雪崩",
            ],
        },
    },
}


@dataclass(frozen=True)
class Layout:
    """How a standard is printed."""

    size: tuple[int, int] = (595, 842)
    bottom: int = 60
    widths: tuple[int, ...] = (80, 110, 255)
    header: tuple[str, ...] = ("工作领域", "工作任务", "职业技能要求")
    heading: str = "5.2.{number} 示例网页开发（{level}）"
    spans: bool = True
    header_repeats: bool = True
    open_sides: bool = False
    names_cut: bool = False
    cells_by_task: bool = False
    watermark: str = ""
    digits: dict[int, int] = field(default_factory=dict)
    blanks: bool = False
    shown: dict[str, str] = field(default_factory=dict)

    @property
    def codes_in_columns(self):
        return len(self.widths) == 6


@dataclass(frozen=True)
class Line:
    """What one page has of a requirement: its codes and names, and lines of its text."""

    area: str
    area_name: str
    task: str
    task_name: str
    code: str
    lines: list[str]

    @property
    def height(self):
        return max(len(self.lines), 2) * LEADING + 2 * PADDING


def tree(reading):
    """Give what was read of a standard as ``expected`` does: a row for each requirement."""
    return [
        (level.level, area.code, area.name, task.code, task.name, each.code, each.text)
        for level in reading.levels
        for area in level.areas
        for task in area.tasks
        for each in task.requirements
    ]


def expected(content=None, shown=None):
    """What must be read: level, area, its name, task, its name, code, text."""
    return [
        (LEVELS[level], area, area_name, task, task_name, (shown or {}).get(code, code), text)
        for level, areas in (content or CONTENT).items()
        for area, area_name, task, task_name, code, text in numbered(areas)
    ]


def numbered(areas):
    for area, (area_name, tasks) in enumerate(areas.items(), 1):
        for task, (task_name, texts) in enumerate(tasks.items(), 1):
            for number, text in enumerate(texts, 1):
                yield str(area), area_name, f"{area}.{task}", task_name, f"{area}.{task}.{number}", text


def standard_pdf(layout, before=(), content=None):
    """The file; `before` are lines that stand before the tables."""
    printer = _Printer(layout)
    for text in ("示例网页开发职业技能等级标准", "标准代码：990003", *before):
        printer.text(text)
    for number, (level, areas) in enumerate((content or CONTENT).items(), 1):
        if layout.heading:
            printer.text(layout.heading.format(number=number, level=level))
        printer.table(areas)
    printer.text("参考文献")
    return pdf(*printer.pages, size=layout.size)


class _Printer:
    def __init__(self, layout):
        self.layout = layout
        self.pages = []
        self.new_page()

    def new_page(self):
        drawn, number, middle = [], str(len(self.pages) + 1), self.layout.size[0] / 2
        watermark = self.layout.watermark

        def draw(canvas):
            canvas.drawString(middle, 30, number)
            canvas.saveState()
            canvas.rotate(45)
            canvas.setFont(FONT, 40)
            canvas.drawString(600, 300, watermark)
            canvas.restoreState()
            for each in drawn:
                each(canvas)

        self.drawn = drawn
        self.pages.append(draw)
        self.top = self.layout.size[1] - 60

    def text(self, text):
        for line in _wrapped(text, self.layout.size[0] - 140):
            if self.top - 2 * LEADING < self.layout.bottom:
                self.new_page()
            self.top -= LEADING
            self._string(70, self.top, line)
        self.top -= 6

    def table(self, areas):
        parts = self._over_pages([self._line(each) for each in numbered(areas)])
        names = [self._names(parts, key) for key in ("area", "task")]
        for index, lines in enumerate(parts):
            if index:
                self.new_page()
            self._rule(70, 70 + sum(self.layout.widths), self.top)
            if self.layout.header_repeats or not index:
                self._cells([[each] for each in self.layout.header], LEADING + 2 * PADDING, [True] * 6)
            for row, line in enumerate(lines):
                self._row(lines, row, [each.get((index, row), []) for each in names], line)

    def _line(self, row):
        area, area_name, task, task_name, code, text = row
        code = self.layout.shown.get(code, code)
        if self.layout.blanks:
            text = text.replace("能", "能 ").replace("规范", "规 范")
        shown = text if self.layout.codes_in_columns or not code else f"{code} {text}"
        lines = _wrapped(shown.translate(self.layout.digits), self.layout.widths[-1] - 2 * PADDING)
        return Line(area, area_name, task, task_name, code, lines)

    def _over_pages(self, waiting):
        """Put lines on pages; one that does not fit leaves its first lines and goes on without its code."""
        header = LEADING + 2 * PADDING
        parts, room = [[]], self.top - self.layout.bottom - header
        for each in waiting:
            line = each
            while line.lines:
                fit = min(int((room - 2 * PADDING) // LEADING), len(line.lines))
                if (fit < 2 and fit < len(line.lines)) or room < 2 * LEADING + 2 * PADDING:
                    parts.append([])
                    room = self.layout.size[1] - 60 - self.layout.bottom - header
                    continue
                parts[-1].append(replace(line, lines=line.lines[:fit]))
                room -= parts[-1][-1].height
                line = replace(line, lines=line.lines[fit:], code="")
        return parts

    def _row(self, lines, row, names, line):
        after = lines[row + 1] if row + 1 < len(lines) else None
        ends = [
            not self.layout.spans or after is None or getattr(line, key) != getattr(after, key)
            for key in ("area", "task")
        ]
        if self.layout.codes_in_columns:
            codes = [[line.area] if names[0] else [], [line.task] if names[1] else [], [line.code]]
            columns = [codes[0], self._name(names[0], 1), codes[1], self._name(names[1], 3), codes[2], line.lines]
            self._cells(columns, line.height, [ends[0], ends[0], ends[1], ends[1], True, True])
        else:
            self._cells(
                [self._name(names[0], 0), self._name(names[1], 1), line.lines],
                line.height,
                [*ends, ends[1] if self.layout.cells_by_task else True],
            )

    def _name(self, names, column):
        return [
            line
            for name in names
            for line in _wrapped(name.translate(self.layout.digits), self.layout.widths[column] - 2 * PADDING)
        ]

    def _names(self, parts, key):
        """By page and row the names that stand there: in the middle of their span over all pages, or cut by their end."""
        point = "." if key == "area" else " "
        rows = [(page, row, line) for page, lines in enumerate(parts) for row, line in enumerate(lines)]
        found = {}
        for code, group in groupby(rows, key=lambda each: getattr(each[2], key)):
            span = list(group)
            name = getattr(span[0][2], f"{key}_name")
            name = name if self.layout.codes_in_columns else f"{code}{point}{name}"
            page = span[len(span) // 2][0] if self.layout.spans else span[0][0]
            pages = sorted({each[0] for each in span})
            pieces = {page: name}
            if self.layout.names_cut and len(pages) > 1:
                pieces = {pages[0]: name[:5], pages[1]: name[5:]}
            for at, piece in pieces.items():
                found[at, next(row for page, row, _ in span if page == at)] = [piece]
        return found

    # ---- drawing

    def _cells(self, texts, height, ends):
        left, top, bottom = 70, self.top, self.top - height
        for index, (lines, width, end) in enumerate(zip(texts, self.layout.widths, ends, strict=False)):
            for number, line in enumerate(lines, 1):
                self._string(left + PADDING, top - PADDING - number * LEADING + 4, line)
            if index or not self.layout.open_sides:
                self._upright(left, top, bottom)
            if end:
                self._rule(left, left + width, bottom)
            left += width
        if not self.layout.open_sides:
            self._upright(left, top, bottom)
        self.top = bottom

    def _string(self, left, bottom, text):
        self.drawn.append(lambda canvas: canvas.drawString(left, bottom, text))

    def _rule(self, left, right, at):
        self.drawn.append(lambda canvas: canvas.line(left, at, right, at))

    def _upright(self, at, top, bottom):
        self.drawn.append(lambda canvas: canvas.line(at, top, at, bottom))


def standard_docx(content=None, before=()):
    """The same as a Word file: merged cells, one paragraph for each requirement."""
    blocks = [paragraph(each) for each in ("示例网页开发职业技能等级标准", "标准代码：990003", *before)]
    for level, areas in (content or CONTENT).items():
        rows = [[cell(each) for each in Layout.header]]
        before = ("", "")
        for area, area_name, task, task_name, code, text in numbered(areas):
            merges = ["continue" if now == then else "restart" for now, then in zip((area, task), before, strict=True)]
            names = [cell(f"{area}.{area_name}", merge=merges[0]), cell(f"{task} {task_name}", merge=merges[1])]
            rows.append([*names, cell(f"{code} {text}")])
            before = (area, task)
        blocks += [paragraph(f"表 示例网页开发职业技能等级要求（{level}）"), table(*rows)]
    return docx(*blocks)


def _wrapped(text, width):
    """Cut where the width ends, in the middle of words too, as text with Chinese characters is set."""
    lines = [""]
    for character in text:
        if stringWidth(lines[-1] + character, FONT, SIZE) > width:
            lines.append("")
        lines[-1] += character
    return lines
