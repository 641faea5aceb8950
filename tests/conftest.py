"""What several test modules share: the folder of shared material, skipped loudly where it is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def shared() -> Path:
    """Return the folder of shared pages, gold and data beside the project; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the shared material at {SHARED.name}/ beside the project, which is absent here")
    return SHARED
