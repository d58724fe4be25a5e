"""Keep a company's timeline in plain YAML and ask it from the terminal, or from Python (docs/api.md)."""

__all__ = ["Answer", "Date", "Event", "FileError", "Problem", "QueryError", "Timeline", "load", "parse_date"]

# A type checker takes this for typing.TYPE_CHECKING, which would cost an import in every command.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from timeline_cli.api import (
        Answer,
        Date,
        Event,
        FileError,
        Problem,
        QueryError,
        Timeline,
        load,
        parse_date,
    )
    from timeline_cli.version import __version__ as __version__


def __getattr__(name: str) -> object:
    """A public name, imported on first use: the command imports this package and uses none of them."""
    if name == "__version__":
        from timeline_cli.version import __version__

        return __version__
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from timeline_cli import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted([*globals(), "__version__", *__all__])
