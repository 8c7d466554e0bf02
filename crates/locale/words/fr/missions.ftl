# Les missions telles que les voient ceux qui viennent.
missions-lead = Des rencontres entre entreprises des deux pays, planifiées ensemble. Chaque heure est suivie de son fuseau.
missions-none = Aucune mission à montrer pour le moment.
missions-days = du { $first } au { $last }
missions-places = Lieux
missions-online = en ligne, accessible de partout
missions-tables = { $n ->
    [one] { $n } table
   *[other] { $n } tables
}
missions-come = { $n ->
    [one] { $n } partie vient
   *[other] { $n } parties viennent
}
missions-blocks = Moments sans rencontre
missions-block-always = tout le monde
missions-mine = Votre part
missions-not-mine = Ce qui est prévu pour une partie est montré à ceux qui agissent pour elle.
missions-state-draft = En préparation
missions-state-open = Ouverte aux réponses et aux souhaits
missions-state-planned = Planifiée
missions-state-closed = Terminée
missions-invitation = Invitation
missions-invitation-invited = Attend votre réponse
missions-invitation-coming = Vient
missions-invitation-declined = Ne vient pas
missions-invitation-dropped-out = S’est désistée
missions-timetable = Horaire
missions-wishes = Souhaits

# La réponse à une invitation.
missions-attend-lead = Dites qui vient, quand et où. Le plan s’y tient; vous pouvez le changer jusqu’à la publication du plan, après quoi l’organisateur répare le plan.
missions-delegates = Qui vient
missions-delegate-name = Nom de la personne { $n }
missions-delegate-email = Courriel pour les invitations, s’il n’est pas le vôtre
missions-delegates-hint = Au moins une personne. Chacune peut être à une rencontre à la fois; une ligne vide retire sa personne.
missions-zone = Fuseau de votre horloge
missions-hours = Heures où vous rencontrez
missions-hours-from = De
missions-hours-until = À
missions-hours-hint = À votre propre horloge. Vide : aucune limite sur place, de 8 h à 20 h en ligne.
missions-days-of-week = Jours
missions-stretch = Minutes avant et après ces heures que vous acceptez
missions-venues = Lieux où vous pouvez être
missions-venues-hint = Aucun choisi : tous.
missions-away = Quand vous ne pouvez pas
missions-away-hint = Une période par ligne : 2027-03-01 09:00 – 2027-03-01 12:00
missions-coming = Nous venons
missions-not-coming = Nous ne venons pas
missions-save-coming = Enregistrer : nous venons
missions-drop-out = Se désister
missions-drop-out-words = Vos rencontres sont annulées et les autres en sont avisés.

# Les souhaits.
missions-wishes-lead = Une demande ne bloque rien tant qu’elle n’est pas acceptée. Ce qui est convenu entre dans le plan.
missions-incoming = { $n ->
    [one] { $n } demande attend votre réponse
   *[other] { $n } demandes attendent votre réponse
}
missions-outgoing = Vos demandes
missions-agreed = Convenus
missions-past = Closes
missions-suggested = Vous voudrez peut-être rencontrer
missions-suggested-none = Personne d’autre ne convient pour le moment.
missions-why = { $points } points : { $ask } avec { $offer }
missions-quota = { $used } demandes sur { $most } sont utilisées; une demande refusée, retirée ou expirée ne compte plus.
missions-quota-free = { $n ->
    [one] { $n } demande est en cours.
   *[other] { $n } demandes sont en cours.
}
missions-answer-by = réponse avant { $when }
missions-request = Demander une rencontre
missions-request-whom = Qui
missions-message = Message
missions-accept = Accepter
missions-decline = Refuser
missions-cancel = Retirer
missions-must = Elle doit avoir lieu
missions-no-thanks = Non merci, en privé
missions-no-thanks-words = L’autre partie n’en sait rien : sa demande ressemble à une demande sans réponse, et aucune rencontre n’est planifiée.
missions-no-thanks-list = Parties que vous ne rencontrerez pas
missions-no-thanks-undo = Permettre de nouveau
missions-planned-at = planifiée : { $when }
missions-left-out = hors du plan : { $why }

# L’horaire d’une partie.
missions-no-plan = Le plan n’est pas encore publié. Vous serez avisé par courriel quand il le sera.
missions-edition = Édition { $n } du { $when }
missions-next = Prochaine rencontre
missions-now = maintenant
missions-over = terminée
missions-times-hint = La première heure est à votre propre horloge; le même moment ailleurs est dessous.
missions-sheet = Feuille à imprimer
missions-ics = Fichier de calendrier
missions-calendar = Adresse de calendrier
missions-calendar-words = Un agenda qui lit cette adresse se tient à jour. Quiconque connaît l’adresse peut lire l’horaire : faites-en une par agenda et révoquez celles qui ne servent plus.
missions-calendar-make = Créer une adresse pour { $person }
missions-calendar-made = Copiez l’adresse maintenant : elle n’est montrée qu’une fois.
missions-calendar-revoke = Révoquer
missions-calendar-since = { $person }, créée le { $day }
missions-changed = Changé depuis l’édition précédente
missions-changed-none = Rien n’a changé pour vous.
missions-check-in = Enregistrer l’arrivée de { $person }
missions-checked-in = Arrivée de { $person } enregistrée à { $when }
missions-after = Après la rencontre
missions-did-it = A-t-elle eu lieu?
missions-held = Elle a eu lieu
missions-missing = { $party } n’y était pas
missions-stayed-away = Nous n’avons pas pu venir
missions-outcome = Ce qu’il en est ressorti
missions-next-step = Prochaine étape
missions-notes-own = Ce que vous écrivez est lu par les parties de cette rencontre et par l’organisateur, par personne d’autre.
missions-verdict-open = attend des réponses
missions-verdict-held = a eu lieu
missions-verdict-disputed = les deux parties se contredisent; l’organisateur décide
missions-verdict-unknown = personne n’a rien dit
missions-offers = Une place s’est libérée
missions-offer = { $with } : { $when }, { $place }; gardée pour vous jusqu’à { $until }
missions-offer-accept = La prendre
missions-offer-refuse = La laisser
missions-offer-waiting = Vous avez dit oui; l’autre partie n’a pas encore répondu.

# Autour des pages d’une mission.
missions-front = La mission
missions-pages = Pages de la mission
missions-group-mine = Les vôtres
missions-group-open = Les autres
missions-group-over = Terminées
missions-day-before = { $time } la veille
missions-day-after = { $time } le lendemain
missions-block-daily = tous les jours
missions-block-kept = ceux qui les observent
missions-block-own-clock = à l’heure de chacun
missions-who = Qui vient
missions-role-buyer = acheteur
missions-role-supplier = fournisseur
missions-role-startup = jeune pousse
missions-role-investor = investisseur
missions-role-mentor = mentor
missions-change = Changer qui vient, et quand
missions-coming-title = Votre réponse
missions-not-coming-words = Vos demandes et ce que vous avez convenu sont retirés.
missions-keeps = Périodes que vous gardez libres
missions-fault-time = { $text } n’est pas une heure comme 09:30.
missions-fault-hours = Indiquez le début et la fin, ou ni l’un ni l’autre.
missions-fault-span = { $text } n’est pas une période comme celle qui est montrée.
missions-fault-stretch = Les minutes sont un nombre entier.
missions-agreed-none = Rien n’est encore convenu.
missions-need-not = Elle n’est plus indispensable
missions-find = Partie d’un nom
missions-find-more = Il y en a d’autres : cherchez d’abord un nom.
missions-whom-none = Il n’y a personne d’autre à qui demander.
missions-calendar-open = Ouvrir dans un agenda
missions-meeting = Rencontre
missions-rule = On demande aux deux parties. Celle dont on dit qu’elle n’est pas venue et qui ne répond pas à temps n’est pas venue; si les deux parties se contredisent, l’organisateur tranche.
missions-outcome-yours = Ce que votre partie écrit
missions-outcome-theirs = Ce que { $party } a écrit
missions-verdict-absent = absent : { $party }

page-missions = Missions
said-mission-answered = Votre réponse est enregistrée.
said-mission-requested = Demande envoyée. Vous serez avisé de la réponse.
said-mission-accepted = Acceptée.
said-mission-declined = Refusée.
said-mission-cancelled = Retirée.
said-mission-no-thanks = C’est noté. L’autre partie n’en sait rien.
said-mission-allowed = Des rencontres avec elle peuvent de nouveau être planifiées.
said-mission-must = Elle est marquée comme devant avoir lieu.
said-mission-checked-in = Arrivée enregistrée.
said-mission-told = Merci; ce que vous avez dit est noté.
said-mission-offer = Votre réponse est notée.
said-mission-revoked = L’adresse ne fonctionne plus.
