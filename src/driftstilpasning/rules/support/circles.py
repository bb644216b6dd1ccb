"""Circles among references: what requires itself in the end."""

from collections.abc import Iterator, Mapping, Sequence

Graph = Mapping[str, Sequence[str]]
"""Under each id the ids that it refers to."""


def circles(graph: Graph) -> Iterator[list[str]]:
    """One circle for each group of ids that all lead to each other, the shortest from its first id.

    >>> list(circles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}))
    [['a', 'b', 'c']]
    """
    for group in _groups(graph):
        if len(group) > 1:
            yield _shortest(min(group), graph, group)


def _shortest(first: str, graph: Graph, group: set[str]) -> list[str]:
    """The way from ``first`` back to itself with the fewest steps."""
    before: dict[str, str] = {}
    edge = [first]
    while edge:
        ahead = []
        for here in edge:
            for there in graph.get(here, ()):
                if there == first:
                    way = [here]
                    while way[-1] != first:
                        way.append(before[way[-1]])
                    return way[::-1]
                if there in group and there not in before:
                    before[there] = here
                    ahead.append(there)
        edge = ahead
    return [first]


def _groups(graph: Graph) -> Iterator[set[str]]:
    """Tarjan's strongly connected components, without recursion: a chain may be as long as the portfolio."""
    found: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in sorted(graph):
        if root in found:
            continue
        work = [(root, iter(graph[root]))]
        found[root] = lowest[root] = len(found)
        stack.append(root)
        on_stack.add(root)
        while work:
            here, ahead = work[-1]
            there = next(ahead, None)
            if there is None:
                work.pop()
                if work:
                    lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[here])
                if lowest[here] == found[here]:
                    group = {stack.pop()}
                    while here not in group:
                        group.add(stack.pop())
                    on_stack -= group
                    yield group
            elif there not in found:
                found[there] = lowest[there] = len(found)
                stack.append(there)
                on_stack.add(there)
                work.append((there, iter(graph.get(there, ()))))
            elif there in on_stack:
                lowest[here] = min(lowest[here], found[there])
