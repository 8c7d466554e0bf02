# Letters. Each has a subject, its words and what its button says.
letter-hello = Bonjour,
letter-why = Vous recevez ce courriel en raison de votre compte sur { $address }. Personne ne lit les réponses à cette adresse.
letter-link = Si le bouton ne fonctionne pas, ouvrez cette adresse :
letter-message = Son message :
letter-reason = La raison donnée :
letter-sign-in-subject = Votre lien de connexion
letter-sign-in-text = { $n ->
    [one] Ce lien vous connecte. Il est valable { $n } minute et une seule fois. Si vous ne l’avez pas demandé, ignorez-le : rien ne se passera.
   *[other] Ce lien vous connecte. Il est valable { $n } minutes et une seule fois. Si vous ne l’avez pas demandé, ignorez-le : rien ne se passera.
}
letter-sign-in-action = Se connecter
letter-introduction-requested-subject = { $from } aimerait rencontrer { $to }
letter-introduction-requested-text = { $from } demande une mise en relation avec { $to }. À vous de décider; un refus privé est possible et ressemble à une absence de réponse.
letter-introduction-requested-action = Voir la demande
letter-introduction-accepted-subject = { $to } a dit oui
letter-introduction-accepted-text = { $to } a accepté la mise en relation avec { $from }. Ce que chaque partie ouvre à celles qui lui sont présentées est maintenant visible.
letter-introduction-accepted-action = Voir comment les joindre
letter-introduction-declined-subject = { $to } a décliné
letter-introduction-declined-text = { $to } ne souhaite pas de mise en relation avec { $from } pour le moment.
letter-introduction-declined-action = Voir vos mises en relation
letter-introduction-withdrawn-subject = { $from } a retiré sa demande
letter-introduction-withdrawn-text = { $from } ne demande plus de mise en relation avec { $to }.
letter-introduction-withdrawn-action = Voir vos mises en relation
letter-introduction-expired-subject = Pas de réponse de { $to }
letter-introduction-expired-text = La demande de mise en relation de { $from } avec { $to } a pris fin sans réponse.
letter-introduction-expired-action = Voir vos mises en relation
letter-post-published-subject = Publié : { $title }
letter-post-published-text = Votre annonce « { $title } » a été examinée et elle est publiée. Ses correspondances sont tenues à jour pour vous.
letter-post-published-action = Voir ses correspondances
letter-post-refused-subject = Non publié : { $title }
letter-post-refused-text = Votre annonce « { $title } » a été examinée et n’est pas publiée telle quelle. Vous pouvez la modifier et la soumettre de nouveau.
letter-post-refused-action = Voir l’annonce
letter-post-expiring-subject = Se termine bientôt : { $title }
letter-post-expiring-text = Votre annonce « { $title } » se termine le { $day }. Renouvelez-la si elle est encore valable.
letter-post-expiring-action = La renouveler
letter-post-expired-subject = Terminé : { $title }
letter-post-expired-text = Votre annonce « { $title } » est terminée et n’est plus mise en correspondance. Vous pouvez la publier de nouveau.
letter-post-expired-action = Voir l’annonce
letter-other-subject = Des nouvelles de { $address }
letter-other-text = Il y a du nouveau pour vous.
letter-other-action = Voir
