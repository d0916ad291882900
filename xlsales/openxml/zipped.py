"""Packages: an Open XML file as a zip of parts, with only some parts replaced.

What is not replaced keeps its compressed bytes, so a ribbon, a picture or a
macro passes through untouched. Times are fixed and nothing of the machine is
written: the same parts make the same bytes.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_NEW_YEAR_1980 = (0, 33)  # DOS time and date, the earliest a zip can hold
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_VERSION = 20
_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LOCAL_NAME_AT = 26


class Part(NamedTuple):
    """One part as it stands in the zip: its bytes are still compressed."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes


def read_parts(package: bytes) -> dict[str, bytes]:
    """Return the content of every part, by name, in the order of the file."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {one.filename: archive.read(one) for one in _entries(archive)}


def replace_parts(package: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """Return the package with some parts replaced; ``None`` takes one out.

    A part that the package does not have yet is added at the end.
    """
    kept = [part for part in _packed_parts(package) if part.name not in changed]
    new = {
        name: pack(name, content)
        for name, content in changed.items()
        if content is not None
    }
    by_name = {part.name: part for part in kept} | new
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        order = [one.filename for one in _entries(archive)]
    names = dict.fromkeys([*order, *changed])
    return write_package(by_name[name] for name in names if name in by_name)


def pack(name: str, content: bytes) -> Part:
    """Compress one part."""
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = squeeze.compress(content) + squeeze.flush()
    return Part(name, _DEFLATED, zlib.crc32(content), len(content), packed)


def write_package(parts: Iterable[Part]) -> bytes:
    """Write parts as a zip file, in the order given."""
    body, directory, count = bytearray(), bytearray(), 0
    for part in parts:
        directory += _central_header(part, len(body))
        body += _local_header(part) + part.packed
        count += 1
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def _packed_parts(package: bytes) -> Iterator[Part]:
    """Read every part as it is packed; what is packed oddly is packed anew."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for one in _entries(archive):
            if one.compress_type in (_STORED, _DEFLATED):
                packed = _packed_bytes(package, one)
                yield Part(
                    one.filename, one.compress_type, one.CRC, one.file_size, packed
                )
            else:
                yield pack(one.filename, archive.read(one))


def _packed_bytes(package: bytes, one: zipfile.ZipInfo) -> bytes:
    at = one.header_offset
    name, extra = struct.unpack_from("<2H", package, at + _LOCAL_NAME_AT)
    start = at + _LOCAL.size + name + extra
    return package[start : start + one.compress_size]


def _entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    found = [one for one in archive.infolist() if not one.is_dir()]
    if any(one.flag_bits & _ENCRYPTED for one in found):
        raise zipfile.BadZipFile("encrypted")
    return found


def _common(part: Part) -> tuple[bytes, tuple[int, ...]]:
    name = part.name.encode()
    flags = 0 if part.name.isascii() else _UTF8_NAME
    sizes = (part.crc, len(part.packed), part.size, len(name), 0)
    return name, (_VERSION, flags, part.method, *_NEW_YEAR_1980, *sizes)


def _local_header(part: Part) -> bytes:
    name, common = _common(part)
    return _LOCAL.pack(b"PK\3\4", *common) + name


def _central_header(part: Part, offset: int) -> bytes:
    name, common = _common(part)
    return _CENTRAL.pack(b"PK\1\2", _VERSION, *common, 0, 0, 0, 0, offset) + name
