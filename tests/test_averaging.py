"""Groups by average linkage: what the pairs between two groups say together decides, not the likeliest of them."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from isnad.link.averaging import CLIP, UNSEEN, joins
from isnad.link.linker import Groups

PAIRS = list(combinations(range(7), 2))


def grouped(odds: dict[tuple[int, int], float], least: float, count: int = 7) -> set[frozenset[int]]:
    groups = Groups(count)
    for i, j, _ in joins(odds, least):
        groups.join(i, j)
    found: dict[int, set[int]] = {}
    for n in range(count):
        found.setdefault(groups.find(n), set()).add(n)
    return {frozenset(g) for g in found.values()}


def test_one_likely_pair_does_not_join_what_the_others_part() -> None:
    odds = {(0, 1): 3.0, (1, 2): 1.0, (0, 2): -4.0}
    assert frozenset({0, 1}) in grouped(odds, 0.0, 3)
    assert frozenset({2}) in grouped(odds, 0.0, 3)


def test_one_unlikely_pair_does_not_part_what_the_others_join() -> None:
    odds = {(0, 1): 3.0, (1, 2): 3.0, (0, 2): -0.5, (0, 3): 2.0, (1, 3): 2.0, (2, 3): 2.5}
    assert grouped(odds, 0.0, 4) == {frozenset({0, 1, 2, 3})}


def test_a_pair_that_nobody_compared_counts_as_unlikely() -> None:
    assert UNSEEN < 0
    assert grouped({(0, 1): 3.0, (1, 2): 1.0}, 0.0, 3) == {frozenset({0, 1}), frozenset({2})}


@given(st.dictionaries(st.sampled_from(PAIRS), st.floats(-9, 9), max_size=21), st.floats(-2, 2))
def test_every_group_is_likely_in_the_mean_of_its_last_join(odds: dict[tuple[int, int], float], least: float) -> None:
    groups = Groups(7)
    members: dict[int, set[int]] = {n: {n} for n in range(7)}
    for i, j, best in joins(odds, least):
        a, b = groups.find(i), groups.find(j)
        assert a != b
        between = [odds.get((min(x, y), max(x, y))) for x in members[a] for y in members[b]]
        known = [v for v in between if v is not None]
        assert best == max(known)
        assert sum(UNSEEN if v is None else max(-CLIP, min(CLIP, v)) for v in between) / len(between) >= least - 1e-9
        groups.join(i, j)
        members[groups.find(i)] = members[a] | members[b]


@given(st.dictionaries(st.sampled_from(PAIRS), st.floats(-9, 9), max_size=21), st.permutations(range(7)))
def test_the_groups_do_not_hang_on_the_order_of_pairs(odds: dict[tuple[int, int], float], order: list[int]) -> None:
    turned = dict(sorted(odds.items(), key=lambda p: (order[p[0][0]], order[p[0][1]])))
    assert grouped(odds, 0.0) == grouped(turned, 0.0)
