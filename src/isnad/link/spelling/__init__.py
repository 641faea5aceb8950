"""How alike two printed names are, within a script and across scripts, with reasons a person can read."""

from isnad.link.spelling.names import NameMatch, compare_names, name_tokens
from isnad.link.spelling.sounds import sound_key
from isnad.link.spelling.tokens import TokenMatch, compare_tokens

__all__ = ["NameMatch", "TokenMatch", "compare_names", "compare_tokens", "name_tokens", "sound_key"]
