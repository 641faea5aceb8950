"""Teams on pages of matches, by the frames a match is told in: «تغلب *المنارة* على ضيفه *الساحل*», "a 2-1 win over *Delta Stars*".

A club's name is a common word in Arabic and elsewhere a town's, a star's or nobody's. What such a frame shows once is a team wherever the
page prints it again, shortened or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from isnad.annotate.names.classes import likeness
from isnad.annotate.names.heads import past_capitals
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.spoken import stranger
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts

TOLD = 0.93
"""Confidence of a team that a frame shows."""
_SURE = 0.97
"""Score from which a person stands."""
BEFORE = 8
"""Words before a preposition among which the match stands: "la *derrota* por 4-1 del domingo ante el Marló"."""
Place = tuple[int, int]
_MET = frozenset("ضيفه ضيفها مضيفه مضيفها مستضيفه غريمه جاره منافسه نظيره خصمه ضيفته مستضيفته غريمته".split())
"""Who a team plays: its guest, its host, its rival."""
_OVER = frozenset("علي امام ضد مع ب".split())
_PLAYED = frozenset(
    "تغلب فاز انتصر تفوق تعادل خسر تعثر سقط انهزم اطاح فوز تغلب تعادل خساره هزيمه انتصار تفوق سقوط تعثر انهزام مواجهه".split()
)
"""Verbs and nouns of a match that who wins or loses follows, and a preposition to the other."""
_MATCHES = frozenset("مباراه لقاء مواجهه قمه ديربي كلاسيكو نزال مقابله دربي نهاءي بين".split())
_TEAMS = frozenset("فريق نادي".split())
_OF_TEAMS = frozenset(
    "مدرب لاعب لاعبي لاعبو لاعبا حارس مهاجم مدافع مدافعي جماهير مشجعي مشجعو شباك مرمي جزاء هداف تشكيله دفاع هجوم صفوف قميص ضربات".split()
)
"""What is a team's, before its name: «مهاجم *بلاكمور روفرز*», «منطقة جزاء *برايتون*»."""
_TAILS = frozenset(
    "سيتي يونايتد روفرز هوتسبير فيلا ستارز بلوز تاون كاونتي واندررز رينجرز اثلتيك البيون وارييرز ووريورز ايجلز ليونز".split()
)
"""What closes the names of clubs in English."""
_GENERAL = frozenset(
    "الفريق المنتخب الضيوف الضيف المضيف الخصم المنافس الحكم الحكام الدوري الكاس اللاعبين اللاعبون الجماهير الجمهور الشوط المرمي الدفاع الهجوم الوسط الارض "
    "القمه الصداره البطوله الابطال الاول الثاني الاخير الوطني الاحمر الاخضر الازرق الابيض الاصفر الاسود العمل الانقاذ التحقيق البحث المدينه الكره "
    "القدم السله اليد الطاءره السيدات الاكابر الاواسط الناشءين الشبان الحراس اللياقه الخبير التقني الكبير الصغير القادم المقبل الماضي الحاليه الموسم "
    "الاوروبي الافريقي العربي الاسيوي العالمي الدولي المحلي المغاربي الخليجي الفريقين الطرفين الناديين المنتخبين الجولتين الجانبين الذهاب الاياب الاتحاد".split()
)
"""What stands where teams do and is none; «الاتحاد» is the federation as often as a club."""
_FRAMES = {
    "en": (
        frozenset(
            "beat beats stun stuns stunned held holds thrash thrashed edge edged hammer hammered overcame down downed face host hosted".split()
        ),
        frozenset({"over", "against", "to", "with", "past", "by", "from", "behind", "at", "above", "below"}),
        frozenset(
            "win victory defeat draw loss lost loan joined play face travel moved points third second top bottom derby beaten".split()
        ),
    ),
    "fr": (
        frozenset(
            "bat battu battus renverse dispose domine dominé affronte affrontera accueille accueillera recoit recevra ecrase surprend".split()
        ),
        frozenset({"sur", "contre", "face", "devant", "derriere", "par", "a", "chez", "au"}),
        frozenset("victoire defaite nul match prete opposera face points deuxieme troisieme leader dauphin".split()),
    ),
    "es": (
        frozenset(
            "vencio vence derroto derrota goleo golea ganó gano supero supera empato enfrenta enfrentara visita visitara recibe recibira".split()
        ),
        frozenset({"a", "con", "contra", "ante", "frente", "sobre", "del", "al", "de", "por"}),
        frozenset(
            "triunfo victoria derrota empate prestamo puntos detras cedido clasico visita gano perdio vencio empato".split()
        ),
    ),
}
"""Verbs right before the other team; prepositions to it, and what they belong to."""
_AND = frozenset({"and", "et", "y", "e"})
_AT = frozenset({"في", "ب", "مدينه", "الي", "شمال", "جنوب", "شرق", "غرب", "in", "near", "of"})
"""What stands before a town that is no team there."""
_ARTICLES = frozenset({"le", "la", "l", "les", "el", "los", "las", "the", "al", "del", "du", "au"})


def with_teams(rows: Sequence[list[Word]], raws: Sequence[list[Raw]], language: str) -> list[list[Raw]]:
    """Return the names of a page of matches with the teams that a frame of a match shows, wherever they stand on it."""
    shown: set[tuple[str, ...]] = set()
    for words, raw in zip(rows, raws, strict=True):
        for a, b in _arabic(words) if language == "ar" else _latin(words, raw, language):
            shown.add(tuple(w.key for w in words[a:b]))
    if language != "ar":
        shown |= _short(rows, raws, language)
    if not shown:
        return list(raws)
    persons = {
        words[b - 1].key
        for words, raw in zip(rows, raws, strict=True)
        for a, b, k, _ in raw
        if k == "PER" and b - a > 1
    }
    shown = {name for name in shown if len(name) > 1 or name[0] not in persons}
    firsts = {name[0] for name in shown}
    return [_marked(words, raw, shown, firsts, language) for words, raw in zip(rows, raws, strict=True)]


def _marked(
    words: list[Word], raw: list[Raw], shown: set[tuple[str, ...]], firsts: set[str], language: str
) -> list[Raw]:
    out = raw
    i = 0
    while i < len(words):
        n = 0
        if words[i].key in firsts and words[i].kind == "word" and (language == "ar" or upper(words[i])):
            n = next(
                (n for n in (4, 3, 2, 1) if i + n <= len(words) and tuple(w.key for w in words[i : i + n]) in shown), 0
            )
        if n:
            inside = [r for r in out if r[0] < i + n and i < r[1]]
            whole = all(i <= r[0] and r[1] <= i + n and not (r[2] == "PER" and r[3] >= _SURE) for r in inside)
            alone = language == "ar" or i + n >= len(words) or not upper(words[i + n]) or words[i + n].kind != "word"
            led = i > 0 and (words[i - 1].key in anywhere("districts") or words[i - 1].key in listed("ar", "streets"))
            led = led or (n == 1 and i > 0 and words[i].key in gazetteer().places and words[i - 1].key in _AT)
            if whole and alone and not led and not (inside and inside[0][:3] == (i, i + n, "ORG")):
                out = [*(r for r in out if r not in inside), (i, i + n, "ORG", TOLD)]
        i += n or 1
    return out if out is raw else sorted(out)


def _arabic(words: list[Word]) -> Iterator[Place]:
    """The teams that an Arabic sentence shows."""
    for i, w in enumerate(words[:-1]):
        key = w.key.removeprefix("و") if w.kind == "word" else w.key
        if key in _TEAMS or key in _MET:
            yield from _named(words, i + 1)
        elif key in _PLAYED or key[1:] in _PLAYED or key.removesuffix("ت") in _PLAYED:
            first = list(_named(words, i + 1 + (words[i + 1].key in _TEAMS)))
            if first and first[0][1] + 1 < len(words) and words[first[0][1]].key in _OVER:
                yield from first
                k = first[0][1] + 1
                k += words[k].key in _MET | _TEAMS
                yield from _named(words, k)
        elif key in _MATCHES:
            first = list(_named(words, i + 1))
            k = first[0][1] if first else 0
            if k and k + 1 < len(words) and words[k].key == "و":
                second = list(_named(words, k + 1))
                yield from [*first, *second] if second else []
        elif key in _OF_TEAMS or (key[:1] in "بل" and key[1:] in _OF_TEAMS):
            yield from _foreign(words, i + 1 + (words[i + 1].key == "مرمي"))
        elif key in ("خلف", "وراء") and any(
            x.key in ("نقطه", "نقاط", "المركز", "رصيد", "برصيد") for x in words[max(0, i - 8) : i]
        ):
            yield from _named(words, i + 1)


def _named(words: list[Word], i: int) -> Iterator[Place]:
    """The team whose name begins at a place: a word with the article, or a club's word and the next."""
    if i >= len(words) or words[i].kind != "word":
        return
    w = words[i]
    head = w.key in listed("ar", "club_heads", "club_words") and i + 1 < len(words) and words[i + 1].kind == "word"
    if (
        head
        and (words[i + 1].key.startswith("ال") or words[i + 1].key in gazetteer().places)
        and words[i + 1].key not in _GENERAL
    ):
        if not w.key.startswith("ال"):
            yield i, i + 2
            return
    general = w.key in _GENERAL or w.key in listed("ar", "sport") or w.key in demonyms("ar")
    if not w.key.startswith("ال") or len(w.key) < 5 or general or w.key in anywhere("never"):
        return
    if bare(w.key) in office_words("ar") or w.key.endswith(("ين", "ون", "ات")) or concepts(w.text)[0] & _FEW:
        return
    yield i, i + 1


def _foreign(words: list[Word], i: int) -> Iterator[Place]:
    """The team of another language, or called after its town, whose name begins at a place: no state's, nobody's, and no word of the language."""
    if i >= len(words) or words[i].kind != "word" or words[i].key.startswith("ال"):
        return
    key, known = words[i].key, gazetteer()
    town = known.places.get(key)
    named = key in given_names() or key in known.given or key in demonyms("ar") or key in anywhere("never")
    strange = (stranger(words[i]) and likeness(key) > 0) or (town is not None and town.inhabitants > 1)
    tail = i + 1 < len(words) and words[i + 1].key in _TAILS
    if named or not (strange or tail or key in _TAILS) or bare(key) in office_words("ar") or concepts(key)[0]:
        return
    yield i, i + 1 + tail


_FEW = frozenset({"federation", "ministry", "committee", "league", "police", "army"})


def _latin(words: list[Word], raw: list[Raw], language: str) -> Iterator[Place]:
    """The teams of a sentence in Latin letters, behind a verb of playing or a preposition that a word of matches leads to."""
    verbs, prepositions, cues = _FRAMES[language]
    for i in range(1, len(words)):
        if not upper(words[i]) or words[i].kind != "word":
            continue
        k = i - 1
        while k > 0 and words[k].key.rstrip("'’") in _ARTICLES and words[k].key not in ("al", "del", "au", "du"):
            k -= 1
        led = words[k].key.rstrip("'’")
        before = {w.key for w in words[max(0, k - BEFORE) : k] if w.text.islower()}
        if language == "en" and _owns(words, raw, i):
            yield i, next(r[1] for r in raw if r[0] == i)
        if led in verbs or (led in prepositions and before & cues) or (led in ("a", "à") and before & verbs):
            yield from _capital_name(words, raw, i, language)
        if (
            led in verbs
            and (first := next((r for r in raw if r[1] == k and r[2] in ("LOC", "MISC")), None)) is not None
        ):
            if first[1] - first[0] > 1 and not _known(words, first[0], first[1], language):
                yield first[:2]


def _owns(words: list[Word], raw: list[Raw], i: int) -> bool:
    """True of an English town before what a team has: "the *Brightmoor* defence", "the *Brightmoor* box"; no state's, whose team is the state."""
    r = next((r for r in raw if r[0] == i and r[2] in ("LOC", "MISC")), None)
    if r is None or r[1] >= len(words) or words[r[1]].key not in _ENGLISH_HAS or not words[r[1]].text.islower():
        return False
    place = gazetteer().places.get(" ".join(w.key for w in words[i : r[1]]))
    return (place is None or place.inhabitants > 1) and words[i].key not in demonyms("en")


_ENGLISH_HAS = frozenset(
    "defence defense defender defenders keeper goalkeeper striker strikers midfield midfielder winger backline box goal".split()
)
"""What a team has, behind its name."""


def _capital_name(words: list[Word], raw: list[Raw], i: int, language: str) -> Iterator[Place]:
    end = past_capitals(words, i)
    r = next((r for r in raw if r[0] == i), None)
    end = max(end, r[1]) if r is not None and r[2] == "ORG" else end
    if _known(words, i, end, language):
        return
    yield i, end
    k = end + 1
    k += k < len(words) and words[k].key.rstrip("'’") in _ARTICLES
    if k < len(words) and words[end].key in _AND and upper(words[k]) and words[k].kind == "word":
        last = past_capitals(words, k)
        if not _known(words, k, last, language) and (last >= len(words) or words[last].text in ".,;:)"):
            yield k, last


def _known(words: list[Word], a: int, b: int, language: str) -> bool:
    """True of a place a list knows, of a person and of what only begins with a capital."""
    keys = [w.key for w in words[a:b] if w.kind == "word"]
    known = gazetteer()
    if len(keys) > 1 and keys[-1] in _NICKS and " ".join(keys) not in known.places:
        return False
    common = len(keys) == 1 and (keys[0] in known.plain[language] or keys[0] in demonyms(language) or len(keys[0]) < 4)
    capitals = words[a].text.isupper() and not (b - a > 1 and _initials(words[a]))
    office = any(k in office_words(language) for k in keys) or capitals
    person = keys[0] in given_names() or keys[0] in known.given
    grounds = any(k in listed(language, "sites", "sport") for k in keys)
    never = keys[0] in listed(language, "never", "honorifics")
    return " ".join(keys) in known.places or common or office or person or grounds or never


def _initials(word: Word) -> bool:
    """True of the letters that a club's name begins with: "*FC* Larney", « l'*AS* Marlou »."""
    return word.text.isupper() and len(word.text) <= _LETTERS and word.key in anywhere("club_heads", "club_words")


_LETTERS = 4


def _short(rows: Sequence[list[Word]], raws: Sequence[list[Raw]], language: str) -> set[tuple[str, ...]]:
    """The first or the last word of a club of several, where the page prints it alone: "*Rovers*", "l'*Étoile*"."""
    ends: set[str] = set()
    for words, raw in zip(rows, raws, strict=True):
        for a, b, kind, _ in raw:
            if kind != "ORG" or b - a < 2 or b - a > 4 or (words[a].text.isupper() and not _initials(words[a])):
                continue
            clubs = listed(language, "club_heads", "club_words")
            keys = (words[a].key, words[b - 1].key)
            club = any(k in clubs for k in keys) or keys[1] in _NICKS
            ends |= {k for k in keys if club and len(k) > 4}
    plain, out = gazetteer().plain[language], set()
    for words, raw in zip(rows, raws, strict=True):
        # A club's name that is printed alone is somebody's or a town's at first sight.
        loose = ("LOC", "PER")
        taken = {
            k for a, b, kind, score in raw for k in range(a, b) if kind not in loose or b - a > 1 or score >= _SURE
        }
        for i, w in enumerate(words):
            if w.key not in ends or i in taken or not upper(w) or w.text.isupper() or w.key in gazetteer().places:
                continue
            opens = i == 0 or words[i - 1].text in '.?!:«“"'
            if not (opens and w.key in plain and w.key not in _NICKS):
                out.add((w.key,))
    return {name for name in out if name[0] not in _ALONE}


_NICKS = frozenset(
    "rovers stars united city wanderers warriors lions tigers eagles bulls sharks rangers athletic county town albion hotspur sporting "
    "utd fc sc afc academy aigles lions etoile etoiles tigres leones aguilas toros huracan".split()
)
"""What closes the name of a club and stands for it alone."""
_ALONE = frozenset(
    "real club deportivo atletico union racing stade olympique sporting association football city united town county cercle".split()
)
"""What opens or closes the names of many clubs and stands for none."""


__all__ = ["with_teams"]
