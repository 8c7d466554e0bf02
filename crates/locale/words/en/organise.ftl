# The organiser's desk.
organise-waits = What waits
organise-counts = How it stands
organise-in-review = { $n ->
    [one] post to review
   *[other] posts to review
}
organise-imports-checked = { $n ->
    [one] import to look at
   *[other] imports to look at
}
organise-imports-working = { $n ->
    [one] import under way
   *[other] imports under way
}
organise-duplicates = { $n ->
    [one] pair that may be one party
   *[other] pairs that may be one party
}
organise-unanswered = { $n ->
    [one] introduction unanswered for a week
   *[other] introductions unanswered for a week
}
organise-expiring = { $n ->
    [one] post ends within a week
   *[other] posts end within a week
}
organise-stale = { $n ->
    [one] figure to check again
   *[other] figures to check again
}
organise-mail = { $n ->
    [one] letter that could not be sent
   *[other] letters that could not be sent
}
organise-jobs = { $n ->
    [one] job given up
   *[other] jobs given up
}
organise-party-state = Parties
organise-post-state = Posts
organise-introduction-state = Introductions
organise-accounts = Accounts
party-state-active = active
party-state-hidden = hidden
party-state-merged = merged
party-state-erased = erased
review-title = Review
review-queue = Posts to review
review-empty = Nothing waits.
review-reason = Reason, if it is sent back
review-approve = Publish
review-refuse = Send back
said-post-approved = Published.
said-post-refused = Sent back with its reason.
duplicate-title = Duplicates
duplicate-lead = Pairs that may be one party, with what speaks for it. A merge moves posts, members and introductions, and can be undone.
duplicate-none = No pair looks like one party.
duplicate-posts = { $n ->
    [one] { $n } post
   *[other] { $n } posts
}
duplicate-keep = Keep { $name }
duplicate-made = Merges made
duplicate-stands = { $kept } stands for { $merged }.
duplicate-undo = Undo
duplicate-undone = Undone
duplicate-same-name = same name
duplicate-alike-name = names alike
duplicate-same-page = same website
duplicate-same-city = same city
said-merged = Merged. It can be undone below.
said-unmerged = Undone.
refusal-same-party = Choose two different parties.
import-title = Imports
import-lead = A file is read without any effect first. You see every finding, then publish it or leave it.
import-mapping = How its columns are read
import-own = Pul’s own JSON Lines
import-file = File
import-file-hint = CSV, TSV, XLSX or JSON Lines, up to { $most } MB
import-read = Read it, without effect
import-made = Imports so far
import-rows = { $rows } rows read, { $taken } can be taken in.
import-again = Look again
import-publish = Publish it
import-undo = Take it out again
import-findings = Findings
import-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
import-state-uploaded = Being read
import-state-checked = Read, not published
import-state-publishing = Being published
import-state-published = Published
import-state-undone = Taken out again
import-state-failed = Could not be read
said-import-taken = Taken in; it is being read.
