# Deux personnes ont modifié la même fiche.
conflict-title = Quelqu’un vous a devancé
conflict-lead = Rien n’a été écrasé, et votre texte est conservé ci-dessous. Là où les deux diffèrent, choisissez lequel prendre; ce que vous aviez laissé tel quel est réglé sur le texte le plus récent.
conflict-by = Modifié par { $who } le { $when }.
conflict-both = Les deux versions, champ par champ
conflict-theirs = Tel que c’est maintenant
conflict-mine = Tel que vous l’avez écrit
conflict-empty = vide
conflict-save = Enregistrer ce qui est choisi
conflict-mend = Le mettre dans le formulaire et continuer
conflict-leave = Laisser tel que c’est maintenant
