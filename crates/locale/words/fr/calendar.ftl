# Ce qui figure dans les agendas.
calendar-name = { $mission } : { $person }
calendar-summary = Rencontre avec { $who }
calendar-cancelled = Annulé : rencontre avec { $who }
calendar-location = { $venue }, table { $table }
calendar-times = Le même moment :
calendar-who = Qui vient :
calendar-reminder = Bientôt : rencontre avec { $who }
calendar-mission = Fait partie de { $mission }, version { $version } du plan.
