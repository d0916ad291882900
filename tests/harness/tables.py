"""Tables in docstrings: a book as a person would sketch it.

    订单
    | 订单号 | 订货日期   | 客户 |
    | A1     | 2026-10-08 | C1   |

A sheet's title (Chinese, English or its key) stands over rows between pipes,
the column titles first. A form such as 参数 may also be written one value a
row. Other lines are prose.
"""

from xlsales.sheets import INPUT_SHEETS
from xlsales.sheets.book import Book, book_of
from xlsales.sheets.columns import normal_title
from xlsales.sheets.sheet import Layout, Sheet

SHEETS = {
    normal_title(title): sheet
    for sheet in INPUT_SHEETS
    for title in (*sheet.title, sheet.key)
}
Rows = dict[str, list[dict[str, str | None]]]


def book_from(text: str) -> Book:
    """Return the book whose tables stand in ``text``."""
    return book_of(rows_from(text))


def rows_from(text: str) -> Rows:
    """Return the rows of every table in ``text``, by sheet and column key."""
    rows: Rows = {}
    title, table = "", []
    for line in [*map(str.strip, text.splitlines()), ""]:
        if line.startswith("|"):
            table.append([cell.strip() for cell in line.strip("|").split("|")])
        else:
            if table:
                sheet = _sheet(title)
                rows.setdefault(sheet.key, []).extend(_rows(sheet, table))
                table = []
            title = line or title
    return rows


def _sheet(title: str) -> Sheet:
    if found := SHEETS.get(normal_title(title)):
        return found
    raise ValueError(f"no sheet is called {title!r}")


def _rows(sheet: Sheet, table: list[list[str]]) -> Rows:
    if sheet.layout is Layout.FORM and _is_upright(sheet, table):
        table = [list(across) for across in zip(*table, strict=True)]
    titles, *records = table
    keys = [_key(sheet, title) for title in titles]
    return [
        {key: cell or None for key, cell in zip(keys, record, strict=True)}
        for record in records
        if set("".join(record)) != {"-"}
    ]


def _is_upright(sheet: Sheet, table: list[list[str]]) -> bool:
    """Whether every row is a title and its value."""
    return all(len(row) == 2 and sheet.key_of(row[0]) for row in table)


def _key(sheet: Sheet, title: str) -> str:
    if key := sheet.key_of(title):
        return key
    raise ValueError(f"{sheet.title.zh} has no column {title!r}")
