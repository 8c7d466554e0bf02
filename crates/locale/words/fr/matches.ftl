# What fits a post, and why.
matches-title = Ce qui convient
matches-lead = Pour « { $title } », au { $day }. Les mêmes règles et poids valent pour tous.
matches-see = Voir ce qui convient
matches-why = Pourquoi?
pair-title = Une demande, une offre
pair-part = Élément
pair-points = Points
pair-why = Pourquoi
pair-apart = Ce qui les sépare
pair-rate-closed = Le tarif ou le budget vous est fermé : seuls ses points sont montrés.
