"""Which map a file needs: one of ours whose columns it has, that of its format, or one that is guessed.

Owns: that order. Does not: guess (guessing).
"""

from __future__ import annotations

from contextlib import suppress

from timeline_cli.errors import UsageFault
from timeline_cli.imports.maps import Map, read_map, shipped
from timeline_cli.imports.registry import Import, read_table
from timeline_cli.imports.table import Input, Table


def recognised(given: Input, row: Import) -> tuple[Table, Map] | None:
    """The table and the map of ours for a file. None if no map fits."""
    if row.map:
        rules = read_map(row.map)
        return read_table(given, row, rules.layout), rules
    for rules in shipped():
        names = [head.rpartition(".")[2].encode() for head in rules.heads]
        if names and all(name in given.data for name in names):
            with suppress(UsageFault):
                table = read_table(given, row, rules.layout)
                if set(rules.heads) <= set(table.columns):
                    return table, rules
    return None
