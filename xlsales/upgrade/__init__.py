"""What does an older workbook lack? What the sheets of this version have, put in."""
