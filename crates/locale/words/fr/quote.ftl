# A quote: its title and its deal.
quote-title = Ce que cela coûte et ce qu’il en reste
quote-title-way = { $way } : ce que cela coûte et ce qu’il en reste
quote-lead = Droit et chiffres du { $date }. Les montants sont exacts; chaque ligne est arrondie une fois, au cent ou au paisa.
quote-deal = Le contrat
quote-team = Équipe
quote-member = { $people } × { $occupation }, { $seniority }
quote-assumed-by-you = Fixé par vous : { $name }
quote-foot = Pul, ensemble { $pack } { $version }, { $hash }
quote-scope = Estimation fondée sur des règles publiques et des hypothèses indiquées. Ce n’est ni un avis fiscal ni un avis juridique.

# All ways beside each other.
quote-ways = Tous les modes côte à côte
quote-way = Mode d’engagement
quote-cost = Coût
quote-before-credits = Avant crédits
quote-net = Reste au fournisseur
quote-in = { $what }, { $currency }
quote-saving = Économie
quote-saving-before = Économie avant crédits
quote-headline = Annonce
quote-best = Le moins cher, crédits de recherche comptés : { $way }.
quote-best-before = Le moins cher avant crédits de recherche : { $way }.
quote-best-both = Le moins cher, avec ou sans crédits de recherche : { $way }.
quote-columns = Coût : tout ce que l’acheteur débourse, moins tout ce qui lui revient. Économie : par rapport à { $baseline }, crédits de recherche comptés des deux côtés. Annonce : l’économie sur les seuls salaires et honoraires.
quote-numbered = { $n }. { $way }
quote-number = ({ $n })
quote-saves = { $way } : économie de { $percent } par rapport à { $baseline } une fois les crédits de recherche comptés, de { $before } avant crédits. Comparer les seuls salaires et honoraires donnerait { $headline }.
quote-costs-more = { $way } : plus cher que { $baseline } une fois les crédits de recherche comptés ({ $percent }, contre { $before } avant crédits). Comparer les seuls salaires et honoraires donnerait { $headline }.
quote-chart = Coût de chaque mode pour l’acheteur, { $currency }
quote-chart-words = Barres du coût de chaque mode, crédits de recherche comptés. Les chiffres sont dans le tableau ci-dessus.
quote-both-currencies = Totaux dans les deux monnaies
quote-buyer = Côté acheteur
quote-supplier = Côté fournisseur
quote-per = Par mois, par personne et par heure
quote-per-month = par mois
quote-per-person = par personne
quote-per-hour = par heure
quote-hours = { $people } personnes, { $months } mois, { $hours } heures de travail en tout.

# Lines.
quote-lines = Ligne par ligne
quote-line = Ligne
quote-total-cost = L’acheteur débourse
quote-total-before = Le même, avant crédits
quote-total-net = Le fournisseur garde
quote-becomes = { $label } : devient
quote-sign = Côté acheteur, un moins est de l’argent qui revient; côté fournisseur, un moins est de l’argent qui sort. Les lignes entre parenthèses sont indiquées sans être comptées.
quote-told = ({ $label })

# Range and tipping points.
quote-range = De combien cela peut s’écarter
quote-range-alone = Une hypothèse fausse
quote-range-together = Toutes fausses dans le même sens
quote-range-saving = Économie, une hypothèse fausse
quote-range-net = Reste au fournisseur, toutes fausses
quote-swing = Ce qui fait le plus bouger le coût : { $way }
quote-swing-low = À la borne basse
quote-swing-high = À la borne haute
quote-wages = Salaires, un point de leur distribution plus bas ou plus haut
quote-tips = Où le mode le moins cher change
quote-tip = { $input } : jusqu’à { $before }, le moins cher est { $from }; dès { $at }, c’est { $to }.
quote-tips-credits = Crédits de recherche comptés
quote-tips-before = Crédits de recherche exclus
quote-tips-none = Aucune valeur des données parcourues ne rend un autre mode le moins cher.
quote-tips-searched = Données parcourues : { $inputs }.

# Papers, and what to look at twice.
quote-papers = Documents et questions
quote-papers-numbers = Les numéros entre parenthèses sont les modes qui l’exigent; sans numéro, tous ceux qui sont montrés.
quote-who-buyer = acheteur
quote-who-supplier = fournisseur
quote-who-both = les deux
quote-kind-form = Formulaire
quote-kind-certificate = Attestation
quote-kind-code = Code
quote-kind-clause = Clause
quote-kind-question = Question
quote-kind-filing = Déclaration
quote-kind-warning = Avertissement
quote-look-twice = À regarder deux fois
quote-assumed = Supposé, par vous ou par l’ensemble : { $list }.
quote-stale = À revérifier, date de révision passée : { $list }.
quote-expired = Échu avant le jour du devis, dernière valeur connue utilisée : { $list }.
quote-not-yet = En vigueur après le jour du devis, première valeur connue utilisée : { $list }.
quote-medium = D’une seule source secondaire : { $list }.
quote-ends-within = Prend fin avant l’engagement, utilisé jusqu’au bout : { $list }.
quote-nothing-twice = Rien n’est supposé, périmé ou échu.

# Where the money goes.
quote-balances = Où va chaque cent
quote-party = Partie
quote-exchanged = Changé dans l’autre monnaie
quote-conserved = Chaque cent arrive : les deux colonnes donnent zéro et rien ne reste en chemin.

# How a figure comes about.
quote-explain = D’où vient chaque chiffre
quote-explain-line = { $label } : { $amount }
quote-formula = En mots
quote-worked = En chiffres
quote-when = S’applique si
quote-steps = Chiffres intermédiaires
quote-step-member = membre { $n }
quote-inputs = Tiré du contrat
quote-parameters = Tiré du droit, des statistiques et des hypothèses
quote-parameter = Chiffre utilisé
quote-holds = En vigueur
quote-holds-from = dès le { $from }
quote-holds-until = jusqu’au { $until }
quote-holds-both = du { $from } au { $until }
quote-holds-always = sans date
quote-assumption = Hypothèse : { $reason }
quote-set-by-you = Fixé par vous
quote-mark-stale = à revérifier
quote-mark-expired = échu
quote-mark-not-yet = pas encore en vigueur
quote-confidence-high = confiance élevée
quote-confidence-medium = confiance moyenne
quote-source = { $producer }, { $title }. Lu le { $read }.
quote-source-published = { $producer }, { $title }. Publié { $published }, lu le { $read }.
quote-if = si
quote-then = alors
quote-else = sinon
quote-and = et
quote-or = ou
quote-not = non
quote-in-list = parmi
quote-otherwise = à défaut
quote-min = le plus petit de
quote-max = le plus grand de
quote-clamp = borné entre
quote-round = arrondi
quote-bands = selon les tranches de
quote-sum = la somme sur l’équipe de
quote-per-else = divisé par
quote-point-low = le plus bas de
quote-point-lower-quartile = le quartile inférieur de
quote-point-median = la médiane de
quote-point-upper-quartile = le quartile supérieur de
quote-point-high = le plus haut de
quote-unit-hour = heure
quote-unit-day = jour
quote-unit-month = mois
quote-unit-year = an

# How true is a headline?
how-true-title = « { $claim } moins cher » : est-ce vrai?
how-true-lead = Les mêmes personnes, au Pakistan ou embauchées au Canada. Droit et chiffres du { $date }.
how-true-kind = Type d’acheteur
how-true-answer = Vrai?
how-true-holds = oui
how-true-fails = non
how-true-summary = C’est vrai pour { $n } types d’acheteur sur { $of } une fois tout compté. Crédits comptés, l’économie va de { $least } à { $most }; avant crédits, de { $least_before } à { $most_before }.
how-true-range = Une hypothèse fausse
how-true-ways = Économie par mode d’engagement, crédits de recherche comptés
how-true-chart = Économie tout compris, crédits de recherche comptés
how-true-chart-words = Une barre pour l’économie de chaque type d’acheteur. Les chiffres sont dans le tableau ci-dessus.
how-true-notes = Les types d’acheteur
