"""The concrete page types: leave this app out if the site has a base page model of its own."""
