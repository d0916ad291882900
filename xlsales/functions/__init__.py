"""Which worksheet functions are there? One list for every spreadsheet program."""
