"""What it costs to come to an event: the rule of what must be said, and what counts of it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from ..enums import CostKind, Problem
from .validation import FieldProblem

_WITH_AMOUNT = (CostKind.AMOUNT, CostKind.RANGE, CostKind.PAY_WHAT_YOU_CAN)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a place costs; ``currency`` is a code of ISO 4217.

    ``amount`` is the price, the lower end of a range, or the amount suggested to those who pay what
    they can. ``up_to`` is the upper end of a range.
    """

    kind: CostKind = CostKind.NOT_SAID
    amount: Decimal | None = None
    up_to: Decimal | None = None
    currency: str = ""
    note: str = ""
    url: str = ""

    @property
    def shown(self) -> "Cost":
        """Return what readers see: nothing that belongs to another kind of cost.

        A draft may lack what its kind needs; then only its note counts, so nothing false is told.
        """
        if any(problem.problem != Problem.DONATION_URL_MISSING for problem in cost_problems(self)):
            return Cost(note=self.note, url=self.url)
        amount = self.amount if self.kind in _WITH_AMOUNT else None
        return replace(
            self,
            amount=amount,
            up_to=self.up_to if self.kind is CostKind.RANGE else None,
            currency=self.currency if amount is not None or self.is_free else "",
        )

    @property
    def is_free(self) -> bool:
        """Return whether nobody has to pay; paying what one can is no such promise."""
        return self.kind in (CostKind.FREE, CostKind.DONATION)

    @property
    def is_said(self) -> bool:
        """Return whether there is anything to show."""
        return bool(self.kind or self.note or self.url)


def cost_problems(cost: Cost, *, is_currency_known: bool = True) -> list[FieldProblem]:
    """Return what prevents publishing a cost; the names of the fields are those of an event."""
    if cost.kind is CostKind.DONATION and not cost.url:
        return [FieldProblem("cost_url", Problem.DONATION_URL_MISSING)]
    if cost.kind not in _WITH_AMOUNT:
        return []
    found = _amount_problems(cost)
    if cost.kind is CostKind.PAY_WHAT_YOU_CAN and cost.amount is None:
        return found
    if not cost.currency:
        found.append(FieldProblem("cost_currency", Problem.CURRENCY_MISSING))
    elif not is_currency_known:
        found.append(FieldProblem("cost_currency", Problem.CURRENCY_UNKNOWN))
    return found


def _amount_problems(cost: Cost) -> list[FieldProblem]:
    amount, up_to = cost.amount, cost.up_to
    found = []
    if amount is None:
        if cost.kind is not CostKind.PAY_WHAT_YOU_CAN:
            found.append(FieldProblem("cost_amount", Problem.COST_MISSING))
    elif amount < 0:
        found.append(FieldProblem("cost_amount", Problem.COST_NEGATIVE))
    elif amount == 0 and cost.kind is CostKind.AMOUNT:
        found.append(FieldProblem("cost_amount", Problem.COST_TOO_LOW))
    if cost.kind is not CostKind.RANGE:
        return found
    if up_to is None:
        found.append(FieldProblem("cost_up_to", Problem.COST_MISSING))
    elif amount is not None and up_to <= amount:
        found.append(FieldProblem("cost_up_to", Problem.COST_ENDS_LOW))
    return found
