"""What the API says of a page: values ready for JSON."""
