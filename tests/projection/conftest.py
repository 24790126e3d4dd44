import pytest
import time_machine

from tests.factories import make_programme

from .evenings import SPRING


@pytest.fixture
def clock():
    with time_machine.travel(SPRING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def programme(home, clock):
    return make_programme(home)
