"""Which worksheet functions are there? One list for every spreadsheet program."""

from xlsales.functions.registry import Function

FUNCTIONS: tuple[Function, ...] = ()
