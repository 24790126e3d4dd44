"""What the demo says: every word of it was written for this site.

The people, places and organisations are invented, except those whom the compassion event names.
"""
