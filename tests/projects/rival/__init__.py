"""A site that has models of the package's names already."""
