"""What it costs to come to an event."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractPage

from ..domain.cost import Cost, cost_problems
from ..enums import CostKind, Problem, word_or
from ..formats.cost_words import is_currency
from .untranslated import copied_but_overridable, same_in_every_language


class EventCostMixin(models.Model):
    """The cost of an event; ask ``cost``, which leaves out what does not belong to its kind."""

    cost_kind = models.CharField(
        _("cost"),
        max_length=20,
        choices=CostKind.as_choices,
        default=CostKind.NOT_SAID,
        blank=True,
    )
    cost_amount = models.DecimalField(
        _("amount"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    cost_up_to = models.DecimalField(
        _("up to"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    cost_currency = models.CharField(_("currency"), max_length=3, blank=True)
    cost_note = models.CharField(_("about the cost"), max_length=255, blank=True)
    cost_url = models.URLField(_("address of the page where people pay or donate"), blank=True)

    override_translatable_fields = [
        *same_in_every_language("cost_kind", "cost_amount", "cost_up_to", "cost_currency"),
        *copied_but_overridable("cost_url"),
    ]

    class Meta:
        abstract = True

    @property
    def typed_cost(self) -> Cost:
        """Return the cost as typed."""
        return Cost(
            kind=word_or(CostKind.NOT_SAID, self.cost_kind),
            amount=self.cost_amount,
            up_to=self.cost_up_to,
            currency=self.cost_currency.upper(),
            note=self.cost_note,
            url=self.cost_url,
        )

    @property
    def cost(self) -> Cost:
        """Return the cost as readers see it."""
        return self.typed_cost.shown

    def get_problems(self) -> dict[str, Problem]:
        """Return what blocks publishing, by field, what is wrong with the cost among it."""
        return {**super().get_problems(), **self._cost_problems()}

    def fill_in_defaults(self, parent: AbstractPage | None) -> None:
        """Write the currency in capitals; an amount without one is in that of the programme."""
        super().fill_in_defaults(parent)
        self.cost_currency = self.cost_currency.upper()
        if self._cost_problems().get("cost_currency") is Problem.CURRENCY_MISSING:
            self.cost_currency = getattr(parent, "default_currency", "")

    def _cost_problems(self) -> dict[str, Problem]:
        cost = self.typed_cost
        found = cost_problems(cost, is_currency_known=is_currency(cost.currency))
        return {item.field: item.problem for item in found}
