# Introductions.
introduction-waiting = { $n ->
    [one] { $n } attend votre réponse
   *[other] { $n } attendent votre réponse
}
introduction-rest = Toutes les autres
introduction-none-waiting = Personne n’attend votre réponse.
introduction-none = Aucune pour l’instant.
introduction-dates = Demandée le { $day }, en attente jusqu’au { $until }
introduction-answer = Vos mots, si vous voulez
introduction-answered = Réponse
introduction-accept = Oui, mettez-nous en relation
introduction-decline = Non, et le dire
introduction-veto = Non, en privé
introduction-veto-words = Un non privé ressemble, pour l’autre, à une demande sans réponse, et écarte les suivantes.
introduction-withdraw = La retirer
introduction-ask = Les rencontrer?
introduction-ask-words = Ils décident de répondre ou non. Un oui ouvre à chacun ce que l’autre montre à ses contacts.
introduction-message = Message
introduction-request = Demander une mise en relation
introduction-state-requested = Demandée, sans réponse
introduction-state-accepted = Mis en relation
introduction-state-declined = Refusée
introduction-state-vetoed = Refusée en privé
introduction-state-expired = Sans réponse
introduction-state-withdrawn = Retirée
said-introduction-requested = Demandée. Vous saurez quand ils répondront.
said-introduction-accepted = Vous êtes mis en relation.
said-introduction-declined = Refusée.
said-introduction-vetoed = Refusée en privé.
said-introduction-withdrawn = Retirée.
