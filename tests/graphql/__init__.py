"""GraphQL in a site of its own, as wagtail-grapple reads the settings when Django starts."""
