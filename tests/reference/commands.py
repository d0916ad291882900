"""COMMANDS.md: every command, its options, what it answers and what it writes."""

from collections.abc import Iterator

import click

from reference import markdown as md
from reference.notes import FILES, NOTES, OPTIONS, SHARED
from reference.shapes import SHAPES, shape_text
from xlsales import errors
from xlsales.cli import CANNOT, DONE, FOUND, commands
from xlsales.language import Text, text

_WIDTH = 78  # what click takes of a terminal of 80
_STATUS = {
    DONE: Text("做完了；可能有提醒和提示", "done; there may be warnings and notes"),
    FOUND: Text(
        "做完了，但有错误，或有单据被拒绝（逐一列出）",
        "done, but there are errors, or documents were refused (listed)",
    ),
    CANNOT: Text(
        "做不了；错误输出一行，说明怎么办",
        "could not; one line on stderr says what to do",
    ),
}


def page() -> str:
    """Return the page."""
    return md.page(
        "命令 · Commands",
        md.block(help_of("")),
        "## 退出状态 · Exit status",
        md.table(("", "中文", "English"), _statuses()),
        "## 共同的规则 · What holds for every command",
        "\n".join(f"- {md.safe(one.zh)}。\n  {md.safe(one.en)}." for one in SHARED),
        *map(_command, sorted_commands()),
        "## 文件名 · File names",
        md.table(
            ("命令 Command", "文件 File", "中文", "English"),
            [(md.code(name), md.code(path), *what) for name, path, what in FILES],
        ),
        "## 做不了的原因 · Why it could not",
        "退出状态 2 的那一行。 The line of exit status 2.",
        md.table(("代码 Code", "中文", "English"), _errors()),
    )


def every_command() -> dict[str, click.Command]:
    """Return the commands by what is typed; of a group also ``calc build``."""
    return dict(_commands_of(commands, ""))


def _commands_of(
    group: click.Group, before: str
) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield before + name, command
        if isinstance(command, click.Group):
            yield from _commands_of(command, f"{before}{name} ")


def sorted_commands() -> list[str]:
    """Return the names of the commands, in the order of the notes."""
    order, there = list(NOTES), every_command()
    known = [name for name in order if name in there]
    return known + sorted(set(there) - set(order))


def help_of(name: str) -> str:
    """Return what ``--help`` prints, on a terminal of a known width.

    Args:
        name: of a command as it is typed; "" is that of all of them.
    """
    width = {"terminal_width": _WIDTH, "resilient_parsing": True}
    command: click.Command = commands
    context = command.make_context("xlsales", [], **width)
    for one in name.split():
        command = command.commands[one]
        context = command.make_context(one, [], parent=context, **width)
    return command.get_help(context)


def options_of(command: click.Command) -> Iterator[tuple[str, str, str]]:
    """Yield a command's arguments and options: their form, name and help."""
    for one in command.params:
        help_text = getattr(one, "help", None) or ""
        form = ", ".join(one.opts) if help_text else (one.name or "").upper()
        yield form, one.name or "", help_text


def meaning(command: str, option: str) -> Text:
    """Return what an option means; a command may say it in its own words."""
    return OPTIONS.get(f"{command} {option}") or OPTIONS.get(option) or Text("", "")


def _command(name: str) -> str:
    command = every_command()[name]
    note = NOTES.get(name)
    options = [
        (md.code(form), meaning(name, option).zh, help_text or meaning(name, option).en)
        for form, option, help_text in options_of(command)
    ]
    blocks = [
        f"## xlsales {name}",
        f"{note.does.zh}。 {note.does.en}." if note else "",
        md.block(help_of(name)),
        md.table(("选项 Option", "中文", "English"), options) if options else "",
        f"**1** {note.found.zh} · {note.found.en}" if note and note.found else "",
        _shape(name),
    ]
    return "\n\n".join(filter(None, blocks))


def _shape(name: str) -> str:
    if name not in SHAPES:
        return ""
    return "`--json`:\n\n" + md.block(shape_text(name), "json")


def _statuses() -> Iterator[tuple[str, str, str]]:
    for status, what in _STATUS.items():
        yield f"**{status}**", *what


def _errors() -> Iterator[tuple[str, str, str]]:
    for one in vars(errors).values():
        if isinstance(one, type) and issubclass(one, errors.XlsalesError):
            yield md.code(one.code), *text("errors", one.code)
