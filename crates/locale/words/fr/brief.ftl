# Skills from words.
brief-title = Compétences d’un texte
brief-lead = Collez ce que vous cherchez, ou ce que vous savez faire, dans vos mots. Rien n’est conservé.
brief-text = Mandat ou curriculum vitæ
brief-hint = Anglais, français ou ourdou, jusqu’à 20 000 caractères
brief-read = Trouver les compétences
brief-found = { $n ->
    [one] { $n } compétence trouvée
   *[other] { $n } compétences trouvées
}
brief-role = Les mots « { $words } » nomment le rôle { $role }.
brief-table = Compétences et mots d’origine
brief-words = Mots
brief-reason = Pourquoi ils comptent
brief-reason-name = son nom
brief-reason-case = son nom sous cette casse
brief-reason-context = des mots voisins le confirment
brief-reason-list = il figure dans une liste de compétences
brief-reason-phrase = la tournure qui l’entoure
brief-ask = Demander celles-ci
brief-offer = Offrir celles-ci
