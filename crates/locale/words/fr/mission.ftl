# Missions : le plan des rencontres, pour les organisateurs et pour ceux qui viennent.
mission-when = Quand
mission-elsewhere = Ailleurs
mission-place = Lieu
mission-table = Table
mission-who = Qui
mission-with = Avec
mission-value = Valeur
mission-person = Personne
mission-party = Partie
mission-day = Jour
mission-wish = Souhait
mission-why = Pourquoi pas
mission-admits = Ce qui le permettrait
mission-change = Changement
mission-before = Avant
mission-after = Après
mission-figure = Chiffre
mission-reached = Atteint
mission-bound = Aucun plan ne peut
mission-meetings = Rencontres
mission-left-out = Non retenus
mission-people = Personnes
mission-figures = Chiffres
mission-table-at = { $venue }, table { $table }
mission-meeting-count = { $n ->
    [one] { $n } rencontre
   *[other] { $n } rencontres
}
mission-left-count = { $n ->
    [one] { $n } souhait non retenu
   *[other] { $n } souhaits non retenus
}

# L’objectif, dans son ordre.
mission-missed = Rencontres promises et non tenues
mission-total-value = Valeur des rencontres tenues
mission-unevenness = Inégalité entre les parties
mission-breaks = Pauses
mission-idle = Temps d’attente
mission-travel = Déplacements
mission-discomfort = Hors des heures de chacun
mission-at-least = en avoir moins de { $n }
mission-at-most = en avoir plus de { $n }
mission-proven = Prouvé : aucun plan ne tient plus de promesses, et aucun qui en tient autant n’a plus de valeur.
mission-promises-gap = Au plus { $n } autres rencontres promises pourraient être tenues.
mission-gap = Il reste au plus { $n } points de valeur à gagner.
mission-breaks-bound = Aucun plan des mêmes rencontres n’a moins de { $n } pauses.

# Où en est un souhait.
mission-state-requested = demandé, sans réponse
mission-state-accepted = accepté
mission-state-must = doit être tenu
mission-state-waiting = sur la liste d’attente
mission-state-declined = décliné
mission-state-cancelled = annulé
mission-state-expired = expiré

# Pourquoi un souhait n’est pas retenu.
mission-limit-state = état : { $state }
mission-limit-parties = il ne nomme pas deux parties différentes ou plus qui viennent
mission-limit-not-possible = cette rencontre n’est pas possible
mission-limit-roles = ces rôles ne se rencontrent pas à cette mission
mission-limit-met-before = elles se sont rencontrées à une mission précédente
mission-limit-no-common-time = aucun créneau ne convient à toutes
mission-limit-party-full = { $party } a autant de rencontres qu’elle en prend
mission-limit-party-busy = { $party } siège ailleurs dans chaque créneau possible
mission-limit-never-together = toutes ont des créneaux libres, mais jamais les mêmes
mission-limit-tables = là où toutes sont libres, les tables sont prises
mission-limit-order = elle serait dans le désordre avec une autre rencontre
mission-limit-given-up = elle a été cédée pour des journées plus calmes

# Ce qui le permettrait.
mission-admits-acceptance = ses parties l’acceptent
mission-admits-table = une table de plus : { $venue }, { $when }
mission-admits-one-more = { $party } prend une rencontre de plus
mission-admits-instead = { $of } cèdent la place : { $venue }, { $when } ; coûte { $value } de valeur
mission-admits-free = rien ne s’y oppose : { $venue }, { $when }

# Ce qui a changé pour une personne.
mission-gained = nouveau
mission-lost = annulé
mission-moved = déplacé

# La feuille d’une personne.
mission-sheet-title = Horaire de { $name }
mission-sheet-lead = { $mission }. Chaque heure est donnée avec son fuseau ; la première est la vôtre.
mission-no-meetings = Aucune rencontre n’est prévue.
mission-version = Version { $n }

# Images.
mission-picture-title = Horaire : { $mission }
mission-picture-text = { $meetings } rencontres à { $rows } tables et salles ; plus une rencontre est foncée, plus elle vaut. Les heures sont en { $zones }.
mission-value-scale = Valeur d’une rencontre
mission-overflow = débordement
mission-use-title = Tables occupées
mission-use-text = Part des places de chaque lieu qui servent, en pour cent.
mission-use-figure = { $used } sur { $all }
mission-fair-title = Rencontres de chaque partie
mission-fair-text = Combien de rencontres chaque partie a, et combien de ses souhaits pouvaient être planifiés.
mission-fair-figure = { $held } sur { $wished }
