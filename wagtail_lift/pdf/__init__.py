"""Packs and question cards as accessible PDF, with the extra ``pdf``."""
