# Parts of the two views of a match.
part-skills = Compétences
part-level = Maîtrise au-delà du niveau demandé
part-price = Prix
part-overlap = Heures de travail communes
part-language = Langue
part-record = Réalisations
part-capacity = Capacité
part-sector = Secteur
part-role = Rôle
part-workload = Charge de travail
part-length = Durée

match-score = { $points } sur { $of }
match-view-asker = Le point de vue du demandeur
match-view-offerer = Le point de vue de l'offrant
match-mutual = { $less } × { $low } + { $more } × { $high } = { $score } : le moins satisfait des deux compte { $less } fois.
match-none = Rien ne respecte toutes les règles.
match-admitted = { $n ->
    [one] { $n } offre respecte toutes les règles
   *[other] { $n } offres respectent toutes les règles
}

# Why a part earned what it earned.
why-skill-direct = demande { $asked } { $level } ; l'offre le maîtrise à { $offered }
why-skill-implied = demande { $asked } { $level } ; l'offre a { $via } { $offered }, qui suppose { $asked } à { $strength } : vaut { $worth }
why-skill-none = demande { $asked } { $level } ; rien dans l'offre ne le suppose
why-price = { $have } l'heure entre le budget et le tarif ; tous les points à partir de { $want }
why-overlap = { $have } en commun le pire jour ; { $want } souhaitées
why-language = demande { $language } { $asked } ; l'offre a { $offered }
why-language-none = demande { $language } { $asked } ; l'offre ne l'a pas
why-record = { $have } points sur { $want } pour les années, les références et les résultats confirmés
why-capacity = { $have } personnes de plus que demandé ; tous les points à partir de { $want }
why-role = les deux rôles se ressemblent à { $have }
why-workload = { $have } heures par semaine sur { $want }
why-length = { $have } jours de travail ; { $want } souhaités
why-sector-shared = les deux nomment { $sector }
why-sector-none = aucun secteur en commun
why-unstated = l'un des deux ne le précise pas
why-nothing-asked = rien de demandé ici

# The hard rules.
rule-kind = Type d'annonce
rule-sides = Côtés du corridor
rule-exclusion = Exclusion
rule-skill = Compétence indispensable
rule-budget = Budget
rule-capacity = Personnes
rule-hours = Heures par semaine
rule-dates = Dates
rule-length = Durée
rule-overlap = Heures de travail communes
rule-language = Langue
rule-certification = Certification
rule-registration = Inscription
rule-references = Références

# Why a pair is kept apart.
whynot-passes = La paire respecte toutes les règles ; seul son rang l'exclut d'une liste.
whynot-one = Un seul changement suffit.
whynot-many = { $n ->
    [one] { $n } règle n'est pas respectée
   *[other] { $n } règles ne sont pas respectées : aucun changement seul ne suffit
}
whynot-fails = { $n ->
    [one] { $n } règle stricte n'est pas respectée
   *[other] { $n } règles strictes ne sont pas respectées
}
whynot-score = Si toutes les règles étaient respectées, la note serait de { $score } sur { $of }.
fail-kind = la demande et l'offre ne sont pas du même type
fail-sides = les deux parties ne sont pas de côtés opposés
fail-exclusion = { $about } est exclu
fail-skill = { $about } : vaut { $have }, demandé { $want }
fail-skill-via = { $about } : vaut { $have } par { $via }, demandé { $want }
fail-budget = le tarif est de { $have } l'heure, le budget de { $want }
fail-capacity = { $have } personnes offertes, { $want } demandées
fail-hours = { $have } heures par semaine offertes, { $want } demandées
fail-dates = libre { $have } des { $want } jours du travail
fail-length = { $have } jours de travail, au moins { $want } souhaités
fail-overlap = { $have } en commun le pire jour, au moins { $want } souhaitées
fail-language = { $about } : offert à { $have }, demandé à { $want }
fail-language-none = { $about } est demandé à { $want } et n'est pas offert
fail-certification = { $about } n'est pas détenue
fail-registration = { $about } n'est pas détenue
fail-references = { $have } références présentées, { $want } demandées

# The smallest change that mends a rule.
change-asker = Le demandeur : { $what }
change-offerer = L'offrant : { $what }
change-ask-level = accepte { $skill } à { $to }
change-ask-drop-must = ne rend plus { $skill } indispensable
change-offer-level = atteint { $to } en { $skill }
change-budget = porte le budget à { $to }
change-rate = ramène le tarif à { $to }
change-people-ask = demande { $to } personnes
change-people-offer = offre { $to } personnes
change-hours-ask = demande { $to } heures par semaine
change-hours-offer = offre { $to } heures par semaine
change-days-ask = porte la durée à { $to } jours
change-days-offer = accepte { $to } jours
change-overlap-least = accepte { $to } en commun
change-period = déplace le travail au { $from } – { $until }
change-available = est libre le { $day }
change-drop = ne demande plus { $what }
change-unexclude = n'exclut plus { $what }
change-gain = obtient { $what }
change-language-ask = accepte { $what } à { $to }
change-language-offer = atteint { $to } en { $what }
change-references-ask = demande { $to } références
change-references-offer = présente { $to } références
change-shift-later = travaille { $by } plus tard
change-shift-earlier = travaille { $by } plus tôt
change-none = rien de ce côté n'y remédie
