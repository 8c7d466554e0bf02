# The organiser's desk.
organise-waits = Ce qui attend
organise-counts = Où en sont les choses
organise-in-review = { $n ->
    [one] annonce à réviser
   *[other] annonces à réviser
}
organise-imports-checked = { $n ->
    [one] importation à examiner
   *[other] importations à examiner
}
organise-imports-working = { $n ->
    [one] importation en cours
   *[other] importations en cours
}
organise-duplicates = { $n ->
    [one] paire peut-être identique
   *[other] paires peut-être identiques
}
organise-unanswered = { $n ->
    [one] mise en relation sans réponse depuis une semaine
   *[other] mises en relation sans réponse depuis une semaine
}
organise-expiring = { $n ->
    [one] annonce expire sous une semaine
   *[other] annonces expirent sous une semaine
}
organise-stale = { $n ->
    [one] chiffre à revérifier
   *[other] chiffres à revérifier
}
organise-mail = { $n ->
    [one] lettre non envoyée
   *[other] lettres non envoyées
}
organise-jobs = { $n ->
    [one] tâche abandonnée
   *[other] tâches abandonnées
}
organise-party-state = Participants
organise-post-state = Annonces
organise-introduction-state = Mises en relation
organise-accounts = Comptes
party-state-active = actifs
party-state-hidden = masqués
party-state-merged = fusionnés
party-state-erased = effacés
review-title = Révision
review-queue = Annonces à réviser
review-empty = Rien n’attend.
review-reason = Raison, si elle est renvoyée
review-approve = Publier
review-refuse = Renvoyer
said-post-approved = Publiée.
said-post-refused = Renvoyée avec sa raison.
duplicate-title = Doublons
duplicate-lead = Paires qui sont peut-être un seul participant, avec les indices. Une fusion déplace annonces, membres et mises en relation, et peut être annulée.
duplicate-none = Aucune paire ne semble être un seul participant.
duplicate-posts = { $n ->
    [one] { $n } annonce
   *[other] { $n } annonces
}
duplicate-keep = Garder { $name }
duplicate-made = Fusions faites
duplicate-stands = { $kept } remplace { $merged }.
duplicate-undo = Annuler
duplicate-undone = Annulée
duplicate-same-name = même nom
duplicate-alike-name = noms semblables
duplicate-same-page = même site
duplicate-same-city = même ville
said-merged = Fusionnés. Annulable ci-dessous.
said-unmerged = Annulée.
refusal-same-party = Choisissez deux participants différents.
import-title = Importations
import-lead = Un fichier est d’abord lu sans effet. Vous voyez chaque constat, puis vous publiez ou non.
import-mapping = Comment lire ses colonnes
import-own = JSON Lines de Pul
import-file = Fichier
import-file-hint = CSV, TSV, XLSX ou JSON Lines, jusqu’à { $most } Mo
import-read = Lire, sans effet
import-made = Importations faites
import-rows = { $rows } lignes lues, { $taken } peuvent être reprises.
import-again = Actualiser
import-publish = Publier
import-undo = Retirer
import-findings = Constats
import-more = { $n ->
    [one] et { $n } autre
   *[other] et { $n } autres
}
import-state-uploaded = En lecture
import-state-checked = Lu, non publié
import-state-publishing = En publication
import-state-published = Publié
import-state-undone = Retiré
import-state-failed = Illisible
said-import-taken = Reçu; lecture en cours.
