"""Registers the admin with Wagtail; nothing else happens here."""

from wagtail import hooks

from .admin.act_views import act_urls
from .admin.acting import (
    header_buttons,
    offer_in_userbar,
    row_buttons,
    suggest_calling_off,
    watch_unpublishing,
)
from .admin.adding import adding_urls, offer_adding
from .admin.bulk_publishing import leave_out_what_is_refused
from .admin.close_pack import close_pack_urls
from .admin.content_checks import check_what_readers_miss
from .admin.copies import clean_copy, register_clean_copy
from .admin.dashboard.panel import add_panel
from .admin.dates import MeetingAdmin
from .admin.duplicating import (
    duplicating_urls,
    offer_duplicate_in_userbar,
    offer_in_header,
    offer_in_row,
)
from .admin.event_calendar import calendar_menu_item, calendar_urls
from .admin.event_list import EventListViewSet
from .admin.gated_actions import register_gate
from .admin.gathering import gathering_urls
from .admin.gathering_links import (
    gathering_header_button,
    gathering_row_button,
    offer_gathering_in_userbar,
)
from .admin.help import help_menu_item, help_urls
from .admin.host_links import host_link_urls
from .admin.hosts import register_hosts
from .admin.import_buttons import offer_import_in_header, offer_import_in_row
from .admin.importing import importing_urls
from .admin.log_actions import register_log_actions
from .admin.menu import SUBMENU_HOOK, events_menu_item
from .admin.notices import notices_urls, tell_of_notices
from .admin.pack_list import PackListViewSet
from .admin.past_dates import past_dates_urls
from .admin.plans import plan_urls
from .admin.refusals import watch_page_views
from .admin.running_order import running_order_urls
from .admin.share_links import share_buttons, share_urls
from .admin.venues import register_venues
from .admin.when import when_urls

hooks.register("register_admin_menu_item", events_menu_item)
hooks.register("register_log_actions", register_log_actions)
hooks.register("register_admin_urls", act_urls)
hooks.register("register_page_header_buttons", header_buttons)
hooks.register("register_page_listing_more_buttons", row_buttons)
hooks.register("construct_wagtail_userbar", offer_in_userbar)
hooks.register("construct_wagtail_userbar", check_what_readers_miss, order=1000)
hooks.register("before_delete_page", suggest_calling_off)
hooks.register("register_admin_urls", watch_unpublishing)
hooks.register("register_admin_urls", adding_urls)
hooks.register("construct_lift_menu", offer_adding)
hooks.register("register_admin_urls", duplicating_urls)
hooks.register("register_page_header_buttons", offer_in_header)
hooks.register("register_page_listing_more_buttons", offer_in_row)
hooks.register("construct_wagtail_userbar", offer_duplicate_in_userbar)
hooks.register("register_admin_urls", importing_urls)
hooks.register("register_page_header_buttons", offer_import_in_header)
hooks.register("register_page_listing_more_buttons", offer_import_in_row)
hooks.register("register_admin_urls", calendar_urls)
hooks.register(SUBMENU_HOOK, calendar_menu_item)
hooks.register("register_admin_urls", close_pack_urls)
hooks.register("register_admin_urls", gathering_urls)
hooks.register("register_admin_urls", help_urls)
hooks.register("register_help_menu_item", help_menu_item)
hooks.register("register_admin_urls", host_link_urls)
hooks.register("register_page_header_buttons", gathering_header_button)
hooks.register("register_page_listing_more_buttons", gathering_row_button)
hooks.register("construct_wagtail_userbar", offer_gathering_in_userbar)
hooks.register("construct_homepage_panels", add_panel)
hooks.register("register_admin_urls", past_dates_urls)
hooks.register("register_admin_urls", plan_urls)
hooks.register("after_copy_page", clean_copy)
hooks.register("register_admin_urls", notices_urls)
hooks.register("register_admin_urls", running_order_urls)
hooks.register("register_admin_urls", when_urls)
hooks.register("register_admin_urls", share_urls)
hooks.register("register_page_header_buttons", share_buttons)
hooks.register("after_publish_page", tell_of_notices)
hooks.register("register_actions", register_clean_copy, order=1000)
hooks.register("register_actions", register_gate, order=1000)
hooks.register("register_admin_urls", watch_page_views)
hooks.register("before_bulk_action", leave_out_what_is_refused)


@hooks.register("register_admin_viewset")
def register_lists() -> list:
    """Register the lists of events and packs."""
    return [EventListViewSet(), PackListViewSet()]


@hooks.register("register_schema_query")
def register_graphql(query_mixins: list) -> None:
    """Add our fields and page types to grapple's schema; only grapple runs this hook."""
    from .graphql.pages import register_page_types
    from .graphql.query import LiftQuery

    register_page_types()
    query_mixins.insert(0, LiftQuery)


MeetingAdmin().register_with_wagtail()
register_hosts()
register_venues()
