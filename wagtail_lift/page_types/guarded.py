"""What a page that only some may see tells everybody else: nothing but that it is private."""

from typing import Any

from django.conf import settings as django_settings
from django.db import models
from django.template.response import TemplateResponse

from ..http.caching import keep_private

TEMPLATE = "wagtail_lift/password_required.html"


class GuardedPageMixin(models.Model):
    """A page that asks for its password in the look of the package, where it has one."""

    class Meta:
        abstract = True

    def serve_password_required_response(self, request: Any, form: Any, action_url: str) -> Any:
        """Ask for the password of the page; the template gets neither the page nor its context.

        A template of the site's own, named by ``password_required_template`` or by
        ``WAGTAIL_PASSWORD_REQUIRED_TEMPLATE``, is rendered as Wagtail does. No cache keeps it.
        """
        of_the_site = getattr(django_settings, "WAGTAIL_PASSWORD_REQUIRED_TEMPLATE", None)
        if self.password_required_template or of_the_site:
            response = super().serve_password_required_response(request, form, action_url)
        else:
            context = {"request": request, "form": form, "action_url": action_url}
            response = TemplateResponse(request, TEMPLATE, context)
        return keep_private(response)
