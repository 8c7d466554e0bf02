# What organisers run: people, background work, the log, settings.
people-title = People
people-lead = Who has an account, and what each may do beyond their parties.
people-find = Find by e-mail address
people-roles = Roles
people-suspend = Closed: cannot sign in
people-deeds = What they did
people-invite = Invite somebody
people-invite-words = An account is made for the address, and a letter tells of it.
said-invited = Invited, by letter.
role-organiser = Organiser
role-analyst = Analyst
account-state-active = active
account-state-suspended = closed
account-state-erased = erased
job-title = Background work
job-lead = Letters, imports, messages to webhooks and plans are made in the background, and tried again when they fail. What was given up stands here.
job-dead = Given up
job-failing = Failed, to be tried again
job-what = What
job-problem = Problem
job-next = Next attempt
job-attempts = { $n ->
    [one] { $n } attempt
   *[other] { $n } attempts
}
job-retry = Try again
job-drop = Drop
job-letter-spent = What a letter had to say is put away once it is given up, so it cannot be sent again.
refusal-letter-spent = What a letter had to say is put away once it is given up, so it cannot be sent again.
said-job-retried = It is tried again.
said-job-dropped = It was dropped.
job-state-waiting = waiting
job-state-running = running
job-state-done = done
job-state-dead = given up
job-kind-mail = Letter
job-kind-import = Import
job-kind-webhook = Message to a webhook
job-kind-post-reminder = Reminder
job-kind-erase = Erasure
job-kind-mission-plan = Plan of a mission
job-kind-sweep = Putting away what has run out
log-title = Log
log-verify = Verify the whole log
log-whole = { $n ->
    [one] { $n } entry, unaltered and in its place.
   *[other] All { $n } entries are there, unaltered and in their places.
}
log-erased = { $n ->
    [one] The content of { $n } was erased, as the log says.
   *[other] The content of { $n } was erased, as the log says.
}
log-head = Write this down elsewhere: a log cut short or written anew would no longer hold it.
log-broken = The log is not what was written.
log-fault-missing = entries are missing from here on
log-fault-altered = it was altered
log-fault-moved = it was moved here
log-fault-unlinked = it does not follow the one before it
log-fault-content-altered = its content was altered
log-fault-content-missing = its content is gone, and no erasure names it
log-fault-content-not-erased = its content should have been erased
log-fault-content-alone = content lies where no entry is
log-fault-truncated = the log ends here
log-fault-rewritten = the log was written anew
refusal-log-too-long = The log is too long to wait for. Verify it on the server: pul log verify.
log-doing = What was done
log-table = Kind of record
log-id = Record, by its id
log-account = Account that did it
log-record = Record
log-fields = Fields changed
log-by = By whom, when
setting-title = Settings
setting-lead = They hold at once, on every node. What the configuration says holds again when a change is taken back.
setting-post-days = Days a post stays published
setting-remind-days = Days before its end when a reminder is sent
setting-introduction-days = Days an introduction waits for its answer
setting-waiting-introductions = Introductions a party may have waiting
setting-open-sign-up = Whether anybody may make an account
setting-configured = Configured: { $value }
setting-yes = Yes
setting-no = No, only those invited
setting-reset = Take the change back
refusal-out-of-range = Give a whole number from { $least } to { $most }.
