"""Reads the tables and exports of the admin."""

import csv
import io
from typing import Any

from bs4 import BeautifulSoup


def rows_of(response: Any) -> list[list[str]]:
    soup = BeautifulSoup(response.content, "html.parser")
    table = soup.select_one("#listing-results table") or soup.select_one("table")
    rows = [] if table is None else table.select("tbody tr")
    return [[words_of(cell) for cell in row.select("td")] for row in rows]


def words_of(cell: Any) -> str:
    return " ".join(cell.get_text(" ").replace("Current page status:", "").split())


def titles_of(response: Any) -> list[str]:
    return sorted(titles_in_order(response))


def titles_in_order(response: Any) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [a.get_text(strip=True) for a in soup.select(".title-wrapper a")]


def csv_of(response: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.getvalue().decode())))
