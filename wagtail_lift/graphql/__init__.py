"""GraphQL beside wagtail-grapple: read only, public only; imported only where grapple is installed.

Each type names its fields: nothing is taken from a model, so no column becomes visible by itself.
Values come from ``api.values``, lists from ``lists``, as in both versions of the API.
"""
