"""A site with a base page model of its own; it makes all its page types from the mixins."""
