flow-title-confirm_progress = reporting progress
flow-title-review_progress = reviewing what a unit said

duty-report-inside = the report for { $period }
progress-option-dated = { $duty } (due { $day })
progress-option-open = { $duty } ({ $period })
progress-option-unit = { $unit }: { $duty }
progress-due-none = { $period }
progress-due-today = due today
progress-due-left = due { $day }, { $days } working days left
progress-due-left-none = due { $day }, no working day left
progress-due-past = overdue since { $day }, { $days } working days
progress-due-past-none = overdue since { $day }
progress-proof-number = document { $number }
progress-proof-file = with a file
progress-proof-both = document { $number }, with a file
progress-you = you

state-open = not heard of yet
state-under_way = under way
state-under_way-percent = under way, { $percent }%
state-difficulty = in difficulty
state-submitted = sent, waiting for review
state-accepted = accepted
state-returned = to be completed
state-cancelled = dropped

progress-about = About: { $duty }.
progress-ask-kind = How does it stand?
progress-ask-which-any = Your unit has { $count } open tasks. Which one is it about?
progress-ask-which-done = Your unit has { $count } open tasks. Which one is done?
progress-ask-which-under_way = Your unit has { $count } open tasks. Which one is under way?
progress-ask-which-difficulty = Your unit has { $count } open tasks. Which one is in difficulty?
progress-ask-which-more_time = { $count } tasks have a due day. Which one needs more time?
progress-ask-which-many = { $count } open tasks. Choose, or write a part of its name. Which one is it?
progress-which-unknown = No open task matches. Please choose, or write a part of its name.
progress-which-narrowed = { $count } tasks match. Which one is it?
progress-one-at-a-time = One task at a time, please. Which one first?
progress-guess = { $duty }, is that the one?
progress-kept-number = Document { $number } is kept.
choice-other-task = Another one
choice-both = Both
choice-all = All ({ $count })
choice-all-check-ins = All regular tasks ({ $count })
choice-look = Look
choice-accept-report = Accept
choice-return = Return
choice-grant = Grant
choice-refuse = Refuse
choice-answer = Answer

progress-ask-product-report = Please send the document number, a file or a photo of { $duty }.
progress-ask-product-task = { $duty }: please send the document number, a file or a photo.
progress-ask-product-again = The file could not be fetched, please send a file, a photo or the document number again: { $duty }
progress-product-needed = One thing is needed: a document number (such as 125/BC-UBND), a file or a photo. If there is none yet, choose Under way.
progress-confirm-report = Noted: { $duty } sent, { $proof }. Is that right?
progress-confirm-task = Noted: { $duty } done, { $proof }. Is that right?
progress-ask-percent = { $duty }: how many percent are done? Send a number from 0 to 100, or:
progress-percent-form = Please send a number from 0 to 100, such as 60.
progress-ask-promise = { $duty }: when will it be done? Send a day such as 20/12, or:
progress-date-form = Please send a day to come, such as 20/12.
progress-date-not-later = The day must be after the present due day. Please send a later one, such as 20/12.
progress-date-too-far = At most one year can be asked for. Please send an earlier day.
progress-ask-note = { $duty }: what stands in the way? A few lines will do; they go to { $office } at once.
progress-ask-reason = { $duty }: why is more time needed? A few words will do.
progress-words-needed = Please write it in words.
progress-file-kept = The file is kept.
progress-ask-wanted = { $duty } is due { $due }. Until when do you ask? Send a day, or:
progress-until = Until { $day }
progress-heard-day = Noted: until { $day }.
progress-no-due = A regular task has no due day, so it needs no more time. Please answer another way.

progress-told-done = ✅ Noted at { $at }. { $office } will look at it; if something is missing, Báo An writes back.
progress-told-under_way = Noted at { $at }: { $duty }, { $state }.
progress-told-promise = Noted at { $at }: { $duty }, { $state }, to be done { $day }. Báo An asks again that day.
progress-told-late = Noted: to be done { $day }, after the due day { $due }. Do you need more time?
progress-told-full = Noted at { $at }: { $duty }, 100%. If it is done, will you send the document now?
progress-told-several = Noted at { $at }: { $count } regular tasks under way.
progress-told-difficulty = Noted at { $at } and on its way to { $office }. Báo An writes when there is an answer.
progress-told-more_time = Noted at { $at }: until { $wanted }. { $office } decides; until then it stays due { $due }.

progress-taken-submitted = Already recorded: { $who }, { $duty }, done, { $at }, waiting for review. Nothing was added.
progress-taken-accepted = Already recorded: { $who }, { $duty }, done, { $at }, and accepted. Nothing was added.
progress-taken-cancelled = Dropped: { $duty }. Last heard of from { $who }, { $at }.
progress-taken-asked = More time was asked for already: { $duty }, { $who }, { $at }, not decided yet. Nothing was added.
progress-taken-returned = Just returned to be completed: { $duty }. Please answer again.
progress-taken-open = This has just changed: { $duty }. Please answer again.
progress-taken-under_way = This has just changed: { $duty }. Please answer again.
progress-taken-difficulty = This has just changed: { $duty }. Please answer again.
progress-settled-submitted = Recorded as done already: { $duty }, waiting for review. Nothing was added.
progress-settled-accepted = Accepted already: { $duty }. Nothing was added.
progress-settled-cancelled = Dropped: { $duty }.
progress-settled-asked = More time was asked for already: { $duty }, not decided yet.
progress-settled-returned = Just returned to be completed: { $duty }. Please answer again.
progress-settled-open = This has just changed: { $duty }. Please answer again.
progress-settled-under_way = This has just changed: { $duty }. Please answer again.
progress-settled-difficulty = This has just changed: { $duty }. Please answer again.
progress-not-own = This belongs to { $unit }; only its officers can answer for it. You may remind them.
progress-no-unit = Báo An does not know which unit you belong to, so it cannot note progress yet. If you have an invitation code, send it, such as MOI-ABCDE-23456.
progress-nothing-open = Your unit has nothing open.

review-notice-done = { $unit } reports done: { $duty }, { $proof }. Do you accept it?
review-notice-difficulty = { $unit } is in difficulty, { $duty }: "{ $note }" Will you answer?
review-notice-more_time = { $unit } asks for { $duty } until { $wanted }: "{ $note }" Grant it?
review-none = As of { $at }: nothing waits for you.
review-list = As of { $at }: { $count } wait for you, oldest first. Which one?
review-line = { $unit }: { $duty }, { $kind } ({ $day })
review-kind-done = done
review-kind-difficulty = in difficulty
review-kind-more_time = more time
review-ask-returned = Returning { $duty } to { $unit }. What is missing?
review-ask-refused = No more time for { $unit }, { $duty }. Why?
review-ask-answered = Answering { $unit } about { $duty }. Please write your answer:
review-confirm = To { $unit }: "{ $words }" Is that right?
review-done-accepted = ✅ Accepted: { $unit }, { $duty }.
review-done-returned = Returned to { $unit }: { $duty }. They are told why.
review-done-granted = Granted to { $unit }: { $duty }. They are told the new day.
review-done-refused = Refused to { $unit }: more time for { $duty }. They are told why.
review-done-answered = The answer is on its way to { $unit }, about { $duty }.
review-before = Decided already: { $unit }, { $duty }: { $who }, { $how }, { $at }. Nothing was changed.
review-colleague = another officer
review-moot = This has changed and needs no decision: { $unit }, { $duty }.
review-unknown = There is no such thing to review.
review-decided = Decided: { $how }, { $at }.
review-file-pending = The file is still being fetched; please open this again in a few minutes.
decided-accepted = accepted
decided-returned = returned
decided-granted = more time granted
decided-refused = more time refused
decided-answered = answered
decided-withdrawn = the unit reported it done

decision-accepted = ✅ { $office } has accepted { $duty }.
decision-returned = To be completed: { $note } This is about { $duty }; what is your answer?
decision-granted = { $office } grants more time for { $duty }, now due { $due }. How does it stand?
decision-refused = { $office } does not give more time for { $duty }: { $note } It stays due { $due }. How does it stand?
# In a template, 30 characters at most.
decision-state-accepted = accepted
decision-state-returned = needs more
decision-state-granted = extended to { $due }
decision-state-refused = not extended
decision-state-answered = answered
decision-answered = { $office } answers about { $duty }: { $note } How does it stand now?

duty-card =
    { $unit }: { $duty }
    { $lines }
duty-card-state = { $due }; { $state }
said-done = Reported done, { $at }: { $proof }
said-under_way = Reported under way, { $at }
said-under_way-percent = Reported under way, { $at }: { $percent }%
said-difficulty = Reported a difficulty, { $at }: { $note }
said-more_time = Asked for more time until { $wanted }, { $at }: { $note }

status-answer =
    Báo An understands: { $heard }
    { $answer }
status-heard-tasks = you ask about your unit's tasks.
status-heard-overdue = you ask what is overdue.
status-heard-missing = you ask which units have not reported.
status-heard-overview = you ask how things stand.
status-heard-unit = you ask how { $unit } stands.
status-tasks =
    As of { $at }: your unit has { $count } open tasks.
    { $lines }
status-tasks-none = As of { $at }: your unit has nothing open.
status-line-task = - { $duty }: { $due }
status-line-task-unit = - { $unit }, { $duty }: { $due }
status-line-check-ins = - { $count } regular tasks, to be reported for { $period }
status-overdue =
    As of { $at }: { $count } tasks overdue, in { $units } units.
    { $lines }
status-overdue-none = As of { $at }: nothing is overdue.
status-overdue-button = Overdue
status-line-overdue-unit = - { $unit }: { $count } tasks, the oldest since { $day }
status-missing =
    As of { $at }: { $reported }/{ $units } have reported for { $period } (due { $due }).{ $limited }
    Not yet:
    { $lines }
status-missing-none = As of { $at }: { $reported }/{ $units } have reported for { $period }. None is missing.{ $limited }
status-missing-no-report = As of { $at }: no report is owed in what you may see.
status-limited = {" "}Units you may not see are left out.
status-limited-not = {""}
status-kind-any = { $count } units
status-kind-commune = { $count } communes
status-kind-office = { $count } departments
status-line-unit = - { $unit }
status-overview =
    As of { $at }, { $about }: { $count } tasks.{ $limited }
    { $lines }
status-overview-none = As of { $at }: there are no tasks in what you may see.
status-units = { $units } units
status-unit = { $unit }
status-more = { $count } more lines
status-more-button = Next { $count }
status-own-only = Báo An does not know which unit you belong to, so you see only the cases you reported.
count-open = - { $count } not heard of
count-under_way = - { $count } under way
count-difficulty = - { $count } in difficulty
count-submitted = - { $count } waiting for review
count-accepted = - { $count } accepted
count-returned = - { $count } to be completed
count-overdue = - { $count } overdue
count-reports = - Report for { $period }: { $reported }/{ $units } units have sent it
count-report-in = - Report for { $period }: sent
count-report-missing = - Report for { $period }: not yet
count-out-of-reach = - People in charge who cannot be reached, in { $count } units: { $names }
status-deadlines =
    Báo An understands: you ask for a due day.
    { $lines }
status-week =
    As of { $at }: { $count } due in the next 7 days.
    { $lines }
status-week-none = As of { $at }: nothing is due in the next 7 days.
report-to = Who receives { $duty }: { $units }. Send the document number or the file here; it goes to { $office }.
report-to-office = Reports go to { $office }. Send the document number or the file here, Báo An passes it on.
report-form-none = Báo An cannot send report forms yet; that comes later. If you need one now, please ask { $office }.
stop-officer = Reminders follow your unit's tasks, so Báo An cannot turn them off. To change who gets them, please tell { $office }.
stop-reporter = Báo An writes back about the cases you reported, and nothing else.
leave-told = Báo An is telling { $office } that somebody else is needed. Until then reminders still come to you.
leave-nobody = Báo An could not reach { $office }. Please tell them that somebody else is needed; until then reminders still come to you.
leave-notice = { $unit }: the { $role } leaves or moves, reminders still go to them. Who takes over?
