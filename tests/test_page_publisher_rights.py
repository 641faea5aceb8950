"""The line of rights at a page's foot names its site, also when a box of other headlines reaches down to it."""

from __future__ import annotations

from isnad.extract import read
from isnad.model import Page

PAGE = """Quarzo Business
Markets | Energy | Tech | Opinion
TECH
Ministry signs audit deal with a firm of Lyon after the leak of pay records
Updated: April 18, 2025 09:40 GST

The ministry of digital affairs on Thursday signed an agreement with a firm of Lyon to audit the systems of eleven bodies of the state.
The contract runs for eighteen months, the ministry said in a statement that was read out after the ceremony in the capital.

Read next
Oil slips as producers weigh a rise
Property prices climb for a sixth month
© Quarzo 2025
"""


def test_the_line_of_rights_below_a_box_of_headlines_names_the_site() -> None:
    assert read(Page("a.txt", PAGE.encode())).publisher == "Quarzo"
