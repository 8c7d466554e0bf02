# Skills from words.
brief-title = Skills from words
brief-lead = Paste what you are looking for, or what you can do, in your own words. Nothing is kept.
brief-text = Brief or curriculum vitae
brief-hint = English, French or Urdu, up to 20,000 characters
brief-read = Find the skills
brief-found = { $n ->
    [one] { $n } skill found
   *[other] { $n } skills found
}
brief-role = The words “{ $words }” name the role { $role }.
brief-table = Skills with the words they came from
brief-words = Words
brief-reason = Why they count
brief-reason-name = its name
brief-reason-case = its name in this very case
brief-reason-context = words near by confirm it
brief-reason-list = it stands in a list of skills
brief-reason-phrase = the phrase around it
brief-ask = Ask for these
brief-offer = Offer these
