"""Functions in formulas: what Calc makes of them among its own, and hands to them."""

import time

import openpyxl
import pytest

from checks.changes import clean_sheets
from harness.extended_office import extended_office, values
from workbook.plain import Formula, plain_workbook
from xlsales import cli

pytestmark = pytest.mark.extension
CELLS = [
    ["B1", "=1/0", "=NA()"],
    [None, "", "C1"],
    [1, "2", "甲"],
]
WORDS = "人民币壹元整"


@pytest.fixture(params=[False, True], ids=["in the office", "beside it"])
def calc(request):
    """An office that has the extension; xlsales is in it, or a process of its own."""
    return extended_office(beside=request.param)


def book_with(formulas, arrays=()):
    """The small book, cells A1:C3 on 数, formulas in 算!A, and arrays on 阵."""
    given = [
        [Formula(one) if str(one).startswith("=") else one for one in row]
        for row in CELLS
    ]
    asked = [[Formula(one, "?")] for one in formulas]
    sheets = clean_sheets() | {"数": given, "算": asked, "阵": []}

    def fill(worksheets):
        for ref, formula in arrays:
            worksheets["阵"].write_dynamic_array_formula(ref, formula)

    return plain_workbook(sheets, fill)


def answers(calc, folder, formulas):
    path = folder / "master.xlsx"
    path.write_bytes(book_with(formulas))
    with calc.computed(path) as doc:
        return [row[0] for row in values(doc, "算", f"A1:A{len(formulas)}")]


AMONG_OTHERS = {
    "=XLSALES_GROWTH(150,120)*2+1": 1.5,
    '="合计"&XLSALES_WORDS(1)': "合计" + WORDS,
    f'=XLSALES_WORDS(1)="{WORDS}"': 1.0,
    '=IF(XLSALES_TERM_VALID("月结30天"),"是","否")': "是",
    "=SUM(XLSALES_SPLIT(450,{200;300}))": 450.0,
    "=INDEX(XLSALES_SPLIT(450,{200;300}),2)": 270.0,
    "=XLSALES_SPLIT(450,{200;300})": 180.0,  # one cell: the first
    '=TEXT(XLSALES_NEXT_WORKDAY("2026-10-01"),"yyyy-mm-dd")': "2026-10-08",
    "=XLSALES_FROM_WORDS(XLSALES_WORDS(12.5))": 12.5,
    '=MATCH("人民币贰元整",XLSALES_WORDS({1;2;3}),0)': 2.0,
    '=COUNTIF(A1:A20,"合计*")': 1.0,
    '=IFERROR(XLSALES_PRICE("P1",数!C2,"2026-10-12",100),0)': 10.0,
    # what is left out in the middle, and a blank cell there
    '=XLSALES_DUE_DATE("货到30天","2026-10-12",,,15)': 46342.0,  # 2026-11-16
    '=XLSALES_DUE_DATE("货到30天","2026-10-12",数!A2,数!A2,15)': 46342.0,
    '=XLSALES_PRICE("P1","C1","2026-10-12",,数!A2)': 10.0,
    "=XLSALES_CUSTOMER_NAME(数!A2)": "#没有填 customer_code",
    "=XLSALES_NEXT_WORKDAY(数!B2)": "#没有填 on_date",
}


def test_they_stand_among_the_formulas_of_calc(calc, tmp_path):
    found = answers(calc, tmp_path, list(AMONG_OTHERS))
    assert dict(zip(AMONG_OTHERS, found, strict=True)) == AMONG_OTHERS


KNOWN_DIFFERENCES = {
    # Calc hands over a truth as 1, and a single blank cell as 0, as to its own
    "=XLSALES_WORDS(TRUE)": WORDS,
    "=XLSALES_WORDS(数!A2)": "人民币零元整",
    # errors, and too many arguments, are Calc's own and never get to a function
    "=XLSALES_WORDS(数!B1)": "#DIV/0!",
    "=XLSALES_WORDS(数!C1)": "#N/A",
    "=XLSALES_WORDS(1,2,3)": "Err:504",
    "=XLSALES_SHARE(数!A1:C1)": "Err:504",  # one error in a range
    # a sign among numbers is found equal to nothing, as it is
    '=XLSALES_GROWTH(1,0)="—"': 0.0,
    '=EXACT(XLSALES_GROWTH(1,0),"—")': 1.0,
    "=ISTEXT(XLSALES_GROWTH(1,0))": 1.0,
}


def test_what_calc_does_otherwise_is_known(calc, tmp_path):
    found = answers(calc, tmp_path, list(KNOWN_DIFFERENCES))
    assert dict(zip(KNOWN_DIFFERENCES, found, strict=True)) == KNOWN_DIFFERENCES


def test_a_whole_column_is_answered_soon(calc, tmp_path):
    """A million cells are handed over for each; below the last there is nothing."""
    began = time.monotonic()
    found = answers(
        calc,
        tmp_path,
        [
            "=SUM(XLSALES_SHARE(订单明细!L:L))",
            "=INDEX(XLSALES_WORDS(订单明细!L:L),1)",
            "=INDEX(XLSALES_GROWTH(订单明细!L:L,订单明细!J:J),2)",
            "=SUM(XLSALES_SHARE(订单明细!L2:L1048576))",
        ],
    )
    assert time.monotonic() - began < 30  # seconds; about one a column
    heading, *_ = clean_sheets()["订单明细"]
    assert found[1] == f"#不是数字：{heading[11]}"
    assert found[3] == pytest.approx(1)


ARRAYS = (
    ("A1:A2", "=XLSALES_SPLIT(450,{200;300})", [[180.0], [270.0]]),
    ("B1", "=XLSALES_SPLIT(450,{200;300})", [[180.0]]),  # no room was kept
    ("C1:E1", "=XLSALES_SHARE({1,3})", [[0.25, 0.75, "#N/A"]]),
    ("F1:F3", "=XLSALES_WORDS(1)", [[WORDS]] * 3),  # one value fills a range
    ("G1:G3", "=数!A3*XLSALES_GROWTH({2;3;4},1)", [[1.0], [2.0], [3.0]]),
)


def test_what_excel_spilled_fills_the_same_range(calc, tmp_path):
    path = tmp_path / "master.xlsx"
    path.write_bytes(book_with([], [one[:2] for one in ARRAYS]))
    with calc.computed(path) as doc:
        found = [values(doc, "阵", ref) for ref, _, _ in ARRAYS]
    assert found == [said for _, _, said in ARRAYS]


SAVED = [
    "=XLSALES_WORDS(数!A3)",
    '=XLSALES_PRICE("P1","C1","2026-10-12",100)',
    '=XLSALES_DUE_DATE("货到30天","2026-10-12",,,15)',
    "=SUM(XLSALES_SPLIT(450,{200;300}))",
]


def test_saved_by_calc_they_have_their_names_and_excel_and_we_compute_them(
    calc, tmp_path
):
    path = tmp_path / "master.xlsx"
    path.write_bytes(book_with(SAVED, [("A1:A2", "=XLSALES_SPLIT(450,{200;300})")]))
    with calc.computed(path) as doc:
        doc.store()
    written = openpyxl.load_workbook(path)
    found = [written["算"].cell(row, 1).value for row in range(1, len(SAVED) + 1)]
    assert found == SAVED
    assert written["阵"]["A1"].value.text == "=XLSALES_SPLIT(450,{200;300})"
    written["数"]["A3"] = 2
    written.save(path)
    cli.run(["refresh", str(path)])
    shown = openpyxl.load_workbook(path, data_only=True)
    computed = [shown["算"].cell(row, 1).value for row in (1, 2)]
    assert computed == ["人民币贰元整", 10]
    assert [shown["阵"].cell(row, 1).value for row in (1, 2)] == [180, 270]
