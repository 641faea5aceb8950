"""The desk: a dossier in the browser. Everything is made on this machine; no page asks another address for anything.

``desk`` is the dossier with the look-ups pages need, ``live`` keeps it in step with the file, ``view`` turns values into what
templates show, ``charts`` draws, ``layers`` marks an article's text; ``pages``, ``deciding`` and ``api`` are the routes.
"""
