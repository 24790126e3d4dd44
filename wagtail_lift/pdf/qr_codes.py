"""QR codes for paper."""

import segno


def qr_code(url: str) -> str:
    """Return a QR code that leads to ``url``, as the address of a picture (a data URI)."""
    picture: str = segno.make(url, micro=False, error="m").png_data_uri(scale=6, border=4)
    return picture
