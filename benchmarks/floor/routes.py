"""What the floor answers: the list, a month, the calendar; each as directly as can be."""

from calendar import Calendar
from datetime import datetime, timedelta

from django.apps import apps
from django.db.models import Count, Exists, OuterRef
from django.http import StreamingHttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from taggit.models import Tag
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import PageViewRestriction

PAGE_SIZE = 20
LONGEST = timedelta(days=1)
"""No event of the floor takes longer, so that a query need not pass all that ever took place."""


class FloorRoutes(RoutablePageMixin):
    """The routes of the list page."""

    @path("")
    def serve_list(self, request):
        """Show events to come and past, each once at its next or latest date, or each date."""
        now = timezone.now()
        when, number = request.GET.get("when", ""), int(request.GET.get("page", 1))
        dates = self._asked_for(request)
        to_come = dates.filter(starts_at__gt=now - LONGEST, ends_at__gt=now).order_by(
            "starts_at", "pk"
        )
        past = dates.filter(starts_at__lt=now, ends_at__lte=now).order_by("-starts_at", "-pk")
        if request.GET.get("each") != "date":
            other = _dates().filter(page=OuterRef("page"))
            sooner = other.filter(ends_at__gt=now, starts_at__lt=OuterRef("starts_at"))
            later = other.filter(ends_at__lte=now, starts_at__gt=OuterRef("starts_at"))
            to_come, past = to_come.filter(~Exists(sooner)), past.filter(~Exists(later))
        first = (number - 1) * PAGE_SIZE
        parts = [
            (name, list(rows.select_related("page")[first : first + PAGE_SIZE + 1]))
            for name, rows in (("upcoming", to_come), ("past", past))
            if when in ("", name)
        ]
        shown = [date for _, rows in parts for date in rows[:PAGE_SIZE]]
        further = dict(
            _dates()
            .filter(page__in=[date.page_id for date in shown], ends_at__gt=now)
            .values_list("page")
            .annotate(Count("pk"))
        )
        for date in shown:
            date.url = date.page.get_url(request)
            date.further = further.get(date.page_id, 0) - 1 if date.ends_at > now else 0
        context = {
            "page": self,
            "parts": [(name, rows[:PAGE_SIZE], len(rows) > PAGE_SIZE) for name, rows in parts],
            "number": number,
            "topics": Tag.objects.order_by("name"),
            "listed": self._as_linked_data(shown, request),
        }
        return TemplateResponse(request, "floor/list.html", context)

    @path("calendar/<int:year>/<int:month>/")
    def serve_month(self, request, year, month):
        """Show a month as a table."""
        weeks = Calendar().monthdatescalendar(year, month)
        local = timezone.get_default_timezone()
        starts = datetime(year, month, 1, tzinfo=local)
        ends = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=local)
        days = {}
        dates = self._asked_for(request).filter(
            starts_at__gt=starts - LONGEST, starts_at__lt=ends, ends_at__gt=starts
        )
        for date in dates.order_by("starts_at").select_related("page"):
            date.url = date.page.get_url(request)
            days.setdefault(date.starts_at.astimezone(local).date(), []).append(date)
        context = {
            "page": self,
            "first_day": starts,
            "weeks": [[(day, days.get(day, ())) for day in week] for week in weeks],
        }
        return TemplateResponse(request, "floor/month.html", context)

    @path("ics/")
    def serve_ics(self, request):
        """Stream the dates of a year and those to come as iCalendar."""
        kept = timezone.now() - timedelta(days=365)
        dates = self._asked_for(request).filter(ends_at__gt=kept).order_by("pk")
        return StreamingHttpResponse(self._stream(dates, request), content_type="text/calendar")

    def _stream(self, dates, request):
        base = self.get_full_url(request)
        yield f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//floor//EN\r\nNAME:{self.title}\r\n"
        rows = dates.values_list(
            "pk",
            "changed_at",
            "starts_at",
            "ends_at",
            "page__title",
            "page__summary",
            "page__place",
            "page__slug",
        )
        chunk = []
        for key, changed_at, starts_at, ends_at, title, summary, place, slug in rows.iterator(250):
            chunk.append(
                "BEGIN:VEVENT\r\n"
                f"UID:{key}@floor\r\n"
                f"DTSTAMP:{_utc(changed_at)}\r\n"
                f"LAST-MODIFIED:{_utc(changed_at)}\r\n"
                f"DTSTART:{_utc(starts_at)}\r\n"
                f"DTEND:{_utc(ends_at)}\r\n"
                f"SUMMARY:{_escape(title)}\r\n"
                f"DESCRIPTION:{_escape(summary)}\r\n"
                f"LOCATION:{_escape(place)}\r\n"
                f"URL:{base}{slug}/\r\n"
                "END:VEVENT\r\n"
            )
            if len(chunk) == 250:
                yield "".join(chunk)
                chunk.clear()
        yield "".join(chunk)
        yield "END:VCALENDAR\r\n"

    def _asked_for(self, request):
        """Return the dates below this page that are public and match the query."""
        dates = _dates().filter(page__live=True, page__path__startswith=self.path)
        for restriction in PageViewRestriction.objects.select_related("page"):
            dates = dates.exclude(page__path__startswith=restriction.page.path)
        if tag := request.GET.get("tag"):
            dates = dates.filter(page__in=_tagged(tag))
        if mode := request.GET.get("mode"):
            dates = dates.filter(page__mode__in=(mode, "both"))
        return dates

    def _as_linked_data(self, dates, request):
        return {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "name": self.title,
            "itemListElement": [
                {"@type": "ListItem", "position": n, "name": date.page.title, "url": date.url}
                for n, date in enumerate(dates, 1)
            ],
        }


def _dates():
    return apps.get_model("floor.FloorDate").objects.all()


def _tagged(slug):
    topics = apps.get_model("floor.FloorTopic").objects
    return topics.filter(tag__slug=slug).values("content_object")


def _utc(at):
    """Write an instant as the database hands it out: in UTC."""
    return at.strftime("%Y%m%dT%H%M%SZ")


def _escape(text):
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")
