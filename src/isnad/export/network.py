"""Who met whom, as GEXF 1.3 for Gephi and its like: persons and organisations, an edge for every event they share.

What it cannot carry: citations; an edge names its events by id.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from xml.etree import ElementTree

from isnad.export.words import name_of
from isnad.model import Dossier

_NS = "http://gexf.net/1.3"
_UNSEEN = {c: None for c in range(32) if c not in (9, 10, 13)} | dict.fromkeys((0xFFFE, 0xFFFF))


def meetings(dossier: Dossier) -> dict[tuple[str, str], list[str]]:
    """Return pair of entities → ids of the events both took part in; denied events and mere statements are left out."""
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for e in dossier.events:
        if e.status == "denied" or e.kind == "statement":
            continue
        for pair in combinations(sorted({p.entity for p in e.participants}), 2):
            shared[pair].append(e.id)
    return dict(shared)


def write_gexf(dossier: Dossier, language: str) -> bytes:
    """Return the network of entities that took part in the same events, weighted by how many."""
    ElementTree.register_namespace("", _NS)
    root = ElementTree.Element(f"{{{_NS}}}gexf", version="1.3")
    graph = _add(root, "graph", defaultedgetype="undirected", mode="static")
    for kind, fields in (("node", ("kind", "mentions")), ("edge", ("events",))):
        attributes = _add(graph, "attributes", **{"class": kind})
        for n, title in enumerate(fields):
            _add(attributes, "attribute", id=str(n), title=title, type="integer" if title == "mentions" else "string")
    edges = meetings(dossier)
    within = {x for pair in edges for x in pair}
    nodes = _add(graph, "nodes")
    for e in dossier.entities:
        if e.id in within:
            node = _add(nodes, "node", id=e.id, label=name_of(e, language).translate(_UNSEEN))
            values = _add(node, "attvalues")
            _add(values, "attvalue", **{"for": "0", "value": e.kind})
            _add(values, "attvalue", **{"for": "1", "value": str(len(e.mentions))})
    drawn = _add(graph, "edges")
    for n, ((a, b), events) in enumerate(sorted(edges.items())):
        edge = _add(drawn, "edge", id=str(n), source=a, target=b, weight=str(float(len(events))))
        _add(_add(edge, "attvalues"), "attvalue", **{"for": "0", "value": " ".join(events)})
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _add(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, f"{{{_NS}}}{tag}", attributes)
