"""Values of a question as the shell passes them, for the parser and for completion.

Owns: what counts as one value. Does not: import anything that one of the two does not need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

OPERATORS = frozenset({"and", "or", "not"})


def is_one_value(value: str) -> bool:
    """Whether the words after `field:` in one argument are one value: the shell has removed the quotes around them.

    They are unless they contain a quote, colon, parenthesis, and, or, not. `between A and B` is one value, and an
    apostrophe inside a word, as in McDonald's, opens no quotation.
    """
    words = value.lower().split()
    if "between" in words[:1]:
        words = [word for word in words if word != "and"]
    return not re.search(r"[\"“”:()]|(?<!\w)'", value) and OPERATORS.isdisjoint(words)


def leaves(value: Any) -> Iterator[str]:
    """Every text in a value of lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
