"""Say which files of tests took longest in each job of ``.ci/run``, from pytest's own reports."""

import sys
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

SHOWN = 25


def seconds_of_files(report: Path) -> Counter[str]:
    """Return how many seconds the tests of each module took, by its dotted name."""
    seconds: Counter[str] = Counter()
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 -- our own report
        seconds[case.get("classname", "")] += float(case.get("time", 0))
    return seconds


if __name__ == "__main__":
    for report in map(Path, sys.argv[1:]):
        found = seconds_of_files(report)
        print(f"job {report.stem}: {sum(found.values()):.0f} s")
        for name, seconds in found.most_common(SHOWN):
            print(f"{seconds:8.0f}  {name}")
