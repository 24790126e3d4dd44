"""Form fields for dates and times as people write them, for pages, blocks and dates alike."""
