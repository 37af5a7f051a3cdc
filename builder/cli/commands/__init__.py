"""The commands: a file each, which is read when it is called."""

from __future__ import annotations

import re
from importlib import import_module

import click

from builder import __version__
from builder.cli.folders import likely

COMMANDS = (
    "init",
    "build",
    "check",
    "preview",
    "watch",
    "show",
    "brand",
    "fonts",
    "looks",
    "adopt",
    "new",
    "translate",
    "release",
    "verify",
    "list",
    "docs",
    "schema",
)


class Commands(click.Group):
    """The commands of COMMANDS; what starts with a year or a file means `build`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click asks so
        """Their names, as `--help` shows them: from the first day of a campaign on."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  as above
        """What the file of that name calls `command`; None if there is no such file."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `build` in front of arguments that name no command."""
        ctx.obj = tuple(args)
        if args and args[0] not in {*COMMANDS, "--help", "-h", "--version"}:
            if re.fullmatch(r"[a-z]+", args[0]):
                raise click.UsageError(f"there is no command `{args[0]}`{likely(args[0], COMMANDS)}", ctx)
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__)
def packbuild() -> None:
    """Turn one YAML file a year into the comms pack of an awareness campaign.

    `packbuild init` begins a campaign, in an empty folder.

    `packbuild 2022` reads packs/2022.yaml and brand/, and makes the pack in
    output/: a zip, and the same files beside it.

    It ends with 0 if all went well, 1 if the spec, the brand or a table of sizes
    has faults, 2 if it was called wrongly, 3 if a file could not be read or written.
    """
