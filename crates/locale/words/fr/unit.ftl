# Unités : un nombre d’unités, et pour chacune.
unit-minute = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
unit-hour = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
unit-day = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
unit-week = { $n ->
    [one] { $n } semaine
   *[other] { $n } semaines
}
unit-month = { $n ->
    [one] { $n } mois
   *[other] { $n } mois
}
unit-year = { $n ->
    [one] { $n } an
   *[other] { $n } ans
}
unit-person = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}

per-minute = par minute
per-hour = par heure
per-day = par jour
per-week = par semaine
per-month = par mois
per-year = par an
per-person = par personne
per-fixed = prix forfaitaire

# Un prix et son objet : 1 234,50 $ par heure.
price-per = { $price } { $per }
