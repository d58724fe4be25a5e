#!/usr/bin/env bash
# All tests and checks, in a virtual environment of their own that this script makes.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: PYTHON=python3.12 bash tests/run.sh" >&2; exit 2; }
[ -x .venv-dev/bin/python ] || "$python" -m venv .venv-dev
.venv-dev/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
export PATH="$PWD/.venv-dev/bin:$PATH"
ruff check .
ruff format --check .
mypy
lint-imports
pytest --all --numprocesses 2 "$@"
