# Missions: the plan of meetings, told to organisers and to those who come.
mission-when = When
mission-elsewhere = Elsewhere
mission-place = Place
mission-table = Table
mission-who = Who
mission-with = With
mission-value = Value
mission-person = Person
mission-party = Party
mission-day = Day
mission-wish = Wish
mission-why = Why not
mission-admits = What would admit it
mission-change = Change
mission-before = Before
mission-after = After
mission-figure = Figure
mission-reached = Reached
mission-bound = No plan can
mission-meetings = Meetings
mission-left-out = Left out
mission-people = People
mission-figures = Figures
mission-table-at = { $venue }, table { $table }
mission-meeting-count = { $n ->
    [one] { $n } meeting
   *[other] { $n } meetings
}
mission-left-count = { $n ->
    [one] { $n } wish left out
   *[other] { $n } wishes left out
}

# The objective, in its order.
mission-missed = Promised meetings not held
mission-total-value = Value of the meetings held
mission-unevenness = Unevenness between parties
mission-breaks = Breaks
mission-idle = Idle time
mission-travel = Travel
mission-discomfort = Outside people's own hours
mission-at-least = have less than { $n }
mission-at-most = have more than { $n }
mission-proven = Proven: no plan keeps more promises, and none that keeps as many has more value.
mission-promises-gap = At most { $n } more promised meetings could be held.
mission-gap = At most { $n } points of value are still to be had.
mission-breaks-bound = No plan of the same meetings has fewer than { $n } breaks.

# Where a wish stands.
mission-state-requested = asked, not yet answered
mission-state-accepted = accepted
mission-state-must = must be held
mission-state-waiting = on the waiting list
mission-state-declined = declined
mission-state-cancelled = cancelled
mission-state-expired = expired

# Why a wish is left out.
mission-limit-state = it stands at: { $state }
mission-limit-parties = it does not name two or more different parties that come
mission-limit-not-possible = this meeting is not possible
mission-limit-roles = these roles do not meet at this mission
mission-limit-met-before = they met at an earlier mission
mission-limit-no-common-time = there is no slot in which all of them could be there
mission-limit-party-full = { $party } has as many meetings as it takes
mission-limit-party-busy = { $party } sits elsewhere in every slot that would do
mission-limit-never-together = all of them have free slots, but never the same
mission-limit-tables = where all of them are free, the tables are taken
mission-limit-order = it would be out of order with another meeting
mission-limit-given-up = it was given up for quieter days

# What would admit it.
mission-admits-acceptance = its parties accept it
mission-admits-table = one more table: { $venue }, { $when }
mission-admits-one-more = { $party } takes one meeting more
mission-admits-instead = { $of } make way: { $venue }, { $when }; costs { $value } of value
mission-admits-free = nothing stands in the way: { $venue }, { $when }

# What changed for a person.
mission-gained = new
mission-lost = cancelled
mission-moved = moved

# A person's sheet.
mission-sheet-title = Timetable of { $name }
mission-sheet-lead = { $mission }. Every time stands with its zone; the first is your own.
mission-no-meetings = No meeting is planned.
mission-version = Version { $n }

# Pictures.
mission-picture-title = Timetable: { $mission }
mission-picture-text = { $meetings } meetings at { $rows } tables and rooms; the darker a meeting, the more it is worth. Times stand in { $zones }.
mission-value-scale = Value of a meeting
mission-overflow = overflow
mission-use-title = Tables in use
mission-use-text = How many of the sittings of each place are used, in per cent.
mission-use-figure = { $used } of { $all }
mission-fair-title = Meetings of each party
mission-fair-text = How many meetings each party has, and how many of its wishes could be planned.
mission-fair-figure = { $held } of { $wished }
