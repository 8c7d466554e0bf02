# Missions as those see them who come.
missions-lead = Meetings of the two countries' firms, planned together. Every time stands with its zone.
missions-none = There is no mission to show yet.
missions-days = { $first } to { $last }
missions-places = Places
missions-online = online, reached from anywhere
missions-tables = { $n ->
    [one] { $n } table
   *[other] { $n } tables
}
missions-come = { $n ->
    [one] { $n } party comes
   *[other] { $n } parties come
}
missions-blocks = Times without meetings
missions-block-always = everybody
missions-mine = Your part
missions-not-mine = What is planned for a party is shown to those who act for it.
missions-state-draft = In preparation
missions-state-open = Open for answers and wishes
missions-state-planned = Planned
missions-state-closed = Over
missions-invitation = Invitation
missions-invitation-invited = Waits for your answer
missions-invitation-coming = Coming
missions-invitation-declined = Not coming
missions-invitation-dropped-out = Dropped out
missions-timetable = Timetable
missions-wishes = Wishes

# The answer to an invitation.
missions-attend-lead = Say who comes, when and where. The plan keeps to it; you can change it until the plan is published, and afterwards the organiser repairs the plan.
missions-delegates = Who comes
missions-delegate-name = Name of person { $n }
missions-delegate-email = E-mail for invitations, if other than yours
missions-delegates-hint = At least one. Everybody named can be in one meeting at a time; leave a line blank to take its person out.
missions-zone = Zone of your clock
missions-hours = Hours in which you meet
missions-hours-from = From
missions-hours-until = Until
missions-hours-hint = On your own clock. Blank: no limit at a place, 08:00 to 20:00 online.
missions-days-of-week = Days
missions-stretch = Minutes before and after these hours that you accept
missions-venues = Places you can be at
missions-venues-hint = None chosen: all of them.
missions-away = When you cannot meet
missions-away-hint = One span a line: 2027-03-01 09:00 – 2027-03-01 12:00
missions-coming = We come
missions-not-coming = We do not come
missions-save-coming = Save: we come
missions-drop-out = Drop out
missions-drop-out-words = Your meetings are cancelled, and the others are told.

# Wishes.
missions-wishes-lead = A request blocks nothing until it is accepted. What is agreed goes into the plan.
missions-incoming = { $n ->
    [one] { $n } request waits for your answer
   *[other] { $n } requests wait for your answer
}
missions-outgoing = Your requests
missions-agreed = Agreed
missions-past = Over
missions-suggested = You may wish to meet
missions-suggested-none = Nobody else fits at present.
missions-why = { $points } points: { $ask } with { $offer }
missions-quota = { $used } of { $most } requests are used; a request that is declined, withdrawn or expired counts no more.
missions-quota-free = { $n ->
    [one] { $n } request stands.
   *[other] { $n } requests stand.
}
missions-answer-by = answer by { $when }
missions-request = Ask for a meeting
missions-request-whom = Whom
missions-message = Message
missions-accept = Accept
missions-decline = Decline
missions-cancel = Withdraw
missions-must = It must be held
missions-no-thanks = No thanks, privately
missions-no-thanks-words = The other side is not told: their request looks like one without an answer, and no such meeting is planned.
missions-no-thanks-list = Parties you will not meet
missions-no-thanks-undo = Allow again
missions-planned-at = planned: { $when }
missions-left-out = not in the plan: { $why }

# A party's timetable.
missions-no-plan = The plan is not published yet. You will be told by e-mail when it is.
missions-edition = Edition { $n } of { $when }
missions-next = Next meeting
missions-now = now
missions-over = over
missions-times-hint = The first time is on your own clock; the same moment elsewhere stands under it.
missions-sheet = Sheet to print
missions-ics = Calendar file
missions-calendar = Calendar address
missions-calendar-words = A calendar program that reads this address keeps itself up to date. Whoever knows the address can read the timetable: make one for each program, and revoke those you do not use.
missions-calendar-make = Make an address for { $person }
missions-calendar-made = Copy the address now: it is shown only once.
missions-calendar-revoke = Revoke
missions-calendar-since = { $person }, made on { $day }
missions-changed = Changed since the edition before
missions-changed-none = Nothing changed for you.
missions-check-in = Check in { $person }
missions-checked-in = { $person } checked in at { $when }
missions-after = After the meeting
missions-did-it = Did it take place?
missions-held = It was held
missions-missing = { $party } was not there
missions-stayed-away = We could not come
missions-outcome = What came of it
missions-next-step = Next step
missions-notes-own = What you write is read by the parties of this meeting and by the organiser, by nobody else.
missions-verdict-open = waits for answers
missions-verdict-held = held
missions-verdict-disputed = the two sides disagree; the organiser decides
missions-verdict-unknown = nobody said anything
missions-offers = A sitting came free
missions-offer = { $with }: { $when }, { $place }; held for you until { $until }
missions-offer-accept = Take it
missions-offer-refuse = Leave it
missions-offer-waiting = You said yes; the other side has not answered yet.

# Around the pages of a mission.
missions-front = The mission
missions-pages = Pages of the mission
missions-group-mine = Yours
missions-group-open = Others
missions-group-over = Over
missions-day-before = { $time } the day before
missions-day-after = { $time } the day after
missions-block-daily = every day
missions-block-kept = those who keep it
missions-block-own-clock = on each one’s own clock
missions-who = Who comes
missions-role-buyer = buyer
missions-role-supplier = supplier
missions-role-startup = startup
missions-role-investor = investor
missions-role-mentor = mentor
missions-change = Change who comes, and when
missions-coming-title = Your answer
missions-not-coming-words = Your requests and what you agreed are withdrawn.
missions-keeps = Times you keep free
missions-fault-time = { $text } is not a time such as 09:30.
missions-fault-hours = Say both from when and until when, or neither.
missions-fault-span = { $text } is not a span such as the one shown.
missions-fault-stretch = Minutes are a whole number.
missions-agreed-none = Nothing is agreed yet.
missions-need-not = It need not be held
missions-find = Part of a name
missions-find-more = There are more than these: look for a name first.
missions-whom-none = There is nobody else to ask.
missions-calendar-open = Open in a calendar program
missions-meeting = Meeting
missions-rule = Both sides are asked. Whoever is said not to have come and says nothing in time did not come; where the two sides disagree, the organiser decides.
missions-outcome-yours = What your party writes
missions-outcome-theirs = What { $party } wrote
missions-verdict-absent = did not come: { $party }

page-missions = Missions
said-mission-answered = Your answer is saved.
said-mission-requested = Asked. You will hear when they answer.
said-mission-accepted = Accepted.
said-mission-declined = Declined.
said-mission-cancelled = Withdrawn.
said-mission-no-thanks = Noted. The other side is not told.
said-mission-allowed = They can be planned with you again.
said-mission-must = It is marked as one that must be held.
said-mission-checked-in = Checked in.
said-mission-told = Thank you; what you said is noted.
said-mission-offer = Your answer is noted.
said-mission-revoked = The address no longer works.
