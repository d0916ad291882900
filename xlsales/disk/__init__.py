"""How does a file get on disk? Whole or not at all, never under anybody's hands."""

from xlsales.disk.backups import KEEP
from xlsales.disk.read import read_bytes
from xlsales.disk.write import Updated, put, replace, update

__all__ = ["KEEP", "Updated", "put", "read_bytes", "replace", "update"]
