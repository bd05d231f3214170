# Every sentence that people read in English. The same ids stand in fr.ftl.

office = Office for Client Satisfaction
skip = Skip to the content
nav-label = Main
nav-results = Results
nav-track = Follow your card
nav-desk = Cases
nav-console = Services
nav-sign-out = Sign out
other-language = Français
close = Close
sample-data = This is a demonstration. The services are real; the answers are sample data.
footer = The Office for Client Satisfaction is neutral. It takes compliments, suggestions, complaints and questions about government services.

# The card. These sentences travel with the page; a value's place is filled in the browser.
card-heading = How was this service?
card-intent = What would you like to send us?
card-intent-compliment = A compliment
card-intent-compliment-hint = Something went well
card-intent-suggestion = A suggestion
card-intent-suggestion-hint = Something could be better
card-intent-complaint = A complaint
card-intent-complaint-hint = Something went wrong
card-intent-question = A question
card-intent-question-hint = Something you need to know
card-overall = Overall, how satisfied are you with this service?
card-drivers-heading = How satisfied are you with these parts of it?
card-driver-timeliness = The time it took
card-driver-knowledge = How well staff knew and explained things
card-driver-courtesy = Courtesy, and going the extra mile
card-driver-fairness = Being treated fairly
card-driver-outcome = What you got in the end
card-point-1 = Very dissatisfied
card-point-2 = Dissatisfied
card-point-3 = Neither
card-point-4 = Satisfied
card-point-5 = Very satisfied
card-does-not-apply = Does not apply
card-comment = What would you like to say?
card-comment-compliment = What went well?
card-comment-suggestion = What would you change?
card-comment-complaint = What went wrong, and what would put it right?
card-comment-question = What do you need to know?
card-comment-limit = Up to 4,000 characters. Please leave out names, addresses and personal numbers such as your SIN.
card-comment-left = Characters left: { $count }
card-comment-over = Characters too many: { $count }
card-privacy = We use what you send to improve the service and, if you complain or ask, to answer you. You do not have to say who you are. We set no cookie and do not keep your IP address. We keep the address of the page you came from.
card-send = Send
card-sending = Sending…
card-waiting = Your card is not sent yet. Keep this card open: we keep trying, and it is sent by itself when the connection is back. It is also kept in this tab. If you close the tab, it is lost.
card-waiting-here = Your card is not sent yet. Keep this card open: we keep trying, and it is sent by itself when the connection is back. If you close it, your card is lost.
card-changed = You changed your card, so it is not sent by itself. Press Send when it is ready.
card-clear = Clear what I wrote
card-draft = What you write stays in this tab until you send it, clear it or close the tab.
card-clear-all = Yes, clear all of it
card-clear-answer = Clear this answer
card-summary-heading = Please check this before you send
card-fault-says-nothing = Rate something or write something.
card-fault-no-intent = Choose what you would like to send us.
card-fault-too-long = Your text is too long by { $over } characters.
card-receipt-heading = Thank you. We have your card.
card-receipt-keep = Write down the reference and the access code, or print this page. We do not know who you are, so only these two together show where your card is.
card-receipt-reference = Reference
card-receipt-code = Access code
card-receipt-next = What happens next
card-receipt-track = Follow your card
card-receipt-again = Write another card

# The screen of a kiosk that nobody touches any more.
kiosk-heading = Are you still there?
kiosk-left = This screen is cleared in { $count } seconds.
kiosk-more-time = I need more time
kiosk-cleared = This screen was cleared. A new card is on its way.

# What happens next with a card.
next-sorted = A person at the Office for Client Satisfaction reads what you wrote.
next-acknowledged = An officer takes it up within 1 working day.
next-answered = You get an answer within 7 working days after that.
next-track = The answer will be on the page “Follow your card”. Open it with your reference and access code.
next-read = What you wrote is kept with what other people say about this service.
next-counted = Any ratings that you gave are counted in the published results.

# What is wrong with a field of a card.
fault-missing = This is needed.
fault-unknown = There is no field of this name.
fault-twice = This was given more than once. Give it once.
fault-not-a-choice = This is not one of the choices.
fault-not-a-rating = A rating is a whole number from 1 to 5. For the five drivers it can also be “n/a”.
fault-not-an-id = An id is a UUID, such as 0193f2a4-7c00-7000-8000-000000000001.
fault-too-long = At most { $limit } characters; this has { $given }.
fault-not-an-email = This is not an e-mail address.
fault-not-a-page = This is not the address of a web page.
fault-says-nothing = Rate something or write something.
fault-needs-consent = Giving an address needs the consent “contact”.

# What can go wrong at a door.
problem-not-found-title = This page does not exist
problem-not-found-detail = Nothing is at this address. Check it, or follow the office’s name above to the start.
problem-method-not-allowed-title = This address cannot be used that way
problem-method-not-allowed-detail = The address exists but does not take this kind of request. Nothing was changed.
problem-too-large-title = Too large
problem-too-large-detail = What was sent is larger than this address takes. Nothing was kept. Send less.
problem-wrong-type-title = Wrong media type
problem-wrong-type-detail = What was sent is not of the media type that this address reads. Nothing was kept. Set the content type and send it again.
problem-malformed-title = This could not be read
problem-malformed-detail = What was sent could not be read. Nothing was kept. Check its form and send it again.
problem-card-title = The card needs a change
problem-card-detail = Something on the card cannot be taken as it is. Nothing was kept yet. Change what is named and send it again.
problem-unknown-service-title = We do not know this service
problem-unknown-service-detail = No service of this name takes cards here. Nothing was kept. Check the address of the card.
problem-service-closed-title = This service takes no cards at present
problem-service-closed-detail = The service has closed its card for now. Nothing was kept. Please try again later.
problem-not-signed-in-title = Please sign in
problem-not-signed-in-detail = This is for staff who are signed in. Nothing was changed. Sign in and try again.
problem-forbidden-title = This is not allowed
problem-forbidden-detail = You may not do this, or the page was open too long. Nothing was changed. Go back, load the page again, and try once more.
problem-conflict-title = This has changed in the meantime
problem-conflict-detail = Someone else changed it, or that step is not possible now. Nothing was overwritten. Go back and load the page again.
problem-unavailable-title = We cannot do this just now
problem-unavailable-detail = The server cannot reach its storage at the moment. If you were sending something, send it again in a few seconds: a card that is sent twice counts once.
problem-internal-title = Something broke on our side
problem-internal-detail = The server could not finish this. Try again; if it happens again, tell us by another way.
unbuilt-title = The widget is not built
unbuilt-detail = This server was built without the card. The people who run it can build it with this command, and start the server again:

# Following a card.
track-title = Follow your card
track-intro = The reference and the access code are on your receipt. You need no account.
track-reference = Reference
track-reference-hint = For example 7K3M-9QXA-2B4C-E. Capital or small letters, with or without hyphens.
track-code = Access code
track-button = Show
track-refused = This reference and access code do not fit together. Check both for a wrong character and try again.
progress-title = Where your card stands
progress-being-sorted = We have your card. It is being sorted; look again in a minute.
progress-recorded-compliment = Thank you. Your compliment is recorded, and any ratings that you gave are counted in the results. No answer is needed.
progress-recorded-suggestion = Thank you. Your suggestion is recorded, and any ratings that you gave are counted in the results. No answer is owed to suggestions at present.
progress-recorded-complaint = Your complaint is recorded.
progress-recorded-question = Your question is recorded.
progress-steps = Steps
progress-answer = Our answer
progress-answered-on = Answered on { $date }.
progress-next-date = Next date: { $date }.
step-received = Received
step-counts-from = The time to answer is counted from { $date }.
step-acknowledged = Taken up by an officer
step-acknowledged-by = Your officer is { $officer }.
step-answered = Answered
step-due = By { $date }
lateness-on-time = { $days ->
    [one] 1 working day left.
   *[other] { $days } working days left.
}
lateness-today = Due today.
lateness-overdue = { $days ->
    [one] 1 working day late.
   *[other] { $days } working days late.
}

# Staff.
sign-in-title = Staff sign-in
sign-in-name = Name
sign-in-password = Password
sign-in-button = Sign in
sign-in-refused = This name and password do not fit together. Check both and try again.

# The desk.
desk-title = Cases
desk-order = The earliest due date comes first.
desk-more = Only the first 500 cases are shown.
desk-caption = Cases by what is due
desk-empty = Nothing is left to do. New complaints and questions appear here.
desk-column-reference = Reference
desk-column-service = Service
desk-column-stage = Stage
desk-column-due = Next date
desk-nothing-due = Nothing due
intent-compliment = Compliment
intent-suggestion = Suggestion
intent-complaint = Complaint
intent-question = Question
stage-received = Received
stage-acknowledged = Taken up
stage-answered = Answered
stage-closed = Closed
case-back = All cases
case-said = What the person wrote
case-no-comment = No comment, ratings only.
case-ratings = Ratings
case-facts = Dates and facts
case-received-on = Received on
case-counts-from = Time is counted from
case-acknowledge-by = Take up by
case-answer-by = Answer by
case-language = Language of the card
case-officer = Officer
case-page = Page
case-answer = Our answer
case-your-answer = Your answer
case-empty-answer = Write the answer first. Nothing was sent.
unsent-text = Your text, not sent
unsent-hint = Copy it before you leave this page.
unsent-back = Back to the case
case-acknowledge = Take this case up
case-send-answer = Send the answer
case-close = Close the case
next-from-received = Next: take it up
next-from-detail-received = Your name is shown to the person, and the time to answer begins.
next-from-acknowledged = Next: answer
next-from-detail-acknowledged = The person reads your answer on the page “Follow your card”, so write in the language of the card. It cannot be changed once it is sent.
next-from-answered = Next: close
next-from-detail-answered = Close the case when nothing is left to do.
language-en = English
language-fr = French

# The console.
console-title = Services and their cards
console-embed = Put these lines into a page of the service. The link works by itself wherever the script cannot.
console-link-text = Tell us how it went
console-sites = Pages of these sites may embed the card. To add one, put it into the setting “sites” and start the server again.
console-no-sites = None yet: the card can be opened by its link, but no page can embed it.
console-services = Services
console-column-address = Card
console-column-state = Takes cards
console-open = Yes
console-closed = No
console-close = Stop taking cards
console-open-again = Take cards again
console-close-service = Stop taking cards for { $service }
console-open-service = Take cards again for { $service }

# The results.
results-title = How people rate services
results-intro = Everyone who rates a service on a card is counted. Where fewer than 10 people answered, nothing is shown.
results-empty = No services are registered yet.
results-caption = Services and how many people rated them
results-column-service = Service
results-column-organisation = Organisation
results-column-answers = Answers
results-column-driver = Part of the service
results-column-score = Score, 0 to 100
results-too-few = fewer than 10
results-too-few-sentence = Fewer than 10 people have answered so far. A score is shown from 10 answers on.
results-back = All services
results-out-of = out of 100
results-scale = 0 means that everyone was very dissatisfied, 50 is in the middle, 100 means that everyone was very satisfied. It is not a percentage of people.
results-from-answers = The service quality score, from { $count } answers.
results-drivers = The five drivers of satisfaction
results-drivers-caption = Score and number of answers for each driver
results-method = How to read this
results-method-score = Each rating from 1 to 5 counts as 0, 25, 50, 75 or 100; the score is their average, rounded. Answers of “does not apply” are left out.
results-method-opt-in = People choose by themselves to fill in a card. The results describe those who answered, not everyone who used the service.
item-overall = Overall satisfaction
item-timeliness = The time it took
item-knowledge = Knowledge of staff
item-courtesy = Courtesy and the extra mile
item-fairness = Fair treatment
item-outcome = The outcome
