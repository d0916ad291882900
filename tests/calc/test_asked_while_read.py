"""Lines whose prices are formulas: to read them is to be asked again meanwhile."""

import time

import pytest

from checks.changes import CLEAN_BOOK
from harness.extended_office import extended_office, values
from harness.live_calc import open_document
from harness.tables import rows_from
from xlsales.excel.conf import Place
from xlsales.excel.dress import dress
from xlsales.jobs import new_workbook

pytestmark = pytest.mark.extension
SECONDS = 20
# 100 packets of P1 and 5 pieces of P2; of P1 the price is 10, later 12
BEFORE = [[1042.5], [10.0], [1000.0]]
AFTER = [[1242.5], [12.0], [1200.0]]
MINE = (
    '=XLSALES_ORDER_TOTAL("LNSYNO.001";xlsales_revision)',
    '=XLSALES_PRICE("P1";"C1";"2026-10-12";100;;xlsales_revision)',
    "=XLSALES_LINE_AMOUNT($订单明细.G2;$订单明细.J2)",
)


@pytest.fixture(params=[False, True], ids=["in the office", "beside it"])
def calc(request):
    """An office that has the extension; xlsales is in it, or a process of its own."""
    return extended_office(beside=request.param)


@pytest.fixture
def doc(calc, tmp_path):
    """A dressed master whose order of two lines asks for its prices."""
    path = tmp_path / "master.xlsm"
    place = Place("python", "", str(tmp_path))
    content = new_workbook(rows_from(CLEAN_BOOK))
    path.write_bytes(dress(content, path.name, "zh", place))
    with open_document(path, calc.desktop) as doc:
        for row in (2, 3):
            asked = f'C{row};"C1";"2026-10-12";G{row};;xlsales_revision'
            put(doc, "订单明细", f"J{row}", f"=XLSALES_PRICE({asked})")
            put(doc, "订单明细", f"L{row}", f"=ROUND(G{row}*J{row};2)")
        doc.Sheets.insertNewByName("我的", doc.Sheets.Count)
        for row, formula in enumerate(MINE, start=1):
            put(doc, "我的", f"A{row}", formula)
        yield doc


def put(doc, title, place, content):
    cell = doc.Sheets.getByName(title).getCellRangeByName(place)
    cell.getCellByPosition(0, 0).Formula = content


def count_on(doc):
    """Count the revision on, as every button does."""
    cell = doc.NamedRanges.getByName("xlsales_revision").getReferredCells()
    counted = cell.getCellByPosition(0, 0)
    counted.Value += 1


def soon(doc, wanted):
    """Return what the cells show once it is that, or when they had time enough."""
    until = time.monotonic() + SECONDS
    while (found := values(doc, "我的", "A1:A3")) != wanted:
        if time.monotonic() > until:
            break
    return found


def test_prices_and_what_is_made_of_them_are_right_in_the_end(doc):
    count_on(doc)
    assert soon(doc, BEFORE) == BEFORE
    put(doc, "价格", "F2", "12")
    count_on(doc)
    assert soon(doc, AFTER) == AFTER
    doc.calculateAll()
    assert values(doc, "我的", "A1:A3") == AFTER
    assert values(doc, "订单明细", "J2:L3") == [[12, "", 1200], [8.5, "", 42.5]]


def test_to_compute_is_no_change_to_be_saved_for(doc):
    count_on(doc)
    assert soon(doc, BEFORE) == BEFORE
    doc.setModified(False)
    doc.calculateAll()
    assert not doc.isModified()
