"""Make ``models/states.json``: the names of the world's states and territories in isnad's four languages.

Usage: ``python training/states.py`` (needs the package ``babel`` installed). Names come from the Unicode CLDR.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from isnad.model import LANGUAGES

NO_STATES = frozenset({"EU", "UN", "EZ", "ZZ", "XA", "XB", "QO"})
"""Codes of two letters that CLDR names and that are no place on a map."""


def states() -> dict[str, dict[str, str]]:
    """Return language → ISO 3166 code → name, sorted."""
    from babel import Locale

    found = {}
    for language in LANGUAGES:
        names = Locale.parse(language).territories
        found[language] = {
            code: names[code] for code in sorted(names) if len(code) == 2 and code.isalpha() and code not in NO_STATES
        }
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/states.json"))
    made = json.dumps(states(), ensure_ascii=False, indent=0, separators=(",", ":"))
    parser.parse_args().out.write_text(made + "\n", encoding="utf-8")
