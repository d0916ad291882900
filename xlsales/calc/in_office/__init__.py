"""What of xlsales runs inside LibreOffice: the standard library and ``uno`` alone.

The office has a Python of its own, of a version we do not choose. This package
goes into the extension, as ``xlsales_in_office``; what it does not know itself
it asks of xlsales, in the same process or in one of its own (``link``).
"""
