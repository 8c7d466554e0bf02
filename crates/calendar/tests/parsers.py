"""Reads calendars with two parsers nobody here wrote and says where they disagree with what was meant.

usage: parsers.py FOLDER; for every NAME.ics there is a NAME.txt of lines "uid start end wall zone" (UTC instants,
the wall clock the person is to see, and the person's zone).
Each parser is to find the same events; the rules inside the calendar are to give the same instants.
"""
import datetime as dt
import pathlib
import sys

import icalendar
import vobject

UTC = dt.timezone.utc


def instant(text):
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00"))


def meant(path):
    rows = [line.split(" ") for line in path.read_text(encoding="utf-8").splitlines() if line]
    return {r[0]: (instant(r[1]), instant(r[2]), dt.datetime.fromisoformat(r[3]), r[4]) for r in rows}


def by_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    zones = {str(z["TZID"]): z.to_tz(lookup_tzid=False) for z in calendar.walk("VTIMEZONE")}
    for event in calendar.walk("VEVENT"):
        def at(name):
            prop = event[name]
            zone = prop.params.get("TZID")
            naive = prop.dt.replace(tzinfo=None)
            if zone is None:
                return prop.dt.astimezone(UTC), None
            return naive.replace(tzinfo=zones[zone]).astimezone(UTC), (naive, zone)
        start, wall = at("DTSTART")
        end, _ = at("DTEND")
        yield str(event["UID"]), start, end, wall


def by_vobject(text):
    # It keeps the rules of every zone it has ever read by name; each calendar is to stand alone.
    known = vars(vobject.icalendar)["__tzidMap"]
    for name in [n for n in known if n != "UTC"]:
        del known[name]
    calendar = vobject.readOne(text)
    for event in calendar.contents.get("vevent", []):
        start, end = event.dtstart.value, event.dtend.value
        yield event.uid.value, start.astimezone(UTC), end.astimezone(UTC), None


def main(folder):
    wrong, events = [], 0
    for path in sorted(pathlib.Path(folder).glob("*.ics")):
        text = path.read_bytes().decode("utf-8")
        expected = meant(path.with_suffix(".txt"))
        for name, parser in (("icalendar", by_icalendar), ("vobject", by_vobject)):
            seen = {}
            for uid, start, end, wall in parser(text):
                seen[uid] = True
                events += 1
                good = uid in expected and (start, end) == expected[uid][:2]
                if good and wall is not None:
                    good = wall == expected[uid][2:]
                if not good:
                    wrong.append(f"{path.name} {name} {uid}: {start} {end} {wall}, meant {expected.get(uid)}")
            if set(seen) != set(expected):
                wrong.append(f"{path.name} {name}: {len(seen)} events, meant {len(expected)}")
    print(f"{events} events read, {len(wrong)} wrong")
    print("\n".join(wrong[:20]))
    return 1 if wrong or not events else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
