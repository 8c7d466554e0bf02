# Annonces : ce qui est demandé et ce qui est offert.
post-ask = Demande
post-offer = Offre
kind-service = Service
kind-capital = Capital
kind-mentorship = Mentorat
kind-market-access = Accès au marché
kind-research = Recherche
kind-placement = Stage
kind-venture = Coentreprise
kind-practice = Savoir-faire
ask-count = { $n ->
    [one] { $n } demande
   *[other] { $n } demandes
}
offer-count = { $n ->
    [one] { $n } offre
   *[other] { $n } offres
}
