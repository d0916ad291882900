"""How does a sheet get from one workbook into another? With all that it needs."""
