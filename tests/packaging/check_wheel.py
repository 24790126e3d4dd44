"""Build the package and try the wheel: complete, and whole in an empty environment.

Run with the Python of an environment that has the `dev` extra. Builds the source archive and from
it the wheel, in a copy of the tree, so that nothing left over from an earlier build gets in.
"""

import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSTALLED_CHECK = Path(__file__).with_name("installed_check.py")
PROJECT_FILES = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE")
LEFT_OVER = shutil.ignore_patterns("__pycache__", "*.py[cod]", ".*")


def main() -> int:
    """Return 0 when the wheel holds the whole package and works where only it is installed."""
    with tempfile.TemporaryDirectory(prefix="lift-wheel-") as folder:
        scratch = Path(folder)
        wheel = build_wheel(scratch)
        missing = sorted(package_files(scratch / "tree") - wheel_files(wheel))
        if missing:
            raise SystemExit("The wheel lacks:\n  " + "\n  ".join(missing))
        python = make_environment(scratch / "environment", wheel)
        run([python, "-I", str(INSTALLED_CHECK)], cwd=scratch)
    print(f"{wheel.name} is complete and works in an empty environment.")
    return 0


def build_wheel(scratch: Path) -> Path:
    """Return the wheel, built from the source archive."""
    tree = scratch / "tree"
    shutil.copytree(ROOT / "wagtail_lift", tree / "wagtail_lift", ignore=LEFT_OVER)
    for name in PROJECT_FILES:
        shutil.copy(ROOT / name, tree)
    run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(scratch / "dist")],
        cwd=tree,
    )
    return next((scratch / "dist").glob("*.whl"))


def package_files(tree: Path) -> set[str]:
    """Return every file of the package as the wheel must name it."""
    files = {
        path.relative_to(tree).as_posix()
        for path in (tree / "wagtail_lift").rglob("*")
        if path.is_file()
    }
    for kind in (
        "/templates/",
        "/static/",
        "/migrations/",
        "/de/LC_MESSAGES/django.mo",
        "py.typed",
    ):
        if not any(kind in name for name in files):
            raise SystemExit(f"The tree itself has no {kind}.")
    return files


def wheel_files(wheel: Path) -> set[str]:
    """Return the names of the files that a wheel holds."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def make_environment(folder: Path, wheel: Path) -> str:
    """Return the Python of a new environment that holds the wheel and what it requires."""
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    run([python, "-m", "pip", "install", "--quiet", str(wheel)], cwd=folder)
    return python


def run(command: list[str], *, cwd: Path) -> None:
    """Run a command without its output; end with that where the command fails."""
    result = subprocess.run(
        command, cwd=cwd, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if result.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{result.stdout}")


if __name__ == "__main__":
    sys.exit(main())
