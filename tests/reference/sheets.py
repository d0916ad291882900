"""SHEETS.md: what every sheet and column of the master is."""

from collections.abc import Iterator
from decimal import Decimal

from reference import markdown as md
from xlsales.documents.shown import percent
from xlsales.language import Text, show
from xlsales.sheets import SHEETS
from xlsales.sheets import columns as column_kinds
from xlsales.sheets.addresses import column_letter
from xlsales.sheets.columns import Choice, Column, ColumnType
from xlsales.sheets.options import OPTION_LISTS
from xlsales.sheets.settings import SETTINGS
from xlsales.sheets.sheet import Layout, Record, Sheet
from xlsales.workbook.form import setting_rows
from xlsales.workbook.values import cell_of

LISTS = "选项清单 · Option lists"
TYPES = "列的类型 · Types of columns"
MARKS = "标记 · Marks"

# What each type is in Chinese, and the function of sheets/columns.py that says
# it in English.
KINDS = {
    ColumnType.CODE: ("编号，按文本保存，前导零不丢", column_kinds.code),
    ColumnType.TEXT: ("文字", column_kinds.words),
    ColumnType.REF: ("另一张表里一行的编号", column_kinds.ref),
    ColumnType.CHOICE: ("固定选项之一", column_kinds.choice),
    ColumnType.CHOICES: ("固定选项，可多个，用、隔开", column_kinds.choices),
    ColumnType.OPTION: ("「选项」表里一个清单的值", column_kinds.option),
    ColumnType.CURRENCY: ("币种，三个字母", column_kinds.currency),
    ColumnType.MONEY: ("金额，两位小数", column_kinds.money),
    ColumnType.PRICE: ("单价，至多四位小数", column_kinds.price),
    ColumnType.QUANTITY: ("数量，至多四位小数", column_kinds.quantity),
    ColumnType.RATE: ("比例，显示为百分数", column_kinds.rate),
    ColumnType.DISCOUNT: ("减去的比例，也可写几折", column_kinds.discount),
    ColumnType.NUMBER: ("数字，没有固定单位", column_kinds.number),
    ColumnType.INTEGER: ("整数", column_kinds.integer),
    ColumnType.DATE: ("日期", column_kinds.day),
    ColumnType.PERIOD: ("月、季、半年或年", column_kinds.period),
    ColumnType.TERM: ("付款条件，照平常写法", column_kinds.term),
    ColumnType.BOOL: ("是或否", column_kinds.flag),
}
_MARKS = (
    ("key", "这一列(或几列一起)确定一行", "names the row, alone or with the others"),
    ("*", "必填", "must be filled in"),
    ("›", "折叠的次要列", "a column of lesser use, folded away"),
)
_HEAD = (
    *("列 Cell", "键 Key", "标题 Title", "类型 Type", "标记 Mark"),
    *("取值 Takes", "默认 Default", "提示 Hint"),
)


def page() -> str:
    """Return the page."""
    return md.page(
        "主簿的表 · The sheets of the master",
        "主簿的每张表、每一列，按标签的顺序。 "
        "Every sheet and column of a master workbook (主簿), in the order of the "
        "tabs. A column is found by its title in either language, or by its key, "
        "in any order; columns that people add are kept.",
        "![首页, 统计, 订单明细, 校验结果](anatomy.png)",
        _overview(),
        *(_sheet(one) for one in SHEETS),
        _lists(),
        _kinds(),
        f"## {MARKS}",
        md.table(("标记 Mark", "中文", "English"), _MARKS),
    )


def title(sheet: Sheet[Record]) -> str:
    """Return the heading that a sheet has on the page."""
    return md.heading(sheet.title)


def _overview() -> str:
    rows = [
        (
            md.heading(sheet.area.title),
            md.link(title(sheet), title(sheet)),
            md.both(sheet.purpose),
            "、".join(md.code(key) for key in sheet.key_columns),
        )
        for sheet in SHEETS
    ]
    return md.table(("部分 Area", "表 Sheet", "用途 Purpose", "一行由…确定 Key"), rows)


def _sheet(sheet: Sheet[Record]) -> str:
    facts = f"`{sheet.key}` · {sheet.purpose.zh} · {sheet.purpose.en}"
    if not sheet.takes_input:
        facts += "\n\n只供查看，不读取。 Only shows; nothing is read from it."
    if sheet.layout is Layout.FORM:
        facts += (
            "\n\n一行一项：A 列名称，B 列填写。 "
            "One value a row: its name in column A, the value in B."
        )
    if not sheet.columns:
        return f"## {title(sheet)}\n\n{facts}"
    table = md.table(_HEAD, (_row(sheet, column) for column in sheet.columns))
    return f"## {title(sheet)}\n\n{facts}\n\n{table}"


def _row(sheet: Sheet[Record], column: Column) -> tuple[str, ...]:
    return (
        _position(sheet, column),
        md.code(column.key),
        md.both(column.title),
        md.link(column.kind.value, TYPES),
        " ".join(_marks(column)),
        _takes(column),
        shown(column.default, column.kind),
        md.both(column.hint),
    )


def _position(sheet: Sheet[Record], column: Column) -> str:
    if sheet is SETTINGS:
        return f"B{setting_rows()[column.key] + 1}"
    return column_letter(sheet.columns.index(column))


def _marks(column: Column) -> Iterator[str]:
    if column.is_key:
        yield "key"
    if column.required:
        yield "\\*"
    if column.secondary:
        yield "›"


def _takes(column: Column) -> str:
    if column.choices:
        return "\n".join(_label(one.label) for one in column.choices)
    if column.option_list:
        return md.link(f"清单 {column.option_list}", LISTS)
    if column.refers_to:
        [target] = [one for one in SHEETS if one.key == column.refers_to]
        return md.link(target.title.zh, title(target))
    return ""


def _label(label: Text) -> str:
    return label.zh if label.zh == label.en else f"{label.zh} {label.en}"


def shown(value: object, kind: ColumnType) -> str:
    """Return a default as its cell shows it."""
    if isinstance(value, Choice):
        return _label(value.label)
    if isinstance(value, bool):
        return f"{cell_of(value, 'zh')} {cell_of(value, 'en')}"
    if isinstance(value, Decimal) and kind in {ColumnType.RATE, ColumnType.DISCOUNT}:
        return percent(value)
    return show(cell_of(value, "zh"), "zh")


def _lists() -> str:
    rows = [(name, "、".join(values)) for name, values in OPTION_LISTS.items()]
    return (
        f"## {LISTS}\n\n新主簿的「选项」表从这些值开始，可以增减。 What 选项 of a new "
        "master starts with; the lists are the firm's to change.\n\n"
        + md.table(("清单 List", "开始时的值 First values"), rows)
    )


def _kinds() -> str:
    rows = [
        (md.code(kind.value), zh, (say.__doc__ or "").splitlines()[0])
        for kind, (zh, say) in KINDS.items()
    ]
    return f"## {TYPES}\n\n" + md.table(("类型 Type", "中文", "English"), rows)
