"""Workbooks that Excel itself saved, taken from published packages; none is ours.

They are examples and test files of free software (the licences stand below), are
fetched by the package managers' own clients, checked by their hashes, and lie in
``.cache/excel-saved``. Nothing of them is part of this project:

    python3 tests/harness/saved_by_excel.py
"""

import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parents[2] / ".cache/excel-saved"
_INSIDE = "!"  # parts a file from what is packed in it


class Source(NamedTuple):
    """A package, pinned, and the files of it by the name that we give them.

    ``at`` is the folder they are in; a file inside another stands after a ``!``.
    """

    package: str
    version: str
    sha256: str
    licence: str
    fetch: str
    at: str
    files: dict[str, str]


SOURCES = (
    Source(
        package="python-pptx",
        version="1.0.2",
        sha256="479a8af0eaf0f0d76b6f00b0887732874ad2e3188230315290cd1f9dd9cc7095",
        licence="MIT",
        fetch="sdist",
        at="python_pptx-1.0.2/features/steps/test_files/",
        files={
            "two_tables.xlsx": (
                "cht-replace-data.pptx!ppt/embeddings/Microsoft_Excel_Sheet7.xlsx"
            ),
            "table_of_six.xlsx": (
                "cht-series.pptx!ppt/embeddings/Microsoft_Excel_Sheet2.xlsx"
            ),
            "table_of_dates.xlsx": (
                "cht-axis-props.pptx!ppt/embeddings/Microsoft_Excel_Worksheet6.xlsx"
            ),
            "mac_16.xlsx": "shp-embedded-xlsx.xlsx",
        },
    ),
    Source(
        package="xlcalculator",
        version="0.5.0",
        sha256="5ea7337c3a86b0efcc1508d96345bf417387181344428be0a745e80a1fe9d1fc",
        licence="MIT",
        fetch="sdist",
        at="xlcalculator-0.5.0/",
        files={
            "ten_sheets.xlsm": "examples/common_use_case/use_case_01.xlsm",
            "spills.xlsm": "tests/resources/reader.xlsm",
            "dynamic_array.xlsx": "tests/resources/choose.xlsx",
            "shared_on_mac.xlsx": "tests/resources/VDB.xlsx",
            "custom_xml.xlsx": "tests/resources/double_minus.xlsx",
            "many_formulas.xlsx": "tests/resources/BASES.xlsx",
            "sumifs.xlsx": "tests/resources/SUMIFS.xlsx",
            "one_name.xlsx": "tests/resources/defined_names.xlsx",
        },
    ),
    Source(
        package="oletools",
        version="0.60.2",
        sha256="ad452099f4695ffd8855113f453348200d195ee9fa341a09e197d66ee7e0b2c3",
        licence="BSD-2-Clause",
        fetch="sdist",
        at="oletools-0.60.2/tests/test-data/",
        files={
            "linked_object.xlsx": (
                "oleobj/external_link/sample_with_external_link_to_doc.xlsx"
            ),
            "embedded_object.xlsx": "oleobj/embedded-simple-2007.xlsx",
            "macro_sheet.xlsm": "excel4-macros/excel4_sample_macro.xlsm",
            "dde_link.xlsx": "msodde/dde-test.xlsx",
        },
    ),
    Source(
        package="xlrd",
        version="1.2.0",
        sha256="546eb36cee8db40c3eaa46c351e67ffee6eeb5fa2650b71bc4c758a29a1b29b2",
        licence="BSD-3-Clause",
        fetch="sdist",
        at="xlrd-1.2.0/tests/",
        files={
            "notes.xlsx": "test_comments_excel.xlsx",
            "notes_on_mac.xlsx": "test_comments_excel_sheet2.xlsx",
            "control_characters.xlsx": "reveng1.xlsx",
            "merged_of_2007.xlsx": "merged_cells.xlsx",
        },
    ),
    Source(
        package="pyexcel-xlsx",
        version="0.6.1",
        sha256="80b7985d394b73abf5c52212027bbbc0c7f6090192bcbc76403f8672d74c7960",
        licence="BSD-3-Clause",
        fetch="sdist",
        at="pyexcel_xlsx-0.6.1/tests/fixtures/",
        files={
            "merged.xlsx": "complex-merged-cells-sheet.xlsx",
            "hidden_rows.xlsx": "hidden.xlsx",
            "currency.xlsx": "test8.xlsx",
        },
    ),
    Source(
        package="xlwings",
        version="0.37.8",
        sha256="ac473ae5cef8304c6ddcbf88c348100cdbe35f17b690200821c1e6e4bd986cac",
        licence="BSD-3-Clause",
        fetch="wheel",
        at="xlwings/",
        files={
            "macros.xlsm": "quickstart.xlsm",
            "more_macros.xlsm": "quickstart_standalone.xlsm",
        },
    ),
    Source(
        package="xlsx-populate",
        version="1.21.0",
        sha256="7e7431c2b706062c8ea5460a574eeede2e65f8264d7be604af10d9f4e46d3eb4",
        licence="MIT",
        fetch="npm",
        at="package/examples/",
        files={"chart_and_shared.xlsx": "ranges/template.xlsx"},
    ),
    Source(
        package="xlsx-chart",
        version="0.4.3",
        sha256="2069e5aaa7f51f986f095b3d41562e72f7dec92080fc9d5aa1367e6c1515bf7c",
        licence="MIT",
        fetch="npm",
        at="package/template/",
        files={
            "charts.xlsx": "charts.xlsx",
            "chart_merged.xlsx": "columnGroupAvg.xlsx",
        },
    ),
    # MIT says the DESCRIPTION of both versions; Debian's note is of an older one.
    Source(
        package="r-cran-openxlsx",
        version="4.2.5.2-1",
        sha256="cc998ce373488a27ed2baab183268fafae7a44dcfd08ba5c1a5fd10e9b4e64a1",
        licence="MIT",
        fetch="deb",
        at="usr/lib/R/site-library/openxlsx/extdata/",
        files={
            "slicer_and_pivots.xlsx": "loadExample.xlsx",
            "pivots.xlsx": "loadPivotTables.xlsx",
            "threaded_comments.xlsx": "loadThreadComment.xlsx",
            "many_names.xlsx": "namedRegions2.xlsx",
            "excel_online.xlsx": "ColorTabs3.xlsx",
        },
    ),
    Source(
        package="r-cran-readxl",
        version="1.4.2-1",
        sha256="eb705525f906c968022162e8e58993a8b444ae900ff0487389769721bdcb4e67",
        licence="MIT",
        fetch="deb",
        at="usr/lib/R/site-library/readxl/extdata/",
        files={
            "tables_with_formulas.xlsx": "deaths.xlsx",
            "types.xlsx": "type-me.xlsx",
            "geometry.xlsx": "geometry.xlsx",
            "two_row_header.xlsx": "clippy.xlsx",
        },
    ),
)
NAMES = tuple(name for source in SOURCES for name in source.files)


def missing() -> str | None:
    """Return why the workbooks are not here, or None when they are."""
    absent = [name for name in NAMES if not (FOLDER / name).is_file()]
    hint = "python3 tests/harness/saved_by_excel.py"
    return f"{len(absent)} of {len(NAMES)} not fetched: {hint}" if absent else None


def fetch() -> None:
    """Fetch every package that a workbook is missing of.

    Raises:
        subprocess.CalledProcessError: a package manager could not.
        ValueError: a package is not the one that is pinned.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    for source in SOURCES:
        if all((FOLDER / name).is_file() for name in source.files):
            continue
        with tempfile.TemporaryDirectory() as folder:
            package = _fetched(source, Path(folder))
            if hashlib.sha256(package.read_bytes()).hexdigest() != source.sha256:
                raise ValueError(f"{package.name} is not the one that is pinned")
            for name, path in source.files.items():
                content = _content(package, source.at + path)
                (FOLDER / name).write_bytes(content)


def _fetched(source: Source, folder: Path) -> Path:
    """Return the package's file, downloaded by its own manager."""
    name, version = source.package, source.version
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download"]
    pip += ["--quiet", "--no-deps", "--dest", ".", f"{name}=={version}"]
    any_linux = ["--only-binary", ":all:", "--python-version", "3.11", "--platform"]
    command = {
        "sdist": [*pip, "--no-binary", ":all:"],
        "wheel": [*pip, *any_linux, "manylinux2014_x86_64"],
        "npm": ["npm", "pack", "--silent", f"{name}@{version}"],
        "deb": ["apt-get", "download", "--quiet", "--quiet", f"{name}={version}"],
    }[source.fetch]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return next(one for one in folder.iterdir() if one.is_file())


def _content(package: Path, path: str) -> bytes:
    """Return a file of a package; after a ``!`` the name of one inside it."""
    outer, _, inner = path.partition(_INSIDE)
    if package.suffix in {".zip", ".whl"}:
        with zipfile.ZipFile(package) as archive:
            content = archive.read(outer)
    elif package.suffix == ".deb":
        tar = subprocess.run(
            ["dpkg-deb", "--fsys-tarfile", package], check=True, capture_output=True
        )
        content = _from_tar(io.BytesIO(tar.stdout), f"./{outer}")
    else:
        content = _from_tar(io.BytesIO(package.read_bytes()), outer)
    if not inner:
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(inner)


def _from_tar(packed: io.BytesIO, path: str) -> bytes:
    with tarfile.open(fileobj=packed) as archive:
        return archive.extractfile(path).read()


if __name__ == "__main__":
    fetch()
