"""``make bench``: make sites, measure them, print what was found and write it down.

Everything happens in a database of its own, which is dropped at the end.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "explanation" / "costs.md"
SIZES = (100, 1_000, 10_000)
ROUNDS = 3
SECONDS = 1200
"""After this time no further round begins."""


def main(words: Sequence[str] | None = None) -> None:
    """Measure and report; a document is written only of the full set of sizes, or where asked."""
    options = _options(words)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
    django.setup()
    from benchmarks.content import grow, home_of_default_site, make_site
    from benchmarks.measuring import measure
    from benchmarks.report import document, table

    begin = time.monotonic()
    with _database():
        site = make_site(home_of_default_site(), _today())
        found = []
        for size in sorted(options.sizes):
            _say(f"Adding events until there are {size} …")
            grow(site, size)
            found.append(
                measure(
                    site,
                    rounds=options.rounds,
                    say=_say,
                    is_over=lambda: time.monotonic() - begin > options.seconds,
                )
            )
        _say(f"\n{table(found)}\n")
        if options.write or tuple(sorted(options.sizes)) == SIZES:
            path = options.write or DOCUMENT
            path.write_text(document(found))
            _say(f"Written to {path}")


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many events")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seconds", type=int, default=SECONDS, help="when no round begins")
    parser.add_argument("--write", type=Path, help="where the document is written")
    return parser.parse_args(words)


@contextmanager
def _database() -> Iterator[None]:
    from django.db import connection

    _say("Making a database …")
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def _today():
    from django.utils import timezone

    return timezone.localdate()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
