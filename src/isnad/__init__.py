"""isnad: raw press pages in, a cited dossier of a story out."""

__version__ = "0.1.0"
