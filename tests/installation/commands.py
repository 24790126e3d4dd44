"""Runs what follows ``python`` in several commands one after another, in one process.

Each has a process of its own in ``tests/test_readme.py``; starting one takes longer than most of
what it then does. A word that ends in ``:main`` is a function of the suite, to be called.
"""

import os
import shlex
import sys
from importlib import import_module


def main() -> None:
    """Run them all; the first that fails ends the process with its error."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings.dev")
    import django
    from django.core.management import execute_from_command_line

    django.setup()
    for command in sys.argv[1:]:
        if command.endswith(":main"):
            import_module(command.removesuffix(":main")).main()
        else:
            execute_from_command_line(shlex.split(command))


if __name__ == "__main__":
    main()
