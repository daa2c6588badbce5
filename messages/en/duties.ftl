# Reminders put off, duties of others, what is laid before the leader, promises.
flow-title-takeover = taking a duty over
choice-later = Remind me tomorrow
choice-not-ours = Not our duty
choice-no-document = No document
choice-forward = Lay before the leader
choice-give = Give to another unit
choice-stays = It stays with them
choice-takeover-yes = We take it
choice-takeover-no = We do not
choice-takeover-look = Look
menu-laid-before = Laid before the leader

progress-ask-which-not_ours = Your unit has { $count } open tasks. Which one is not yours?
progress-ask-which-later = Your unit has { $count } open tasks. Which one shall wait?
progress-ask-until = { $duty }: remind you on which day? For longer, ask for more time.
progress-later-day = { $day }
progress-ask-excuse = { $duty }, again on { $day }: what holds it up? Choose, or write a few words.
excuse-figures = Waiting for figures
excuse-away = The one in charge is away
excuse-signature = Waiting for a signature
progress-told-later = Noted: { $duty }, Báo An reminds you on { $day }.
progress-told-later-dated = Noted: { $duty }, Báo An reminds you on { $day }. It is still due on { $due }.
progress-later-again = This reminder was put off twice in a row. How does it stand?
progress-later-due = The last safe day is here, so the reminder cannot wait any more. How does it stand?
progress-later-too-far = A reminder can be put off to these days only. For longer, ask for more time. Which day?

progress-ask-not-ours = { $duty }: why is it not your unit's? A few words will do.
progress-ask-receiver = { $duty }: whose is it, in your view? Write the unit's name, or:
progress-receiver-self = That is the very unit that has it. Please name another.
progress-told-not_ours = Noted at { $at }. { $office } will decide; until then { $duty } stays with your unit.
progress-told-not_ours-named = Noted at { $at }; { $receiver } is being asked, { $office } is told. Until somebody takes it, { $duty } stays with your unit.
progress-taken-doubted = It was said before that this is not your unit's ({ $duty }): by { $who } at { $at }, waiting for a decision. Nothing was added.
progress-settled-doubted = It was said before that this is not your unit's ({ $duty }); it waits for a decision.

progress-ask-product-planned = { $duty }, the plan asks for: { $product }. Please send the document number, a file or a photo.

review-notice-not_ours = { $unit } says it is not theirs, { $duty }: "{ $note }" Who takes it?
review-notice-not_ours-named = { $unit } says it is not theirs, { $duty }: "{ $note }" { $receiver } is being asked. Decide now?
review-kind-not_ours = not theirs
review-forwarded = Laid before the leader at { $at }.
review-ask-stays = { $duty } stays with { $unit }: please give the reason.
review-ask-give = Which unit gets { $duty } of { $unit }? Write its name.
review-confirm-give = { $duty } goes to { $receiver } instead of { $unit }. Right?
review-done-handed_over = { $duty } was given to another unit. Both are told.
review-done-stays = Answered: { $duty } stays with { $unit }. They are told the reason.
review-done-forwarded = Laid before the leader: { $unit }, { $duty }. Báo An writes when there is an answer.
review-forwarded-already = This was laid before the leader already: { $unit }, { $duty }.
review-no-leader = There is no leader in the list yet. Invite one first, or decide yourself.
review-needs-leader = This extension for { $unit } is more than the office may grant. Choose: lay before the leader.
review-beyond = { $unit } asks for more time for { $duty } than the office may grant. Lay it before the leader?
decided-handed_over = given to another unit
decided-stays = it stays with the unit
decision-stays = { $office } answers: { $duty } stays with your unit. { $note } How does it stand?
decision-state-stays = stays with your unit
decision-state-handed_over = given to another unit
said-not_ours = Said to be another's at { $at }: { $note }
said-not_ours-refused = Said to be another's at { $at }: { $note } { $receiver } does not take it: { $why }
said-later = Reminder put off until { $wanted }, at { $at }: { $note }
said-done-figure = Figure reported at { $at }: { $figure }
progress-proof-figure = reached { $figure }

leader-notice-difficulty = { $office } lays before you: { $unit } is in difficulty, { $duty }: "{ $note }" What do you say?
leader-notice-more_time = { $office } lays before you: { $unit } asks for { $duty } until { $wanted }: "{ $note }" Grant it?
leader-decided = The leader has decided, { $unit }, { $duty }: { $how }.
leader-decided-note = The leader has decided, { $unit }, { $duty }: { $how }. { $note }

takeover-ask = { $unit } proposes that your unit takes: { $duty }. Reason: "{ $note }" Do you take it?
takeover-refused = { $receiver } does not take { $duty } of { $unit }: { $note } Who gets it?
takeover-done = { $duty }: { $receiver } has taken it, instead of { $unit }.
takeover-given = Your unit was given { $duty }, until now with { $unit }. How does it stand?
takeover-yes = ✅ Noted: { $duty } is your unit's now. Báo An reminds you before it is due.
takeover-no = Noted: your unit does not take { $duty }. The coordinating office will decide.
takeover-ask-why = Not taking { $duty }: why? A few words will do.
takeover-over = This was decided already; no answer is needed ({ $duty }).

obstacles-none = As of { $at }: no obstacle waits for an answer.
obstacles-list = As of { $at }: { $count } obstacles without an answer, the oldest first. Open which one?
obstacle-line = { $unit }: { $duty }, "{ $note }" ({ $day })
obstacle-line-forwarded = { $unit }: { $duty }, "{ $note }" ({ $day }, laid before the leader)

promises-none = As of { $at }: no promised day has passed.
promises-list =
    As of { $at }: { $broken } promised days have passed undone, { $waiting } are still to come.
    { $lines }
promise-line-broken = - { $unit }: { $duty }, promised for { $day }, { $late } days ago
promise-line-waiting = - { $unit }: { $duty }, promised for { $day }
promise-kept = Promised for { $day }: kept.
promise-broken = Promised for { $day }: { $late } days late.
promise-waiting = Promised for { $day }.

reminder-snoozed = ⏰ { $duty }: you asked to be reminded today. How does it stand?
reminder-doubted = ⏰ { $duty }: said to be another's on { $said }, waiting for { $office } to decide. Until then, how does it stand?

# Targets of the plan
progress-ask-figure = { $duty }: "{ $text }". What was reached? Write one number.
progress-figure-form = Please write one number, for example: 20 or 4.5.
progress-ask-source = { $duty }: which document does the figure come from? Send its number or a file, or:
progress-source-form = Please send the document's number (for example 125/BC-UBND) or a file, or:
progress-confirm-target = Noted: { $duty }, reached { $figure }. Right?
progress-confirm-target-source = Noted: { $duty }, reached { $figure }, { $proof }. Right?

# Reports asked for out of turn
flow-title-request_report = asking for a report
menu-requests = Ask for a report
duty-request = Report out of turn: { $text }
duty-request-inside = the report asked for about { $text }
duty-target = Target { $ref }: { $text }
duty-target-inside = target { $ref }
choice-send = Send
choice-withdraw-request = Take it back
request-new = A new one
request-who-answered = Who has answered
request-who-communes = All communes ({ $count })
request-who-offices = All departments ({ $count })
request-who-all = All units ({ $count })
request-ask-who = Which units shall report? Choose, or write names with ; between them
request-who-unclear = Not clear which units: { $names }. Choose, or write the names again with ; between them
request-ask-what = A report about what? Units read your words as they are.
request-what-long = That is more than { $most } characters. Please make it shorter.
request-ask-due = By which day? Write a date, for example: 20/12.
request-due-past = That day has passed. Please write a day to come, for example: 20/12.
request-due-far = One year ahead at most. Please write a nearer day.
request-subject-needed = Please say what the report is about.
request-units-needed = Please choose the units that shall report.
request-confirm = Ask { $count } units for a report about "{ $subject }", by the end of { $due }: { $names }. Send it?
request-sent = Request { $code } goes to { $count } units. Báo An reminds them and tells you of answers.
request-sent-some = Request { $code } is kept for { $count } units. { $lost } could not be told: { $names }. Please ring them.
request-notice = { $office } asks { $unit } for a report out of turn about: { $subject }. By the end of { $due }. How does it stand?
request-withdrawn-notice = { $office } has taken back the request for a report about: { $subject }. { $unit } need not report any more.
request-unknown = There is no request { $code }.
request-none = As of { $at }: no report was asked for out of turn.
request-list = As of { $at }, reports asked for out of turn, newest first. Which one?
request-line = { $subject }: { $answered }/{ $count } have reported
request-standing =
    As of { $at }, request { $code } "{ $subject }": { $answered }/{ $count } units have reported, due by the end of { $due }.
    Not yet: { $names }
request-all-answered = As of { $at }, request { $code } "{ $subject }": all { $count } units have reported.
request-was-withdrawn = Request { $code } "{ $subject }" was taken back; { $answered } units had reported.
request-withdraw-sure = Take request { $code } back? { $count } units that have not answered are told that they need not.
request-withdrawn = Request { $code } was taken back. { $count } units are told.
target-give = Who reports targets
flow-title-give_targets = giving targets
choice-figure = Give the figure
target-later = Later
target-ask-unit = { $left } targets have nobody to report them. { $ref }: "{ $text }". Which unit does? Write its name.
target-given = { $count } targets given. Every year from November on Báo An asks for the figure. Left for later: { $left }.
target-all-given = No target that is a number is without a unit.
target-none = As of { $at }: there is no target with a number in what you may see.
target-list =
    As of { $at }, the targets that are numbers:
    { $lines }
target-line = - { $ref } { $text } (reported by { $unit })
target-line-nobody = - { $ref } { $text }: nobody reports it yet
target-figure-none = { "  " }{ $year }: no figure yet
target-figure = { "  " }{ $year }: { $figure }, { $verdict }. { $unit } reported it at { $at }, { $source }, { $state }
target-no-source = no document
target-checked = accepted
target-unchecked = not accepted yet
target-met = met
target-missed = not met
target-unknown = how to compare is not clear
reminder-figure = ⏰ { $duty }, { $period }: what was reached? Please give one number.
plan-targets-open = { $count } targets are numbers that no unit reports yet. Choose: who reports targets.
target-notice = Your unit reports { $count } targets of the plan "{ $title }": { $refs }. Every year from November on Báo An asks for one number.
target-look = Look at targets

# Reviews of the plan, proposals to commend
progress-ask-product-review = { $duty }: please send the number of the interim review, a file or a photo.
progress-ask-product-final_review = { $duty }: please send the number of the final review, a file or a photo.
progress-ask-product-commendation = { $duty }: please send the number of the proposal or the list of whom to commend, a file or a photo.
looking-back-none = As of { $at }: no review or commendation has come up yet.
looking-back-list =
    As of { $at }: { $count } reviews and commendations.
    { $lines }
looking-back-review = - Interim review, { $unit }: { $duty }, { $state }
looking-back-final_review = - Final review, { $unit }: { $duty }, { $state }
looking-back-commendation = - Commendation, { $unit }: { $duty }, { $state }

# Duties that wait for others
need-noted = Noted ({ $code }): { $ref } comes after { $needs }. When all of { $needs } is accepted, the unit that does { $ref } is told.
need-dropped = Dropped ({ $code }): { $ref } waits for { $needs } no more.
need-as-before = As before ({ $code }), nothing changed: { $ref }, { $needs }.
need-unknown = There is no row { $ref } in the plan.
need-no-plan = No approved plan has both { $ref } and { $needs }.
need-itself = A duty cannot wait for itself. Please name two rows.
need-circle = Not noted: { $needs } waits for { $ref }, so { $ref } cannot wait for { $needs }.
need-which-plan = Several plans have these two rows. Which plan?
need-line = Still waits for: { $duty } ({ $units })
need-ready = { $last } was accepted, nothing is missing any more. Your unit can go on with: { $duty }. How does it stand?
choice-need-drop = Drop it
choice-need-note = Note it again
reminder-returned = ⏰ { $duty }: returned on { $returned }: { $note } Is it completed?
progress-ask-product-request = The answer to { $duty }: send a document number, a file, a photo, or a few lines.
progress-proof-words = answered: "{ $words }"
progress-proof-whole = "{ $words }"
