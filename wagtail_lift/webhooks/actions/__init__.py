"""What a person does to a webhook: rotate and see its secret, test it, send something again."""

from .manage_secrets import give_first_secret, reveal_secret, rotate_secret
from .send_again import send_again, send_test

__all__ = ["give_first_secret", "reveal_secret", "rotate_secret", "send_again", "send_test"]
