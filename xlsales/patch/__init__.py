"""How is a workbook changed that somebody works in? Part by part, unharmed."""
