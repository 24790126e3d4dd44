"""Our pages beside the style sheets of other people, and what that changes about them."""
