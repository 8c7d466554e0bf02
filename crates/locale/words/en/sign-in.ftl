# Signing in.
sign-in-title = Sign in
sign-in-lead = We send you a link by e-mail; there is no password. If you have no account yet, the link makes one.
sign-in-email = E-mail address
sign-in-send = Send me a link
sign-in-sent = Look at your e-mail
sign-in-sent-words = { $n ->
    [one] If we may write to that address, a link is on its way. It holds for { $n } minute and works once.
   *[other] If we may write to that address, a link is on its way. It holds for { $n } minutes and works once.
}
sign-in-link-words = One more step, so that mail programs that open links do not use yours up.
sign-in-demo = In this demonstration
sign-in-demo-words = Everything here is made up. Look around as any of these:
sign-in-as-organiser = Organiser
sign-in-as-asker = Canadian firm that asks
sign-in-as-offerer = Pakistani firm that offers
sign-in-as-analyst = Analyst
