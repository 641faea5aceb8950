"""Who may do what at a desk that several people share: accounts, sessions, flags, and a log of all of it.

Everything stands in a file of its own beside the dossier (``story.isnad`` → ``story.isnad.desk``), so that a dossier can be given
away without the people who worked on it. Decisions themselves stay in the dossier's ledger.

``ledger``   the file, and the log nobody can shorten
``people``   accounts, passwords (Argon2id), sessions, tokens for the API, throttling of logins
``flags``    what readers flagged, what is hidden until a moderator has looked
"""

from isnad.web.accounts.flags import Flag, Flags
from isnad.web.accounts.ledger import Entry, Ledger
from isnad.web.accounts.people import ROLES, Account, People, Session, Throttled

__all__ = ["ROLES", "Account", "Entry", "Flag", "Flags", "Ledger", "People", "Session", "Throttled"]
