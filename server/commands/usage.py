"""What the library that reads the command line says by itself: in Chinese too, which it does not speak."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import typer
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from typer import rich_utils
from typer._click.core import Command, Context  # typer exports none, nor the errors it raises
from typer._click.exceptions import BadParameter, ClickException, NoArgsIsHelpError, UsageError
from typer._click.formatting import HelpFormatter
from typer.core import TyperArgument, TyperGroup, TyperOption

from graph.errors import OneplusxError
from server.commands.language import language
from server.commands.line_breaks import break_lines_as_chinese

_TITLES = {
    "ARGUMENTS_PANEL_TITLE": "参数",
    "OPTIONS_PANEL_TITLE": "选项",
    "COMMANDS_PANEL_TITLE": "命令",
    "REQUIRED_LONG_STRING": "[必填]",
    "DEFAULT_STRING": "[默认：{}]",
}
_HELP = "显示此帮助并退出。"
_USAGE = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}
# Of an empty argument.
_EMPTY = "it is empty; name one."

# What it says of a mistake, and how we say it.
_MISTAKES = (
    (r"No such command '(.*?)'\. Did you mean '(.*)'\?", "没有命令 {0}；是否应为 {1}？"),
    (r"No such command '(.*?)'\.", "没有命令 {0}。"),
    (r"No such option: (\S+).*", "没有选项 {0}。"),
    (r"Missing \w+ '(.*?)'.*", "缺少 {0}。"),
    (r"Option '(.*?)' requires an argument.*", "选项 {0} 需要一个值。"),
    (r"Option '(.*?)' does not take a value.*", "选项 {0} 不带值。"),
    (r"Got unexpected extra argument\S* \((.*)\)", "多余的参数：{0}。"),
    (r"Invalid value for '?(.*?)'?: .*'(.*)' is not one of (.*)\.", "{0} 不能是 {1}，须为以下之一：{2}。"),
    (rf"Invalid value for '?(.*?)'?: {_EMPTY}", "{0} 为空，请写明。"),
)


class UsageMistakeError(OneplusxError):
    """The command line has a mistake: a command, option or value that is not there."""

    code = "USAGE"


class _WrappedTable(Table):
    """Goes on in the next line with a text that has no space: Rich would cut it off, and Chinese is such a text."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for each in self.columns:
            each.overflow = "fold"
        return super().__rich_console__(console, options)


class _Formatter(HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for en, zh in _USAGE.items():
            args = args.replace(en, zh)
        super().write_usage(prog, args, prefix or "用法：")


class _Context(typer.Context):
    formatter_class = _Formatter


def run(app: typer.Typer) -> int:
    """Run the command line; give its exit code. Raises: UsageMistakeError, and what the command raises."""
    command = typer.main.get_command(app)
    break_lines_as_chinese()
    # Typer makes the tables of its help by this name, and has no setting for how they wrap.
    setattr(rich_utils, "Table", _WrappedTable)  # noqa: B010  # the name is imported there, so mypy refuses to assign it
    for each in _commands(command):
        _leave_out_types(each)
        _refuse_empty(each)
    if language() == "zh":
        _translate(command)
    try:
        return int(command.main(prog_name="oneplusx", standalone_mode=False) or 0)
    except NoArgsIsHelpError as error:
        return error.exit_code  # the help was shown
    except ClickException as error:
        raise _mistake(error) from error


def _leave_out_types(command: Command) -> None:
    """Show no types but choices: they are those of Python, and the help of each says what it takes."""
    for each in command.get_params(typer.Context(command)):
        if isinstance(each, TyperArgument | TyperOption) and not each.type_descriptor.is_choice:
            each.display_type_rich = _nothing  # type: ignore[method-assign]  # there is no setting for it


def _nothing(*_: object, **__: object) -> None:
    """Show no type."""


def _refuse_empty(command: Command) -> None:
    """Refuse an empty argument or path: as a path it would be the folder that one is in."""
    for each in command.get_params(typer.Context(command)):
        if isinstance(each, TyperArgument) or (
            isinstance(each, TyperOption) and each.type_descriptor.annotation is Path
        ):
            each.process_value = partial(_value_of, each, each.process_value)  # type: ignore[method-assign]  # Typer has no hook


def _value_of(
    parameter: TyperArgument | TyperOption, process: Callable[[Context, Any], Any], ctx: Context, value: Any
) -> Any:
    texts = value if isinstance(value, list | tuple) else [value]
    if any(isinstance(each, str) and not each.strip() for each in texts):
        raise BadParameter(_EMPTY, ctx, parameter)
    return process(ctx, value)


def _translate(root: Command) -> None:
    for name, text in _TITLES.items():
        setattr(rich_utils, name, text)
    for each in _commands(root):
        each.context_class = _Context
        if option := each.get_help_option(_Context(each)):
            option.help = _HELP


def _commands(root: Command) -> Iterator[Command]:
    yield root
    if isinstance(root, TyperGroup):
        for each in root.commands.values():
            yield from _commands(each)


def _mistake(error: ClickException) -> UsageMistakeError:
    # The library of the settings begins what it refuses with words of its own.
    en = error.format_message().replace(": Value error, ", ": ")
    found = ((re.fullmatch(pattern, en, re.DOTALL), text) for pattern, text in _MISTAKES)
    zh = next((text.format(*match.groups()) for match, text in found if match), en)
    place = error.ctx.command_path if isinstance(error, UsageError) and error.ctx else "oneplusx"
    return UsageMistakeError(f"{en} See `{place} --help`.", f"{zh} 请看 `{place} --help`。")
