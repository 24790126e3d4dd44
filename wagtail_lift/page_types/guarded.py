"""What a restricted page tells everybody else: only that it is private."""

from django.conf import settings as django_settings
from django.db import models
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from ..http.caching import keep_private

TEMPLATE = "wagtail_lift/password_required.html"


class GuardedPageMixin(models.Model):
    """A page whose password form, if it needs one, uses the package's template."""

    class Meta:
        abstract = True

    def serve_password_required_response(
        self, request: HttpRequest, form: Form, action_url: str
    ) -> HttpResponse:
        """Return the password form; the template gets neither the page nor its context.

        A site's own template, set by ``password_required_template`` or by
        ``WAGTAIL_PASSWORD_REQUIRED_TEMPLATE``, is rendered as in Wagtail. Never cached.
        """
        of_the_site = getattr(django_settings, "WAGTAIL_PASSWORD_REQUIRED_TEMPLATE", None)
        if self.password_required_template or of_the_site:
            response = super().serve_password_required_response(request, form, action_url)
        else:
            context = {"request": request, "form": form, "action_url": action_url}
            response = TemplateResponse(request, TEMPLATE, context)
        return keep_private(response)
