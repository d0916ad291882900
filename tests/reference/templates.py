"""templates/README.md: how to make a template of one's own, and what it may use."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from jinja2.defaults import DEFAULT_FILTERS

from reference import markdown as md
from xlsales.documents import DOCUMENTS, Document
from xlsales.documents.sandbox import environment

# A filter's example as a template would write it, the value of x, and meaning.
FILTERS = {
    "money": (
        "{{ x | money }}",
        Decimal("1234.5"),
        "金额，千分位和两位小数",
        "an amount",
    ),
    "words": ("{{ x | words }}", Decimal("1234.5"), "人民币大写", "an amount in words"),
    "day": (
        "{{ x | day }}",
        dt.date(2026, 10, 5),
        "日期写法",
        "a date as in contracts",
    ),
    "percent": (
        "{{ x | percent }}",
        Decimal("0.13"),
        "百分数",
        "a fraction in percent",
    ),
    "beside": (
        "{% for a, b in x | beside([7]) %}{{ a }}·{{ b }} {% endfor %}",
        [5, 6],
        "两个清单并排，短的补空",
        "two lists side by side, the shorter filled up",
    ),
}
TAGS = (
    ("{{ total }}", "写出一个值", "prints a value"),
    ("{{ seller.name }}", "一个值的一部分", "a part of a value"),
    (
        "{%tr for line in lines %}",
        "独占一行：下面的行逐项重复",
        "alone in a table row: the rows below repeat",
    ),
    ("{%tr endfor %}", "独占一行：重复到此为止", "alone in a row: the repetition ends"),
    (
        "{%tr if is_credit %}",
        "独占一行：下面的行有条件地出现",
        "alone in a row: the rows below on a condition",
    ),
    ("{%tr else %} {%tr endif %}", "否则；到此为止", "otherwise; the end of it"),
    (
        "{{ loop.index }}",
        "重复中的序号，从 1 起",
        "the running number inside a repetition",
    ),
)
WORD_TAGS = (
    (
        "{%p if has_gifts %}",
        "独占一段：下面的段落有条件地出现",
        "alone in a paragraph: the paragraphs below on a condition",
    ),
    ("{%p endif %}", "独占一段：条件到此为止", "alone in a paragraph: the end of it"),
    (
        "{%p for line in lines %} {%p endfor %}",
        "独占一段：段落逐项重复",
        "alone in a paragraph: the paragraphs repeat",
    ),
)
_OWN = """
1. 把文件从这里复制到主簿旁的 `templates/` 文件夹，文件名不变。
   Copy the file from here into `templates/` beside the workbook, under its name.
2. 用 Word 或 Excel 修改：版面、文字、图片都随便改；`{{ }}` 里的名字照下表写。
   Change it in Word or Excel as you like; names inside `{{ }}` are those listed below.
3. 再运行命令：主簿旁的模板先用。写错的名字、读不懂的标记会被拒绝，并说明原因。
   Run the command again: yours is used. A name that is not listed, or a tag that
   cannot be read, is refused with the reason.
"""
_EXCEL = """
在 Excel 里 · in Excel:

- 标记写在单元格里；只有一个 `{{ }}` 的单元格保留数字和日期，按单元格的格式显示。
  Tags stand in cells; a cell that is one `{{ }}` alone keeps the number or date, shown
  in the cell's format.
- `{%tr … %}` 是那一行仅有的内容，那一行会消失。
  A `{%tr … %}` is all its row holds, and the row vanishes.
- 行增减时，合并单元格、公式、打印区域随之移动；页眉页脚也能用 `{{ }}`。
  Merged cells, formulas and print areas move with the rows; headers and footers may
  hold `{{ }}` too.
"""
_TAG_HEAD = ("写法 Tag", "中文", "English")


def page() -> str:
    """Return the page."""
    return md.page(
        "模板 · Templates",
        "合同和对账单从这些 Word、Excel 文件生成；改版面就改模板，不动程序。 "
        "Contracts and statements are made from these files: to change the look "
        "or the wording, change the template.",
        md.table(("文件 File", "单据 Document", "命令 Command"), _files()),
        "## 用自己的模板 · A template of your own",
        _OWN,
        "## 写法 · Tags",
        md.table(_TAG_HEAD, _tags(TAGS)),
        "只在 Word 里 · in Word alone:",
        md.table(_TAG_HEAD, _tags(WORD_TAGS)),
        _EXCEL,
        "## 过滤器 · Filters",
        "Jinja 自带的也能用。 Those of Jinja can be used as well.",
        md.table(("写法 Tag", "x", "得到 Gives", "中文", "English"), _filters()),
        *map(_document, DOCUMENTS),
    )


def own_filters() -> set[str]:
    """Return the filters that templates have beyond those of Jinja."""
    return set(environment(autoescape=False).filters) - set(DEFAULT_FILTERS)


def title(document: Document) -> str:
    """Return the heading that a document has on the page."""
    return md.heading(document.title)


def _files() -> Iterator[tuple[str, ...]]:
    for one in DOCUMENTS:
        names = filter(None, (one.template, one.english))
        file = " ".join(f"[`{name}`]({name})" for name in names)
        yield file, md.link(title(one), title(one)), md.code(f"xlsales {one.key}")


def _tags(tags: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, ...]]:
    for tag, zh, en in tags:
        yield md.code(tag), zh, en


def _filters() -> Iterator[tuple[str, ...]]:
    sandbox = environment(autoescape=False)
    for tag, x, zh, en in FILTERS.values():
        made = sandbox.from_string(tag).render(x=x).strip()
        yield md.code(tag), md.code(str(x)), made, zh, en


def _document(document: Document) -> str:
    rows = [(md.code(one.name), *one.meaning) for one in document.variables]
    table = md.table(("名字 Name", "含义", "Meaning"), rows)
    note = (
        "`lines.name` 是清单 `lines` 每一项的 `name`。 `lines.name` is the `name` of "
        "each item of the list `lines`."
    )
    return f"## {title(document)}\n\n`{document.template}` · {note}\n\n{table}"
