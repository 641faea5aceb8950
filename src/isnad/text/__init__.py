"""Characters, no language and no press: folding with the way back, scripts, tokens and sentences."""

from isnad.text.fold import REMEMBERED, Folded, fold, fold_key, fold_keys, fold_lines
from isnad.text.scripts import direction, isolate, script_of
from isnad.text.segments import Token, sentences, tokens

__all__ = [
    "REMEMBERED",
    "Folded",
    "Token",
    "direction",
    "fold",
    "fold_key",
    "fold_keys",
    "fold_lines",
    "isolate",
    "script_of",
    "sentences",
    "tokens",
]
