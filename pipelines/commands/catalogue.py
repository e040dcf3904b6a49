"""Commands on the catalogue: services, services add, services unknown."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import click

from pipelines.commands.session import existing, show


class _OrName(click.Group):
    """A group that takes what is none of its commands for a name to find."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of the first word, or the one that finds it."""
        known = args if args[0] in self.commands else ["find", *args]
        return super().resolve_command(ctx, known)


@click.group(cls=_OrName, invoke_without_command=True, subcommand_metavar="[NAME | COMMAND]")
@click.pass_context
def services(context: click.Context, /) -> None:
    """List the services of the catalogue.

    All of them, or those of a name: downwire services teams
    """
    if context.invoked_subcommand is None:
        from nlp.names import gazetteers
        from pipelines.terminal.catalogue import services_table

        show(services_table(gazetteers.services().values()))


@services.command()
@click.argument("words", nargs=-1, required=True, metavar="NAME")
def find(words: tuple[str, ...]) -> None:
    """Show the services with NAME in a name or as key."""
    from nlp.names import gazetteers
    from pipelines import catalogue
    from pipelines.terminal.catalogue import services_table

    name = " ".join(words)
    found = catalogue.find(name, gazetteers.services().values())
    if found:
        show(services_table(found))
        return
    click.echo(f"No service is called {name!r}.")
    click.echo(f"Next: downwire services add {shlex.quote(name)} --kind KIND")


@services.command()
@click.argument("name")
@click.option("--kind", required=True, help="What sort it is: a key of data/lexicons/kinds.toml.")
@click.option("--key", help="Its key; by default made of the name.")
@click.option("--owner", help="The company that runs it.")
@click.option("--parent", help="Key of the service that it is a part of.")
@click.option("--alias", "aliases", multiple=True, help="Another name; may be given again.")
@click.option("--ambiguous", is_flag=True, help="The name is a word too and needs context.")
@click.option("--homepage", help="Its site, as https://zyntra.example/.")
@click.option("--status-page", help="Where its operator says how it is.")
@click.option("--wikidata", help="Its item there, as Q364.")
@click.option(
    "--file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write to; by default that of DOWNWIRE_SERVICES, else data/services/added.toml.",
)
def add(name: str, key: str | None, file: Path | None, **given: Any) -> None:
    """Add a service to the catalogue.

    It is refused where the catalogue would not read with it. Documents are read anew by the next
    run.

    \b
    downwire services add Zyntra --kind software --homepage https://zyntra.example/
    """
    from nlp.names import gazetteers
    from pipelines import catalogue

    place = file or catalogue.place()
    if place is None:
        raise click.UsageError(
            "name a file with --file; the reader takes it where DOWNWIRE_SERVICES names it"
        )
    if not name.strip() or not name.isprintable():
        raise click.UsageError(f"NAME: got {name!r}; allowed: letters, digits, signs and blanks")
    service = gazetteers.Service(key=key or gazetteers.slug(name), name=name.strip(), **given)
    catalogue.add(service, place)
    click.echo(f"{place}: {service.key} added")
    if place not in (catalogue.place(), gazetteers.own_file()):
        click.echo(f"Next: export {gazetteers.OWN_FILE}={shlex.quote(str(place.resolve()))}")


@services.command()
@click.pass_obj
def unknown(db: Path, /) -> None:
    """Show names that the catalogue does not have.

    Each is said to be down by some document of the database; those of most documents first.
    """
    from pipelines import catalogue
    from pipelines.terminal.catalogue import unknown_table

    names = catalogue.unknown_names(existing(db))
    show(unknown_table(names))
    if names:
        quoted = shlex.quote(names[0].name)
        click.echo(f"Next: downwire services add {quoted} --kind KIND")
