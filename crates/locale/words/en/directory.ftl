# The directory.
directory-title = Directory
directory-words = Words
directory-words-hint = Names, titles, skills; in any of the three languages
directory-facets = Narrow it down
directory-clear = Take all away
directory-facet-side = Side
directory-facet-kind = Kind of party
directory-facet-post = Asks or offers
directory-facet-sort = Kind of post
directory-facet-sector = Sector
directory-facet-skill = Skill
directory-facet-city = City
