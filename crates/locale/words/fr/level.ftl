# À quel point une compétence est voulue.
importance-must = Indispensable
importance-should = Souhaitée
importance-nice = Atout

# Maîtrise d’une compétence, de 1 à 5.
level-1 = En a une première expérience
level-2 = Travaille avec de l’aide
level-3 = Travaille seul
level-4 = Guide les autres
level-5 = Fait autorité
level-of = { $skill }, niveau { $level } sur 5

# Niveaux du Cadre européen commun de référence pour les langues.
cefr-a1 = A1 – débutant
cefr-a2 = A2 – élémentaire
cefr-b1 = B1 – intermédiaire
cefr-b2 = B2 – intermédiaire avancé
cefr-c1 = C1 – avancé
cefr-c2 = C2 – maîtrise
cefr-native = Langue maternelle

# Le degré de certitude d’un chiffre.
confidence-high = Confiance élevée
confidence-medium = Confiance moyenne
confidence-low = Confiance faible
