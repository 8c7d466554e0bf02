# My account, the outbox, what was kept.
account-language = Langue
account-zone = Fuseau horaire
account-zone-hint = Les heures y sont affichées. Choisissez-en un ou écrivez-en un autre, comme America/Halifax; laissez vide pour UTC.
account-digits = Chiffres
account-digits-latin = 0123456789
account-digits-eastern = ۰۱۲۳۴۵۶۷۸۹
account-letters = Courriels souhaités
account-letters-words = Les liens de connexion et l’annonce d’un nouveau droit sont toujours envoyés.
account-letters-introductions = Mises en relation
account-letters-posts = Mes annonces : publiées ou renvoyées
account-letters-reminders = Rappels : ce qui expire bientôt ou a expiré
account-letters-missions = Missions
account-quotes = Devis conservés
account-shortlists = Listes conservées
account-none = Aucun.
account-sessions = Où vous êtes connecté
account-browser = Navigateur
account-seen = Dernière utilisation
account-end = Déconnecter
account-end-one = Déconnecter le navigateur utilisé le { $day }
account-end-all = Se déconnecter partout
account-data = Vos données
account-data-words = Tout ce qui est conservé sur vous et sur les participants pour lesquels vous seul agissez.
account-export = Télécharger
account-erase = Effacer définitivement
account-erase-words = Votre compte, ce que vous avez conservé et les participants pour lesquels personne d’autre n’agit sont effacés, aussi du journal. C’est irréversible.
account-erase-confirm = Pour confirmer, écrivez votre adresse courriel
refusal-confirm = Ce n’est pas l’adresse de votre compte. Rien n’a été effacé.
said-erased = Tout ce qui vous concerne a été effacé.
outbox-lead = Dans cette démonstration aucune lettre ne part; voici ce qui aurait été envoyé.
outbox-follow = Suivre son lien
saved-quote = Devis conservé
saved-shortlist = Liste conservée
saved-as-of = Tel que le { $day }, recueil { $pack }.
saved-again = Recalculer avec les chiffres d’aujourd’hui
saved-share = Créer un lien que chacun peut lire
saved-unshare = Annuler le lien
saved-remove = Supprimer
saved-link = Le lien, affiché une seule fois :
saved-gone = { $n ->
    [one] { $n } annonce de la liste n’est plus publiée.
   *[other] { $n } annonces de la liste ne sont plus publiées.
}
saved-name = Conserver cette liste sous
said-removed = Supprimé.
said-unshared = Le lien ne fonctionne plus.
saved-cost = L’acheteur débourse
saved-net = Le fournisseur garde

# The history of a record.
history-title = Historique
history-lead = Chaque changement tel que le journal le conserve. Chaque entrée contient la précédente dans son empreinte : aucune ne peut être modifiée à l’insu de tous.
history-by-self = vous
history-by-somebody = quelqu’un d’autre
history-by-system = le système
history-closed = fermé
history-entry = entrée
history-erased = Son contenu a été effacé.
history-field = Champ
history-before = Avant
history-after = Après
history-see = Historique
