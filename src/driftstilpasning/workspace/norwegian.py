"""What a Norwegian calls the fields, or what they are called elsewhere: the words are understood and not accepted."""

from collections.abc import Iterable
from typing import Final

_FIELDS: Final = {
    "acceptance": "aksept akseptanse",
    "already": "alleredefunnet allereiefunne",
    "amount": "beløp",
    "annual": "amount beløp årlig årleg helår heilår årsbeløp",
    "authority": "myndighet mynde",
    "base": "basis basisbudsjett",
    "base_year": "basisår",
    "benefit": "gevinst",
    "body": "organ",
    "by": "av",
    "consequence": "konsekvens konsekvenser konsekvensar",
    "date": "dato",
    "decisions": "vedtak beslutninger",
    "effect": "effekt virkning verknad innsparing sparing beløp",
    "excludes": "utelukker utelukkar alternativ",
    "feasibility": "gjennomførbarhet gjennomførbarheit",
    "first": "første fyrste start",
    "from": "fra frå year start",
    "fte": "årsverk stillinger stillingar",
    "funding": "finansiering",
    "grade": "karakter grad",
    "high": "høy høg",
    "investment": "investering investeringer investeringar",
    "kind": "type slag art",
    "last": "siste slutt",
    "law": "lov lovkrav",
    "level": "nivå",
    "low": "lav låg",
    "municipality": "kommune",
    "name": "navn namn",
    "note": "merknad notat",
    "notice": "merknad",
    "outcome": "utfall resultat vedtak",
    "overlaps": "overlapp overlapper overlappar",
    "owner": "eier eigar ansvarlig ansvarleg",
    "period": "periode",
    "plan": "økonomiplan",
    "price_level": "prisnivå prisår",
    "quadrant": "kvadrant",
    "range": "spenn usikkerhet uvisse",
    "recurring": "varig",
    "reference": "referanse saksnummer",
    "requires": "krever krev forutsetter føreset",
    "reverses": "reverserer opphever opphevar",
    "sector": "sektor område",
    "sectors": "sektorer sektorar områder område",
    "source": "kilde kjelde",
    "staff": "ansatte tilsette",
    "targets": "mål måltall måltal",
    "text": "tekst begrunnelse grunngjeving",
    "themes": "tema temaer",
    "title": "tittel navn namn",
    "transition_cost": "omstillingskostnad engangskostnad eingongskostnad",
    "unit": "enhet eining",
    "users": "brukere brukarar",
    "visibility": "synlighet synlegheit",
    "with": "med",
    "working_group": "arbeidsgruppe",
    "year": "år",
}
"""Under each field the words for it in bokmål and nynorsk, in one word."""


def field_called(word: str, fields: Iterable[str]) -> str | None:
    """The one of ``fields`` that somebody means by ``word``.

    >>> field_called("Ansvarlig", ["owner", "title"]), field_called("navn", ["name"]), field_called("navn", ["title"])
    ('owner', 'name', 'title')
    >>> field_called("ansvarlig", ["grade", "text"]) is None
    True
    """
    squeezed = word.casefold().replace("_", "").replace("-", "").replace(" ", "")
    return next((field for field in fields if squeezed in _FIELDS.get(field, "").split()), None)
