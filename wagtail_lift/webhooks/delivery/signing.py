"""Signatures as the Standard Webhooks specification has them."""

import base64
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime

from standardwebhooks import Webhook

PREFIX = "whsec_"
_BYTES = 32


def new_secret() -> str:
    """Return a new random secret, as receivers' libraries take it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode("ascii")


def headers_for(
    message_id: str, body: str, valid_secrets: Iterable[str], moment: datetime
) -> dict[str, str]:
    """Return the headers that sign a message, with one signature for each valid secret."""
    sent_at = moment.astimezone(UTC).replace(microsecond=0)
    signatures = (Webhook(secret).sign(message_id, sent_at, body) for secret in valid_secrets)
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(sent_at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
