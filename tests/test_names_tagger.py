"""The tagger of names gives what adding up every feature and trying every path would give."""

import lzma
from itertools import pairwise

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.annotate.names.features import PLACES, features
from isnad.annotate.names.sums import Lanes
from isnad.annotate.names.tagger import _CELL, MODELS, SCALE, Tagger, Weights, _weights, pack, tag
from isnad.annotate.names.words import words_of

WORDS = {
    "ar": 'وصل وزير الخارجية سامر الرواحي إلى مدينة رأس النوادر ، والتقى بمدير مصرف التجارة يوم 12 مايو " لا .'.split(),
    "fr": "La ministre Nadia Belkasmi , du Parti de l'Aube , a quitté Rabat pour l' ONU le 3 mai ( A-320 ) .".split(),
}


def naive_sums(name: str, words, language: str) -> list[list[int]]:
    """The weights of all features of every word, added one by one."""
    known = _weights(name)
    by_name: dict[str, list[tuple[int, int]]] = {}
    for cells, spelled in ((known.atoms, "{}:{}"), (known.marks, "{1}")):
        for atom, packed in cells.items():
            for place, y, w in _CELL.iter_unpack(packed):
                by_name.setdefault(spelled.format(PLACES[place], atom), []).append((y, w))
    out = []
    for row in features(words, language):
        sums = [0] * len(known.labels)
        for feature in row:
            for y, w in by_name.get(feature, ()):
                sums[y] += w
        out.append(sums)
    return out


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_what_is_heard_of_a_word_is_the_sum_of_its_features(data):
    language = data.draw(st.sampled_from(sorted(WORDS)))
    text = " ".join(data.draw(st.lists(st.sampled_from(WORDS[language]), min_size=1, max_size=14)))
    words = words_of(text, 0, len(text), language)
    tagger = Tagger(_weights(MODELS[language]), language)
    heard = [list(v) for v in tagger._heard(words)]
    assert heard == naive_sums(MODELS[language], words, language)


def whole_score(tagger: Tagger, vectors, path, opens: bool, closes: bool) -> float:
    none, moves = tagger._none, tagger._moves
    ends = (0.0 if opens else moves[none][path[0]]) + (0.0 if closes else moves[path[-1]][none])
    return ends + sum(v[y] for v, y in zip(vectors, path, strict=True)) + sum(moves[a][b] for a, b in pairwise(path))


@given(st.data(), st.booleans(), st.booleans())
@settings(max_examples=200, deadline=None)
def test_no_path_is_better_than_the_one_found_where_surely_nameless_words_are_not_weighed(data, opens, closes):
    tagger = Tagger(_weights("names.latin.bin"), "fr")
    weight = st.integers(-9000, 9000).map(lambda n: n / SCALE)
    vectors = data.draw(st.lists(st.tuples(*[weight] * len(tagger.labels)), min_size=1, max_size=12))
    gains = [max(w for y, w in enumerate(v) if y != tagger._none) - v[tagger._none] for v in vectors]
    found = tagger._best(vectors, gains, opens, closes)
    best = tagger._way(vectors, opens, closes)
    assert (
        abs(whole_score(tagger, vectors, found, opens, closes) - whole_score(tagger, vectors, best, opens, closes))
        < 1e-6
    )


@given(st.lists(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(-32768, 32767))), max_size=30))
def test_lanes_add_up_like_the_vectors_they_hold(vectors):
    lanes = Lanes(5, 4)
    whole = sum(map(lanes.packed, vectors))
    for row in range(4):
        want = [sum(w for v in vectors for r, y, w in v if (r, y) == (row, n)) for n in range(5)]
        assert list(lanes.values(lanes.row(whole, row))) == want


def test_a_weights_file_holds_each_feature_in_its_place():
    told = {"-1:w=سيد": {"B-PER": 1.5}, ":w=سيد": {"O": 0.25}, "loud:Xx": {"O": -1.0}, "first": {"O": 0.0001}}
    made = msgspec.msgpack.decode(lzma.decompress(pack(["B-PER", "O"], [[0, 0], [0, 0]], told)), type=Weights)
    assert made.atoms == {"w=سيد": _CELL.pack(PLACES.index("-1"), 0, 1500) + _CELL.pack(0, 1, 250)}
    assert made.marks == {"loud:Xx": _CELL.pack(0, 1, -1000)}  # what rounds to nothing is left out


def test_names_are_found_in_running_text():
    text = "Nadia Belkasmi a rencontré Pedro Sánchez à Rabat"
    words = words_of(text, 0, len(text), "fr")
    assert [(t.first, t.last, t.kind) for t in tag(words, "fr")] == [(0, 2, "PER"), (4, 6, "PER"), (7, 8, "LOC")]
