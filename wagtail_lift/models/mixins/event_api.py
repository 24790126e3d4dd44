"""What the API shows and takes of an event; a page type adds its own to the list."""

from ...api_fields import editable, editable_but_shown, shown
from ..for_machines import api_of_events as api_content

EVENT_API_FIELDS = [
    *shown(
        status=api_content.status,
        status_label=api_content.status_label,
        status_until=api_content.status_until,
        stage=api_content.stage,
        booking_state=api_content.booking_state,
        starts_at=api_content.starts_at,
        ends_at=api_content.ends_at,
        occurrences=api_content.occurrences,
    ),
    *editable("start_date", "start_time", "end_date", "end_time", "timezone"),
    *editable("recurrence_rule", "skipped_dates", "added_dates"),
    *editable("summary"),
    *editable_but_shown(lead_image=api_content.lead_image),
    *editable("lead_image_alt_text", "body", "after_body"),
    *shown(hosts=api_content.hosts),
    *editable_but_shown(event_hosts=api_content.event_hosts),
    *shown(questions=api_content.questions),
    *editable("conversation", "reading", "audience"),
    *editable_but_shown(audiences=api_content.audiences, topics=api_content.topics),
    *editable(
        "attendance_mode",
        "venue_name",
        "venue_address",
        "map_url",
        "platform_name",
        "join_link_rule",
        "join_link_minutes",
    ),
    *shown(access_features=api_content.access_features),
    *editable(
        "step_free",
        "hearing_loop",
        "captions",
        "sign_language",
        "quiet_space",
        "recording",
        "languages",
        "access_notes",
    ),
    *shown(booking_link=api_content.booking_link),
    *editable(
        "booking_mode",
        "booking_url",
        "booking_opens_date",
        "booking_opens_time",
        "booking_closes_date",
        "booking_closes_time",
        "booking_places",
    ),
    *shown(pack=api_content.pack),
    *editable_but_shown(inspired_by=api_content.inspired_by),
]
