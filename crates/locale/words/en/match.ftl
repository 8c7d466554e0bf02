# Parts of the two views of a match.
part-skills = Skills
part-level = Level above the one asked
part-price = Price
part-overlap = Shared working time
part-language = Language
part-record = Track record
part-capacity = Capacity
part-sector = Sector
part-role = Role
part-workload = Workload
part-length = Length

match-score = { $points } of { $of }
match-view-asker = The asker's view
match-view-offerer = The offerer's view
match-mutual = { $less } × { $low } + { $more } × { $high } = { $score }: the less pleased of the two counts { $less } times.
match-none = Nothing passes every rule.
match-admitted = { $n ->
    [one] { $n } offer passes every rule
   *[other] { $n } offers pass every rule
}

# Why a part earned what it earned.
why-skill-direct = asks { $asked } { $level }; offers it at { $offered }
why-skill-implied = asks { $asked } { $level }; offers { $via } { $offered }, which implies { $asked } at { $strength }: worth { $worth }
why-skill-none = asks { $asked } { $level }; offers nothing that implies it
why-price = { $have } an hour between budget and rate; full points from { $want }
why-overlap = { $have } a day shared on the worst day; { $want } wanted
why-language = asks { $language } { $asked }; offers { $offered }
why-language-none = asks { $language } { $asked }; does not offer it
why-record = { $have } of { $want } points of years, references and confirmed outcomes
why-capacity = { $have } more people than asked; full points from { $want }
why-role = the two roles are { $have } alike
why-workload = { $have } of { $want } hours a week
why-length = { $have } days of work; { $want } wanted
why-sector-shared = both name { $sector }
why-sector-none = no sector in common
why-unstated = not stated by both
why-nothing-asked = nothing asked here

# The hard rules.
rule-kind = Kind of post
rule-sides = Sides of the corridor
rule-exclusion = Exclusion
rule-skill = Must-have skill
rule-budget = Budget
rule-capacity = People
rule-hours = Hours a week
rule-dates = Dates
rule-length = Length
rule-overlap = Shared working time
rule-language = Language
rule-certification = Certification
rule-registration = Registration
rule-references = References

# Why a pair is kept apart.
whynot-passes = The pair passes every rule; only its rank keeps it off a list.
whynot-one = One change is enough.
whynot-many = { $n ->
    [one] { $n } rule fails
   *[other] { $n } rules fail, so no single change is enough
}
whynot-fails = { $n ->
    [one] { $n } hard rule fails
   *[other] { $n } hard rules fail
}
whynot-score = If every rule passed it would score { $score } of { $of }.
fail-kind = the ask and the offer are of different kinds
fail-sides = the two are not parties of opposite sides
fail-exclusion = { $about } is excluded
fail-skill = { $about }: worth { $have }, asked { $want }
fail-skill-via = { $about }: worth { $have } through { $via }, asked { $want }
fail-budget = the rate is { $have } an hour, the budget { $want }
fail-capacity = { $have } people offered, { $want } asked
fail-hours = { $have } hours a week offered, { $want } asked
fail-dates = free on { $have } of the { $want } days of the work
fail-length = { $have } days of work, at least { $want } wanted
fail-overlap = { $have } shared on the worst day, at least { $want } wanted
fail-language = { $about }: offers { $have }, asked { $want }
fail-language-none = { $about } is asked at { $want } and not offered
fail-certification = { $about } is not held
fail-registration = { $about } is not held
fail-references = { $have } references shown, { $want } asked

# The smallest change that mends a rule.
change-asker = The asker: { $what }
change-offerer = The offerer: { $what }
change-ask-level = accepts { $skill } at { $to }
change-ask-drop-must = no longer makes { $skill } a must
change-offer-level = reaches { $to } in { $skill }
change-budget = raises the budget to { $to }
change-rate = lowers the rate to { $to }
change-people-ask = asks for { $to } people
change-people-offer = offers { $to } people
change-hours-ask = asks for { $to } hours a week
change-hours-offer = offers { $to } hours a week
change-days-ask = makes it { $to } days long
change-days-offer = accepts { $to } days
change-overlap-least = accepts { $to } of shared time
change-period = moves the work to { $from } – { $until }
change-available = is free on { $day }
change-drop = stops asking for { $what }
change-unexclude = stops excluding { $what }
change-gain = obtains { $what }
change-language-ask = accepts { $what } at { $to }
change-language-offer = reaches { $to } in { $what }
change-references-ask = asks for { $to } references
change-references-offer = shows { $to } references
change-shift-later = works { $by } later
change-shift-earlier = works { $by } earlier
change-none = nothing on this side mends it
