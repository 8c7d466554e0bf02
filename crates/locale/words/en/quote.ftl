# A quote: its title and its deal.
quote-title = What it costs and what it leaves
quote-title-way = { $way }: what it costs and what it leaves
quote-lead = Law and figures of { $date }. Amounts are exact; each line is rounded once, to the cent or the paisa.
quote-deal = The deal
quote-team = Team
quote-member = { $people } × { $occupation }, { $seniority }
quote-assumed-by-you = Set by you: { $name }
quote-foot = Pul, pack { $pack } { $version }, { $hash }
quote-scope = This is an estimate from public rules and stated assumptions. It is not tax or legal advice.

# All ways beside each other.
quote-ways = All ways side by side
quote-way = Way to engage
quote-cost = Cost
quote-before-credits = Before credits
quote-net = Supplier keeps
quote-in = { $what }, { $currency }
quote-saving = Saving
quote-saving-before = Saving before credits
quote-headline = Headline
quote-best = Cheapest with research credits counted: { $way }.
quote-best-before = Cheapest before research credits: { $way }.
quote-best-both = Cheapest, research credits counted or not: { $way }.
quote-columns = Cost: all the buyer parts with, less all it gets back. Saving: against { $baseline }, research credits counted on both sides. Headline: what pay and fees alone would save.
quote-numbered = { $n }. { $way }
quote-number = ({ $n })
quote-saves = { $way } saves { $percent } of what { $baseline } costs once research credits are counted, { $before } before them. A comparison of pay and fees alone would say { $headline }.
quote-costs-more = { $way } costs more than { $baseline } once research credits are counted: { $percent } against { $before } before them. A comparison of pay and fees alone would say { $headline }.
quote-chart = What each way costs the buyer, { $currency }
quote-chart-words = Bars of the cost of each way, research credits counted. The figures stand in the table above.
quote-both-currencies = Totals in both currencies
quote-buyer = The buyer's side
quote-supplier = The supplier's side
quote-per = For a month, a person and an hour
quote-per-month = a month
quote-per-person = a person
quote-per-hour = an hour
quote-hours = { $people } people, { $months } months, { $hours } hours of work in all.

# Lines.
quote-lines = Line by line
quote-line = Line
quote-total-cost = The buyer parts with
quote-total-before = The same before credits
quote-total-net = The supplier keeps
quote-becomes = { $label }: becomes
quote-sign = On the buyer's side a minus is money that comes back; on the supplier's side a minus is money that goes out. Lines in brackets are told and not counted.
quote-told = ({ $label })

# Range and tipping points.
quote-range = How far it may be off
quote-range-alone = One assumption wrong
quote-range-together = All of them wrong the same way
quote-range-saving = Saving, one assumption wrong
quote-range-net = Supplier keeps, all wrong
quote-swing = What moves the cost of { $way } most
quote-swing-low = At its low end
quote-swing-high = At its high end
quote-wages = Wages, one point of their distribution lower or higher
quote-tips = Where the cheapest way changes
quote-tip = { $input }: up to { $before } the cheapest is { $from }; from { $at } it is { $to }.
quote-tips-credits = Research credits counted
quote-tips-before = Research credits left out
quote-tips-none = No value of the inputs searched makes another way the cheapest.
quote-tips-searched = Searched: { $inputs }.

# Papers, and what to look at twice.
quote-papers = Papers and questions
quote-papers-numbers = Numbers in brackets are the ways that need it; where there are none, every way shown does.
quote-who-buyer = buyer
quote-who-supplier = supplier
quote-who-both = both
quote-kind-form = Form
quote-kind-certificate = Certificate
quote-kind-code = Code
quote-kind-clause = Clause
quote-kind-question = Question
quote-kind-filing = Filing
quote-kind-warning = Warning
quote-look-twice = What to look at twice
quote-assumed = Assumed, set by you or by the pack: { $list }.
quote-stale = Past its review date, look again: { $list }.
quote-expired = Ended before the day of the quote, last known value used: { $list }.
quote-not-yet = Starts after the day of the quote, first known value used: { $list }.
quote-medium = From one secondary source only: { $list }.
quote-ends-within = Known to end before the engagement does, used to its end: { $list }.
quote-nothing-twice = Nothing is assumed, stale or expired.

# Where the money goes.
quote-balances = Where every cent goes
quote-party = Party
quote-exchanged = Exchanged into the other currency
quote-conserved = Every cent lands: both columns come to nought, and nothing stays in between.

# How a figure comes about.
quote-explain = How each figure comes about
quote-explain-line = { $label }: { $amount }
quote-formula = In words
quote-worked = In figures
quote-when = Applies when
quote-steps = Figures on the way
quote-step-member = member { $n }
quote-inputs = From the deal
quote-parameters = From the law, statistics and assumptions
quote-parameter = Figure used
quote-holds = Holds
quote-holds-from = from { $from }
quote-holds-until = until { $until }
quote-holds-both = { $from } to { $until }
quote-holds-always = undated
quote-assumption = Assumption: { $reason }
quote-set-by-you = Set by you
quote-mark-stale = stale
quote-mark-expired = expired
quote-mark-not-yet = not yet in force
quote-confidence-high = high confidence
quote-confidence-medium = medium confidence
quote-source = { $producer }, { $title }. Read { $read }.
quote-source-published = { $producer }, { $title }. Published { $published }, read { $read }.
quote-if = if
quote-then = then
quote-else = else
quote-and = and
quote-or = or
quote-not = not
quote-in-list = in
quote-otherwise = otherwise
quote-min = the least of
quote-max = the greatest of
quote-clamp = held within
quote-round = rounded
quote-bands = by the bands of
quote-sum = the sum over the team of
quote-per-else = divided by
quote-point-low = the lowest of
quote-point-lower-quartile = the lower quartile of
quote-point-median = the median of
quote-point-upper-quartile = the upper quartile of
quote-point-high = the highest of
quote-unit-hour = hour
quote-unit-day = day
quote-unit-month = month
quote-unit-year = year

# How true is a headline?
how-true-title = How true is “{ $claim } cheaper”?
how-true-lead = The same people, engaged in Pakistan or hired in Canada. Law and figures of { $date }.
how-true-kind = Kind of buyer
how-true-answer = Holds?
how-true-holds = yes
how-true-fails = no
how-true-summary = It holds for { $n } of { $of } kinds of buyer once everything is counted. With credits counted the saving lies between { $least } and { $most }; before credits between { $least_before } and { $most_before }.
how-true-range = One assumption wrong
how-true-ways = The saving by way to engage, research credits counted
how-true-chart = Saving all-in, research credits counted
how-true-chart-words = A bar for the saving of each kind of buyer. The figures stand in the table above.
how-true-notes = The kinds of buyer
