# What fits a post, and why.
matches-title = What fits
matches-lead = For “{ $title }”, as of { $day }. The same rules and weights hold for everybody.
matches-see = See what fits
matches-why = Why?
pair-title = One ask, one offer
pair-part = Part
pair-points = Points
pair-why = Why
pair-apart = What keeps them apart
pair-rate-closed = Rate or budget is closed to you: only its points are shown.
