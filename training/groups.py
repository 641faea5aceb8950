"""Print the packages of one dependency group of pyproject.toml, one a line: for a plain pip that knows no groups."""

import sys
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
print("\n".join(project["dependency-groups"][sys.argv[1]]))
