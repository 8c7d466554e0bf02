# Missions as the organiser runs them.
mission-desk-lead = Prepare a mission, invite, let parties state their wishes, plan, publish, and run the days.
mission-desk-new = New mission
mission-desk-title = Title
mission-desk-first = First day
mission-desk-start = First slot starts
mission-desk-slots = Slots a day
mission-desk-minutes = Minutes of a slot
mission-desk-pause = Minutes between slots
mission-desk-venue = Name of the place
mission-desk-zone = Zone of the place
mission-desk-area = City or fairground; blank: online
mission-desk-tables = Tables
mission-desk-create = Create the mission
mission-desk-upload = Or hand in a mission document
mission-desk-file = Document (JSON)
mission-desk-upload-hint = As the planner on the command line reads it: places, attendees, wishes. Every fault is told with its place and cure.
mission-desk-read = Read the document
mission-desk-missions = Missions so far
mission-desk-front = Overview
mission-desk-attendees = Attendees
mission-desk-wishes = Wishes
mission-desk-plan = Plan
mission-desk-happened = Something happened
mission-desk-board = Board of the day
mission-desk-open = Open for answers and wishes
mission-desk-close = Close the mission
mission-desk-public = The public page
mission-desk-counts = At a glance
mission-desk-invited = Not answered
mission-desk-coming = Coming
mission-desk-standing = Standing requests
mission-desk-agreed = Agreed wishes

# Planning.
mission-desk-planning = Planning
mission-desk-start-plan = Plan
mission-desk-go-on = Go on from the plan in work
mission-desk-effort = Effort
mission-desk-effort-quick = quick look
mission-desk-effort-usual = usual
mission-desk-effort-long = thorough
mission-desk-stop = Stop and keep the best so far
mission-desk-under-way = The planner is at work. The page looks again by itself every few seconds.
mission-desk-again = Look again
mission-desk-waiting = Waits for a worker
mission-desk-running = At work
mission-desk-stopping = Stopping
mission-desk-done = Done
mission-desk-failed = Failed
mission-desk-gap = Gap
mission-desk-steps = { $work } of { $of } steps
mission-desk-findings = What is wrong with the mission
mission-desk-versions = Versions of the plan
mission-desk-version = Plan { $n }
mission-desk-made-planned = planned
mission-desk-made-repaired = repaired
mission-desk-made-taken = a free sitting was taken
mission-desk-moved = { $moved } meetings moved; no repair that holds the same meetings moves fewer than { $least }
mission-desk-in-work = in work
mission-desk-seen = what people see
mission-desk-no-plan = There is no plan yet.

# Publication.
mission-desk-publication = Publication
mission-desk-stage-draft = Draft, seen by organisers only
mission-desk-stage-review = In review
mission-desk-stage-published = Published
mission-desk-submit = Submit for review
mission-desk-return = Send back
mission-desk-publish = Publish and tell people
mission-desk-unpublish = Unpublish and cancel all meetings
mission-desk-told = { $version } editions were told to people, the last on { $when }
mission-desk-not-told = People have not been told a plan yet.
mission-desk-changes = What publishing changes
mission-desk-changes-count = { $n ->
    [one] { $n } person is told something new
   *[other] { $n } people are told something new
}
mission-desk-changes-none = Nothing would change for anybody.

# The plan shown.
mission-desk-picture = Picture
mission-desk-charts = Charts
mission-desk-left = Left out
mission-desk-exports = Take it with you
mission-desk-workbook = Workbook (XLSX)
mission-desk-sheets = All sheets to print
mission-desk-plan-json = Plan (JSON)
mission-desk-mission-json = Mission (JSON)
mission-desk-picture-large = Open the picture alone
mission-desk-lock = Lock
mission-desk-locked = locked
mission-desk-lock-words = A locked meeting stays where it is when the rest is planned anew.
mission-desk-none-left = Every wish is in the plan.

# Attendees and wishes.
mission-desk-invite = Invite a party
mission-desk-party-id = Id of the party
mission-desk-party-hint = The last part of its address in the directory.
mission-desk-role = Role
mission-desk-role-hint = supplier, buyer, investor …
mission-desk-least = Promised meetings
mission-desk-most = Meetings at most
mission-desk-remove = Remove
mission-desk-add-wish = Add a wish
mission-desk-one = One party
mission-desk-other = The other
mission-desk-points = Value in points
mission-desk-suggest = Take in suggestions
mission-desk-suggest-words = Pairs that fit by their posts and have no wish yet are asked, at most three for each party. Nothing is planned until both accept.

# What happens.
mission-desk-happened-lead = Say what happened. The plan in work is repaired with the fewest moved meetings; people see it once you publish it.
mission-desk-drop-out = Drops out
mission-desk-late = Arrives late
mission-desk-closed = A place closes
mission-desk-who = Who
mission-desk-place = Place
mission-desk-from = From
mission-desk-until = Until
mission-desk-repair = Repair the plan
mission-desk-own-clock = On the clock of the party or the place.

# The board of the day.
mission-desk-now = Now
mission-desk-next = Next
mission-desk-nobody-now = Nobody sits at a table at this moment.
mission-desk-nothing-next = No meeting is to come.
mission-desk-attendance = Who came
mission-desk-no-absent = Everybody came, as far as is known.
mission-desk-none-arrived = Nobody has arrived yet today.
mission-desk-checked-in = Arrived today
mission-desk-disputes = The two sides disagree
mission-desk-no-disputes = No dispute is open.
mission-desk-says = { $party } says: { $what }
mission-desk-decide-held = It was held
mission-desk-decide-missing = { $party } did not come
mission-desk-no-shows = Did not come
mission-desk-times = { $n ->
    [one] { $n } time
   *[other] { $n } times
}

# More of the same pages.
mission-desk-pages = Pages of the mission
mission-desk-id = Id, as it stands in addresses
mission-desk-last = Last day
mission-desk-edit = Change the mission
mission-desk-document = The document as a whole
mission-desk-document-words = Places, slots, breaks, prayer times, travel and who may meet whom stand in the document: take it along, change it, hand it in again. Attendees and wishes stay as they are.
mission-desk-rules = How it is run
mission-desk-answer-days = Days a request waits for its answer
mission-desk-most-requests = Requests a party may have standing
mission-desk-witness-hours = Hours after a meeting to say whether it was held
mission-desk-members-must = Parties may say that an agreed meeting must be held
mission-desk-is-closed = The mission is over; nothing of it changes any more.
mission-desk-close-words = Nothing of it changes any more, and later missions remember who met.
mission-desk-on-waiting-list = On the waiting list
mission-desk-in-work-now = The plan in work:
mission-desk-no-findings = Nothing is wrong with it.
mission-desk-all = all
mission-desk-no-wishes = There is no such wish.
mission-desk-stands-at = Stands at
mission-desk-asked-by = Asked by
mission-desk-need-not = It need not be held
mission-desk-invite-words = A party already on the list keeps its place: what you say here replaces its role, its zone and what is promised to it.
mission-desk-remove-whom = Remove { $party }
mission-desk-role-buyer = buyer
mission-desk-role-supplier = supplier
mission-desk-role-investor = investor
mission-desk-role-startup = start-up
mission-desk-bound = No plan has more
mission-desk-plan-words = The planner keeps promised meetings first, then seeks the most mutual value, then fairness, then few breaks, little travel and little discomfort. More effort can only make the plan better.
mission-desk-anew = From the beginning
mission-desk-seed = Seed
mission-desk-seed-hint = The same seed and effort give the same plan.
mission-desk-stand-still = Let the page stand still
mission-desk-picture-alt = The whole timetable of { $mission } as a picture: { $meetings } meetings by table and time. The table of meetings below says the same in words.
mission-desk-sheets-pdf = All sheets (PDF)
mission-desk-in-figures = The same in figures
mission-desk-lock-party = All meetings of
mission-desk-lock-all = Lock all
mission-desk-unlock-all = Unlock all
mission-desk-what = What happened
mission-desk-late-or-leaves = Late, or leaves early
mission-desk-leaves = Leaves early
mission-desk-ends-hint = On the clock of the place; blank: from the beginning, to the end.
mission-desk-own = What the parties did themselves
mission-desk-own-words = Withdrew a meeting, dropped out, changed their hours: the plan is brought up to it.
mission-desk-look = Look what it would change
mission-desk-looked = What the repair would do
mission-desk-leave = Leave it
mission-desk-lost = { $n ->
    [one] { $n } meeting is lost
   *[other] { $n } meetings are lost
}
mission-desk-gained = { $n ->
    [one] { $n } meeting takes what came free
   *[other] { $n } meetings take what came free
}
mission-desk-changes-person = What changes for each person
mission-desk-more-people = { $n ->
    [one] And { $n } person more.
   *[other] And { $n } people more.
}
mission-desk-more-findings = { $n ->
    [one] And { $n } more.
   *[other] And { $n } more.
}
mission-desk-attendee-count = { $n ->
    [one] { $n } party on the list
   *[other] { $n } parties on the list
}
mission-desk-offered = Sittings held for the waiting list
mission-desk-to-come = Still to come
mission-desk-look-at = Look at another moment
refusal-value = This is missing, or cannot be read.

said-mission-created = The mission stands as a draft.
said-mission-opened = The mission is open; those invited are told.
said-mission-closed = The mission is over; who met is remembered.
said-mission-invited = Invited.
said-mission-removed = Removed.
said-mission-wish-added = The wish is added.
said-mission-proposed = The suggestions are asked; their parties answer.
said-mission-suggested = The suggestions are taken in.
said-mission-planning = The planner has begun.
said-mission-stopping = The planner stops and keeps the best so far.
said-mission-submitted = Submitted for review.
said-mission-returned = Sent back to be a draft.
said-mission-published = Published. Everybody whose meetings changed is told.
said-mission-unpublished = Unpublished. Everybody is told that the meetings are cancelled.
said-mission-locked = Locked.
said-mission-unlocked = Unlocked.
said-mission-repaired = The plan is repaired. Look it over, then publish it.
said-mission-decided = Decided.
mission-desk-calm = Quieter days
mission-desk-calm-hint = Where every table is full, a few meetings of least value are given up so that people have fewer breaks. They are offered to their parties once the plan is published.
mission-desk-calm-none = give up nothing
mission-desk-calm-share = give up at most { $share } of the value
