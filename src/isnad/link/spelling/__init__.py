"""How alike two printed names are, within a script and across scripts, with reasons a person can read."""

from isnad.link.spelling.names import NameMatch, compare_names, meeting_keys, name_tokens
from isnad.link.spelling.sounds import sound_key
from isnad.link.spelling.tokens import TokenMatch, compare_tokens, score_of

__all__ = [
    "NameMatch",
    "TokenMatch",
    "compare_names",
    "compare_tokens",
    "meeting_keys",
    "name_tokens",
    "score_of",
    "sound_key",
]
