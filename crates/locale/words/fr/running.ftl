# What organisers run: people, background work, the log, settings.
people-title = Personnes
people-lead = Qui a un compte, et ce que chacun peut faire au-delà de ses participants.
people-find = Trouver par adresse courriel
people-roles = Rôles
people-suspend = Fermé : ne peut pas se connecter
people-deeds = Ce qu’elle a fait
people-invite = Inviter quelqu’un
people-invite-words = Un compte est créé pour l’adresse, et un courriel l’annonce.
said-invited = Invitation envoyée par courriel.
role-organiser = Organisateur
role-analyst = Analyste
account-state-active = actif
account-state-suspended = fermé
account-state-erased = effacé
job-title = Travaux en arrière-plan
job-lead = Les courriels, importations, messages aux webhooks et plans se font en arrière-plan et sont repris en cas d’échec. Ce qui a été abandonné se trouve ici.
job-dead = Abandonnés
job-failing = En échec, à reprendre
job-what = Quoi
job-problem = Problème
job-next = Prochain essai
job-attempts = { $n ->
    [one] { $n } essai
   *[other] { $n } essais
}
job-retry = Réessayer
job-drop = Abandonner
job-letter-spent = Le contenu d’un courriel abandonné est effacé; il ne peut donc pas être renvoyé.
refusal-letter-spent = Le contenu d’un courriel abandonné est effacé; il ne peut donc pas être renvoyé.
said-job-retried = Nouvel essai en cours.
said-job-dropped = Il a été abandonné.
job-state-waiting = en attente
job-state-running = en cours
job-state-done = faits
job-state-dead = abandonnés
job-kind-mail = Courriel
job-kind-import = Importation
job-kind-webhook = Message à un webhook
job-kind-post-reminder = Rappel
job-kind-erase = Effacement
job-kind-mission-plan = Plan d’une mission
job-kind-sweep = Rangement de ce qui est échu
log-title = Journal
log-verify = Vérifier tout le journal
log-whole = { $n ->
    [one] { $n } entrée, inchangée et à sa place.
   *[other] Les { $n } entrées sont là, inchangées et à leur place.
}
log-erased = { $n ->
    [one] Le contenu de { $n } a été effacé, comme le dit le journal.
   *[other] Le contenu de { $n } a été effacé, comme le dit le journal.
}
log-head = Notez ceci ailleurs : un journal tronqué ou réécrit ne le contiendrait plus.
log-broken = Le journal n’est pas ce qui a été écrit.
log-fault-missing = des entrées manquent à partir d’ici
log-fault-altered = elle a été altérée
log-fault-moved = elle a été déplacée ici
log-fault-unlinked = elle ne suit pas la précédente
log-fault-content-altered = son contenu a été altéré
log-fault-content-missing = son contenu a disparu sans effacement déclaré
log-fault-content-not-erased = son contenu aurait dû être effacé
log-fault-content-alone = un contenu sans entrée
log-fault-truncated = le journal s’arrête ici
log-fault-rewritten = le journal a été réécrit
refusal-log-too-long = Le journal est trop long pour attendre. Vérifiez-le sur le serveur : pul log verify.
log-doing = Ce qui a été fait
log-table = Type de fiche
log-id = Fiche, par son identifiant
log-account = Compte qui l’a fait
log-record = Fiche
log-fields = Champs modifiés
log-by = Par qui, quand
setting-title = Réglages
setting-lead = Ils s’appliquent aussitôt, sur chaque nœud. La configuration s’applique de nouveau quand une modification est annulée.
setting-post-days = Jours de publication d’une annonce
setting-remind-days = Jours avant la fin où un rappel est envoyé
setting-introduction-days = Jours d’attente d’une réponse à une mise en relation
setting-waiting-introductions = Mises en relation en attente permises par participant
setting-open-sign-up = Chacun peut-il créer un compte
setting-configured = Configuration : { $value }
setting-yes = Oui
setting-no = Non, sur invitation seulement
setting-reset = Annuler la modification
refusal-out-of-range = Donnez un nombre entier de { $least } à { $most }.
