"""A site's own app may import any of our packages before ours is loaded."""

import pytest

from tests.projects.processes import ROOT, run_python

PACKAGES = sorted(
    ".".join(path.parent.relative_to(ROOT).parts)
    for path in (ROOT / "wagtail_lift").glob("*/__init__.py")
    if path.parent.name in ("access", "events", "http", "lists", "models", "page_types", "seo")
)
SETTINGS = "from tests.settings import *\nINSTALLED_APPS = ['first', *INSTALLED_APPS]\n"


@pytest.mark.projects
@pytest.mark.parametrize("package", PACKAGES)
def test_package_is_imported_first_by_the_models_of_another_app(package, tmp_path):
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "__init__.py").touch()
    (tmp_path / "first" / "models.py").write_text(f"import {package}\n")
    (tmp_path / "first_settings.py").write_text(SETTINGS)

    printed = run_python(
        "-c",
        "import django; django.setup(); print('ready')",
        PYTHONPATH=f"{tmp_path}:{ROOT}",
        DJANGO_SETTINGS_MODULE="first_settings",
    )

    assert printed == "ready\n"
