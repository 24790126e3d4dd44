"""What an event page works out: its meetings, dates, facets, previews and template context."""
