"""Mails of the package: plain text, in the language of whom they are to."""

from .host_links import send_host_link
from .insights_reminders import Reminded, remind_of_insights

__all__ = ["Reminded", "remind_of_insights", "send_host_link"]
