"""A site with image, document and user models of its own."""
