"""Build the package as ``setup.cfg`` says; only its description is worked out here.

README.md links to files beside it. An index has none, so each link becomes the address of the file
in the repository at this version.
"""

import re
from configparser import ConfigParser
from pathlib import Path

from setuptools import setup

ROOT = Path(__file__).resolve().parent
README = "README.md"
LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:)([^)\s]*)\)")


def source_address() -> str:
    """Return the address of the repository."""
    parser = ConfigParser()
    parser.read(ROOT / "setup.cfg")
    urls = dict(
        line.split(" = ") for line in parser["metadata"]["project_urls"].split("\n") if line
    )
    return urls["Source"]


def version() -> str:
    """Return the version, read without importing the package."""
    text = (ROOT / "wagtail_lift" / "__init__.py").read_text(encoding="utf-8")
    return re.search(r'^__version__ = "(.*)"$', text, re.MULTILINE)[1]


def description() -> str:
    """Return README.md with whole addresses."""
    source, tag = source_address(), f"v{version()}"

    def with_address(link: re.Match) -> str:
        image, text, target = link.groups()
        kind = "raw" if image else "blob"
        target = README + target if target.startswith("#") else target
        return f"{image}[{text}]({source}/{kind}/{tag}/{target})"

    return LINK.sub(with_address, (ROOT / README).read_text(encoding="utf-8"))


if __name__ == "__main__":
    setup(long_description=description())
