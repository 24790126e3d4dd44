"""Settings of the example site while the front end in ``frontend/`` shows its pages.

``FRONTEND_URL`` is the address of the front end, and then that of the pages. Previews open there,
and it is told of changes. The admin, the APIs and files stay where they are.
"""

from example_site.settings import *

FRONTEND_URL = env.str("FRONTEND_URL").rstrip("/")
MEDIA_ROOT = env.str("MEDIA_ROOT", default=str(MEDIA_ROOT))

INSTALLED_APPS += ["wagtail_headless_preview"]
WAGTAIL_HEADLESS_PREVIEW = {
    "CLIENT_URLS": {"default": f"{FRONTEND_URL}/preview/"},
    "REDIRECT_ON_PREVIEW": True,
}
WAGTAIL_LIFT_HEADLESS = "previews"
WAGTAIL_LIFT_API_IMAGE_SIZES = {"small": "width-480", "large": "width-1120"}
WAGTAIL_LIFT_WEBHOOKS_TO_PRIVATE_ADDRESSES = DEBUG
WAGTAILAPI_BASE_URL = WAGTAILADMIN_BASE_URL
