"""What a wheel holds beside the code: what campaigns start from, and what people read.

All else of the package is told in pyproject.toml.
"""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SHIPPED = ("brand/fonts", "docs")
HERE = Path(__file__).parent


class BuildWithShipped(build_py):
    """Copies them into the package, where `builder.shipped` looks; a checkout has them beside it."""

    def run(self) -> None:
        """Build the package."""
        super().run()
        if not self.editable_mode:
            for source, target in self._files():
                self.mkpath(str(target.parent))
                self.copy_file(str(source), str(target))

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        """All files that are built."""
        shipped = [] if self.editable_mode else [str(target) for _, target in self._files()]
        return [*super().get_outputs(include_bytecode), *shipped]

    def _files(self) -> list[tuple[Path, Path]]:
        folder = Path(self.build_lib) / "builder" / "shipped"
        places = (HERE / name for name in SHIPPED)
        files = (
            file for place in places for file in ([place] if place.is_file() else sorted(place.rglob("*")))
        )
        kept = (file for file in files if file.is_file() and file.suffix != ".pyc")
        return [(file, folder / file.relative_to(HERE)) for file in kept]


setup(cmdclass={"build_py": BuildWithShipped})
