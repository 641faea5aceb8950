"""``isnad serve``: the desk in the browser."""

from __future__ import annotations

import getpass
import socket
from ipaddress import ip_address
from typing import TYPE_CHECKING

from rich.console import Console

from isnad.errors import DeskError

if TYPE_CHECKING:
    from isnad.web.shared import Shared


def run(
    dossier: str,
    host: str,
    port: int,
    by: str,
    token: str = "",
    names: list[str] | None = None,
    header: str = "",
    flags: int = 3,
) -> None:
    """Serve a dossier until interrupted.

    Raises :class:`~isnad.errors.DeskError` when the desk is not installed, the port is taken, or the host would let others in.
    """
    try:
        import uvicorn

        from isnad.web.app import create_app
    except ImportError as fault:
        raise DeskError(f"the desk is not installed ({fault.name} is missing)", "pip install 'isnad[desk]'") from fault
    shared = _shared(dossier, host, header, flags)
    served = frozenset({*(names or ()), *(() if host in _ANY else (host,))})
    app = create_app(dossier, by or _user(), served, token, shared)
    with _bound(host, port) as door:
        shown = f"[{host}]" if ":" in host else host
        Console(stderr=True).print(
            f"the desk is open at [cyan]http://{shown}:{door.getsockname()[1]}/[/cyan]  (Ctrl-C closes it)",
            highlight=False,
        )
        # Connections are kept for longer than readers usually think: one closed while a click is on its way loses the click.
        # What a proxy says is read by the desk itself, which must know that it was the proxy who said it.
        kept = uvicorn.Config(
            app, log_level="warning", server_header=False, proxy_headers=False, timeout_graceful_shutdown=3,
            timeout_keep_alive=75,
        )  # fmt: skip
        uvicorn.Server(kept).run([door])


_ANY = ("0.0.0.0", "::")


def _shared(dossier: str, host: str, header: str, flags: int) -> Shared | None:
    """The accounts of a desk that others may reach; ``None`` for one person's own.

    Raises :class:`~isnad.errors.DeskError` when others could get in and nobody has an account.
    """
    from isnad.web.shared import Settings, Shared, beside

    if _loopback(host) and not header and not beside(dossier).exists():
        return None
    try:
        shared = Shared(dossier, Settings(header, flags))
    except ImportError as fault:
        raise DeskError(f"accounts are not installed ({fault.name} is missing)", "pip install 'isnad[desk]'") from fault
    if not any(a.role == "moderator" for a in shared.people.all()):
        shared.ledger.close()
        raise DeskError(
            f"{host} would let others in, and nobody moderates this desk yet",
            f"make an account: isnad account {dossier} add NAME --role moderator",
        )
    return shared


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _bound(host: str, port: int) -> socket.socket:
    door = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
        door.listen(512)  # whoever reads that the desk is open gets in at once, and waits until the server takes over
    except (OSError, OverflowError) as fault:
        door.close()
        said = getattr(fault, "strerror", None) or str(fault)
        raise DeskError(
            f"port {port} of {host} cannot be opened: {said}", "choose another with --port, or 0 for any that is free"
        ) from fault
    return door


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"
