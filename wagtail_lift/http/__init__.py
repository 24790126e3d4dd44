"""How long answers may be kept, and by whom."""
