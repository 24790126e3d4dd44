"""Build the package and try the wheel: complete, working alone, refused by an older site.

Run with the Python of an environment that has the `dev` extra. Builds the source archive and from
it the wheel, in a copy of the tree, so that nothing left over from an earlier build gets in.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.fenced import commands, marked_blocks  # noqa: E402 -- run as a script

INSTALLED_CHECK = Path(__file__).with_name("installed_check.py")
PROJECT_FILES = ("setup.cfg", "setup.py", "pyproject.toml", "README.md", "LICENSE")
OLD_WAGTAIL = "wagtail==6.4.1"
LEFT_OVER = shutil.ignore_patterns("__pycache__", "*.py[cod]", ".*")


def main() -> int:
    """Return 0 when the wheel holds the whole package and works where only it is installed."""
    with tempfile.TemporaryDirectory(prefix="lift-wheel-") as folder:
        scratch = Path(folder)
        wheel = build_wheel(scratch)
        missing = sorted(package_files(scratch / "tree") - wheel_files(wheel))
        if missing:
            raise SystemExit("The wheel lacks:\n  " + "\n  ".join(missing))
        check_metadata(wheel)
        python = make_environment(scratch / "environment", str(wheel))
        run([python, "-I", str(INSTALLED_CHECK)], cwd=scratch)
        check_old_site(make_environment(scratch / "site", "--no-deps", OLD_WAGTAIL), wheel)
    print(
        f"{wheel.name} is complete, works in an empty environment, and upgrades no site's Wagtail."
    )
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
        "/help/de/",
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


def check_metadata(wheel: Path) -> None:
    """End with what an index would show badly: a link that leads nowhere, or no address."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(name).decode())
    if not metadata.get_all("Project-URL"):
        raise SystemExit("The wheel has no address of the project.")
    if lost := re.findall(r"\]\((?!https://)[^)]*\)", str(metadata.get_payload())):
        raise SystemExit(f"On an index these links lead nowhere: {', '.join(lost)}")


def check_old_site(python: str, wheel: Path) -> None:
    """End unless the README's commands leave a site with an older Wagtail as it was, and say so."""
    readme = dict(marked_blocks((ROOT / "README.md").read_text(), "test"))
    commands_with_wheel = " && ".join(commands(readme["install"])).replace(
        "wagtail-lift", str(wheel)
    )
    result = subprocess.run(
        ["bash", "-c", commands_with_wheel.replace("python ", f"{python} ")],
        cwd=Path(python).parent,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    left = subprocess.check_output([python, "-m", "pip", "list", "--format=freeze"], text=True)
    is_said = OLD_WAGTAIL in result.stdout
    if not result.returncode or not is_said or OLD_WAGTAIL not in left.splitlines():
        raise SystemExit(f"A site on {OLD_WAGTAIL} was not refused:\n{result.stdout}")


def make_environment(folder: Path, *requirements: str) -> str:
    """Return the Python of a new environment that holds these."""
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    run([python, "-m", "pip", "install", "--quiet", *requirements], cwd=folder)
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
