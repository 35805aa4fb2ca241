"""Compiles the kernel of the search when the project is installed; where no C compiler works, numpy stands in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = "knowledge/search/kernel"
LIBRARY = f"{FOLDER}/kernel.so"
# Scores must be the same on every machine: no fused multiply-add.
FLAGS = ("-O3", "-std=c99", "-ffp-contract=off", "-fvisibility=hidden", "-shared", "-fPIC")


class CompileKernel(BuildHookInterface[Any]):
    """Puts the compiled kernel into a wheel, or beside its source for an editable installation."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile it, if that can be done here."""
        compiler = next(filter(shutil.which, (os.environ.get("CC", "cc"), "gcc", "clang")), None)
        if compiler is None or not self._compile(compiler):
            self.app.display_warning("No C compiler works here: searches in much coverage will be slower.")
            return
        build_data["artifacts"].append(LIBRARY)
        if version != "editable":
            platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
            build_data |= {"pure_python": False, "tag": f"py3-none-{platform}"}

    def _compile(self, compiler: str) -> bool:
        sources = sorted(map(str, Path(self.root, FOLDER).glob("*.c")))
        unfinished, library = Path(self.root, f"{LIBRARY}.unfinished"), Path(self.root, LIBRARY)
        command = [compiler, *FLAGS, "-o", str(unfinished), *sources, "-lm"]
        if subprocess.run(command, check=False).returncode:  # noqa: S603
            return False
        unfinished.replace(library)
        return True
