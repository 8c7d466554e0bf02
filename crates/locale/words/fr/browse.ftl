# The pack as pages.
browse-title = Chiffres et sources
browse-lead = Tout ce qui est calculé ici repose sur ce recueil ouvert. Chaque chiffre dit qui l’a publié, quand il a été lu et son degré de certitude.
browse-skills = Compétences
browse-roles = Rôles
browse-parameters = Chiffres par date
browse-rules = Règles
browse-sources = Sources
browse-topics = Chiffres par sujet
browse-topic = Sujet
browse-group = Groupe
browse-day = En vigueur le
browse-only-stale = Seulement ce qui est à revoir
browse-show-stale = Les afficher
browse-stale = { $n ->
    [one] { $n } chiffre a dépassé sa date de révision.
   *[other] { $n } chiffres ont dépassé leur date de révision.
}
browse-strengths = Comment les forces entre compétences ont été fixées
browse-strengths-words = Connaître une compétence en dit long sur une autre : le nombre indique combien de personnes sur cent ayant la première ont aussi la seconde, mesuré sur des enquêtes publiques de développeurs, ou estimé et consigné. Les chaînes se multiplient et s’arrêtent quand elles faiblissent.
browse-name = Nom
browse-also = Aussi appelé
browse-declared = Déclaré dans
browse-assumed = supposé
browse-parameters-lead = Ce que la loi, les statistiques et les hypothèses disent d’un chiffre, de quand à quand, et d’après qui.
browse-rules-lead = Les lignes d’un devis, la raison de chacune et les modes d’engagement auxquels elle appartient.
browse-weights = Poids du jumelage
browse-weights-words = Sur dix mille points. Les mêmes poids valent pour tous.
browse-count-sources = { $n ->
    [one] source
   *[other] sources
}
browse-count-sides = { $n ->
    [one] côté
   *[other] côtés
}
browse-count-cities = { $n ->
    [one] ville
   *[other] villes
}
browse-count-holidays = { $n ->
    [one] jour férié
   *[other] jours fériés
}
browse-count-skills = { $n ->
    [one] compétence
   *[other] compétences
}
browse-count-spellings = { $n ->
    [one] graphie
   *[other] graphies
}
browse-count-implications = { $n ->
    [one] lien entre compétences
   *[other] liens entre compétences
}
browse-count-roles = { $n ->
    [one] rôle
   *[other] rôles
}
browse-count-titles = { $n ->
    [one] titre d’emploi
   *[other] titres d’emploi
}
browse-count-sectors = { $n ->
    [one] secteur
   *[other] secteurs
}
browse-count-certifications = { $n ->
    [one] certification
   *[other] certifications
}
browse-count-registrations = { $n ->
    [one] inscription
   *[other] inscriptions
}
browse-count-exchange-rates = { $n ->
    [one] taux de change
   *[other] taux de change
}
browse-count-parameters = { $n ->
    [one] paramètre daté
   *[other] paramètres datés
}
browse-count-mappings = { $n ->
    [one] grille d’importation
   *[other] grilles d’importation
}
browse-fact-kind = Genre
browse-fact-domain = Domaine
browse-fact-broader = Fait partie de
browse-fact-narrower = Comprend
browse-fact-aliases = Aussi écrit
browse-fact-exact = Seulement sous cette casse
browse-fact-context = Confirmé par
browse-fact-declares = Dit directement
browse-fact-implies = Implique, sur 100
browse-fact-implied-by = Impliquée par, sur 100
browse-fact-roles = Rôles, par poids
browse-fact-group = Groupe
browse-fact-titles = Titres
browse-fact-core = Compétences clés
browse-fact-skills = Compétences, par poids
browse-fact-nearest-roles = Rôles les plus proches, sur 100
browse-fact-producer = Publié par
browse-fact-address = Adresse
browse-fact-published = Publié
browse-fact-read = Lu le
browse-fact-licence = Licence
browse-fact-title = Titre
skill-kind-language = Langage de programmation
skill-kind-framework = Cadriciel
skill-kind-library = Bibliothèque
skill-kind-tool = Outil
skill-kind-platform = Plateforme
skill-kind-database = Base de données
skill-kind-protocol = Protocole
skill-kind-standard = Norme
skill-kind-method = Méthode
skill-kind-practice = Pratique
skill-kind-knowledge = Savoir
skill-kind-service = Service
skill-kind-certification-topic = Sujet de certification
