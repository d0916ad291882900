"""Graft: how does a sheet get from one workbook into another? With all it needs."""
