"""One Excel workbook for a sales desk, and the Python behind it."""
