"""Formulas of a new master, as they read where columns stand otherwise."""

import pytest

from xlsales.upgrade.placing import Place, placed

TITLES = {"订单": "订单 1", "参数": "参数"}
PLACES = {
    "订单 1": Place(columns={1: 3, 2: 1, 28: 2}, down=4),
    "参数": Place(rows={3: 7}),
}

READS = [
    ("订单!$A:$A", "'订单 1'!$C:$C"),
    (
        "COUNTIFS(订单!$AB:$AB,1,订单!B:B,2)",
        "COUNTIFS('订单 1'!$B:$B,1,'订单 1'!A:A,2)",
    ),
    ("订单!$A$2:$B$9", "'订单 1'!$C$6:$A$13"),
    ("订单!D1", "'订单 1'!D5"),
    ('IF(参数!$B$3="","x",参数!$B$4)', 'IF(参数!$B$7="","x",参数!$B$4)'),
    ("A1+别处!A1", "A1+别处!A1"),
    ("SUM(订单!3:5)", "SUM('订单 1'!3:5)"),
    ('"订单!A1"&home_as_of', '"订单!A1"&home_as_of'),
]


@pytest.mark.parametrize(("formula", "reads"), READS)
def test_a_formula_means_the_same_columns(formula, reads):
    assert placed(formula, TITLES, PLACES) == reads
