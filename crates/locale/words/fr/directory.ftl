# The directory.
directory-title = Répertoire
directory-words = Mots
directory-words-hint = Noms, titres, compétences; dans l’une des trois langues
directory-facets = Préciser
directory-clear = Tout retirer
directory-facet-side = Côté
directory-facet-kind = Genre de participant
directory-facet-post = Demandes ou offres
directory-facet-sort = Genre d’annonce
directory-facet-sector = Secteur
directory-facet-skill = Compétence
directory-facet-city = Ville
