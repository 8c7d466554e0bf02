# My account, the outbox, what was kept.
account-language = Language
account-zone = Time zone
account-zone-hint = Times are shown in it. Choose one or write another, as America/Halifax; leave it empty for UTC.
account-digits = Digits
account-digits-latin = 0123456789
account-digits-eastern = ۰۱۲۳۴۵۶۷۸۹
account-letters = Letters you want
account-letters-words = Links to sign in, and word of a new right, always come.
account-letters-introductions = Introductions
account-letters-posts = My posts: published, or sent back
account-letters-reminders = Reminders: what ends soon, or ended
account-letters-missions = Missions
account-quotes = Quotes kept
account-shortlists = Shortlists kept
account-none = None.
account-sessions = Where you are signed in
account-browser = Browser
account-seen = Last used
account-end = Sign out
account-end-one = Sign out the browser last used on { $day }
account-end-all = Sign out everywhere
account-data = Your data
account-data-words = Everything kept about you and the parties you alone act for.
account-export = Download it
account-erase = Erase it for good
account-erase-words = Your account, what you kept, and parties nobody else acts for are erased, also from the log. This cannot be undone.
account-erase-confirm = To confirm, write your own e-mail address
refusal-confirm = This is not the address of your account. Nothing was erased.
said-erased = Everything about you has been erased.
outbox-lead = In this demonstration no letter leaves; here is what would have been sent.
outbox-follow = Follow its link
saved-quote = Quote kept
saved-shortlist = Shortlist kept
saved-as-of = As it was on { $day }, pack { $pack }.
saved-again = Compute it with today’s figures
saved-share = Make a link anybody can read it by
saved-unshare = Let the link lapse
saved-remove = Remove
saved-link = The link, shown once:
saved-gone = { $n ->
    [one] { $n } post of the list is no longer published.
   *[other] { $n } posts of the list are no longer published.
}
saved-name = Keep this list as
said-removed = Removed.
said-unshared = The link no longer works.
saved-cost = The buyer parts with
saved-net = The supplier keeps

# The history of a record.
history-title = History
history-lead = Every change as the log keeps it. Each entry carries the one before it in its hash, so none can be altered unseen.
history-by-self = you
history-by-somebody = somebody else
history-by-system = the system
history-closed = closed
history-entry = entry
history-erased = What it held has been erased.
history-field = Field
history-before = Before
history-after = After
history-see = History
