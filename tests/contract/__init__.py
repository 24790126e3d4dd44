"""What clients of version 3 can rely on: the document, what answers to it, programs made from it."""
