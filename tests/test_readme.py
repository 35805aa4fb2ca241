"""What the README says holds."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import Factbox

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_commands_and_settings_are_those_of_the_program() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(ROOT / "docs" / "make_reference.py"), "--check"]
    checked = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_the_first_command_asks_what_the_seeds_answer(factbox: Factbox, seeded: Path) -> None:
    [question] = re.findall(r'factbox ask "(.*)"', README)
    outcome = factbox("--data", seeded, "ask", question)
    assert "36 Mi-28NE attack helicopters" in outcome.out.splitlines()[0]


def test_the_example_of_python_runs(seeded: Path) -> None:
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code.replace('"data"', repr(str(seeded)))]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "Esmail Ghaani made a secret visit to Baghdad" in ran.stdout, ran.stderr


def test_the_example_of_a_line_can_be_added(factbox: Factbox, own_data: Path, tmp_path: Path) -> None:
    [line] = re.findall(r"```json\n(.*?)```", README, re.DOTALL)
    path = tmp_path / "one.jsonl"
    path.write_text(line, encoding="utf-8")
    assert factbox("--data", own_data, "add", path).status == 0
    asked = factbox("--data", own_data, "ask", "Where did the ferry Aurelia sink?")
    assert "Kithnos" in asked.out


def test_links_lead_to_files_that_are_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
