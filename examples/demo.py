"""Build the bundled example, print its summary, and say where the dossier lies and how to open it."""

from __future__ import annotations

import subprocess
import sys
import webbrowser
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "demo"
PAGES = HERE / "ras-nouader" / "pages"


def isnad(*words: str) -> None:
    """Run the command as a user would."""
    print(f"$ isnad {' '.join(words)}", flush=True)
    code = subprocess.run([sys.executable, "-m", "isnad", *words], check=False).returncode
    if code:
        sys.exit(code)
    print(flush=True)


def main() -> None:
    """Build, show, verify, export."""
    OUT.mkdir(exist_ok=True)
    dossier = OUT / "ras-nouader.isnad"
    isnad("build", str(PAGES), "-o", str(dossier))
    isnad("show", str(dossier), "timeline", "--language", "en")
    isnad("verify", str(dossier))
    for language in ("en", "fr", "es", "ar"):
        isnad(
            "export",
            str(dossier),
            "--format",
            "html",
            "--language",
            language,
            "-o",
            str(OUT / f"ras-nouader.{language}.html"),
        )
    page = OUT / "ras-nouader.en.html"
    print(f"The dossier of the example: {page}")
    print(f"Open it in a browser:       file://{page}   (also .fr.html, .es.html, .ar.html)")
    if "--open" in sys.argv:
        webbrowser.open(page.as_uri())


if __name__ == "__main__":
    main()
