# Genres de participants.
party-firm = Entreprise
party-professional = Professionnel
party-startup = Jeune pousse
party-investor = Investisseur
party-mentor = Mentor
party-institution = Établissement
party-agency = Organisme
party-count = { $n ->
    [one] { $n } participant
   *[other] { $n } participants
}
