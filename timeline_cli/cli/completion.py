"""`timeline completion`: print the script with which bash, zsh or fish completes fields, values and names.

Owns: the list of shells; the scripts are next to this file. Does not: install anything.
"""

from __future__ import annotations

import sys
from importlib.resources import files

from timeline_cli.cli.options import Settings
from timeline_cli.errors import EXIT_DONE, UsageFault
from timeline_cli.spelling import check_known

SHELLS = ("bash", "zsh", "fish")


def run(settings: Settings, shell: str | None) -> int:
    """Print a completion script for bash, zsh or fish. It completes names from your own file.

    bash, in ~/.bashrc: eval "$(timeline completion bash)"

    zsh, in ~/.zshrc after compinit: eval "$(timeline completion zsh)"; or once: timeline completion zsh >
    "${fpath[1]}/_timeline"

    fish, once: timeline completion fish > ~/.config/fish/completions/timeline.fish
    """
    if shell is None:
        raise UsageFault("completion needs the name of a shell", 'name one: eval "$(timeline completion bash)"')
    check_known(shell, SHELLS, f"there is no completion for {shell}")
    sys.stdout.write(files("timeline_cli.cli").joinpath(f"completion.{shell}").read_text(encoding="utf-8"))
    return EXIT_DONE
