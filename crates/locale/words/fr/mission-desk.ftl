# Les missions telles que l’organisateur les mène.
mission-desk-lead = Préparer une mission, inviter, recueillir les souhaits, planifier, publier et mener les journées.
mission-desk-new = Nouvelle mission
mission-desk-title = Titre
mission-desk-first = Premier jour
mission-desk-start = Début de la première plage
mission-desk-slots = Plages par jour
mission-desk-minutes = Minutes par plage
mission-desk-pause = Minutes entre les plages
mission-desk-venue = Nom du lieu
mission-desk-zone = Fuseau du lieu
mission-desk-area = Ville ou parc d’exposition; vide : en ligne
mission-desk-tables = Tables
mission-desk-create = Créer la mission
mission-desk-upload = Ou remettre un document de mission
mission-desk-file = Document (JSON)
mission-desk-upload-hint = Tel que le planificateur en ligne de commande le lit : lieux, participants, souhaits. Chaque défaut est dit avec sa place et son remède.
mission-desk-read = Lire le document
mission-desk-missions = Missions jusqu’ici
mission-desk-front = Vue d’ensemble
mission-desk-attendees = Participants
mission-desk-wishes = Souhaits
mission-desk-plan = Plan
mission-desk-happened = Un imprévu
mission-desk-board = Tableau du jour
mission-desk-open = Ouvrir aux réponses et aux souhaits
mission-desk-close = Clore la mission
mission-desk-public = La page publique
mission-desk-counts = En un coup d’œil
mission-desk-invited = Sans réponse
mission-desk-coming = Viennent
mission-desk-standing = Demandes en cours
mission-desk-agreed = Souhaits convenus

# La planification.
mission-desk-planning = Planification
mission-desk-start-plan = Planifier
mission-desk-go-on = Continuer à partir du plan en cours
mission-desk-effort = Effort
mission-desk-effort-quick = coup d’œil rapide
mission-desk-effort-usual = habituel
mission-desk-effort-long = approfondi
mission-desk-stop = Arrêter et garder le meilleur
mission-desk-under-way = Le planificateur travaille. La page se relit d’elle-même toutes les quelques secondes.
mission-desk-again = Relire
mission-desk-waiting = Attend son tour
mission-desk-running = En cours
mission-desk-stopping = S’arrête
mission-desk-done = Terminée
mission-desk-failed = Échouée
mission-desk-gap = Écart
mission-desk-steps = { $work } pas sur { $of }
mission-desk-findings = Ce qui ne va pas dans la mission
mission-desk-versions = Versions du plan
mission-desk-version = Plan { $n }
mission-desk-made-planned = planifié
mission-desk-made-repaired = réparé
mission-desk-made-taken = une place libre a été prise
mission-desk-moved = { $moved } rencontres déplacées; aucune réparation qui garde les mêmes rencontres n’en déplace moins de { $least }
mission-desk-in-work = en cours
mission-desk-seen = ce que les gens voient
mission-desk-no-plan = Il n’y a pas encore de plan.

# La publication.
mission-desk-publication = Publication
mission-desk-stage-draft = Ébauche, vue des seuls organisateurs
mission-desk-stage-review = En révision
mission-desk-stage-published = Publié
mission-desk-submit = Soumettre à la révision
mission-desk-return = Renvoyer
mission-desk-publish = Publier et aviser
mission-desk-unpublish = Retirer et annuler toutes les rencontres
mission-desk-told = { $version } éditions ont été annoncées, la dernière le { $when }
mission-desk-not-told = Aucun plan n’a encore été annoncé.
mission-desk-changes = Ce que la publication change
mission-desk-changes-count = { $n ->
    [one] { $n } personne apprend du nouveau
   *[other] { $n } personnes apprennent du nouveau
}
mission-desk-changes-none = Rien ne changerait pour personne.

# Le plan montré.
mission-desk-picture = Image
mission-desk-charts = Graphiques
mission-desk-left = Non retenus
mission-desk-exports = À emporter
mission-desk-workbook = Classeur (XLSX)
mission-desk-sheets = Toutes les feuilles à imprimer
mission-desk-plan-json = Plan (JSON)
mission-desk-mission-json = Mission (JSON)
mission-desk-picture-large = Ouvrir l’image seule
mission-desk-lock = Verrouiller
mission-desk-locked = verrouillée
mission-desk-lock-words = Une rencontre verrouillée reste en place quand le reste est replanifié.
mission-desk-none-left = Chaque souhait est dans le plan.

# Participants et souhaits.
mission-desk-invite = Inviter une partie
mission-desk-party-id = Identifiant de la partie
mission-desk-party-hint = La dernière partie de son adresse dans le répertoire.
mission-desk-role = Rôle
mission-desk-role-hint = supplier, buyer, investor…
mission-desk-least = Rencontres promises
mission-desk-most = Rencontres au plus
mission-desk-remove = Retirer
mission-desk-add-wish = Ajouter un souhait
mission-desk-one = Une partie
mission-desk-other = L’autre
mission-desk-points = Valeur en points
mission-desk-suggest = Reprendre les suggestions
mission-desk-suggest-words = Les paires qui conviennent d’après leurs annonces et n’ont encore aucun souhait sont sollicitées, trois au plus par partie. Rien n’est planifié avant que les deux acceptent.

# Ce qui arrive.
mission-desk-happened-lead = Dites ce qui est arrivé. Le plan en cours est réparé avec le moins de rencontres déplacées; les gens le voient une fois publié.
mission-desk-drop-out = Se désiste
mission-desk-late = Arrive en retard
mission-desk-closed = Un lieu ferme
mission-desk-who = Qui
mission-desk-place = Lieu
mission-desk-from = De
mission-desk-until = À
mission-desk-repair = Réparer le plan
mission-desk-own-clock = À l’horloge de la partie ou du lieu.

# Le tableau du jour.
mission-desk-now = Maintenant
mission-desk-next = Ensuite
mission-desk-nobody-now = Personne n’est à une table en ce moment.
mission-desk-nothing-next = Aucune rencontre à venir.
mission-desk-attendance = Qui est venu
mission-desk-no-absent = Tout le monde est venu, à ce que l’on sait.
mission-desk-none-arrived = Personne n’est encore arrivé aujourd’hui.
mission-desk-checked-in = Arrivées du jour
mission-desk-disputes = Les deux parties se contredisent
mission-desk-no-disputes = Aucun différend ouvert.
mission-desk-says = { $party } dit : { $what }
mission-desk-decide-held = Elle a eu lieu
mission-desk-decide-missing = { $party } n’est pas venue
mission-desk-no-shows = Ne sont pas venues
mission-desk-times = { $n ->
    [one] { $n } fois
   *[other] { $n } fois
}

# Suite des mêmes pages.
mission-desk-pages = Pages de la mission
mission-desk-id = Identifiant, tel qu’il figure dans les adresses
mission-desk-last = Dernier jour
mission-desk-edit = Modifier la mission
mission-desk-document = Le document en entier
mission-desk-document-words = Lieux, plages, pauses, heures de prière, trajets et qui peut rencontrer qui figurent dans le document : emportez-le, modifiez-le, remettez-le. Participants et souhaits restent tels quels.
mission-desk-rules = Comment elle est menée
mission-desk-answer-days = Jours pendant lesquels une demande attend sa réponse
mission-desk-most-requests = Demandes qu’une partie peut avoir en cours
mission-desk-witness-hours = Heures après une rencontre pour dire si elle a eu lieu
mission-desk-members-must = Les parties peuvent dire qu’une rencontre convenue doit avoir lieu
mission-desk-is-closed = La mission est close; plus rien n’y change.
mission-desk-close-words = Plus rien n’y change, et les missions suivantes se souviennent de qui s’est rencontré.
mission-desk-on-waiting-list = Sur la liste d’attente
mission-desk-in-work-now = Le plan en cours :
mission-desk-no-findings = Rien ne cloche.
mission-desk-all = tous
mission-desk-no-wishes = Il n’y a aucun souhait de ce genre.
mission-desk-stands-at = État
mission-desk-asked-by = Demandé par
mission-desk-need-not = Elle n’est plus obligatoire
mission-desk-invite-words = Une partie déjà sur la liste y reste : ce que vous dites ici remplace son rôle, son fuseau et ce qui lui est promis.
mission-desk-remove-whom = Retirer { $party }
mission-desk-role-buyer = acheteur
mission-desk-role-supplier = fournisseur
mission-desk-role-investor = investisseur
mission-desk-role-startup = entreprise en démarrage
mission-desk-bound = Aucun plan n’a plus
mission-desk-plan-words = Le planificateur tient d’abord les rencontres promises, puis cherche la plus grande valeur mutuelle, puis l’équité, puis peu de pauses, de trajets et d’inconfort. Plus d’effort ne peut qu’améliorer le plan.
mission-desk-anew = Depuis le début
mission-desk-seed = Germe
mission-desk-seed-hint = Le même germe et le même effort donnent le même plan.
mission-desk-stand-still = Laisser la page immobile
mission-desk-picture-alt = Tout l’horaire de { $mission } en image : { $meetings } rencontres par table et par heure. Le tableau des rencontres ci-dessous dit la même chose en mots.
mission-desk-sheets-pdf = Toutes les feuilles (PDF)
mission-desk-in-figures = La même chose en chiffres
mission-desk-lock-party = Toutes les rencontres de
mission-desk-lock-all = Tout verrouiller
mission-desk-unlock-all = Tout déverrouiller
mission-desk-what = Ce qui est arrivé
mission-desk-late-or-leaves = En retard, ou part plus tôt
mission-desk-leaves = Part plus tôt
mission-desk-ends-hint = À l’horloge du lieu; vide : du début, jusqu’à la fin.
mission-desk-own = Ce que les parties ont fait elles-mêmes
mission-desk-own-words = Rencontre retirée, désistement, heures modifiées : le plan est mis à jour.
mission-desk-look = Voir ce que cela changerait
mission-desk-looked = Ce que ferait la réparation
mission-desk-leave = Renoncer
mission-desk-lost = { $n ->
    [one] { $n } rencontre est perdue
   *[other] { $n } rencontres sont perdues
}
mission-desk-gained = { $n ->
    [one] { $n } rencontre prend ce qui s’est libéré
   *[other] { $n } rencontres prennent ce qui s’est libéré
}
mission-desk-changes-person = Ce qui change pour chaque personne
mission-desk-more-people = { $n ->
    [one] Et { $n } autre personne.
   *[other] Et { $n } autres personnes.
}
mission-desk-more-findings = { $n ->
    [one] Et { $n } autre.
   *[other] Et { $n } autres.
}
mission-desk-attendee-count = { $n ->
    [one] { $n } partie sur la liste
   *[other] { $n } parties sur la liste
}
mission-desk-offered = Places réservées à la liste d’attente
mission-desk-to-come = À venir
mission-desk-look-at = Voir un autre moment
refusal-value = Ceci manque, ou ne peut être lu.

said-mission-created = La mission est une ébauche.
said-mission-opened = La mission est ouverte; les parties invitées sont avisées.
said-mission-closed = La mission est terminée; on retient qui s’est rencontré.
said-mission-invited = Invitée.
said-mission-removed = Retirée.
said-mission-wish-added = Le souhait est ajouté.
said-mission-proposed = Les suggestions sont transmises; leurs parties répondent.
said-mission-suggested = Les suggestions sont reprises.
said-mission-planning = Le planificateur a commencé.
said-mission-stopping = Le planificateur s’arrête et garde le meilleur.
said-mission-submitted = Soumis à la révision.
said-mission-returned = Renvoyé à l’état d’ébauche.
said-mission-published = Publié. Tous ceux dont les rencontres ont changé sont avisés.
said-mission-unpublished = Retiré. Tous sont avisés que les rencontres sont annulées.
said-mission-locked = Verrouillée.
said-mission-unlocked = Déverrouillée.
said-mission-repaired = Le plan est réparé. Regardez-le, puis publiez-le.
said-mission-decided = Décidé.
mission-desk-calm = Journées plus calmes
mission-desk-calm-hint = Quand toutes les tables sont prises, quelques rencontres de moindre valeur sont cédées pour que chacun ait moins de pauses. Elles sont proposées à leurs parties une fois le plan publié.
mission-desk-calm-none = ne rien céder
mission-desk-calm-share = céder au plus { $share } de la valeur
