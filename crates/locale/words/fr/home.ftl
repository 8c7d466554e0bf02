# The first page.
home-title = Canada et Pakistan, services numériques
home-heading = Un pont pour le travail entre le Canada et le Pakistan
home-lead = Entreprises, personnes et capitaux des deux pays se trouvent ici, apprennent ce qu’un mandat coûte vraiment aux deux parties, se rencontrent et montrent le résultat.
home-ask = Demander une compétence
home-offer = Offrir la vôtre
home-now = Sur le pont aujourd’hui
home-parties = { $n ->
    [one] participant
   *[other] participants
}
home-asks = { $n ->
    [one] demande ouverte
   *[other] demandes ouvertes
}
home-offers = { $n ->
    [one] offre ouverte
   *[other] offres ouvertes
}
home-skills = { $n ->
    [one] compétence décrite
   *[other] compétences décrites
}
home-facts = { $n ->
    [one] chiffre sourcé
   *[other] chiffres sourcés
}
home-how = Comment ça marche
home-how-match = Un jumelage qui s’explique
home-how-match-words = Chaque suggestion dit point par point pourquoi elle convient; chaque refus, quelle règle l’écarte et ce qui changerait.
home-how-quote = Ce que ça coûte et ce qui reste
home-how-quote-words = Taxes, crédits, frais et change des deux côtés, ligne par ligne, chaque chiffre avec sa loi et sa date.
home-how-meet = Des mots aux compétences
home-how-meet-words = Collez un mandat en anglais, en français ou en ourdou et voyez quelles compétences il nomme, et pourquoi.
home-how-proof = Chaque chiffre dit qui et quand
home-how-proof-words = Règles et chiffres sont ouverts : lisez les sources, les dates et ce qui n’est que supposé.
home-size = La taille du corridor
home-size-words = Le Canada est un petit client des technologies de l’information pakistanaises. C’est la marge de croissance.
home-share = Part ou montant
home-place = Pays
home-period = Période et source
home-chart-words = Barres par pays. Les chiffres figurent dans le tableau ci-dessous.
country-us = États-Unis
country-ae = Émirats arabes unis
country-sa = Arabie saoudite
country-sg = Singapour
country-my = Malaisie
country-ca = Canada
country-au = Australie
country-cn = Chine
country-pk = Pakistan
home-chart-parties = Combien
home-chart-kind = Participants par type
home-chart-sort = Participants selon ce qu’ils publient
home-chart-sector = Participants par secteur, les huit plus grands
home-chart-spread = Barres du nombre de participants. Les chiffres sont dans le tableau ci-dessous.
home-chart-value = Lequel
home-chart-tables = Les mêmes en tableaux
