"""The wrong person at every address: what is answered holds nothing private.

Nor do refusals tell what there is. A new address fails here until it has a row in ``rows.py``.
"""
