# Signing in.
sign-in-title = Se connecter
sign-in-lead = Nous vous envoyons un lien par courriel; il n’y a pas de mot de passe. Si vous n’avez pas encore de compte, le lien en crée un.
sign-in-email = Adresse courriel
sign-in-send = M’envoyer un lien
sign-in-sent = Consultez votre courriel
sign-in-sent-words = { $n ->
    [one] Si nous pouvons écrire à cette adresse, un lien est en route. Il est valable { $n } minute et une seule fois.
   *[other] Si nous pouvons écrire à cette adresse, un lien est en route. Il est valable { $n } minutes et une seule fois.
}
sign-in-link-words = Encore une étape, pour que les logiciels de courriel qui ouvrent les liens n’épuisent pas le vôtre.
sign-in-demo = Dans cette démonstration
sign-in-demo-words = Tout ici est inventé. Explorez comme :
sign-in-as-organiser = Organisateur
sign-in-as-asker = Entreprise canadienne qui demande
sign-in-as-offerer = Entreprise pakistanaise qui offre
sign-in-as-analyst = Analyste
