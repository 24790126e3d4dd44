"""The loaded demo, once for each module of tests: every test starts from the same first load."""

from collections.abc import Callable
from datetime import datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction

from tests.example_site.demo.days import FIRST_LOAD
from tests.site import forget_home


def load(at: datetime) -> list[str]:
    """Run ``load_demo`` at an instant and return the lines that it printed."""
    out = StringIO()
    with time_machine.travel(at, tick=False):
        call_command("load_demo", stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture(scope="module")
def first_load(django_db_setup, django_db_blocker):
    """What the first load printed; its content is there for the whole module, then rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        forget_home()
        yield load(FIRST_LOAD)
        transaction.set_rollback(True)


@pytest.fixture
def demo(first_load, db) -> list[str]:
    """The demo as it was first loaded, and what that printed."""
    return first_load


@pytest.fixture
def load_again(demo) -> Callable[[datetime], list[str]]:
    """Return the function that loads the demo once more, at another instant."""
    return load
