"""The command ``isnad``. Heavy modules are imported inside the commands, so that ``isnad --help`` answers at once.

Exit codes: 0 done; 1 something isnad refuses; 2 wrong use of the command; 3 a source cannot be read; 4 the dossier cannot be
opened or written; 5 a file cannot be exported or imported; 6 a citation does not quote what is stored; 7 a decision cannot be
recorded; 8 done, but some pages failed (only with ``--strict``).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from isnad import __version__

app = typer.Typer(
    name="isnad",
    help="Raw press pages in, a cited dossier of a story out: who said what, when, through which mouths, and on whose word.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: rendering it richly takes three times as long as everything else
    epilog="Exit codes: 0 done · 1 refused · 2 wrong use · 3 source · 4 dossier file · 5 export/import · 6 citation · 7 decision · "
    "8 pages failed (build --strict)",
)
FORMS = (
    "html, docx, markdown or pdf to read; xlsx or csv to sort; json, jsonl, ftm, json-ld, annotations, gexf or plover for machines; "
    "timelinejs, ics or atom for timelines; csl-json, bibtex or ris for the sources. Default: what the file's ending says, else html."
)
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
Sources = Annotated[
    list[str],
    typer.Argument(
        help="Files and folders (.txt .html .mhtml .warc .warc.gz .wacz .jsonl), feeds, lists of addresses, addresses, or - for a pipe.",
        metavar="SOURCE…",
    ),
]
Delay = Annotated[float, typer.Option(help="Seconds between two requests to one host.", min=0.0)]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(help="A host of this machine or its network that may be fetched from; may be repeated."),
]
Dossier = Annotated[str, typer.Argument(help="The dossier file.", metavar="DOSSIER")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"isnad {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Raw press pages in, a cited dossier of a story out."""


@app.command()
def build(
    sources: Sources,
    output: Annotated[str, typer.Option("--output", "-o", help="The dossier file to write.")] = "dossier.isnad",
    json: Json = False,
    strict: Annotated[bool, typer.Option(help="Exit with 8 when a page failed.")] = False,
    engine: Annotated[str | None, typer.Option(help="here or pool; by default chosen by the number of pages.")] = None,
    warc: Annotated[
        Path | None, typer.Option(help="Also keep what is fetched, in this web archive (.warc.gz).")
    ] = None,
    delay: Delay = 1.0,
    allow_host: AllowHost = None,
) -> None:
    """Read pages, join what belongs together, and write the dossier. Run again, it reads only what is new or changed."""
    from isnad.cli.building import run
    from isnad.sources import Rules

    fetching = Rules(delay=delay, hosts=tuple(allow_host or ()))
    raise typer.Exit(run(sources, output, json, strict, engine, fetching, warc))


@app.command()
def fetch(
    sources: Sources,
    output: Annotated[Path, typer.Option("--output", "-o", help="The web archive to write to.")] = Path(
        "pages.warc.gz"
    ),
    json: Json = False,
    delay: Delay = 1.0,
    allow_host: AllowHost = None,
) -> None:
    """Fetch the pages that addresses, feeds and lists lead to into a web archive, without reading them."""
    from isnad.cli.fetching import run
    from isnad.sources import Rules

    raise typer.Exit(run(sources, output, json, Rules(delay=delay, hosts=tuple(allow_host or ()))))


@app.command()
def show(
    dossier: Dossier,
    what: Annotated[
        str,
        typer.Argument(
            help="timeline, people, quotations, agreements, disagreements, sources, stories, versions or abstentions."
        ),
    ] = "timeline",
    language: Annotated[str, typer.Option("--language", "-l", help="Names and titles in: ar, en, es or fr.")] = "en",
    by: Annotated[str, typer.Option("--by", help="Only quotations of this person or body, by name or id.")] = "",
    json: Json = False,
) -> None:
    """Show a dossier in the terminal."""
    from isnad.cli.showing import run

    run(dossier, what, language, json, by)


@app.command()
def why(
    dossier: Dossier,
    first: Annotated[
        str,
        typer.Argument(help="An article: its id, its file's name or address, or the beginning of one.", metavar="A"),
    ],
    second: Annotated[str, typer.Argument(help="Another.", metavar="B")],
    json: Json = False,
) -> None:
    """Say why two articles are alike: the words on both sides, the shared passages, story and origins."""
    from isnad.cli.explaining import run

    run(dossier, first, second, json)


@app.command()
def export(
    dossier: Dossier,
    form: Annotated[str, typer.Option("--format", "-f", help=FORMS, show_default=False)] = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; default: beside the dossier.")
    ] = None,
    language: Annotated[
        str, typer.Option("--language", "-l", help="Language of labels and names: ar, en, es or fr.")
    ] = "en",
    story: Annotated[str, typer.Option(help="Only this story, by its id.")] = "",
    person: Annotated[str, typer.Option(help="Only what this person did and said, by name or id.")] = "",
    since: Annotated[str, typer.Option(help="Only from this day on, as 2024-05-01.")] = "",
    until: Annotated[str, typer.Option(help="Only up to this day.")] = "",
    fulltext: Annotated[
        bool, typer.Option("--fulltext/--no-fulltext", help="Leave out the pages' text but for titles and cited words.")
    ] = True,
) -> None:
    """Write a dossier as a file for people or machines."""
    from isnad.cli.moving import chosen, export_to

    export_to(dossier, form, output, language, chosen(story, person, since, until, fulltext))


@app.command("import")
def import_(
    source: Annotated[Path, typer.Argument(help="A file written by isnad export --format json.")],
    output: Annotated[str, typer.Option("--output", "-o", help="The dossier file to write.")] = "dossier.isnad",
) -> None:
    """Read an exported dossier back; exporting it again gives the same bytes."""
    from isnad.cli.moving import import_from

    import_from(source, output)


@app.command()
def verify(dossier: Dossier, json: Json = False) -> None:
    """Re-read every citation against the stored bytes; exit with 6 on the first that fails, and name it."""
    from isnad.cli.verifying import run

    run(dossier, json)


@app.command()
def search(
    dossier: Dossier,
    query: Annotated[
        str, typer.Argument(help='Words; "a phrase"; -unwanted; begin*. May be empty when there are filters.')
    ] = "",
    mode: Annotated[
        str,
        typer.Option(
            help="exact: as printed; folded: any accents, hamza, endings; across: also languages and scripts."
        ),
    ] = "across",
    person: Annotated[list[str] | None, typer.Option(help="Only with this person: a name or an id.")] = None,
    organization: Annotated[list[str] | None, typer.Option(help="Only with this organisation.")] = None,
    place: Annotated[list[str] | None, typer.Option(help="Only with this place.")] = None,
    publisher: Annotated[list[str] | None, typer.Option(help="Only from this publisher or republisher.")] = None,
    origin: Annotated[list[str] | None, typer.Option(help="Only what rests on this origin.")] = None,
    written: Annotated[list[str] | None, typer.Option(help="Only in this language: ar, en, es, fr …")] = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind of event (signing, visit …) or quotation.")
    ] = None,
    status: Annotated[list[str] | None, typer.Option(help="Only happened, planned, reported or denied.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="Only pages with this subject tag.")] = None,
    since: Annotated[str, typer.Option(help="From this day on: 2024-05-01.")] = "",
    until: Annotated[str, typer.Option(help="Up to this day.")] = "",
    type_: Annotated[
        str | None, typer.Option("--type", help="article, quotation or event; default: all three.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=200, help="Hits of each type.")] = 10,
    language: Annotated[
        str | None, typer.Option("--language", "-l", help="Language of the query and of titles.")
    ] = None,
    json: Json = False,
) -> None:
    """Search articles, quotations and events; each hit says why it is one."""
    from isnad.cli.searching import Wish, run

    filters = {
        "person": person, "organization": organization, "place": place, "publisher": publisher, "origin": origin, "language": written,
        "kind": kind, "status": status, "tag": tag, "since": [since], "until": [until],
    }  # fmt: skip
    given = {k: v for k, v in filters.items() if v}
    run(dossier, Wish(query, mode, given, type_, limit, language), json)  # type: ignore[arg-type]  # checked there


@app.command()
def serve(
    dossier: Dossier,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")] = 8321,
    by: Annotated[str, typer.Option(help="Who decides.", envvar="ISNAD_USER")] = "",
    token: Annotated[
        str, typer.Option(help="What machines must send to decide through the API.", envvar="ISNAD_TOKEN")
    ] = "",
    name: Annotated[list[str] | None, typer.Option(help="A name the desk is served under; may be repeated.")] = None,
    auth_header: Annotated[
        str, typer.Option(help="The header in which a proxy on this machine names who is asking.")
    ] = "",
    flags: Annotated[
        int, typer.Option(min=1, help="Readers whose flags hide a thing until a moderator has looked.")
    ] = 3,
) -> None:
    """Open the desk: read, search and correct a dossier in the browser. Nothing leaves this machine.

    Other people get in with --host, and then only with an account: see isnad account.
    """
    from isnad.cli.serving import run

    run(dossier, host, port, by, token, name, auth_header, flags)


@app.command()
def account(
    dossier: Dossier,
    what: Annotated[str, typer.Argument(help="add, role, password, close, token or list.")] = "list",
    name: Annotated[str, typer.Argument(help="Whose account.")] = "",
    role: Annotated[str, typer.Option(help="reader, editor or moderator.")] = "reader",
    password: Annotated[str, typer.Option(help="Asked for when not given here.", envvar="ISNAD_PASSWORD")] = "",
    json: Json = False,
) -> None:
    """Say who may enter a shared desk, and as what. Accounts stand in a file beside the dossier."""
    from isnad.cli.accounts import run

    run(dossier, what, name, role, password, json)


@app.command()
def decide(
    dossier: Dossier,
    what: Annotated[
        str,
        typer.Argument(
            help="join, split, reject, accept, lock, comment, rename, date, status, speaker; undo, list, export or import."
        ),
    ],
    ids: Annotated[
        list[str] | None, typer.Argument(help="Ids as `isnad show … --json` gives them; a file for export and import.")
    ] = None,
    by: Annotated[str, typer.Option(help="Who decides.", envvar="ISNAD_USER")] = "",
    reason: Annotated[str, typer.Option(help="Why; the words of a comment.")] = "",
    to: Annotated[
        str,
        typer.Option(
            "--to",
            "--name",
            help="The new value: a name or title, 2024-05-01 or 2024-05-01/2024-05-03, a status, a speaker's id, or none.",
        ),
    ] = "",
    form: Annotated[
        list[str] | None, typer.Option(help="For split: a printed form that is somebody else's; may be repeated.")
    ] = None,
    language: Annotated[str, typer.Option("--language", "-l", help="The language of the new name or title.")] = "en",
    json: Json = False,
) -> None:
    """Correct a dossier. Decisions outrank isnad's judgements, survive every build, and can be taken back."""
    from isnad.cli.deciding import Wish, run

    run(dossier, Wish(what, tuple(ids or ()), by, reason, to, tuple(form or ()), language), json)


def main() -> None:
    """Run the command; turn what isnad raises on purpose into a message, an advice and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    from isnad.errors import IsnadError

    try:
        app()
    except IsnadError as fault:
        typer.secho(f"isnad: {fault.what}", err=True, fg="red")
        if fault.advice:
            typer.echo(f"       {fault.advice}", err=True)
        sys.exit(fault.exit_code)
    except BrokenPipeError:
        sys.exit(0)
