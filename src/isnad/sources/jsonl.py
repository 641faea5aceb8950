"""JSON Lines of articles, as trafilatura (``--json``) and news-please write them: one object, one page.

A record with the page's HTML becomes that page; one with extracted text only becomes a plain-text page of its title and text,
since that is all there is of it. What the record says of address, publisher, author and date goes along as hints of the carrier.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from isnad.model import Page
from isnad.sources.addresses import is_address
from isnad.sources.found import LARGEST, Found
from isnad.text import fold_key

FIELDS = {
    "html": ("html", "raw_html", "rawhtml", "page_html", "page", "content_html", "html_content", "body_html", "article_html", "page_source"),
    "text": (
        "maintext", "main_text", "text", "raw_text", "fulltext", "full_text", "article_text", "content_text", "text_content", "plain_text",
        "articlebody", "article_body", "body_text", "body_copy", "body", "content", "article", "article_content", "story", "story_text", "paragraphs",
        "texte", "texte_integral", "corps", "contenu", "texto", "texto_completo", "cuerpo", "contenido", "النص", "نص", "نص الخبر", "نص المقال",
        "المحتوى", "المتن", "متن", "الخبر",
    ),
    "title": (
        "title", "title_page", "page_title", "article_title", "headline", "head_line", "heading", "titre", "titulo", "titular", "العنوان", "عنوان",
        "hed", "hedline", "titre_article", "titular_principal", "head", "h1", "main_headline", "headline_text", "title_text", "manchette",
        "titraille", "encabezado", "cabeza", "titulo_principal", "titre_principal", "العنوان الرئيسي", "عنوان الخبر", "عنوان المقال",
        "المانشيت", "مانشيت",
    ),
    "deck": (
        "deck", "dek", "standfirst", "stand_first", "subhead", "subheading", "sub_heading", "subheadline", "sub_headline", "subtitle", "sub_title", "strapline", "lede",
        "lead", "intro", "introduction", "chapo", "chapô", "chapeau", "sous_titre", "soustitre", "accroche", "entree", "bajada", "entradilla", "copete", "sumario",
        "sumilla", "subtitulo", "sub_titulo", "subtitular", "volada", "bajante", "entrada", "gancho", "العنوان الفرعي", "عنوان فرعي", "مقدمة", "المقدمة", "تمهيد", "استهلال",
    ),
    "url": (
        "url", "link", "uri", "source_url", "article_url", "page_url", "web_url", "external_url", "original_url", "canonical", "canonical_url",
        "permalink", "href", "lien", "enlace", "الرابط", "رابط", "source", "id",
    ),
    "published": (
        "date_publish", "date", "datepublished", "published", "pubdate", "pub_date", "published_at", "published_date", "published_on",
        "published_time", "publish_date", "publish_time", "publication_date", "publicationdate", "publication_time", "date_published",
        "fecha", "fecha_publicacion", "date_publication", "date_de_publication", "date_parution", "parution", "created_at", "created",
        "posted", "posted_at", "posted_on", "sent", "sent_at", "sent_on", "mailed", "envoye", "envoye_le", "enviado", "enviado_el",
        "أرسل", "أرسلت", "أرسل في", "issued", "issued_at", "issued_on", "issue_date", "released", "released_at", "release_date", "dated",
        "ts", "went_live", "live_at", "online_since", "aired", "aired_at", "broadcast_at", "air_date", "mise_en_ligne", "date_mise_en_ligne", "diffuse_le",
        "date_diffusion", "emitido", "emitido_el", "fecha_emision", "fecha_edicion", "puesto_en_linea", "salida", "صدر في", "بثت في", "وقت النشر", "timestamp", "datetime", "isodate", "publicado", "publicado_el", "publie", "publie_le", "paru_le", "mis_en_ligne",
        "التاريخ", "تاريخ النشر", "تاريخ", "نشر في", "نشر",
    ),
    "publisher": (
        "sitename", "site_name", "publisher", "publisher_name", "outlet", "outlet_name", "newspaper", "media", "media_name", "source_name",
        "medio", "journal", "site", "site_title", "website", "publication", "publication_name", "channel", "brand", "feed_title", "feed", "feed_name", "flux", "flux_rss", "titre_du_flux", "fil", "fil_info", "fuente_rss", "rss", "rss_title",
        "portal", "portal_name", "sitio", "sitio_web", "site_web", "nom_du_site", "nombre_del_sitio", "nom_du_media", "nombre_del_medio", "revista",
        "revue", "newsletter", "bulletin", "boletin", "letter", "lettre", "carta", "blog", "canal", "chaine", "program", "programme", "programa", "النشرة", "القناة", "emisora", "cabecera", "periodico", "diario", "quotidien", "الموقع", "موقع", "جريدة", "صحيفة", "ناشر", "قناة", "نشرة", "مجلة", "المجلة", "إذاعة", "الإذاعة", "بوابة", "اسم الموقع", "الجريدة", "الصحيفة", "الوسيلة", "الناشر", "المصدر", "source", "source_hostname",
        "source_domain", "domain", "hostname", "host",
    ),
    "author": (
        "author", "authors", "author_name", "byline", "by_line", "creator", "dc_creator", "auteur", "auteurs", "autor", "autores", "firma",
        "signature", "writer", "journalist", "reporter", "reported_by", "correspondent", "corresponsal", "correspondant", "redactor", "redactora",
        "redacteur", "periodista", "journaliste", "المراسل", "مراسل", "إعداد", "كتب", "كتبت", "الكاتب", "كاتب", "المحرر", "بقلم", "by", "written_by", "posted_by",
        "escrito_por", "firmado_por", "redaccion", "ecrit_par", "redige_par", "signe", "por", "par", "كتبه", "كتبها", "تحرير",
    ),
    "credit": (
        "credit", "credits", "credit_line", "attribution", "provenance", "syndicated_from", "republished_from", "translated_from",
        "adapted_from", "procedencia", "proviene_de", "proveniencia", "issu_de", "traduit_de", "repris_de", "traducido_de", "tomado_de", "copyright_notice", "editor_note", "editors_note", "source_note", "note_source", "nota_fuente", "credito", "creditos", "mention_source", "traduction", "traduccion", "عن", "ترجمة", "نقلا", "تعريب",
    ),
    "origin": (
        "provider", "provider_name", "content_provider", "agency", "agency_name", "agence", "agencia", "wire", "news_agency",
        "original_source", "origin", "origine", "origen", "fuente", "fuentes", "source_agency", "syndicator", "الوكالة", "وكالة",
        "المصدر الأصلي", "مصدر الخبر", "نقلا عن", "مزود الخبر", "from_paper", "from_outlet", "from_site", "original_outlet", "original_paper", "original_publication",
        "source_paper", "source_outlet", "source_publication", "journal_origine", "journal_source", "media_origine", "media_source", "titre_origine", "periodico_origen",
        "diario_origen", "medio_origen", "medio_original", "diario_original", "الصحيفة الأصلية", "صحيفة المصدر", "عن صحيفة",
    ),
    "captured": ("date_download", "filedate", "captured", "crawled", "crawled_at", "scraped_at", "fetched_at", "retrieved_at"),
}  # fmt: skip
"""What a page needs → the keys that say it, the most telling first; keys are compared folded, their words parted by one mark."""
TELLING = {
    "published": ("date", "fecha", "dia", "jour", "published", "publicado", "publicada", "publicacion", "publie", "publication", "parution", "paru", "تاريخ", "نشر"),
    "title": ("title", "headline", "titre", "titulo", "titular", "عنوان"),
    "publisher": ("media", "medio", "site", "sitio", "outlet", "newspaper", "journal", "periodico", "diario", "صحيفه", "جريده", "موقع"),
    "author": ("author", "auteur", "autor", "autora", "byline", "reporter", "journaliste", "periodista", "كاتب", "محرر"),
}  # fmt: skip
"""Words of keys nobody foresaw ("fecha_de_salida", "titre_article") that tell what they say, folded."""
OTHERWISE = frozenset(
    "modified modif modifie modificacion modificado maj updated update actualizacion actualizado actualisation تحديث تعديل crawl crawled download "
    "captured capture scraped indexed event evenement evento sub subtitle sous subtitulo sur surtitre antetitulo seo short email mail id url link".split()
)
"""Words of keys that take that back: when a text was changed or fetched, a second title, an address."""
LONGEST_DECK = 600
"""Characters of the longest standfirst, which a record keeps under a key of its own."""
PROSE = 240
"""Characters from which on a value under a key nobody foresaw is an article's text."""


def from_json_lines(path: Path, name: str) -> Iterator[Found]:
    """Yield a page for every line; a line that is no JSON object or holds no text is named by its number."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LARGEST + 1):
            number += 1
            if len(line) > LARGEST:
                yield f"{name}#{number}", f"the line is beyond {LARGEST:,} bytes"
                return
            if line.strip():
                yield _decoded(line, f"{name}#{number}")


def from_json(path: Path, name: str) -> Iterator[Found]:
    """Yield the pages of a JSON file that holds one article, or a list of them."""
    try:
        whole = msgspec.json.decode(path.read_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        yield name, f"is no JSON: {fault}"
        return
    if isinstance(whole, dict) and str(whole.get("schema", "")).startswith("isnad-dossier/"):
        yield name, "is an exported dossier, not a page: isnad import reads it"
        return
    if isinstance(whole, dict):
        yield page_of(whole, name)
        return
    for number, record in enumerate(whole if isinstance(whole, list) else (), 1):
        yield page_of(record, f"{name}#{number}") if isinstance(record, dict) else (f"{name}#{number}", "is no article")


def from_json_at_hand(path: Path, name: str) -> Iterator[Found]:
    """Yield the pages of a JSON file that lies in a folder; one that holds no article is passed over, and named once."""
    found = list(from_json(path, name))
    articles = [p for p in found if isinstance(p, Page)]
    yield from found if articles else found[:1] or [(name, "holds no article")]


def _decoded(line: bytes, name: str) -> Found:
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        try:
            record = json.loads(line)  # slower, and takes lone surrogates and NaN, which scrapers do write
        except (ValueError, RecursionError) as fault:
            return name, f"is no JSON: {fault}"
    return page_of(record, name) if isinstance(record, dict) else (name, "is no JSON object")


def page_of(record: dict[str, Any], name: str) -> Found:
    """Return the page of a record, or why there is none."""
    low = {_key(str(k)): v for k, v in record.items()}
    inner = [v for v in low.values() if isinstance(v, dict)]
    for about in (v for k, v in low.copy().items() if k in _ABOUT and isinstance(v, dict)):
        low = {**{_key(str(k)): v for k, v in about.items()}, **low}  # {"meta": {"ts": …, "by": …}}
    if len(inner) == 1 and not any(_first(low, _folded()[f], None) for f in ("html", "text")):
        low = {**{_key(str(k)): v for k, v in inner[0].items()}, **{k: v for k, v in low.items() if v is not inner[0]}}
    said = {field: _first(low, keys, _SORTS.get(field)) or _told(low, field) for field, keys in _folded().items()}
    said["published"] = said["published"] or _stamped(low)
    said["publisher"] = said["publisher"] or _called(low)
    if said["author"] is not None and said["credit"] is None and _PASSED.search(said["author"]):
        said["credit"], said["author"] = said["author"], None  # {"autor": "Traducción de El Correo (Ana Ruiz)"}
    said["origin"] = said["origin"] or _taken_from(low, said.values())
    note = None if said["credit"] or said["origin"] else _noted(low, said.values())
    if said["publisher"] is None and said["credit"] is None and note is None:
        said["publisher"], said["origin"] = said["origin"], None  # {"fuente": "X"} and no site beside it
    html, text = said["html"], said["text"] or _prose(low)
    if html is None and text is not None and _MARKUP.match(text):
        html = text
    hints: dict[str, Any] = {
        "url": said["url"], "captured": said["captured"], "charset": "utf-8",
        "publisher": said["publisher"], "title": said["title"], "published": said["published"],
        "author": said["author"],
    }  # fmt: skip
    if html is not None:
        return Page(name, _bytes(html), "text/html", **hints)
    if text is None:
        return name, "holds no text: isnad looks for one of " + ", ".join(FIELDS["html"] + FIELDS["text"])
    credit = _credit(said["publisher"], _led(low, said["credit"]), said["origin"])
    text = text if credit is None or credit in text else f"{credit}\n\n{text}"
    text = text if note is None or note in text else f"{text}\n\n{note}"
    if (deck := said["deck"]) is not None and len(deck) <= LONGEST_DECK and deck not in text and deck != said["title"]:
        text = f"{deck}\n\n{text}"
    whole = text if said["title"] is None or text.startswith(said["title"]) else f"{said['title']}\n\n{text}"
    return Page(name, _bytes(whole), "text/plain", **hints)


@cache
def _folded() -> dict[str, tuple[str, ...]]:
    return {field: tuple(_key(k) for k in keys) for field, keys in FIELDS.items()}


def _key(name: str) -> str:
    """A key folded, its words parted by one mark: "contentText", "content-text" and "content text" are "content_text"."""
    parted = _HUMP.sub(r"\1_\2", name)
    return fold_key("_".join(w for w in _PARTS.split(parted) if w))


def _told(record: dict[str, Any], field: str) -> str | None:
    """What a key nobody foresaw says, by the words it is made of."""
    telling = TELLING.get(field, ())
    for key in record if telling else ():
        words = key.split("_")
        if field == "title" and not _CARRIERS.isdisjoint(words):
            continue  # "titre_flux"
        if len(words) > 1 and OTHERWISE.isdisjoint(words) and any(w.removeprefix("ال") in telling for w in words):
            value = _first(record, (key,), _SORTS.get(field))
            if value is not None and len(value) <= LONGEST_TOLD:
                return value
    return None


def _called(record: dict[str, Any]) -> str | None:
    """What a key says that is made of a word for a name and one for what has it: "titre_flux", "nombre_del_canal", «اسم المصدر»."""
    for key in record:
        words = frozenset(w.removeprefix("ال") for w in key.split("_"))
        if len(words) > 1 and not _NAMES.isdisjoint(words) and not _CARRIERS.isdisjoint(words):
            value = _first(record, (key,), False)
            if value is not None and len(value) <= LONGEST_NAME:
                return value
    return None


_NAMES = frozenset("name title label nom titre libelle nombre titulo rotulo اسم عنوان تسميه".split())
_CARRIERS = frozenset(
    "flux feed fil rss channel canal chaine source fuente blog emission emisora station radio tv program programme programa podcast "
    "newsletter lettre carta boletin bulletin letter organe cabecera مصدر قناه خلاصه نشره محطه اذاعه مدونه".split()
)
LONGEST_NAME = 80
"""Characters of the longest value that names where a record comes from."""


def _taken_from(record: dict[str, Any], told: Iterable[str | None]) -> str | None:
    """What a key nobody foresaw says of whose a text was: {"version_originale": "El Faro, Ana Ruiz"}."""
    taken = frozenset(told)
    for key in record:
        words = frozenset(w.removeprefix("ال") for w in key.split("_"))
        if not words.isdisjoint(_ORIGINS) and words.isdisjoint(OTHERWISE):
            value = _first(record, (key,), False)
            if value is not None and len(value) <= _LINE and value not in taken and any(c.isalpha() for c in value):
                return value
    return None


_ORIGINS = frozenset(
    "original originale originel origine origin origen fuente source provenance procedencia attribution from via desde مصدر اصل اصلي اصليه منقول نقل".split()
)


def _noted(record: dict[str, Any], told: Iterable[str | None]) -> str | None:
    """A short line under whatever key that says whose a text was: {"nota": "Traducido del francés. Fuente: Radio Barlavento"}."""
    taken = frozenset(told)
    return next(
        (
            v.strip()
            for k, v in record.items()
            if isinstance(v, str)
            and len(v) <= _LINE
            and v.strip() not in taken
            and _MOTTOES.isdisjoint(k.split("_"))
            and _PASSED.search(v)
        ),
        None,
    )


_MOTTOES = frozenset(
    "about motto tagline slogan lema eslogan devise description descripcion keywords tags tag lang language section rubrique seccion category categories "
    "categorias شعار عن_الموقع وصف كلمات قسم تصنيف".split()
)
"""Words of keys under which a site says what it is, and where an article stands in it."""
_PASSED = re.compile(
    r"tradu[cit]|translat|\btrad\.|\badapt|republi[ceés]|reprodu[cizt]|\brepri[ns]|repost|syndicat|original(?:ly|mente)|initialement|inicialmente|"
    r"first (?:published|appeared|ran|printed)|appeared in|apareci[óo]|\bparue? |court(?:esy|oisie)|cortes[ií]a|gentileza|permi(?:so|ssion)\b|autori[sz]a[ct]i|"
    r"\bd['’]après|(?:source|fuente)s?\s?:|\b(?:taken|tomad[oa]|extra[ií]d[oa]|retomad[oa]|tirée?|extraite?|excerpted|adapted|culled)\b|"
    r"\b(?:text|texte|texto|article|artículo|story|nota)\b.{3,40}\b(?:for|pour|para)\b|\bpara [A-ZÁÉÍÓÚ]|\bpour (?:L[ea]|[A-ZÉ])|"
    r"ترجم|تعريب|نقلا|نقلاً|منقول|المصدر\s?:|بتصرف|مقتبس|مأخوذ|أول مرة|لأول مرة|بإذن|إعادة نشر|أعيد نشر|عن (?:صحيفة|جريدة|مجلة|وكالة|موقع|إذاعة)",
    re.IGNORECASE,
)
"""What is found in lines that say whose a text was; whether they do is judged where the page is read."""


def _stamped(record: dict[str, Any]) -> str | None:
    """The only value that is a day as programs write it, under whatever key does not say that it is another's."""
    found = [
        v
        for k, v in record.items()
        if isinstance(v, str)
        and _STAMP.fullmatch(v.strip())
        and OTHERWISE.isdisjoint(k.split("_"))
        and k not in _captured()
    ]
    return found[0] if len(found) == 1 else None


_ABOUT = frozenset(
    "meta metadata metadatos metadonnees info infos informacion details header head headers properties props".split()
)
"""Keys under which records keep what they say of an article."""


@cache
def _captured() -> frozenset[str]:
    return frozenset(map(_key, FIELDS["captured"]))


_STAMP = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[+-]\d\d:?\d\d)?)?")
_CREDITED = re.compile(r"(?:traduc|traduit|traduction|translat|adapted|تعريب|ترجم|نقلا)", re.IGNORECASE)
"""How a credit opens that stands where an author is expected."""
LONGEST_TOLD = 200
"""Characters of the longest value that is a date, a title or a name."""
_MARKUP = re.compile(r"\s*<(!doctype html|html|p|div|article|section|h[1-3]|figure|header|main)\b", re.IGNORECASE)
_HUMP, _PARTS = re.compile(r"([a-z0-9])([A-Z])"), re.compile(r"[\s_\-.:]+")


def _prose(record: dict[str, Any]) -> str | None:
    """The longest value that reads like an article, under whatever key; nothing when none does."""
    values = [
        w for v in record.values() if (w := _joined(v)) and len(w) >= PROSE and " " in w.strip() and not is_address(w)
    ]
    return max(values, key=len, default=None)


_LEADS = {
    "عن": "عن", "نقلا": "نقلا عن", "translated_from": "Translated from", "republished_from": "Republished from", "syndicated_from": "Republished from",
    "adapted_from": "Adapted from", "traduit_de": "Traduit de", "repris_de": "Repris de", "traducido_de": "Traducido de", "tomado_de": "Tomado de",
}  # fmt: skip
"""What a key says that leads to the outlet which its value alone names: {"عن": "El Faro، ترجمة: …"}."""


def _led(record: dict[str, Any], credit: str | None) -> str | None:
    """A credit with the words that its key says before it."""
    lead = next((said for key, said in _LEADS.items() if credit and record.get(key) == credit), None)
    bare = lead is not None and credit is not None and not fold_key(credit).startswith(fold_key(lead))
    return f"{lead} {credit}" if bare else credit


_LINE = 120
"""Characters of the longest line that credits somebody."""


def _credit(site: str | None, credit: str | None, origin: str | None) -> str | None:
    """The line under which a page would print where its text comes from, when the record names that beside its own site."""
    if credit is not None and len(credit) <= _LINE and credit != site:
        return credit
    if origin is None or site is None or len(origin) > _LINE or fold_key(origin) == fold_key(site):
        return None
    if _PASSED.match(origin):
        return origin  # {"origen": "Traducido del árabe, Az-Zaytuna (Samar Haddad)"}
    return f"المصدر: {origin}" if _ARABIC.search(origin) else f"Source: {origin}"


_ARABIC = re.compile("[\u0600-\u06ff]")
_SORTS: dict[str, bool] = {"url": True, "publisher": False, "author": False, "credit": False, "origin": False}
"""Whether what a field says is an address, or must be none: "source" is either, and names only one of them."""
_NAMED = ("name", "title", "rendered", "@value", "value")
"""Under which keys an object that stands for a name has it."""


_HELD = ("rendered", "@value", "value", "text", "plain")
"""Under which keys an object that stands for a text has it."""


def _first(record: dict[str, Any], keys: tuple[str, ...], address: bool | None) -> str | None:
    """The first value that says something; of a list (news-please's authors) all that are words, parted by commas."""
    for key in keys:
        value = record.get(key)
        pieces = value[:12] if isinstance(value, list) else [value]
        words = _joined(value) if key in _folded()["text"] else ", ".join(w for p in pieces if (w := _words(p)))
        if words and (address is None or is_address(words) == address):
            return words
    return None


def _joined(value: Any) -> str:
    """A value as text: itself, a list's strings as paragraphs, or what an object holds as such ("rendered")."""
    if isinstance(value, list):
        return "\n".join(v.strip() for v in value if isinstance(v, str) and v.strip())
    if isinstance(value, dict):
        value = next((value[k] for k in _HELD if isinstance(value.get(k), str)), None)
    return value.strip() if isinstance(value, str) else ""


def _words(value: Any) -> str:
    """A value as words: itself, or what an object is called."""
    if isinstance(value, dict):
        value = next((value[k] for k in _NAMED if isinstance(value.get(k), str)), None)
    return value.strip() if isinstance(value, str) else ""


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
