"""Skips tests where the extra ``pdf``, or what it needs of the system, is not installed."""

import os

import pytest

try:
    import pypdf
    import segno  # noqa: F401 -- whether it is there
    import weasyprint  # noqa: F401 -- whether it is there, with Pango
except (ImportError, OSError) as error:
    pypdf, _WHY = None, str(error)
else:
    _WHY = ""

NEEDED = pytest.mark.skipif(bool(_WHY), reason=f"The extra `pdf` is not installed: {_WHY}")

if _WHY and os.environ.get("CI_REQUIRE_PDF") == "1":
    raise pytest.UsageError(f"CI_REQUIRE_PDF is 1, but no PDF can be made: {_WHY}")
