# The pack as pages.
browse-title = Figures and sources
browse-lead = All that is computed here rests on this open collection. Each figure says who published it, when it was read, and how sure it is.
browse-skills = Skills
browse-roles = Roles
browse-parameters = Figures by date
browse-rules = Rules
browse-sources = Sources
browse-topics = Figures by topic
browse-topic = Topic
browse-group = Group
browse-day = In force on
browse-only-stale = Only what should be looked at again
browse-show-stale = Show them
browse-stale = { $n ->
    [one] { $n } figure is past its review date.
   *[other] { $n } figures are past their review date.
}
browse-strengths = How strengths between skills were set
browse-strengths-words = Knowing one skill says something about another: the number is how many of a hundred who have the first also have the second, measured on public surveys of developers where they cover both, and judged and written down otherwise. Chains are multiplied and cut where they grow weak.
browse-name = Name
browse-also = Also known as
browse-declared = Declared at
browse-assumed = assumed
browse-parameters-lead = What law, statistics and assumptions say a figure is, from when to when, and on whose word.
browse-rules-lead = The lines a quote is made of, the reason of each, and the ways to engage it belongs to.
browse-weights = Weights of matching
browse-weights-words = Of ten thousand points. The same weights hold for everybody.
browse-count-sources = { $n ->
    [one] source
   *[other] sources
}
browse-count-sides = { $n ->
    [one] side
   *[other] sides
}
browse-count-cities = { $n ->
    [one] city
   *[other] cities
}
browse-count-holidays = { $n ->
    [one] holiday
   *[other] holidays
}
browse-count-skills = { $n ->
    [one] skill
   *[other] skills
}
browse-count-spellings = { $n ->
    [one] spelling
   *[other] spellings
}
browse-count-implications = { $n ->
    [one] link between skills
   *[other] links between skills
}
browse-count-roles = { $n ->
    [one] role
   *[other] roles
}
browse-count-titles = { $n ->
    [one] job title
   *[other] job titles
}
browse-count-sectors = { $n ->
    [one] sector
   *[other] sectors
}
browse-count-certifications = { $n ->
    [one] certification
   *[other] certifications
}
browse-count-registrations = { $n ->
    [one] registration
   *[other] registrations
}
browse-count-exchange-rates = { $n ->
    [one] exchange rate
   *[other] exchange rates
}
browse-count-parameters = { $n ->
    [one] parameter by date
   *[other] parameters by date
}
browse-count-mappings = { $n ->
    [one] import mapping
   *[other] import mappings
}
browse-fact-kind = Kind
browse-fact-domain = Domain
browse-fact-broader = Part of
browse-fact-narrower = Takes in
browse-fact-aliases = Also written
browse-fact-exact = Only in this case
browse-fact-context = Confirmed by
browse-fact-declares = Says directly
browse-fact-implies = Implies, of 100
browse-fact-implied-by = Implied by, of 100
browse-fact-roles = Roles, by weight
browse-fact-group = Group
browse-fact-titles = Titles
browse-fact-core = Core skills
browse-fact-skills = Skills, by weight
browse-fact-nearest-roles = Nearest roles, of 100
browse-fact-producer = Published by
browse-fact-address = Address
browse-fact-published = Published
browse-fact-read = Read on
browse-fact-licence = Licence
browse-fact-title = Title
skill-kind-language = Language of programming
skill-kind-framework = Framework
skill-kind-library = Library
skill-kind-tool = Tool
skill-kind-platform = Platform
skill-kind-database = Database
skill-kind-protocol = Protocol
skill-kind-standard = Standard
skill-kind-method = Method
skill-kind-practice = Practice
skill-kind-knowledge = Knowledge
skill-kind-service = Service
skill-kind-certification-topic = Topic of a certification
