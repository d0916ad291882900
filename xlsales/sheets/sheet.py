"""Sheets: a record class with columns, its titles and where it stands."""

import types
import typing
from dataclasses import dataclass, field, fields
from enum import Enum
from functools import cached_property
from typing import Generic, TypeVar

from xlsales.language import Text
from xlsales.sheets.columns import Column, normal_title


class Area(Enum):
    """What part of the work a sheet belongs to, in the order of the tabs."""

    HOME = ("首页", "Home")
    MASTER = ("基础资料", "Master data")
    SALES = ("销售", "Sales")
    MONEY = ("往来", "Money")
    RESULTS = ("结果", "Results")

    @property
    def title(self) -> Text:
        """The words for it."""
        return Text(*self.value)


class Layout(Enum):
    """How a sheet is laid out: records as rows, or one record as a form."""

    TABLE = "table"
    FORM = "form"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row that could be read; ``row`` is its number in the sheet."""

    row: int = field(default=0, compare=False)


R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True)
class Sheet(Generic[R]):
    """One sheet of the master: its record class and what people see of it."""

    key: str
    record: type[R]
    title: Text
    area: Area
    purpose: Text
    layout: Layout = Layout.TABLE
    takes_input: bool = True

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order, from the fields of the record class.

        A field whose type does not admit None and that has no default is
        essential: a row without it cannot stand as a record, and is then only
        seen by the checks.
        """
        kinds = typing.get_type_hints(self.record)
        columns = []
        for one in fields(self.record):
            if facts := one.metadata.get("column"):
                essential = (
                    not _admits_none(kinds[one.name]) and facts.get("default") is None
                )
                facts = {"required": essential, **facts}
                columns.append(Column(key=one.name, essential=essential, **facts))
        return tuple(columns)

    @cached_property
    def column(self) -> dict[str, Column]:
        """The columns by key."""
        return {column.key: column for column in self.columns}

    def key_of(self, title: object) -> str | None:
        """Return the key of the column that a header cell names, in any language."""
        return self._keys.get(normal_title(str(title)))

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {
            normal_title(title): column.key
            for column in self.columns
            for title in (*column.title, column.key)
        }

    @cached_property
    def key_columns(self) -> tuple[str, ...]:
        """The keys of the columns that together name a row."""
        return tuple(column.key for column in self.columns if column.is_key)


def _admits_none(kind: object) -> bool:
    return typing.get_origin(kind) in {types.UnionType, typing.Union} and type(
        None
    ) in typing.get_args(kind)
