# How much a skill is wanted.
importance-must = Must have
importance-should = Should have
importance-nice = Nice to have

# Mastery of a skill, 1 to 5.
level-1 = Has met it
level-2 = Works with help
level-3 = Works alone
level-4 = Leads others in it
level-5 = Is known for it
level-of = { $skill }, level { $level } of 5

# Levels of the Common European Framework of Reference for Languages.
cefr-a1 = A1 – beginner
cefr-a2 = A2 – elementary
cefr-b1 = B1 – intermediate
cefr-b2 = B2 – upper intermediate
cefr-c1 = C1 – advanced
cefr-c2 = C2 – mastery
cefr-native = Native speaker

# How sure a figure is.
confidence-high = High confidence
confidence-medium = Medium confidence
confidence-low = Low confidence
