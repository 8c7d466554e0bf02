# Kinds of party.
party-firm = Firm
party-professional = Professional
party-startup = Startup
party-investor = Investor
party-mentor = Mentor
party-institution = Institution
party-agency = Agency
party-count = { $n ->
    [one] { $n } party
   *[other] { $n } parties
}
