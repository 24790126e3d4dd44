"""What clients of version 3 can rely on: its document, and programs made from it."""
