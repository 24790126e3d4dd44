"""The panel about events on the admin's home: what is next, what is missing, what waits."""
