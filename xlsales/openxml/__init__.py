"""What is an .xlsx made of? Parts, sheets, rows and formats, each changed alone."""
