"""Registers the admin with Wagtail; nothing else happens here."""

from wagtail import hooks

from .admin.bulk_publishing import leave_out_what_is_refused
from .admin.close_pack import close_pack_urls
from .admin.copies import clean_copy, register_clean_copy
from .admin.dates import MeetingAdmin
from .admin.event_list import EventListViewSet
from .admin.gated_actions import register_gate
from .admin.hosts import register_hosts
from .admin.log_actions import register_log_actions
from .admin.menu import events_menu_item
from .admin.notices import notices_urls, tell_of_notices
from .admin.pack_list import PackListViewSet
from .admin.past_dates import past_dates_urls
from .admin.plans import plan_urls
from .admin.refusals import watch_page_views
from .admin.running_order import running_order_urls
from .admin.share_links import share_buttons, share_urls
from .admin.when import when_urls

hooks.register("register_admin_menu_item", events_menu_item)
hooks.register("register_log_actions", register_log_actions)
hooks.register("register_admin_urls", close_pack_urls)
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
