#!/usr/bin/env bash
# Build the sdist, and the wheel from it; then run the sdist's tests on that wheel, with the lowest versions it allows.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/venv"
export PATH="$folder/venv/bin:$PATH" PIP_DISABLE_PIP_VERSION_CHECK=1
pip install --quiet build
python -m build --outdir "$folder" . >"$folder/log" || { cat "$folder/log"; exit 1; }
python - >"$folder/lowest.txt" <<'PYTHON'
import re, tomllib
with open("pyproject.toml", "rb") as file:
    project = tomllib.load(file)["project"]
extras = [project["optional-dependencies"][name] for name in ("watch", "calendar", "excel", "parquet", "png")]
for requirement in sum(extras, project["dependencies"]):
    print(re.sub(r">=([\d.]+)[^;]*", r"==\1", requirement))
PYTHON
pip install --quiet --constraint "$folder/lowest.txt" "$(echo "$folder"/*.whl)[test,watch]"
tar --extract --gzip --file "$folder"/*.tar.gz --directory "$folder"
cd "$folder"/corporate_timeline-*/
pytest --numprocesses 2
