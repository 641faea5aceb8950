"""How few origins pages may rest on."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from isnad.model.trees import _fewest

CHOICES = st.lists(st.sets(st.sampled_from("abcdefgh"), max_size=4), max_size=14)


def plainly(choices: list[set[str]]) -> int:
    """The same, counted again after every origin that is taken."""
    left, n = [c for c in choices if c], 0
    while left:
        counts = Counter(o for c in left for o in c)
        best = min(counts, key=lambda o: (-counts[o], o))
        left, n = [c for c in left if best not in c], n + 1
    return max(n, 1)


@given(CHOICES)
def test_counting_only_what_has_changed_gives_the_same_number(choices: list[set[str]]) -> None:
    assert _fewest(choices) == plainly(choices)


def test_pages_that_name_one_origin_each_rest_on_as_many() -> None:
    assert _fewest([{"ministry"}, {"agency"}, {"ministry", "agency"}]) == 2
    assert _fewest([]) == 1
