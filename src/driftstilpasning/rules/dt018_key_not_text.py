"""The name of a field is a list or several fields."""

from driftstilpasning.diagnostic import Severity
from driftstilpasning.rules import Rule, reported
from driftstilpasning.text import Text

RULE = Rule(
    code="DT018",
    name="key-not-text",
    severity=Severity.ERROR,
    message=Text(
        nb="navnet på et felt skal være et ord",
        nn="namnet på eit felt skal vere eit ord",
        en="the name of a field must be a word",
    ),
    why=Text(
        nb="Det som står foran kolonet, er navnet på feltet. Står det en liste eller flere felt der, kan ingen vite "
        "hva verdien gjelder.",
        nn="Det som står framfor kolonet, er namnet på feltet. Står det ei liste eller fleire felt der, kan ingen vite "
        "kva verdien gjeld.",
        en="What stands before the colon is the name of the field. With a list or several fields there, nobody can "
        "know what the value is about.",
    ),
    help=Text(
        nb="skriv navnet på feltet foran kolonet, uten klammer",
        nn="skriv namnet på feltet framfor kolonet, utan klammer",
        en="write the name of the field before the colon, without brackets",
    ),
    check=reported(),
    good="requires: []\n",
    bad="[requires]: HO-01  # DT018@1\n",
)
