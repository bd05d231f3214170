# Every sentence that people read in English. The same ids stand in fr.ftl; es.ftl, pt.ftl and ar.ftl
# have those that a person needs to leave and follow a card.

office = Office for Client Satisfaction
skip = Skip to the content
nav-label = Main
nav-results = Results
nav-track = Follow your message
nav-desk = Cases
nav-console = Services
nav-releases = Releases
nav-receipt = Check a receipt
nav-sign-out = Sign out
own-name = English
only-en = in English
only-fr = in French
languages = Languages
close = Close
sample-data = This is a demonstration. The services are real; the answers are sample data.
footer = The Office for Client Satisfaction is neutral. It takes compliments, suggestions, complaints and questions about government services.

# The card. These sentences travel with the page; a value's place is filled in the browser.
card-heading = How was this service?
card-optional = Choose a kind of message. Then answer as much or as little as you like.
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
card-driver-courtesy = Courtesy, and the effort to help you
card-driver-fairness = Being treated fairly
card-driver-outcome = What you got in the end
card-point-1 = Very dissatis{ "\u00AD" }fied
card-point-2 = Dissatis{ "\u00AD" }fied
card-point-3 = Neutral
card-point-4 = Satisfied
card-point-5 = Very satisfied
card-does-not-apply = Does not apply
card-comment = What would you like to say?
card-comment-compliment = What went well?
card-comment-suggestion = What would you change?
card-comment-complaint = What went wrong?
card-comment-question = What do you need to know?
card-comment-limit = Up to 4,000 characters. Please leave out names, addresses and personal numbers such as your SIN.
card-comment-left = Characters left: { $count }
card-comment-over = Characters too many: { $count }
card-privacy = { $channel ->
    [kiosk] We use what is said here to improve the service and, for a complaint or a question, to answer. Nobody has to say who they are.
    [phone] We use what is said here to improve the service and, for a complaint or a question, to answer. Nobody has to say who they are.
    [paper] We use what is said here to improve the service and, for a complaint or a question, to answer. Nobody has to say who they are.
   *[other] We use what you send to improve the service and, if you complain or ask, to answer you. You do not have to say who you are. We set no cookie and do not keep your IP address. We keep the address of the page you came from.
}
card-send = Send
card-sending = Sending…
card-waiting = Your message is not sent yet. Keep this form open: we keep trying, and it is sent by itself when the connection is back. It is also kept in this tab. If you close the tab, it is lost.
card-waiting-here = Your message is not sent yet. Keep this form open: we keep trying, and it is sent by itself when the connection is back. If you close it, your message is lost.
card-checking = Many messages are coming from your network, so your device does a short check. Then your message is sent by itself. This can take half a minute. Keep this form open.
card-changed = You changed your message, so it is not sent by itself. Press Send when it is ready.
card-clear = Clear what I wrote
card-draft = What you write stays in this tab until you send it, clear it or close the tab.
card-clear-all = Yes, clear all of it
card-empty = Leave this empty
card-summary-heading = Please check this before you send
card-fault-says-nothing = Rate something or write something.
card-fault-no-intent = Choose what you would like to send us.
card-fault-too-long = Your text is too long by { $over } characters.
card-put-right = What would put it right?
card-put-right-hint = For example: an apology, an explanation, a correction. Up to 1,000 characters.
card-achieved = Did you get what you needed?
card-achieved-yes = Yes
card-achieved-partly = Partly
card-achieved-no = No
card-clear-answer = Clear this answer
card-more-heading = A few more questions
card-more-expectations = Compared with what you expected, the service was:
card-more-expectations-1 = Much worse
card-more-expectations-2 = Worse
card-more-expectations-3 = As expected
card-more-expectations-4 = Better
card-more-expectations-5 = Much better
card-more-ideal = How close was it to the best service you can imagine?
card-more-ideal-1 = Very far
card-more-ideal-2 = Far
card-more-ideal-3 = Halfway
card-more-ideal-4 = Close
card-more-ideal-5 = Very close
card-more-trust = How much do you trust this service to treat people well?
card-more-trust-1 = Not at all
card-more-trust-2 = A little
card-more-trust-3 = Somewhat
card-more-trust-4 = A lot
card-more-trust-5 = Completely
card-doors-heading = What this office can do
card-doors-can = We look into how you were treated: delays, mistakes, rudeness, unclear answers. We can ask the service to explain, to say sorry and to put things right.
card-doors-cannot = We cannot change a decision, speed up a file or read it.
card-doors-appeal = You disagree with a decision? Ask for the review or appeal that your decision letter names. Its deadline keeps running while we read your complaint.
card-doors-other = It is about another department? Use the form on its own page, or call 1 800 O‑Canada (1‑800‑622‑6232).
card-danger = In danger? Call 9‑1‑1. Thinking of suicide? Call or text 9‑8‑8, day or night.
card-danger-now = If you or someone else is in danger now, call 9‑1‑1. If you are thinking of suicide, call or text 9‑8‑8, day or night. This form is not read at once.
card-reply = How would you like to hear from us?
card-reply-code = Stay anonymous
card-reply-code-hint = You get a reference and a code. With them you read our answer on this site.
card-reply-email = By e-mail
card-reply-phone = By phone
card-reply-post = By post
card-reply-instead = To be answered by phone, e-mail or post, choose that under “How would you like to hear from us?”. Your details are safer there.
card-address-email = Your e-mail address
card-address-phone = Your phone number
card-address-post = Your name and postal address
card-consents = What you allow
card-consent-contact = Use these contact details to answer me.
card-consent-share-identity = Tell the people who run the service who I am, so that they can put things right.
card-consent-follow-up = Ask me later how my message was handled.
card-consent-publish-quote = You may publish a sentence of my message, without anything that tells who I am.
card-notice-heading = Privacy notice
card-notice-why = We ask for your contact details to answer you, and for nothing else.
card-notice-authority = What allows us to ask: { $authority }.
card-notice-shared = Only the officer who answers you sees them, unless you allow more below.
card-notice-choice = You do not have to give them. You can follow your message with a code instead.
card-notice-rights = You may ask to see them and to have them corrected.
card-notice-bank = They are kept in the personal information bank { $bank }.
card-notice-complain = If you are not happy with how we use them, you may complain to the Privacy Commissioner of Canada.
card-guard-heading = Your text seems to hold personal information
card-guard-why = We do not need it to read your message. We can put a word in its place, such as “[phone number]”.
card-guard-replace = Replace it and send
card-guard-anyway = Send it as it is
card-guard-change = Change my text
card-guard-kind-sin = social insurance number
card-guard-kind-payment-card = payment card number
card-guard-kind-phone = phone number
card-guard-kind-email = e-mail address
card-guard-kind-postal-code = postal code
card-guard-kind-passport = passport number
card-guard-kind-ip-address = IP address
card-guard-kind-birth-date = date of birth
card-guard-kind-case-number = file number
card-guard-kind-address = street address
card-guard-kind-person-name = a person’s name
card-guard-kind-health-card = health card or driver’s licence number
card-fault-no-address = Write where we can reach you, or choose to stay anonymous.
card-fault-needs-consent = Tick that we may use these contact details to answer you, or choose to stay anonymous.
card-script-begin = Read aloud: “I will ask you a few short questions about the service. You do not have to answer them all, and you do not have to say who you are.” If you key in an address, first read the privacy notice aloud.
card-sheet = Code on the sheet
card-sheet-hint = It is printed at the top of the paper card. If there is none, leave this empty: you then get two codes to send to the person.
card-receipt-heading = { $channel ->
    [phone] We have the message.
    [paper] We have the message.
   *[other] Thank you. We have your message.
}
card-receipt-keep = { $channel ->
    [phone] Read both codes aloud, slowly, and ask the person to write them down. Both are needed to follow the message.
    [paper] Send the person these two codes. Both are needed to follow the message.
    [kiosk] Write down both codes, or take a picture of them. You need both to follow your message. This screen is cleared when nobody touches it for a minute.
   *[other] Write down the reference and the access code, or print this page. You need both to follow your message.
}
card-receipt-reference = Reference
card-receipt-code = Access code
card-receipt-copy = Copy
card-receipt-copied = The reference and the access code are copied.
card-receipt-not-copied = Your browser did not let us copy. Write both down, or print this page.
card-receipt-print = Print
card-receipt-save = Save the receipt
card-receipt-save-hint = This signed file proves that we have the message. It holds everything in it, including contact details if any were given.
card-receipt-stub = The person has the access code, on the part of the sheet that they tore off.
card-receipt-next = { $channel ->
    [phone] Read aloud what happens next
    [paper] What the person can count on
   *[other] What happens next
}
card-receipt-track = Follow your message
card-receipt-again = { $channel ->
    [phone] Fill in another card
    [paper] Fill in another card
   *[other] Write another message
}
card-kiosk-scan = To follow your message on your phone, point its camera at this code:

# The screen of a kiosk that nobody touches any more.
kiosk-heading = Are you still there?
kiosk-left = This screen is cleared in { $count } seconds.
kiosk-more-time = I need more time
kiosk-cleared = This screen was cleared. A new form is on its way.

# What happens next with a card.
next-sorted = A person at the Office for Client Satisfaction reads the message.
next-counts-from = Your message came outside office hours, so the time is counted from { $date }.
next-acknowledged = { $days ->
    [one] An officer takes it up within 1 working day: by { $date }.
   *[other] An officer takes it up within { $days } working days: by { $date }.
}
next-answered = { $days ->
    [one] You get an answer within 1 working day after that: by { $date }, at the latest.
   *[other] You get an answer within { $days } working days after that: by { $date }, at the latest.
}
next-track = The answer will be on the page “Follow your message”, at { $address }. Open it with your reference and access code.
next-address = The officer also uses the contact details that you gave.
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
fault-not-an-email = Check the e-mail address. It looks like name@example.ca.
fault-not-a-phone = Check the phone number: use 7 to 20 digits. An extension is fine.
fault-not-an-address = A postal address has from 6 to 500 characters.
fault-not-a-sheet = This is not the code of a sheet. Check each character on the sheet, and type it again.
fault-not-a-page = This is not the address of a web page.

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
problem-card-title = The message needs a change
problem-card-detail = Something in the message cannot be taken as it is. Nothing was kept yet. Change what is named and send it again.
problem-unknown-service-title = We do not know this service
problem-unknown-service-detail = No service of this name takes messages here. Nothing was kept. Check the address of the form.
problem-service-closed-title = This service takes no messages at present
problem-service-closed-detail = The service has closed its form for now. Nothing was kept. Please try again later.
problem-not-signed-in-title = Please sign in
problem-not-signed-in-detail = This is for staff who are signed in. Nothing was changed. Sign in and try again.
problem-unfinished-title = Your account is not ready
problem-unfinished-detail = Choose your own password, or set up a second factor, on the page of your account. Nothing was changed. Then try again.
problem-forbidden-title = This is not allowed
problem-forbidden-detail = You may not do this, or the page was open too long. Nothing was changed. Go back, load the page again, and try once more.
problem-conflict-title = This has changed in the meantime
problem-conflict-detail = Someone else changed it, or that step is not possible now. Nothing was overwritten. Go back and load the page again.
problem-foreign-title = This form came from another site
problem-foreign-detail = What was sent did not come from one of our pages. Nothing was kept. Open our own form and send it from there.
problem-asked-title = Please wait a moment, then send it again
problem-asked-detail = Many messages are coming from your network. Yours is not sent yet, and nothing in it is lost. Wait { $seconds } seconds, then press Send.
problem-too-many-title = Too many messages from your network
problem-too-many-detail = More messages came from your network than we can take. Yours is not sent. Keep it, and send it again in a few minutes.
problem-unavailable-title = We cannot do this just now
problem-unavailable-detail = At the moment the server is too busy, or cannot reach its storage. If you were sending something, send it again in a few seconds: a message that is sent twice counts once.
problem-internal-title = Something broke on our side
problem-internal-detail = The server could not finish this. Try again; if it happens again, tell us by another way.
problem-took-too-long-title = This took too long
problem-took-too-long-detail = The server could not finish this within 30 seconds. If you were sending something, send it again: a message that is sent twice counts once.
unbuilt-title = The card is not built
unbuilt-detail = This server was built without the card. The people who run it can build it with this command, and start the server again:

# Following a card.
track-title = Follow your message
track-intro = The reference and the access code are on your receipt. You need no account.
track-reference = Reference
track-reference-hint = For example 7K3M-9QXA-2B4C-E. Capital or small letters, with or without hyphens.
track-code = Access code
track-button = Show
track-refused = This reference and access code do not match. Check both for a wrong character and try again.
progress-title = Where your message stands
progress-being-sorted = We have your message. It is being sorted; look again in a minute.
progress-in-quarantine = We have your message. It looks as if a machine sent it, so a person looks at it first. Nothing is thrown away.
progress-spam = We have your message. A person looked at it, and took it for one that a machine sent. It is kept, but gets no answer. If you wrote it, please send it again in your own words, without links.
progress-recorded-compliment = Thank you. Your compliment is recorded, and any ratings that you gave are counted in the results. No answer is needed.
progress-recorded-suggestion = Thank you. Your suggestion is recorded, and any ratings that you gave are counted in the results. Suggestions get no answer at present.
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

# Checking a receipt.
receipt-title = Check a receipt
receipt-intro = A receipt is the file that a person can save when a message is sent. Here anyone can check that this office signed it, and that the message in it was not changed. We keep nothing of what you put here.
receipt-file = The file
receipt-text = Or the text of the file
receipt-text-hint = Paste all of it, from the first brace to the last.
receipt-button = Check
receipt-genuine = This receipt is genuine
receipt-genuine-detail = This office signed it.
receipt-changed = The message in this file was changed
receipt-changed-detail = This office signed the receipt, but for another message than the one in the file. Ask for the file as it was saved.
receipt-reference = Reference
receipt-service = Service
receipt-day = Received on
receipt-day-zone = by universal time
receipt-card = The message in the file
receipt-card-as-signed = It is the message that we received, word for word.
receipt-card-nothing = There is none, so only the receipt was checked.
receipt-other-key = Another office signed this receipt
receipt-other-key-detail = It is whole, but it was not signed with the key of this office. Ask the office that received the message to check it.
receipt-not-genuine = This receipt is not genuine
receipt-not-genuine-detail = The signature does not fit what the receipt says. Something in it was changed, or this office never made it. Ask for the file as it was saved.
receipt-not-a-receipt = We cannot read a receipt in this
receipt-not-a-receipt-detail = Choose the file as it was saved, or paste all of its text.
receipt-key = The public key of this office
receipt-key-detail = With it, programs can check receipts without us:

# The poster.
poster-title = Poster
poster-print = Print this page and put it where people wait. It fits Letter and A4 paper.
poster-kinds = A compliment, a suggestion, a complaint or a question.
poster-scan = Point the camera of your phone at the code, or type this address:
poster-anonymous = You may leave out any question. You do not have to say who you are.

# The paper card.
paper-title = Paper card
paper-print = Print this page on both sides of one sheet, Letter or A4. Each time you open this page it is a new sheet with codes of its own. Print one for each person, and make no photocopies.
paper-sheet = Sheet
paper-other-side = English on the other side
paper-mark = Mark what fits. You may leave out any question.
paper-put-right = For a complaint: what would put it right?
paper-reply-code = I follow my message with the two codes below
paper-privacy = We use what you write to improve the service and, if you complain or ask, to answer you. You do not have to say who you are. Please leave out personal numbers such as your SIN.
paper-return = Hand this sheet in at the counter.
paper-return-mail = Hand this sheet in at the counter, or mail it to: { $address }
paper-stub = Tear off and keep
paper-stub-detail = With these two codes you can follow your message at { $address }, once we have typed it in.

# Staff.
sign-in-title = Staff sign-in
sign-in-name = Name
sign-in-password = Password
sign-in-button = Sign in
sign-in-refused = These do not match. Check the name, the password and the code, and try again. After several wrong tries, each next one takes a little longer.
sign-in-code = Code
sign-in-code-hint = From the app on your phone, or a recovery code. Leave it empty if you have not set up a second factor.

account-title = Your account
account-owes-password = Somebody else made your password. Choose your own below. Until then you can do nothing else here.
account-owes-factor = The office asks everyone on staff for a second factor. Set one up now. Until then you can do nothing else here.
account-factor-on = When you sign in, you give a code besides your password. { $count ->
    [one] You have one recovery code left.
    *[other] You have { $count } recovery codes left.
 }
account-factor-off = You sign in with your password alone. With a second factor, a stolen password is not enough to get in.
account-factor-set-up = Set up a second factor
account-factor-change = Make new recovery codes, or remove the second factor
account-password = Password
account-password-intro = When you change it, you are signed out everywhere else.
account-password-now = Your password now
account-password-new = New password
account-password-hint = At least 12 characters. A few words that do not belong together are easy to keep in mind.
account-password-again = New password once more
account-password-change = Change the password
account-fault-again = The two new passwords are not the same. Nothing was changed. Type both again.
account-fault-password = The password of now is not right. Nothing was changed. Check it and try again.
account-fault-same = The new password is the old one. Nothing was changed. Choose another.
account-fault-length = The new password needs at least 12 characters. Nothing was changed. Choose a longer one.
account-sessions = Where you are signed in
account-sessions-intro = If you do not know one of these, end it and change your password. We keep the kind of browser and these times until the session ends, and nothing else about it.
account-browser = Browser
account-browser-unknown = Unknown
account-this = (this one)
account-begun = Signed in
account-seen = Last used
account-end = End
account-end-others = End all others
account-moment = { $date }, { $hour }:{ $minute }
account-done-password = Your password was changed. You are signed out everywhere else.
account-done-sessions = Done. What was ended has to sign in again.
account-done-removed = The second factor was removed. You sign in with your password alone.

factor-title = Second factor
factor-back = Your account
factor-intro = An app on your phone shows a code that changes every 30 seconds. You will give it besides your password. Any app for one-time codes (TOTP) will do, and nothing leaves your phone.
factor-step-app = Open such an app and add an account.
factor-step-scan = Let it read this square, or type the key below it.
factor-step-code = Give the code that it shows, and your password.
factor-qr = Square code for the app. The key below says the same.
factor-key = Key:
factor-code = Code that the app shows
factor-set-up = Set it up
factor-fault-code = This code is not the one of now. Nothing was changed. Wait for the next one and try again. If it fails again, check the time on your phone.
factor-fault-either = The password or the code is not right, or the code was used before. Nothing was changed. Wait for the next code and try again.
factor-on = You have a second factor. To move to another phone, remove it and set it up again there.
factor-code-hint = From the app, or a recovery code.
factor-renew = Make new recovery codes
factor-remove = Remove the second factor
factor-remove-hint = New codes take the place of the old ones. Removing it signs you out everywhere else.

codes-title = Recovery codes
codes-set-up = Your second factor is set up. You are signed out everywhere else.
codes-renewed = These codes take the place of the old ones.
codes-intro = If you lose your phone, give one of these instead of the code. Each works once.
codes-keep = Print them or write them down, and keep them where only you can get at them. They are not shown again.
codes-kept = I have kept them

role-officer = Officer
role-senior = Senior officer
role-director = Director
role-program-contact = Program contact
role-custodian = Custodian
role-publisher = Publisher
role-web-team = Web team
role-auditor = Auditor
role-administrator = Administrator

members-title = Staff
members-back = Staff
members-intro = Who may sign in, and what each may do. Nobody changes their own role.
members-name = Name to sign in with
members-name-hint = It is not shown to the public. It cannot be changed later.
members-shown-as = Shown as
members-shown-hint = Staff and the people whose cases they take up see this name. It cannot be changed later.
members-role = Role
members-role-hint = Officers answer cases. Program contacts answer questions at their program’s desk. Custodians release what is sealed. Auditors see what was released. Web teams look after services. Administrators look after services, desks and staff, and see no case.
members-desks = Desks
members-desks-hint = Whose cases an officer or a program contact sees. Who is at the office sees every case.
members-state = State
members-access = Access
members-active = Can sign in
members-first = Has a first password
members-disabled = Cannot sign in
members-factor-yes = Yes
members-factor-no = No
members-add = Add somebody
members-fault-name = Each name needs 1 to 80 characters, in one line.
members-fault-taken = Somebody has one of these names already. Nothing was changed. Choose others.
members-fault-office = Who is at the office sees every case. Choose the office alone, or other desks without it.
members-fault-sides = Nobody can be at a team of the office and at a program’s desk. The office is neutral.
members-fault-contact = A program contact needs a desk of their program.
members-own = This is you. Another administrator can change your role, and you can change your password in your account.
members-done = Saved.
members-role-ends = Another role signs this person out everywhere.
members-is-active = This person can sign in.
members-is-disabled = This person cannot sign in.
members-disable = Sign them out and let them in no more
members-enable = Let them in again
members-password-intro = If they have lost their password, make a first one. It signs them out everywhere.
members-password = Make a first password
members-factor-intro = If they have lost their phone and their recovery codes, reset the second factor. Be sure first that it is really them.
members-factor-reset = Reset the second factor
members-no-factor = They have no second factor.

first-title = First password
first-for = Give this to { $name } in person, by phone or in a sealed letter. It works for 7 days, and only to choose a password of their own.
first-where = Where to sign in
first-once = It is not shown again. If it gets lost, make another.

releases-title = Released identities
releases-intro = What is sealed about a person is opened only for a stated reason. The custodian releases it to one officer, for 24 hours, and does not see it.
releases-new = Release something
releases-reference = Case
releases-what = What
releases-address = The address that the person gave
releases-original = The words as they were written, before some were masked
releases-to = To
releases-by = By
releases-reason = Why
releases-reason-hint = Say what it is needed for, in up to 500 characters. Write nothing here that is personal: auditors read it.
releases-button = Release for 24 hours
releases-done = Released. The officer can open it from the page of the case.
releases-list = What was released
releases-none = Nothing was released yet.
releases-day = Day
releases-opened = Opened
releases-opened-yes = Yes
releases-opened-no = No
releases-fault-reference = There is no such case, or nothing of that kind is sealed in it. Check the reference.
releases-fault-to = Choose the officer who needs it.
releases-fault-reason = Say why, in up to 500 characters.

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
case-put-right = What would put it right
case-labels = What a person should look at
label-danger = Someone may be in danger
label-threat = A threat
label-discrimination = Discrimination or harassment
label-accessibility = A barrier for people with disabilities
label-privacy = Someone’s personal information
label-official-languages = Official languages
label-complaint = A complaint, though not meant as one
label-withheld = The text could not be checked, so it is not shown
case-said-again = The same was said a few minutes before. It is not counted twice. Look for the other case before you answer.
case-masked = Words in brackets stand for what looked personal.
case-masked-open = Show what was written
case-masked-custodian-only = To see what was written, ask the custodian to release it to you.
case-original = As it was written
desk-quarantine = Waiting in quarantine: { $count }
quarantine-title = Quarantine
quarantine-intro = A machine seems to have sent these messages. If a person wrote one, let it in: it is counted, and opens a case if it is owed an answer. Nothing is thrown away.
quarantine-empty = There is nothing here.
quarantine-all-decided = There is nothing here. Nothing is left to decide.
quarantine-release = A person wrote them: let them in
sign-hidden-field = A field was filled in that no person sees.
sign-too-fast = It came faster than anybody writes.
sign-links = It holds links.
sign-only-links = It holds little else.
sign-markup = It holds code.
case-ratings = Ratings
case-facts = Dates and facts
case-received-on = Received on
case-counts-from = Time is counted from
case-acknowledge-by = Take up by
case-answer-by = Answer by
case-language = Language of the form
case-officer = Officer
case-page = Page
case-answer = Our answer
case-your-answer = Your answer
case-empty-answer = Write the answer first. Nothing was sent.
unsent-text = Your text, not sent
unsent-hint = Copy it before you leave this page.
unsent-back = Back to the case
case-contact = How they want to hear from us
case-contact-email = By e-mail. The answer on the page “Follow your message” is not sent by itself: write to them too.
case-contact-phone = By phone. The answer on the page “Follow your message” is not read to them by itself: call them too.
case-contact-post = By post. The answer on the page “Follow your message” is not mailed by itself: write to them too.
case-contact-open = Show the address
case-contact-kept = We keep your name and the time each time it is shown.
case-contact-officer-only = Only the officer who takes the case up can have the address shown.
case-acknowledge = Take this case up
case-send-answer = Send the answer
case-close = Close the case
next-from-received = Next: take it up
next-from-detail-received = Your name is shown to the person, and the time to answer begins.
next-from-acknowledged = Next: answer
next-from-detail-acknowledged = The person reads your answer on the page “Follow your message”, so write in the language of the form. It cannot be changed once it is sent.
next-from-answered = Next: close
next-from-detail-answered = Close the case when nothing is left to do.
language-en = English
language-fr = French
language-es = Spanish
language-pt = Portuguese
language-ar = Arabic
tag-urgent = Urgent
tag-danger = Danger
tag-threat = Threat
tag-discrimination = Discrimination
tag-accessibility = Accessibility
tag-privacy = Privacy
tag-official-languages = Languages
tag-complaint = Complaint inside
tag-withheld = Text withheld
labels-urgent = This case is urgent. Until somebody takes it up, it stands first.
labels-words = Because of these words: “{ $words }”.
labels-given = { $officer } gave this label on { $date }.
labels-taken = { $officer } took this label away on { $date }.
labels-wrong = This label is wrong
labels-give = Add a label
labels-choose = What a person should look at
labels-kept = We keep your name and the time. Danger or a threat makes the case urgent.
labels-add = Add the label
quarantine-intro-confirmed = A person looked at these messages and took them for spam. They count nowhere and get no answer. If that was a mistake, let them in.
quarantine-shelves = Which messages
quarantine-shelf-waiting = Waiting: { $count }
quarantine-shelf-confirmed = Confirmed as spam: { $count }
quarantine-sign = Show by reason
quarantine-any-sign = Any reason
quarantine-filter = Show
quarantine-order = The oldest come first, 50 on a page.
quarantine-ticked = For the messages that you ticked:
quarantine-confirm = They are spam
quarantine-nothing-ticked = Tick at least one message first. Nothing was changed.
quarantine-done-restored = Messages let in: { $count }. Each is counted in a moment.
quarantine-done-confirmed = Messages confirmed as spam: { $count }. They are kept, and can still be let in.
quarantine-confirmed-by = { $officer } confirmed this as spam on { $date }.
quarantine-first = First page
quarantine-next = Next page
case-contact-not-shared = The person has not allowed the program to know who they are. Write the answer in this case: the person reads it on the page “Follow your message”.
case-contact-not-for-contacts = Program contacts do not see addresses. Write the answer in this case: the person reads it on the page “Follow your message”.
desk-of = Cases of
desk-all = All desks
case-desk = Desk
desk-reason-own-desk = The service’s own desk.
desk-reason-no-desk = The service has no desk of its own.
desk-reason-neutral = The service’s own desk is the program’s. This is not a question, so the office or a team of it answers.
desk-reason-labelled = The service’s own desk is the program’s. A person of the office should look at this.
desk-reason-language = The service’s own desk cannot answer in the language of the form.
case-channel = How it came
case-entered-by = Keyed in by { $officer }
channel-web = On a page of the service
channel-kiosk = On a shared screen
channel-phone = By phone
channel-paper = On a paper card
channel-letter = By letter
channel-in-person = In person
enter-title = Enter a message for somebody
enter-intro = You fill in the same form that people fill in themselves. Begin each message here: an hour later the form no longer keeps your name. At the end you get the two codes to read aloud, print or send. Your name is kept with the message; the person does not see it there.
enter-incomplete = Choose a service that takes messages, and how the message came.
enter-service = Service
enter-language = Language of the person
enter-begin = Open the form

# The console.
console-title = Services and their cards
console-intro = Choose a service to see the lines that put its card into a page, the sites that may show it, and how it fares there.
console-services = Services
console-column-address = Card
console-column-sites = Sites of its own
console-column-state = Takes cards
console-open = Yes
console-closed = No
console-close = Stop taking cards
console-open-again = Take cards again
console-close-service = Stop taking cards for { $service }
console-open-service = Take cards again for { $service }
console-back = All services
console-more = Optional questions
console-more-intro = Three more questions: how the service was against what people expected, how close to the best they can imagine, and how much they trust it.
console-more-on = The card asks them.
console-more-off = The card does not ask them.
console-more-start = Ask them
console-more-stop = Stop asking them
console-channels = Counter, phone and paper
console-kiosk = Card for a shared screen (kiosk)
console-phone = Card to fill in during a call, with what to read aloud
console-paper = Card to key in from a paper sheet
console-health = On the pages, in the last 30 days
console-health-none = No page has opened the card yet.
console-health-opened = Times that it was opened
console-health-failed = Times that it failed
console-health-share = Failures in 100 openings
console-health-unseen = A failure is counted when the page gets its link back after 3 seconds and can tell us so. A page that never got our script, or may not talk to us, cannot.
console-sites = Sites that may show the card
console-sites-intro = Pages of these sites can open the card in place. On any other page the link still leads to it.
console-no-sites = None yet: the card can be opened by its link, but no page can show it.
console-column-site = Site
console-column-remove = Change
console-remove = Remove
console-remove-site = Remove { $site }
console-site-of-settings = For every service, from the setting “sites”
console-add-site = Add a site
console-site-hint = The start of the address of its pages, up to the first single slash. For example https://www.canada.ca, or https://*.canada.ca for everything under canada.ca.
console-site-refused = This is not a site. Nothing was changed. Give the start of an address only, such as https://www.canada.ca, without a page.
console-add = Add
console-lines = Lines for a page
console-embed = Put these lines into a page of the service. The link works by itself wherever the script cannot.
console-link-text = Tell us how it went
console-embed-fixed = To allow this one script and no other, use this first line instead. We keep this script for good. Copy the line again when you want a newer one.
console-embed-policy = If the page has a Content-Security-Policy, add this to it. The last part only lets the page tell us that a card failed.
console-desks = Desks
console-desks-intro = A desk answers cases. The office and its teams answer everything. The desk of a program answers questions about its services, and no complaints.
console-desk-kind = Belongs to
console-desk-kind-office = The office
console-desk-kind-program = A program
console-desk-languages = Answers in
console-desk-fallback = Stands in for it
console-desk-fallback-hint = This desk gets what the other may not or cannot answer. If it cannot either, the office does.
console-desk-members = Staff
console-desk-staff = Whose cases somebody sees is set here:
console-desk-new = Add a desk
console-desk-change = Change: { $desk }
console-desk-slug = Short name
console-desk-slug-hint = Small letters, digits and hyphens, for example passport-help. It cannot be changed later.
console-desk-name-en = Name in English
console-desk-name-fr = Name in French
console-desk-save = Save
console-desk-fault-slug = The short name begins with a small letter and has only small letters, digits and hyphens.
console-desk-fault-name = A desk needs a name in English and one in French, of up to 120 characters.
console-desk-fault-language = Choose at least one language in which the desk can answer.
console-desk-fault-itself = A desk cannot stand in for itself. Choose another one.
console-desk-fault-taken = There is a desk of this short name already. Nothing was changed. Choose another one.
console-desk-fault-kind = This desk has cases, so what it belongs to stays as it is. Nothing was changed. Add another desk.
console-desk-of-service = Who answers
console-desk-of-service-intro = Cases that come from now on go to this desk, if it may answer them and can in the language of the form.
console-desk-administrator = An administrator can change this.

# The results.
results-title = How people rate services
results-intro = Everyone who rates a service is counted. Where fewer than 10 people answered, nothing is shown.
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
results-method-opt-in = People choose by themselves to rate a service. The results describe those who answered, not everyone who used the service.
item-overall = Overall satisfaction
item-timeliness = The time it took
item-knowledge = Knowledge of staff
item-courtesy = Courtesy and the extra mile
item-fairness = Fair treatment
item-outcome = The outcome
item-achieved = Got what was needed
item-expectations = Against what was expected
item-ideal = Against the best imaginable
item-trust = Trust
