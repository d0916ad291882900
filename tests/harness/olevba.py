"""What olevba, which others look into macros with, reads in a VBA project."""

import warnings


def read_by_olevba(content: bytes) -> dict[str, str]:
    """Return the modules of a workbook or of a bare VBA project by their names."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its parser uses names that are to go
        from oletools.olevba import VBA_Parser

        parser = VBA_Parser("macros", data=content)
        found = list(parser.extract_macros())
        parser.close()
    return {name.rsplit(".", 1)[0]: text for _, _, name, text in found}
