"""Workbooks without a spreadsheet program: build, read and the look of it."""
