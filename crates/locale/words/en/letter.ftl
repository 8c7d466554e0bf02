# Letters. Each has a subject, its words and what its button says.
letter-hello = Hello,
letter-why = You get this because of your account at { $address }. Nobody reads answers to this address.
letter-link = If the button does not work, open this address:
letter-message = Their words:
letter-reason = The reason given:
letter-sign-in-subject = Your link to sign in
letter-sign-in-text = { $n ->
    [one] Use this link to sign in. It holds for { $n } minute and works once. If you did not ask for it, leave it: nothing happens.
   *[other] Use this link to sign in. It holds for { $n } minutes and works once. If you did not ask for it, leave it: nothing happens.
}
letter-sign-in-action = Sign in
letter-introduction-requested-subject = { $from } would like to meet { $to }
letter-introduction-requested-text = { $from } asks to be introduced to { $to }. You decide whether to answer; a private no is possible, and looks like no answer.
letter-introduction-requested-action = See the request
letter-introduction-accepted-subject = { $to } said yes
letter-introduction-accepted-text = { $to } accepted the introduction to { $from }. What each side opens to parties it is introduced to can be seen now.
letter-introduction-accepted-action = See how to reach them
letter-introduction-declined-subject = { $to } declined
letter-introduction-declined-text = { $to } does not want to be introduced to { $from } now.
letter-introduction-declined-action = See your introductions
letter-introduction-withdrawn-subject = { $from } took the request back
letter-introduction-withdrawn-text = { $from } no longer asks to be introduced to { $to }.
letter-introduction-withdrawn-action = See your introductions
letter-introduction-expired-subject = No answer from { $to }
letter-introduction-expired-text = The request of { $from } to be introduced to { $to } ended without an answer.
letter-introduction-expired-action = See your introductions
letter-post-published-subject = Published: { $title }
letter-post-published-text = Your post “{ $title }” was reviewed and is published. Its matches are being kept for you.
letter-post-published-action = See its matches
letter-post-refused-subject = Not published: { $title }
letter-post-refused-text = Your post “{ $title }” was reviewed and is not published as it stands. You can change it and hand it in again.
letter-post-refused-action = See the post
letter-post-expiring-subject = Ends soon: { $title }
letter-post-expiring-text = Your post “{ $title }” ends on { $day }. Renew it if it still holds.
letter-post-expiring-action = Renew it
letter-post-expired-subject = Ended: { $title }
letter-post-expired-text = Your post “{ $title }” has ended and is matched no longer. You can publish it again.
letter-post-expired-action = See the post
letter-other-subject = News from { $address }
letter-other-text = There is news for you.
letter-other-action = See it
