"""The small files that office programs leave beside what they have open.

Built byte by byte as these programs write them, so that what reads them is not
tested with what it writes itself.
"""

EXCEL_BYTES, WORD_BYTES = 165, 162


def excel(name: str, old_name: bytes) -> bytes:
    """Return an owner file of Excel or WPS; ``old_name`` is in the old code page."""
    before = bytes([len(old_name)]) + old_name.ljust(54, b" ")
    units = name.encode("utf-16-le")
    after = (len(units) // 2).to_bytes(2, "little") + units
    return (before + after).ljust(EXCEL_BYTES - 1, b" ") + b"\0"


def word(name: str, old_name: bytes) -> bytes:
    """Return an owner file of Word."""
    before = bytes([len(old_name)]) + old_name.ljust(53, b"\0")
    units = name.encode("utf-16-le")
    return (before + bytes([len(units) // 2, 0]) + units).ljust(WORD_BYTES, b"\0")
