"""What the office loads; its loader finds what lies in ``pythonpath`` beside it."""

from xlsales_in_office.registered import registered

g_ImplementationHelper = registered()
