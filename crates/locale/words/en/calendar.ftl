# What stands in people's calendars.
calendar-name = { $mission }: { $person }
calendar-summary = Meeting with { $who }
calendar-cancelled = Cancelled: meeting with { $who }
calendar-location = { $venue }, table { $table }
calendar-times = The same moment:
calendar-who = Who comes:
calendar-reminder = Soon: meeting with { $who }
calendar-mission = Part of { $mission }, plan version { $version }.
