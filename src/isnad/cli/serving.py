"""``isnad serve``: the desk in the browser."""

from __future__ import annotations

import getpass
import socket
from ipaddress import ip_address

from rich.console import Console

from isnad.errors import DeskError


def run(dossier: str, host: str, port: int, by: str, token: str = "") -> None:
    """Serve a dossier until interrupted.

    Raises :class:`~isnad.errors.DeskError` when the desk is not installed, the port is taken, or the host would let others in.
    """
    try:
        import uvicorn

        from isnad.web.app import create_app
    except ImportError as fault:
        raise DeskError(f"the desk is not installed ({fault.name} is missing)", "pip install 'isnad[desk]'") from fault
    if not _loopback(host):
        raise DeskError(
            f"{host} would let others in, and there are no accounts yet", "serve on 127.0.0.1 and tunnel to it"
        )
    app = create_app(dossier, by or _user(), token=token)
    with _bound(host, port) as door:
        shown = f"[{host}]" if ":" in host else host
        Console(stderr=True).print(
            f"the desk is open at [cyan]http://{shown}:{door.getsockname()[1]}/[/cyan]  (Ctrl-C closes it)",
            highlight=False,
        )
        uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=3)).run(
            [door]
        )


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
