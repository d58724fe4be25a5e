"""The timeline for Python programs and notebooks: load, ask, and read the answer. See docs/api.md.

Owns: the public names, which `timeline_cli` offers. Does not: print or exit.
"""

from timeline_cli.api.answer import Answer
from timeline_cli.api.errors import FileError, QueryError
from timeline_cli.api.event import Date, Event, parse_date
from timeline_cli.api.timeline import Problem, Timeline, load

__all__ = ["Answer", "Date", "Event", "FileError", "Problem", "QueryError", "Timeline", "load", "parse_date"]
