"""What a new measure is called."""

from driftstilpasning.workspace import Workspace
from driftstilpasning.workspace.naming import folder, next_id


def test_the_next_id_is_the_one_after_the_highest_of_the_sectors_own_series(workspace: Workspace) -> None:
    """
    measures/oppvekst/a.yaml: {id: OP-009}
    measures/oppvekst/b.yaml: {id: OP-002}
    measures/tek/c.yaml: {id: TE-1, sector: teknisk}
    measures/tek/d.yaml: {id: OP-011, sector: teknisk}
    """
    portfolio = workspace.portfolio()
    assert next_id("oppvekst", portfolio, frozenset()) == "OP-012"
    assert next_id("oppvekst", portfolio, frozenset({"op-012", "op-013"})) == "OP-014"
    assert next_id("kultur", portfolio, frozenset()) == "KU-01"
    places = {located.document.name: located.value for located in workspace.measures}
    assert str(folder("oppvekst", places)) == "measures/oppvekst"
    assert str(folder("kultur", places)) == "measures"
