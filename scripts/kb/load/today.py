"""Which day it is where the site's readers are, on whatever server the site is built."""

from __future__ import annotations

import datetime as dt
import os
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_EPOCH = "SOURCE_DATE_EPOCH"


def today_in(zone: str) -> dt.date:
    """Today in a time zone; with SOURCE_DATE_EPOCH (seconds) the day of that moment.

    The variable is the usual one of builds that anybody can repeat to the byte:
    https://reproducible-builds.org/specs/source-date-epoch/
    """
    told = os.environ.get(_EPOCH, "")
    moment = dt.datetime.fromtimestamp(int(told), dt.UTC) if told.isdigit() else None
    try:
        place: dt.tzinfo = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        place = dt.UTC  # told: no such zone is a fault of data/county.yml
    return (moment or dt.datetime.now(dt.UTC)).astimezone(place).date()
