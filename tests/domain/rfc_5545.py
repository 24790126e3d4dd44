"""Examples of recurrence as RFC 5545 prints them (section 3.8.5.3), of such rules as we keep."""

from datetime import date, datetime, time


def at_nine(year, month, day):
    return datetime.combine(date(year, month, day), time(9, 0))


SEPTEMBER_2 = at_nine(1997, 9, 2)


RFC_EXAMPLES = {
    "daily for 10 occurrences": (
        "FREQ=DAILY;COUNT=10",
        SEPTEMBER_2,
        "1997-09: 2 3 4 5 6 7 8 9 10 11",
    ),
    "every other day": (
        "FREQ=DAILY;INTERVAL=2",
        SEPTEMBER_2,
        "1997-09: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30, 1997-10: 2 4",
    ),
    "every 10 days, 5 occurrences": (
        "FREQ=DAILY;INTERVAL=10;COUNT=5",
        SEPTEMBER_2,
        "1997-09: 2 12 22, 1997-10: 2 12",
    ),
    "weekly for 10 occurrences": (
        "FREQ=WEEKLY;COUNT=10",
        SEPTEMBER_2,
        "1997-09: 2 9 16 23 30, 1997-10: 7 14 21 28, 1997-11: 4",
    ),
    "weekly until December 24": (
        "FREQ=WEEKLY;UNTIL=19971224T000000Z",
        SEPTEMBER_2,
        "1997-09: 2 9 16 23 30, 1997-10: 7 14 21 28, 1997-11: 4 11 18 25, 1997-12: 2 9 16 23",
    ),
    "every other week": (
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        SEPTEMBER_2,
        "1997-09: 2 16 30, 1997-10: 14 28, 1997-11: 11 25, 1997-12: 9 23",
    ),
    "weekly on Tuesday and Thursday for five weeks": (
        "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
        SEPTEMBER_2,
        "1997-09: 2 4 9 11 16 18 23 25 30, 1997-10: 2",
    ),
    "every other week on three days until December 24": (
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        at_nine(1997, 9, 1),
        (
            "1997-09: 1 3 5 15 17 19 29, 1997-10: 1 3 13 15 17 27 29 31, "
            "1997-11: 10 12 14 24 26 28, 1997-12: 8 10 12 22"
        ),
    ),
    "every other week on Tuesday and Thursday, 8 occurrences": (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        SEPTEMBER_2,
        "1997-09: 2 4 16 18 30, 1997-10: 2 14 16",
    ),
    "monthly on the first Friday": (
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        at_nine(1997, 9, 5),
        (
            "1997-09: 5, 1997-10: 3, 1997-11: 7, 1997-12: 5, 1998-01: 2, 1998-02: 6, 1998-03: 6, "
            "1998-04: 3, 1998-05: 1, 1998-06: 5"
        ),
    ),
    "every other month on the first and last Sunday": (
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        at_nine(1997, 9, 7),
        "1997-09: 7 28, 1997-11: 2 30, 1998-01: 4 25, 1998-03: 1 29, 1998-05: 3 31",
    ),
    "monthly on the second-to-last Monday": (
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        at_nine(1997, 9, 22),
        "1997-09: 22, 1997-10: 20, 1997-11: 17, 1997-12: 22, 1998-01: 19, 1998-02: 16",
    ),
    "monthly on the third-to-last day": (
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        at_nine(1997, 9, 28),
        "1997-09: 28, 1997-10: 29, 1997-11: 28, 1997-12: 29, 1998-01: 29, 1998-02: 26",
    ),
    "monthly on the 2nd and 15th": (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        SEPTEMBER_2,
        "1997-09: 2 15, 1997-10: 2 15, 1997-11: 2 15, 1997-12: 2 15, 1998-01: 2 15",
    ),
    "monthly on the first and last day": (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        at_nine(1997, 9, 30),
        "1997-09: 30, 1997-10: 1 31, 1997-11: 1 30, 1997-12: 1 31, 1998-01: 1 31, 1998-02: 1",
    ),
    "every Tuesday, every other month": (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        SEPTEMBER_2,
        "1997-09: 2 9 16 23 30, 1997-11: 4 11 18 25, 1998-01: 6 13 20 27",
    ),
    "yearly in June and July": (
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        at_nine(1997, 6, 10),
        (
            "1997-06: 10, 1997-07: 10, 1998-06: 10, 1998-07: 10, 1999-06: 10, 1999-07: 10, "
            "2000-06: 10, 2000-07: 10, 2001-06: 10, 2001-07: 10"
        ),
    ),
    "every third year on the 1st, 100th and 200th day": (
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        at_nine(1997, 1, 1),
        (
            "1997-01: 1, 1997-04: 10, 1997-07: 19, 2000-01: 1, 2000-04: 9, 2000-07: 18, "
            "2003-01: 1, 2003-04: 10, 2003-07: 19, 2006-01: 1"
        ),
    ),
    "the 20th Monday of the year": (
        "FREQ=YEARLY;BYDAY=20MO",
        at_nine(1997, 5, 19),
        "1997-05: 19, 1998-05: 18, 1999-05: 17",
    ),
    "Monday of week 20": (
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        at_nine(1997, 5, 12),
        "1997-05: 12, 1998-05: 11, 1999-05: 17",
    ),
    "every Thursday in March": (
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        at_nine(1997, 3, 13),
        "1997-03: 13 20 27, 1998-03: 5 12 19 26, 1999-03: 4 11 18 25",
    ),
    "the first Saturday that follows the first Sunday": (
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        at_nine(1997, 9, 13),
        "1997-09: 13, 1997-10: 11, 1997-11: 8, 1997-12: 13, 1998-01: 10, 1998-02: 7, 1998-03: 7",
    ),
    "election day": (
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        at_nine(1996, 11, 5),
        "1996-11: 5, 2000-11: 7, 2004-11: 2",
    ),
    "the third of Tuesday, Wednesday or Thursday": (
        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
        at_nine(1997, 9, 4),
        "1997-09: 4, 1997-10: 7, 1997-11: 6",
    ),
    "the second-to-last weekday": (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        at_nine(1997, 9, 29),
        "1997-09: 29, 1997-10: 30, 1997-11: 27, 1997-12: 30, 1998-01: 29, 1998-02: 26",
    ),
    "weeks that begin on Monday": (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        at_nine(1997, 8, 5),
        "1997-08: 5 10 19 24",
    ),
    "weeks that begin on Sunday": (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        at_nine(1997, 8, 5),
        "1997-08: 5 17 19 31",
    ),
    "a day that some months lack": (
        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
        at_nine(2007, 1, 15),
        "2007-01: 15 30, 2007-02: 15, 2007-03: 15 30",
    ),
}
