"""The hands a quotation passed through inside the article: the speaker, then who relayed the words."""

from __future__ import annotations

from isnad.annotate.quotations_lexicon import Speech
from isnad.annotate.quotations_marked import Draft
from isnad.model import ChainLink, Reading, SpeakerMention


def chain_of(draft: Draft, speaker: SpeakerMention | None, reading: Reading, lexicon: Speech) -> tuple[ChainLink, ...]:
    """Return the chain from the mouth outwards; the publisher is added when the dossier is composed."""
    links: list[ChainLink] = []
    if speaker is not None:
        links.append(ChainLink("speaker", speaker.text, speaker.start, speaker.end))
    return tuple(links)
