"""A record as another calendar may hold it."""

TOLD = {
    "title": "Kindness at work",
    "slug": "kindness",
    "old_path": "/whats-on/kindness/",
    "summary": "A conversation.",
    "body": '<h2>Come</h2><p onclick="x()">It is <b>free</b>.</p>',
    "start_date": "2019-06-03",
    "start_time": "12:30",
    "end_time": "14:00",
    "recurrence_rule": "FREQ=WEEKLY;COUNT=3",
    "skipped_dates": ["2019-06-10"],
    "added_dates": [{"start_date": "2027-07-01", "start_time": "09:00"}],
    "venue_name": "The old library",
    "venue_address": "5 Market Street",
    "topics": ["care"],
    "audiences": ["health"],
    "hosts": ["ada-bell", "bo-carr"],
    "colour": "blue",
    "access_notes": None,
}
