"""A site in two languages that translates with wagtail-localize."""
