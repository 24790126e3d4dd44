"""What the enums of the package have in common."""

from django.db.models import TextChoices


class Words(TextChoices):
    """Text choices that a model field takes as a callable, so that no migration lists them.

    A new word, or a new label, is then no change of any model: neither of ours nor of those that a
    site makes from the mixins.
    """

    @classmethod
    def as_choices(cls) -> list[tuple[str, str]]:
        """Return the choices of a model field, which takes this method itself."""
        return cls.choices
