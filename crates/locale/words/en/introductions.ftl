# Introductions.
introduction-waiting = { $n ->
    [one] { $n } waits for your answer
   *[other] { $n } wait for your answer
}
introduction-rest = All others
introduction-none-waiting = Nobody waits for your answer.
introduction-none = None yet.
introduction-dates = Asked on { $day }, waits until { $until }
introduction-answer = Your words, if you like
introduction-answered = Answer
introduction-accept = Yes, introduce us
introduction-decline = No, and say so
introduction-veto = No, privately
introduction-veto-words = A private no looks to the other side like a request without an answer, and keeps further ones from you.
introduction-withdraw = Take it back
introduction-ask = Meet them?
introduction-ask-words = They decide whether to answer. A yes opens to each of you what the other lets introduced parties see.
introduction-message = Message
introduction-request = Ask for an introduction
introduction-state-requested = Asked, no answer yet
introduction-state-accepted = Introduced
introduction-state-declined = Declined
introduction-state-vetoed = Declined in private
introduction-state-expired = No answer
introduction-state-withdrawn = Taken back
said-introduction-requested = Asked. You will hear when they answer.
said-introduction-accepted = You are introduced.
said-introduction-declined = Declined.
said-introduction-vetoed = Declined in private.
said-introduction-withdrawn = Taken back.
