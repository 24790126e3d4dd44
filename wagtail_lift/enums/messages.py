"""Messages to editors: problems that prevent publishing, and notices."""

from django.utils.translation import gettext_lazy as _

from .words import Words


class Problem(Words):
    """Input that prevents a page from being published; the label tells the editor what to do."""

    NOT_UNDERSTOOD = "not_understood", _("What was typed here was not understood. Type it anew.")
    SLUG_TAKEN = "slug_taken", _("Another page here has this slug. Choose another one.")
    START_DATE_MISSING = "start_date_missing", _("Choose the date on which the event starts.")
    START_TIME_MISSING = "start_time_missing", _("Enter the time at which the event starts.")
    END_TIME_MISSING = "end_time_missing", _("Enter the time at which the event ends.")
    END_BEFORE_START = "end_before_start", _("The event must end after it starts.")
    LASTS_TOO_LONG = (
        "lasts_too_long",
        _("A date lasts a year at most. Check the end, or repeat the event."),
    )
    TIMEZONE_UNKNOWN = (
        "timezone_unknown",
        _("This time zone is not known. Choose a name such as Europe/London."),
    )
    BOOKING_DATE_MISSING = "booking_date_missing", _("Choose the date that belongs to this time.")
    BOOKING_OPENS_LATE = "booking_opens_late", _("Booking must open before the event starts.")
    BOOKING_CLOSES_EARLY = "booking_closes_early", _("Booking must close after it opens.")
    BOOKING_CLOSES_LATE = "booking_closes_late", _("Booking must close by the end of the event.")
    BOOKING_END_TWICE = (
        "booking_end_twice",
        _("Choose either a day or a while before each date, not both."),
    )
    BOOKING_URL_MISSING = (
        "booking_url_missing",
        _("Enter the address of the page where people book."),
    )
    COST_MISSING = "cost_missing", _("Enter the amount.")
    COST_TOO_LOW = "cost_too_low", _("Enter an amount above zero, or choose “Free”.")
    COST_NEGATIVE = "cost_negative", _("An amount cannot be below zero.")
    COST_ENDS_LOW = "cost_ends_low", _("The higher amount must be above the lower one.")
    CURRENCY_MISSING = "currency_missing", _("Enter the currency, for example EUR.")
    CURRENCY_UNKNOWN = (
        "currency_unknown",
        _("This currency is not known. Enter its three letters, for example EUR or GBP."),
    )
    DONATION_URL_MISSING = (
        "donation_url_missing",
        _("Enter the address of the page where people donate."),
    )
    RULE_UNREADABLE = (
        "rule_unreadable",
        _("This is no rule for repeating dates. Write it as in RFC 5545, FREQ=WEEKLY for example."),
    )
    RULE_FREQUENCY = (
        "rule_frequency",
        _("Dates repeat daily, weekly, monthly or yearly. Add further times of a day as dates."),
    )
    RULE_EMPTY = (
        "rule_empty",
        _("This gives no date after the first. Check when it ends, or let it not repeat."),
    )
    RULE_TOO_MANY = (
        "rule_too_many",
        _("This gives more than 1,000 dates. Let it end sooner or repeat less often."),
    )
    ALL_DATES_LEFT_OUT = (
        "all_dates_left_out",
        _("Every date of this event is left out. Let one of them take place."),
    )
    ADDED_DATE_INCOMPLETE = (
        "added_date_incomplete",
        _("An added date is incomplete. Choose its day."),
    )
    ADDED_DATE_ENDS_EARLY = (
        "added_date_ends_early",
        _("An added date ends before it starts. Change its times, or say on which day it ends."),
    )
    ADDED_DATE_TWICE = (
        "added_date_twice",
        _("An added date starts when another date of this event starts. Remove one of them."),
    )
    DATE_NOT_PLANNED = (
        "date_not_planned",
        _("This date is no longer planned on the page. Keep it as an added date, or cancel it."),
    )
    SLUG_RESERVED = (
        "slug_reserved",
        _("The page above uses this address itself. Choose another slug."),
    )
    PACK_EXISTS = (
        "pack_exists",
        _("This event already has a published or scheduled insights pack for this date."),
    )
    GROUP_SIZE_SMALLER = (
        "group_size_smaller",
        _("The largest group must not be smaller than the smallest."),
    )
    DATE_OF_OTHER_EVENT = (
        "date_of_other_event",
        _("This is a date of another event. Choose one of the event’s own dates."),
    )
    CONSENT_CHANGED = (
        "consent_changed",
        _("The agreement was changed while you were editing. Reload, and look at it again."),
    )
    COORDINATE_MISSING = (
        "coordinate_missing",
        _("Latitude and longitude belong together. Fill in both, or neither."),
    )
    NO_EVENT = "no_event", _("Choose the page of an event.")
    NO_PACK = "no_pack", _("Choose the page of an insights pack.")
    EVENT_OF_OTHERS = (
        "event_of_others",
        _("You may not edit this event: somebody who may has to publish the pack."),
    )


class Notice(Words):
    """Something to tell an editor that does not prevent publishing."""

    SCHEDULE_REFUSED = (
        "schedule_refused",
        _("This was not published when it was due. Put it right, then publish it:"),
    )
    NO_HOST = "no_host", _("No host is named yet.")
    NO_QUESTION = "no_question", _("The conversation has no question yet.")
    NO_SUMMARY = "no_summary", _("There is no summary. Cards, search and feeds will show none.")
    VENUE_NOT_SHOWN = (
        "venue_not_shown",
        _("Readers do not see the venue: it is not published yet."),
    )
    NO_PLACE = (
        "no_place",
        _("No venue is named yet. Search engines are not told of an event without a place."),
    )
    NO_VENUE = (
        "no_venue",
        _("No venue is named yet. People who come in person do not know where."),
    )
    NO_LINK = "no_link", _("There is no join link yet. People cannot join online.")
    LINK_FOR_NOBODY = (
        "link_for_nobody",
        _("Nobody sees the join link: it is for confirmed participants, and no booking is needed."),
    )
    NO_CONTACT = "no_contact", _("There is no contact. People do not know whom to ask.")
    BOOKING_COPIED = (
        "booking_copied",
        _("This page was copied, and people book at the address of the other event."),
    )
    IMAGE_WITHOUT_ALT = (
        "image_without_alt",
        _("The lead image has no alternative text. People who cannot see it will miss it."),
    )
    DATE_PAST = "date_past", _("The date is in the past.")
    PAST_STAYS = (
        "past_stays",
        _("These dates have begun or taken place, and stay as they are:"),
    )
    PAST_CORRECTED = (
        "past_corrected",
        _("Publishing gives the date that has taken place another time. It was:"),
    )
    PAST_NOT_MADE = (
        "past_not_made",
        _("Past dates are not added by themselves:"),
    )
    HOST_NOT_LISTED = "host_not_listed", _("Readers do not see this host:")
    NOTE_WITHOUT_QUESTION = (
        "note_without_question",
        _("In the running order, the question of this part is no longer there. Its note is kept:"),
    )
    AGENDA_BEFORE_START = (
        "agenda_before_start",
        _("In the agenda, this begins before the event:"),
    )
    AGENDA_OVERLAPS = (
        "agenda_overlaps",
        _("In the agenda, this begins before what stands above it has ended:"),
    )
    AGENDA_AFTER_END = (
        "agenda_after_end",
        _("In the agenda, this lasts longer than the event:"),
    )
    RECORDING_WITHOUT_WORDS = (
        "recording_without_words",
        _("People who cannot hear it miss this recording: it has no captions and no transcript."),
    )
    UPDATE_TO_COME = (
        "update_to_come",
        _("This update is dated later than now. Readers see it once the page is published:"),
    )
    PACK_BEFORE_END = (
        "pack_before_end",
        _("The event has not ended yet. The pack stays closed until then."),
    )
    PACK_WITHOUT_EVENT = (
        "pack_without_event",
        _("This pack is about no event. It stays closed unless it opens early."),
    )
    PACK_EVENT_OFF = (
        "pack_event_off",
        _("The event does not go ahead. The pack stays closed unless it opens early."),
    )
    LEFT_OUT_IN_VAIN = (
        "left_out_in_vain",
        _("The rule gives no date on a day that is left out:"),
    )
    ENDS_NEXT_DAY = (
        "ends_next_day",
        _("The end is earlier in the day than the start. It is read as that of the next day."),
    )
    TIMES_NOT_READ = (
        "times_not_read",
        _("The event lasts all day: the times that are typed are kept, but do not count."),
    )
    END_NOT_READ = (
        "end_not_read",
        _("The end is open: the end that is typed is kept, but does not count."),
    )
    FROM_TEMPLATE = (
        "from_template",
        _("This event starts with what the programme’s template says. Change what differs:"),
    )
    TEMPLATE_ELSEWHERE = (
        "template_elsewhere",
        _("The template of new events is not an event of this programme. New events start empty."),
    )
    START_SKIPPED = (
        "start_skipped",
        _("The clocks go forward over this start time. It is read as that much later."),
    )
    START_REPEATED = (
        "start_repeated",
        _("The clocks go back over this start time. The first of the two times is meant."),
    )
    END_SKIPPED = (
        "end_skipped",
        _("The clocks go forward over this end time. It is read as that much later."),
    )
    END_REPEATED = (
        "end_repeated",
        _("The clocks go back over this end time. The first of the two times is meant."),
    )
