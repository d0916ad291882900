"""Dressed workbooks to test with, each made once."""

import io
from functools import cache

import openpyxl

from workbook import desk
from xlsales.excel.conf import TITLE, Place
from xlsales.excel.dress import dress
from xlsales.jobs import new_workbook

PLACE = Place("C:\\Python\\python.exe", "", "C:\\销售 desk")
ROWS = {"empty": None, "desk": desk.ROWS}


@cache
def plain(name="empty", language="zh"):
    """Return a master that is not dressed."""
    return new_workbook(ROWS[name], language, desk.AS_OF)


@cache
def dressed(name="empty", language="zh"):
    """Return it dressed."""
    return dress(plain(name, language), "master.xlsx", language, PLACE)


def opened(content, **how):
    return openpyxl.load_workbook(io.BytesIO(content), keep_vba=True, **how)


def conf_of(content):
    """Return the sheet of settings as keys and values."""
    rows = opened(content)[TITLE].iter_rows(max_col=2, values_only=True)
    return {key: "" if value is None else value for key, value in rows if key}
