"""Which fields a list shows, so that nothing else is fetched or worked out."""

from django.utils.functional import cached_property
from wagtail.api.v2.utils import BadRequestError, parse_fields_parameter
from wagtail.api.v2.views import BaseAPIViewSet


class ShownFieldsMixin(BaseAPIViewSet):
    """Knows the fields that a list shows before it is read, in the endpoint of one model."""

    @cached_property
    def shown_fields(self) -> frozenset[str]:
        """Return the names of the fields that the request shows."""
        return frozenset(self._listing_serializer_class.Meta.fields)

    def get_serializer_class(self) -> type:
        """Return the serialiser of the fields that the request shows; of a list, made once."""
        if self.action != "listing_view":
            return super().get_serializer_class()
        return self._listing_serializer_class

    @cached_property
    def _listing_serializer_class(self) -> type:
        try:
            fields = parse_fields_parameter(self.request.GET.get("fields", ""))
        except ValueError as error:
            raise BadRequestError(f"fields error: {error}") from error
        router = self.request.wagtailapi_router
        return self._get_serializer_class(router, self.model, fields)
