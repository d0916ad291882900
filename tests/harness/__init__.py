"""What the tests stand on: outside programs, golden files, tables in docstrings."""
