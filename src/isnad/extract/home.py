"""The element of an HTML page that the article lives in, and which of several articles on one page is the page's own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from isnad.extract.blocks import Block, Tree
from isnad.extract.hints import OUTSIDE
from isnad.extract.html import LEAVES
from isnad.extract.lines import opens_comments
from isnad.extract.looks import folded
from isnad.extract.phrases import bare, phrases_in
from isnad.extract.stems import stems

_DIGITS = re.compile(r"\d+")
CALLED = 2.0
"""How much more a paragraph counts in an element called the article's body ("articleBody", "entry-content")."""
SHARES = (1.0, 0.6, 0.4, 0.3)
"""What a paragraph counts for its parent, and for the elements around that: paragraphs may each be wrapped."""
WIDER = 0.12
"""Share of its running text that an outer element must add to be taken for the home instead of the inner one."""

BOXED = 0.5
"""Share of a page's prose that a box of other articles may hold."""


class Home(Struct, frozen=True):
    """``inside`` are the indices of the blocks in the article's element; ``near`` those whose own parent is that element."""

    inside: frozenset[int]
    near: frozenset[int]


NOWHERE = Home(frozenset(), frozenset())


def home(blocks: Sequence[Block], tree: Tree, teasers: frozenset[int]) -> Home:
    """Return where the article lives: the element, or the elements called alike, with most paragraphs of its own.

    Outer elements are taken instead as long as they add enough running text that is neither teaser nor chrome.
    """
    direct: defaultdict[int, float] = defaultdict(float)
    masses = [_mass(b, i in teasers) for i, b in enumerate(blocks)]
    parents = [_parent(b, tree) for b in blocks]
    for i, b in enumerate(blocks):
        if masses[i]:
            worth, node = masses[i] * (CALLED if "home" in b.hints else 1.0), parents[i]
            for share in SHARES:
                direct[node] += worth * share
                node = tree.parents[node]
                if node <= 0:
                    break
    if not direct:
        return NOWHERE
    start = max(direct, key=lambda n: direct[n])
    alike = _alike(start, direct, tree)
    under = _sums(masses, parents, tree)
    solid = _sums(_solid(masses, parents, start, tree), parents, tree)
    noise = _sums([_noise(b, i in teasers) for i, b in enumerate(blocks)], parents, tree)
    top = _widened(_common(alike, tree), solid, noise, tree)
    lone = _first_of_several(top, under, parents, blocks, tree)
    inside = frozenset(i for i in range(len(blocks)) if _under(parents[i], lone, tree))
    return Home(inside, _near(inside, alike, masses, parents, tree))


def _solid(masses: Sequence[float], parents: Sequence[int], start: int, tree: Tree) -> list[float]:
    """The masses that may widen the home: none of other ``article`` elements, none of paragraphs that stand alone, as excerpts do.

    Lone paragraphs count where they are wrapped as those of the home are.
    """
    together = Counter(p for m, p in zip(masses, parents, strict=True) if m)
    wrapped = {_signature(p, tree) for p in together if _under(p, start, tree)}
    own = _article(start, tree)
    out = []
    for m, p in zip(masses, parents, strict=True):
        counts = m and (together[p] >= 2 or _signature(p, tree) in wrapped)
        if counts and own >= 0 and (its := _article(p, tree)) >= 0 and its != own and not _under(its, own, tree):
            counts = False
        out.append(m if counts else 0.0)
    return out


def comments(blocks: Sequence[Block], tree: Tree) -> frozenset[int]:
    """Return the blocks under a heading of readers' comments that stands behind running text, up to the end of its element."""
    parents = [_parent(b, tree) for b in blocks]
    prose = 0
    for i, b in enumerate(blocks):
        prose += b.prose
        if prose >= 2 and b.words <= 6 and opens_comments(b.text):
            top = parents[i]
            while top > 0 and not any(_under(p, top, tree) for p in parents[i + 1 : i + 2]):
                top = tree.parents[top]
            return frozenset(j for j in range(i, len(blocks)) if _under(parents[j], top, tree))
    return frozenset()


def boxes(blocks: Sequence[Block], tree: Tree) -> frozenset[int]:
    """Return the blocks of boxes that open with a heading of teasers ("Sur le même thème") and hold a small part of the page's prose."""
    parents = [_parent(b, tree) for b in blocks]
    prose = sum(b.words for b in blocks if b.prose)
    found: set[int] = set()
    for i, b in enumerate(blocks):
        length = b.starts("related") if b.words <= 6 else 0
        if not length or length < len(bare(b.text)) - 2 or i + 1 >= len(blocks):
            continue
        top = parents[i]
        within = [j for j in range(i, len(blocks)) if _under(parents[j], top, tree)]
        first = i == 0 or not _under(parents[i - 1], top, tree)
        told = sum(blocks[j].words for j in within if blocks[j].prose)
        if first and top > 0 and len(within) > 1 and told < BOXED * prose:
            found.update(within)
    return frozenset(found)


CARD, LONGEST_CARD = 0.8, 60
"""Share of a card's heading that is a link, and its most words."""


def cards(blocks: Sequence[Block], tree: Tree) -> frozenset[int]:
    """Return the blocks of two and more like elements, side by side, of a linked heading and a few words: other articles' cards."""
    parents = [_parent(b, tree) for b in blocks]
    rows: defaultdict[tuple[int, str], dict[int, list[int]]] = defaultdict(dict)
    for i, b in enumerate(blocks):
        if b.element not in ("h2", "h3", "h4", "h5") or b.links < CARD:
            continue
        top = parents[i]
        while top > 0 and tree.tags[top] == "a":
            top = tree.parents[top]
        within = [j for j in range(i, min(len(blocks), i + 5)) if _under(parents[j], top, tree)]
        above = i > 0 and _under(parents[i - 1], top, tree) and blocks[i - 1].prose
        if top > 0 and not above and sum(blocks[j].words for j in within) <= LONGEST_CARD:
            rows[tree.parents[top], _signature(top, tree)][top] = within
    return frozenset(j for same in rows.values() if len(same) > 1 for within in same.values() for j in within)


USUAL, STRANGE = 0.6, 2
"""Share of the paragraphs of the home that are made alike where those made otherwise tell something, and how many of these there may be."""
LONGEST_STRANGE, SHORTEST_STRANGE = 24, 4
"""Words of the longest and the shortest line that stands amid the text and is none of it."""
_SPOKEN = re.compile(r"^\s*[«“\"‘—–-]")


def strangers(blocks: Sequence[Block], tree: Tree, where: Home) -> frozenset[int]:
    """Return the lines amid the paragraphs of the home that are made otherwise and speak of something else: advertisements, calls.

    ``<p class="pb">Garage Beuret : pneus dès 79 francs</p>`` between bare paragraphs; a subheading shares a word with the text.
    """
    inside = sorted(where.inside)
    prose = [i for i in inside if blocks[i].prose and not blocks[i].hints & OUTSIDE]
    if len(prose) < 3:
        return frozenset()
    made = {i: _made(blocks[i], tree) for i in inside}
    counts = Counter(made[i] for i in prose)
    usual, most = counts.most_common(1)[0]
    odd = [i for i in inside if prose[0] < i < prose[-1] and made[i] != usual and _may_be_strange(blocks[i])]
    if most < USUAL * len(prose) or not odd:
        return frozenset()
    often = Counter(made[i] for i in inside)
    told = stems(" ".join(folded(blocks[i].text) for i in prose if made[i] == usual))
    return frozenset(i for i in odd if often[made[i]] <= STRANGE and not told & _telling(blocks[i]))


def _made(b: Block, tree: Tree) -> tuple[str, str]:
    """What element a block is and stands in, with their names."""
    parent = tree.parents[b.node] if b.node > 0 else 0
    return _signature(b.node, tree), _signature(parent, tree)


def _may_be_strange(b: Block) -> bool:
    """True for a few words that end like no sentence of a text, or put an offer to the reader."""
    if b.element in ("h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dd", "dt", "figcaption"):
        return False
    if not SHORTEST_STRANGE <= b.words <= LONGEST_STRANGE or _SPOKEN.match(b.text) or b.hints & {"caption", "lead"}:
        return False
    stop = b.text.rstrip()[-1:]
    return stop not in '.…»”"' or (
        stop == "." and any(phrases_in(b.text, role) for role in ("offers", "bargains", "site"))
    )


def _telling(b: Block) -> frozenset[str]:
    """The stems of the words of a line that are long enough to tell what it is about."""
    return frozenset(s for s in stems(folded(b.text)) if len(s) > (4 if s.isascii() else 3))


def _near(
    inside: frozenset[int], alike: frozenset[int], masses: Sequence[float], parents: Sequence[int], tree: Tree
) -> frozenset[int]:
    """The blocks in the home itself, or in elements called like those that hold several of its paragraphs."""
    counts = Counter(_signature(parents[i], tree) for i in inside if masses[i])
    usual = {name for name, n in counts.items() if n >= 3}
    return frozenset(i for i in inside if parents[i] in alike or _signature(parents[i], tree) in usual)


def _parent(b: Block, tree: Tree) -> int:
    """The element a paragraph stands in; loose text is at home where it stands."""
    node, tag = b.node, b.element
    while node > 0 and tree.tags[node] in LEAVES:
        # A cell that holds paragraphs is a column of the page, not a paragraph.
        if tree.tags[node] in ("td", "th") and tag not in ("td", "th"):
            break
        node = tree.parents[node]
    return node


def _mass(b: Block, teaser: bool) -> float:
    if not b.prose or teaser or b.hints & OUTSIDE or "caption" in b.hints:
        return 0.0
    return min(150, b.words) * (1 - b.links)


def _noise(b: Block, teaser: bool) -> float:
    """Words that speak against an element: lists of links, teasers, what is called chrome."""
    if b.hints & OUTSIDE or teaser:
        return min(20.0, 2.0 + 0.3 * b.words)
    return min(15.0, 2.0 + b.words) if b.links > 0.6 and b.words < 30 else 0.0


def _sums(values: Sequence[float], parents: Sequence[int], tree: Tree) -> list[float]:
    """The sum of the blocks' values under each element."""
    sums = [0.0] * len(tree.parents)
    for value, node in zip(values, parents, strict=True):
        if value:
            sums[node] += value
    for node in range(len(sums) - 1, 0, -1):
        sums[tree.parents[node]] += sums[node]
    return sums


def _signature(node: int, tree: Tree) -> str:
    return f"{tree.tags[node]} {_DIGITS.sub('', tree.names[node])}"


def _alike(start: int, direct: dict[int, float], tree: Tree) -> frozenset[int]:
    """The elements of the same tag and class as the first: an article cut in pieces by advertisements."""
    name = _signature(start, tree)
    if not tree.names[start] or "home" not in tree.said[start]:
        return frozenset({start})
    alike = [n for n in direct if n == start or _signature(n, tree) == name]
    return frozenset(n for n in alike if _article(n, tree) == _article(min(alike), tree)) or frozenset({start})


def _article(node: int, tree: Tree) -> int:
    """The ``article`` element around a node; -1 when there is none. The first of several on one page is the page's."""
    return next((n for n in tree.ancestors(node) if tree.tags[n] == "article"), -1)


def _common(nodes: frozenset[int], tree: Tree) -> int:
    chains = [set(tree.ancestors(n)) for n in nodes]
    return max(chains[0].intersection(*chains[1:]))


def _under(node: int, top: int, tree: Tree) -> bool:
    while node > top:
        node = tree.parents[node]
    return node == top


def _widened(top: int, under: list[float], noise: list[float], tree: Tree) -> int:
    """The outermost element that still adds enough running text for the noise it brings."""
    best, node = top, tree.parents[top]
    while node >= 0 and tree.tags[node] not in ("", "html"):
        gain, cost = under[node] - under[best], noise[node] - noise[best]
        if gain >= WIDER * under[best] and gain > cost:
            best = node
        node = tree.parents[node]
    return best


def _first_of_several(top: int, under: list[float], parents: Sequence[int], blocks: Sequence[Block], tree: Tree) -> int:
    """The first of several articles that stand in one element, each in an ``article`` of its own or under a like name."""
    children: defaultdict[str, list[int]] = defaultdict(list)
    for node, parent in enumerate(tree.parents):
        if parent == top and under[node] > 25 and tree.tags[node] in ("article", "li", "div", "section"):
            children[_signature(node, tree)].append(node)
    for nodes in children.values():
        share = sum(under[n] for n in nodes)
        if len(nodes) >= 2 and share > 0.7 * under[top] and _headed(nodes, parents, blocks, tree):
            return nodes[0]
    return top


def _headed(nodes: Sequence[int], parents: Sequence[int], blocks: Sequence[Block], tree: Tree) -> bool:
    """True when elements have a heading and a byline or date each, as articles of their own do."""
    signed = 0
    for node in nodes:
        mine = [b for i, b in enumerate(blocks) if _under(parents[i], node, tree)]
        headed = any(b.element in ("h1", "h2", "h3", "header") for b in mine[:6])
        signed += headed and any(b.hints & {"byline", "date"} and b.words < 25 for b in mine)
    return signed >= 2 and signed >= 0.8 * len(nodes)
