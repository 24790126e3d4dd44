"""The package in sites of different make: installed, used by people with a browser, removed."""
