"""The one gate through which pages and host profiles go live: what it asks, and where it stands."""
