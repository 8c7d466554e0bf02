# The first page.
home-title = Canada and Pakistan, digital services
home-heading = A bridge for work between Canada and Pakistan
home-lead = Firms, people and capital of both countries find each other here, learn what an engagement really costs both sides, meet, and show what came of it.
home-ask = Ask for a capability
home-offer = Offer yours
home-now = On the bridge today
home-parties = { $n ->
    [one] party
   *[other] parties
}
home-asks = { $n ->
    [one] open ask
   *[other] open asks
}
home-offers = { $n ->
    [one] open offer
   *[other] open offers
}
home-skills = { $n ->
    [one] skill described
   *[other] skills described
}
home-facts = { $n ->
    [one] figure with its source
   *[other] figures with their sources
}
home-how = How it works
home-how-match = A match that explains itself
home-how-match-words = Every suggestion says point by point why it fits, and every refusal which rule keeps it out and what would change it.
home-how-quote = What it costs and what it leaves
home-how-quote-words = Taxes, credits, fees and exchange on both sides, line by line, each figure with its law and date.
home-how-meet = From words to skills
home-how-meet-words = Paste a brief in English, French or Urdu and see which skills it names, and why.
home-how-proof = Every figure says who and when
home-how-proof-words = The rules and figures are open: read the sources, the dates, and what is only assumed.
home-size = How large the corridor is
home-size-words = Canada is a small customer of Pakistani information technology. That is the room there is to grow.
home-share = Share or amount
home-place = Country
home-period = Period and source
home-chart-words = Bars by country. The figures stand in the table below.
country-us = United States
country-ae = United Arab Emirates
country-sa = Saudi Arabia
country-sg = Singapore
country-my = Malaysia
country-ca = Canada
country-au = Australia
country-cn = China
country-pk = Pakistan
home-chart-parties = How many
home-chart-kind = Parties by kind
home-chart-sort = Parties by what they publish
home-chart-sector = Parties by sector, the largest eight
home-chart-spread = Bars of how many parties there are. The figures stand in the table below.
home-chart-value = Which
home-chart-tables = The same as tables
