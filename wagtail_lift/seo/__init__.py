"""What pages tell machines: API, structured data, sitemaps, and until when an answer holds."""
