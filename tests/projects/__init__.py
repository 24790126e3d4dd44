"""Small sites of many kinds into which the package must install; ``test_projects.py`` runs them."""
