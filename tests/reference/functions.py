"""FUNCTIONS.md: every worksheet function, what it answers and examples."""

import datetime as dt
from itertools import groupby

from checks.changes import AS_OF
from reference import markdown as md
from xlsales.functions import FUNCTIONS
from xlsales.functions.registry import Argument, Function
from xlsales.language import Text

_READS = Text("看主簿", "reads the workbook")
_WHOLE = Text("整个区域", "a whole range")
_LEFT_OUT = Text("可不填", "may be left out")
RULES = (
    Text(
        "单元格里怎么填，参数就怎么填：9折、13%、2026年10月8日都认",
        "An argument is what a cell may hold: 9折, 13%, 2026年10月8日 are taken",
    ),
    Text(
        "要一个值的地方给一个区域，就得到一个区域；行配列、单格配区域，和 Excel 一样",
        "A range where one value is wanted gives a range; a row goes with a column, "
        "one cell with a range, as in Excel",
    ),
    Text(
        "算不出来时，单元格里是 # 开头的原因；Excel 的错误值原样传下去",
        "What cannot be answered is a reason that begins with #; errors of Excel are "
        "handed through",
    ),
    Text(
        "没有一个函数看今天的日期；按哪一天看是参数，所以不会自己变",
        "None of them asks what day it is; the day is an argument, so nothing changes "
        "by itself",
    ),
    Text(
        "金额舍入到分，比率不舍入，没有定义的比率是 —，日期是日期",
        "Amounts are rounded to the fen, ratios are not, a ratio that is not defined "
        "is —, days are dates",
    ),
    Text(
        "看主簿的函数最后可给「修订号」单元格，按钮改动数据后会重新计算",
        "Those that read the workbook take the revision cell last, so that they are "
        "asked again after a button",
    ),
)


def page() -> str:
    """Return the page."""
    book = md.link("PROBLEMS.md", "干净的账簿 · The clean book", "PROBLEMS.md")
    return md.page(
        "工作表函数 · Worksheet functions",
        "在 Excel 里写 `=XLSALES_WORDS(B2)`；不用宏时用命令 `xlsales function WORDS "
        "1409.5`。 In Excel a formula; without macros the command, which answers the "
        "same.",
        "## 怎样用 · How they are used",
        "\n".join(f"- {md.safe(one.zh)}。\n  {md.safe(one.en)}." for one in RULES),
        f"看主簿的例子用的是 {book} 里的小账簿。 Examples that read the workbook are "
        f"answered over that small book, mostly as of {AS_OF}.",
        "## 一览 · All functions",
        _overview(),
        *_groups(),
    )


def title(function: Function) -> str:
    """Return the heading that a function has on the page."""
    return md.code(function.name)


def shown(answer: object) -> str:
    """Return an answer as the cells of the sheet would show it."""
    if isinstance(answer, list):
        rows = [", ".join(map(_one, row)) for row in answer]
        return "{" + "; ".join(rows) + "}"
    return _one(answer) or "（空 blank）"


def _one(answer: object) -> str:
    if isinstance(answer, bool):
        return str(answer).upper()
    if isinstance(answer, float):
        return format(answer, ".15g")
    return answer.isoformat() if isinstance(answer, dt.date) else str(answer)


def _overview() -> str:
    rows = [
        (md.link(md.code(one.name), title(one)), md.both(one.category), *one.about)
        for one in FUNCTIONS
    ]
    return md.table(("函数 Function", "类别 Category", "中文", "English"), rows)


def _groups() -> list[str]:
    return [
        part
        for category, functions in groupby(FUNCTIONS, key=lambda one: one.category)
        for part in (f"## {md.heading(category)}", *map(_function, functions))
    ]


def _function(one: Function) -> str:
    arguments = [
        (md.code(a.name), _note(a), a.about.zh, a.about.en) for a in one.arguments
    ]
    examples = [(md.code(formula), shown(answer)) for formula, answer in one.examples]
    reads = f" *{_READS.zh} · {_READS.en}*" if one.reads_book else ""
    return "\n\n".join(
        (
            f"### {title(one)}",
            f"{md.code(one.signature)}{reads}",
            f"{md.safe(one.about.zh)}。 {md.safe(one.about.en)}.",
            md.table(("参数 Argument", "", "中文", "English"), arguments),
            md.table(("例 Example", "答案 Answer"), examples),
        )
    )


def _note(argument: Argument) -> str:
    if argument.is_range:
        return md.both(_WHOLE)
    return md.both(_LEFT_OUT) if argument.is_optional else ""
