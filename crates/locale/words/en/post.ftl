# Posts: what is asked and what is offered.
post-ask = Ask
post-offer = Offer
kind-service = Service
kind-capital = Capital
kind-mentorship = Mentorship
kind-market-access = Market access
kind-research = Research
kind-placement = Placement
kind-venture = Venture
kind-practice = Practice
ask-count = { $n ->
    [one] { $n } ask
   *[other] { $n } asks
}
offer-count = { $n ->
    [one] { $n } offer
   *[other] { $n } offers
}
