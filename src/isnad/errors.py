"""The tree of what can go wrong.

IsnadError                      anything isnad raises on purpose; ``advice`` says what to do next
├── UsageError                  a command that asks for what there is not (a view, a language, an engine)
├── SourceError                 a source as a whole cannot be read (no such folder, no pages at all)
├── PageError                   one page cannot be read; the run goes on without it
│   ├── NotText                 bytes that are no text in any encoding
│   ├── TooLarge                beyond the limit set for one page
│   └── NoArticle               readable, but with no article in it
├── StoreError                  the dossier file cannot be opened or written
│   ├── NotADossier             the file is something else
│   ├── NewerSchema             written by a later isnad
│   └── DiskFull                no room left to write
├── ExportError                 a dossier cannot be written in that form
├── ImportFault                 an interchange file that cannot be read back
├── CitationFault               a citation does not quote what is stored
├── DecisionError               a person's decision that cannot be recorded or replayed
├── SearchError                  a search that asks for what there is not (a mode, a filter, a day)
├── DeskError                    the desk cannot be opened (a port in use, a part not installed)
├── FetchError                  an address that cannot or may not be fetched
└── LanguageDataError           a language's table lacks a key or holds a wrong value
"""

from __future__ import annotations


class IsnadError(Exception):
    """Anything isnad raises on purpose: what went wrong, and what to do next."""

    exit_code = 1

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice


class UsageError(IsnadError):
    """The command asks for what there is not: a view, a language, an engine."""

    exit_code = 2


class SourceError(IsnadError):
    """A source as a whole cannot be read."""

    exit_code = 3


class PageError(IsnadError):
    """One page cannot be read; the run goes on without it."""


class NotText(PageError):
    """The bytes are no text in any encoding isnad knows."""


class TooLarge(PageError):
    """The page is beyond the limit set for one page."""


class NoArticle(PageError):
    """The page can be read, but there is no article in it."""


class StoreError(IsnadError):
    """The dossier file cannot be opened or written."""

    exit_code = 4


class NotADossier(StoreError):
    """The file is something other than a dossier."""


class NewerSchema(StoreError):
    """The dossier was written by a later isnad."""


class DiskFull(StoreError):
    """There is no room left to write."""


class ExportError(IsnadError):
    """The dossier cannot be written in that form."""

    exit_code = 5


class ImportFault(IsnadError):
    """The interchange file cannot be read back."""

    exit_code = 5


class CitationFault(IsnadError):
    """A citation does not quote what is stored."""

    exit_code = 6


class DecisionError(IsnadError):
    """A person's decision cannot be recorded or replayed."""

    exit_code = 7


class SearchError(IsnadError):
    """A search asks for what there is not."""

    exit_code = 2


class DeskError(IsnadError):
    """The desk cannot be opened."""


class FetchError(IsnadError):
    """An address cannot or may not be fetched."""

    exit_code = 3


class LanguageDataError(IsnadError):
    """A language's table lacks a key or holds a wrong value: a fault of the installation, not of the input."""
