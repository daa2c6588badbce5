# Reporting an accident or a danger, and a case by its code.

flow-title-report_accident = reporting an accident
flow-title-report_hazard = reporting a danger
flow-title-case_addition = adding to a case

accident-urgent = 🔴 If anybody is in danger, call 115 first. Báo An is taking the report now.
accident-urgent-in-group = 🔴 If somebody is in danger, call 115 first.
accident-report-privately = To report the accident, write to Báo An privately; in a group Báo An asks nothing and has noted nothing yet.
group-write-privately = Báo An talks about this in private only. Please write to Báo An privately.
accident-ask-people = How many people are hurt or dead? Send a number, or choose:
accident-people-how = Please send the number of people hurt or dead, for example: 2.
accident-really-nobody = Nobody is hurt or dead, is that right? If somebody is, send the number.
accident-really-many = { $total } people hurt or dead, is that right? If not, send the number again.
accident-which-count = How many should Báo An note? Choose one or send a number.
accident-not-clear = Not known
accident-ask-place = Which commune or ward did it happen in? You may send a location.
accident-ask-commune = Which commune or ward is that in?
accident-place-share = Send a location
accident-place-other = Another commune
accident-place-how-to-share = Use the attach button and choose Location, or write the commune's name.
accident-place-type = Please write the commune, ward or place, for example: xã Tân Lập.
accident-which-commune = Which commune or ward is it?
accident-ask-phone = Which number can officers call you back on?
accident-phone-none = Leave no number
accident-phone-how = Please send a phone number of 10 digits, for example: 0912 345 678.

accident-noted = Noted: { $what }
accident-noted-many =
    Noted:
    { $lines }
accident-dash = - { $what }
accident-dot = { $what }.
accident-heard-place = { $what }.
accident-heard-words = the place "{ $what }".
accident-heard-phone = call back on { $what }.
accident-heard-death = somebody has died.
accident-heard-workplace = employer { $what }.
accident-died-or-lives = Has that person died, or are they alive?
accident-person-died = Died
accident-person-lives = Alive
accident-held-phone = The number kept is { $what }.
accident-held-any = Kept: { $what }.
accident-held-keep-phone = Keep it
accident-held-keep-any = Keep it
accident-asked-penalty = Báo An punishes nobody; a report gets help to those hurt. What follows is for the authority in charge.
accident-asked-officer = Báo An does not know that; the officer who takes the case will answer you.
accident-heard-photos = { $count } photos just sent.
accident-people = { $total } in all
accident-people-injured = { $total } hurt
accident-people-dead = { $dead } dead
accident-people-of-dead = { $total } in all, { $dead } of them dead
accident-people-unknown = number of people not known
accident-place-position = the location sent
accident-at = { $at }
accident-in-part = { $part }, { $day }
accident-part-dawn = before dawn
accident-part-morning = in the morning
accident-part-noon = around noon
accident-part-afternoon = in the afternoon
accident-part-evening = in the evening
accident-part-night = at night
accident-between = from { $start } to { $end }

accident-photo-kept = Photo kept ({ $count } so far).
accident-file-kept = File kept ({ $count }).
accident-voice-kept = Voice note kept. Báo An cannot listen to it; please add a few words.
accident-file-lost = The file did not arrive. Please send it again.
accident-position-kept = Location noted.
accident-button-used = That button has been used. The open question is:
accident-words-how = Please write a few words, or skip this one.
accident-words-kept = Báo An has kept what you told.
accident-words-added = Báo An has added this message.
accident-remark-kept = Photos are due here; your message was kept as a remark.

accident-full = This report is full, Báo An can keep no more in it. Please go on.

accident-telling = Báo An is calling the officer on duty in { $unit }. Case: { $code }. You will hear once somebody takes it.
accident-telling-office = Báo An is calling the officer on duty at { $unit }. Case: { $code }. You will hear once somebody takes it.
accident-reached-nobody = 🔴 Case { $code } is kept, but no officer can be reached yet. Please call { $number } now.
accident-also-telling = Báo An is also calling the officer on duty in { $unit }.
accident-scene = Help people first. Leave the scene as it is, take photos if it is safe, and tell the person in charge at once.
accident-tell-chief = Please tell the person in charge at once, so that it does not happen again.
accident-nobody-took = 🔴 Nobody has taken case { $code } yet. Báo An is calling others; please call { $number } as well.
accident-taken = The officer on duty in { $unit } took it at { $time }.
accident-taken-by-office = An officer of { $office } took it at { $time }.
accident-state-told = Case { $code }: { $state }.

consent-notice =
    { $office } keeps what you tell, to help, handle and investigate the accident under the law on occupational safety.
    That is: your account, photos, location, call-back number, injuries (sensitive data). Kept as long as accident files must be. You may see, correct, erase it and withdraw consent.
    { $contact }
consent-full =
    Controller: { $office }.
    Purpose: telling those responsible, helping, investigating and counting work accidents.
    Data: messages, photos, files, location, call-back number, messaging account; names and injuries of victims if you give them. Health data is sensitive: only officers on the case open it, and each look is recorded.
    Basis: your consent; Law 91/2025/QH15 on personal data; Law 84/2015/QH13 on occupational safety. The emergency answers came first to protect life.
    Kept: as long as accident files must be, then erased.
    Rights: to see, correct, erase, restrict, object and withdraw consent at any time; you get a reply within 2 working days.
    { $contact }
    Do you agree?
consent-contact = Contact: { $number }.
consent-contact-none = Contact: the office itself.
consent-ask = Do you agree that this is kept, so that Báo An can go on asking?
consent-how = Please choose I agree or I do not agree; until then Báo An asks nothing more.
consent-yes = I agree
consent-no = I do not agree
consent-more = Tell me more
consent-aside = These words are set aside; Báo An keeps them only if you agree.
consent-first = Báo An asks about that later. First, please write "agree" or "disagree" to keeping this information.
consent-refused =
    Báo An asks nothing more. The emergency part of case { $code } is kept and handled.
    In an emergency: 115 (ambulance), 114 (rescue), 113 (police). { $contact }
consent-not-kept = You did not agree, so Báo An does not keep that photo, file, location or telephone number.
consent-withdrawn =
    ✅ Consent withdrawn. Case { $codes }: Báo An has dropped from the file the call-back number, photos, files, locations, names, injuries and your other answers and remarks.
    Báo An still keeps the first message, the number of people, the place and what happened (long numbers struck out), to help and to investigate under the law on occupational safety; what officers have done already stays done. { $contact }
consent-withdrawn-none = Báo An keeps no case of yours. Your withdrawal is noted.
accident-ask-tip = Do you want to tell more without saying who you are? Send one message, or:
accident-tip-stop = Stop here
accident-tip-kept = Your anonymous words are kept with the case.

accident-ask-what = What happened? Tell it in a few sentences, or:
accident-later = Later
accident-ask-role = Who are you in this matter?
accident-role-victim = The victim
accident-role-colleague = A colleague
accident-role-relative = A relative
accident-role-passer-by = A passer-by
accident-role-employer = The employer
accident-role-officer = An officer
accident-ask-contract = Does the victim have a labour contract?
accident-contract-yes = Yes
accident-contract-no = No
accident-contract-unknown = Not known
accident-ask-happened = When did it happen? For example: 8h sáng nay.
accident-just-now = Just now
accident-when-how = Please write day and time, for example: 8h sáng nay, or 20/11.
accident-when-future = That time is still to come. When did it happen? For example: 8h sáng nay.
accident-when-which = Which time is it?
accident-ask-workplace = Which site or employer was it at? Write the name.
accident-ask-hurt = What is the injured person's job, and what is the injury? For example: welder, broken arm.
accident-ask-hurt-of = ({ $number }/{ $of }) What is this person's job, and what is the injury? For example: welder, broken arm.
accident-ask-who = The injured person's name and year of birth? Initials will do. For example: Mr N., 1990.
accident-ask-who-of = ({ $number }/{ $of }) This person's name and year of birth? Initials will do. For example: Mr N., 1990.
accident-ask-who-dead = Name and year of birth of the person who died? Initials will do.
accident-ask-who-dead-of = ({ $number }/{ $of }) Name and year of birth of the person who died? Initials will do.
accident-victim-how = Please write a few words, for example: Mr N., 1990. Skip what is not known.
accident-victim-not-clear = Nothing known of them
accident-victims-later = Officers will note it
accident-ask-victims = { $total } people. Write those you know, one a line: name, age, what the injury is.
accident-ask-victims-more = { $known } of { $total } people noted. Write more, or press Done.
accident-victims-how = One person a line please, for example: Mr N., aged 35, broken arm. Who else?
accident-heard-victim = person { $number }: { $what }.
accident-victim-and = { $first }, { $then }
accident-victim-born = born { $year }
accident-victim-born-about = born about { $year }
accident-victim-male = male
accident-victim-female = female
accident-victim-dead = died
accident-victim-missing = missing
accident-victim-unknown = not known
accident-victim-nth = Person { $number }
accident-victim-nth-known = Person { $number }: { $what }
accident-fix-whom = Change what about whom?
accident-fix-victims = The victims
accident-line-victim = - Victim { $number }: { $what }
accident-ask-media = Send photos of the scene or a location, as many as you like, but no identity papers. Then press Done.
accident-ask-media-more = Any more photos? If not, press Done.
accident-media-done = Done
accident-media-how = Please send photos or a location, or press Done.

accident-review =
    Báo An has noted:
    { $lines }
accident-review-nothing = - nothing yet
accident-line-opening = - First message: { $what }
accident-line-people = - Hurt or dead: { $what }
accident-line-place = - Place: { $what }
accident-line-phone = - Call back: { $what }
accident-line-happened = - When: { $what }
accident-line-what = - What happened: { $what }
accident-line-role = - Reported by: { $what }
accident-line-contract = - Labour contract: { $what }
accident-line-workplace = - Site or employer: { $what }
accident-line-injury = - Injured person { $number }: { $what }
accident-line-names = - Names: { $what }
accident-ask-factor = From the story, what injured may have been:
accident-ask-cause = From the story, what may be the main cause? The investigation concludes.
accident-factor-list = What injured?
accident-cause-list = What may be the main cause?
accident-code-other = Another
accident-heard-factor = what injured: { $what }.
accident-heard-cause = main cause: { $what }.
accident-line-factor = - What injured: { $what }
accident-line-cause = - Main cause: { $what }
accident-fix-factor = What injured
accident-fix-cause = The cause
accident-line-photos = - Photos: { $count }
accident-line-files = - Files: { $count }
accident-line-locations = - Locations: { $count }
accident-line-remarks = - Also: { $what }
accident-line-tip = - Anonymous: { $what }
accident-ask-review = Is that right?
accident-review-ok = Right, send it
accident-fix-which = What shall be changed?
accident-fix-none = Nothing after all
accident-fix-people = People
accident-fix-place = Place
accident-fix-phone = Number
accident-fix-what = What happened
accident-fix-role = Who reports
accident-fix-contract = Contract
accident-fix-happened = Time
accident-fix-workplace = Employer
accident-fix-media = Photos
accident-done = ✅ Case { $code } is complete. Send this code at any time to see how far it is.
accident-done-employer =
    ✅ Case { $code } is complete. Send this code at any time to see how far it is.
    This message does not replace the establishment's own declaration. Tap to get the form and the receiver.
accident-kept = Case { $code } is kept and handled. Send this code at any time to see how far it is.
accident-left = Stopped. Case { $code } is kept and Báo An is looking for somebody to take it; send this code to see how far it is.
accident-left-taken = Stopped. Case { $code } is kept and somebody has taken it; send this code to see how far it is.
accident-here-unsent = Báo An is here. A short answer will do, and the officer on duty is told at once.
accident-here = Báo An is here. Case { $code } was sent, nobody has taken it yet. A few more questions; skip what you do not know.
accident-here-taken = Báo An is here. An officer has taken case { $code }. A few more questions; skip what you do not know.
accident-which-case = Add this to case { $code }?
accident-which-add = Add
accident-which-new = Another case
accident-added = Added to case { $code }, where officers see it. Send this code to see how far it is.
accident-left-unsent = Stopped; nothing was sent to anybody. If somebody is in danger, call 115.

accident-code-joined = { $code } ({ $count } reports joined)
accident-push = 🔴 { $code }: { $class }, { $place }, reported at { $time }. Will you take it?
accident-push-again = 🔴 { $code }: { $class }, { $place }, reported at { $time }. Nobody has taken it yet. Will you?
accident-push-leader = 🔴 { $code }: { $class }, { $place }, reported at { $time }. No officer has taken it. Will you see to it?
accident-push-changed = 🔴 { $code }: news, { $class }, { $place }, reported at { $time }. Open the case?
hazard-push = { $code }: { $class }, { $place }, reported at { $time }. Will you have a look?
accident-push-many = 🔴 { $code }: { $class }, { $place }, reported at { $time }; the same person reported { $count } cases within 1 hour. Look at them?
accident-class-fatal = fatal accident
accident-class-count = accident, { $count } hurt
accident-class-none = accident reported, nobody hurt so far
accident-class-unknown = accident, number of people not known
accident-place-unknown = commune not known
case-kind-accident = accident
case-kind-commuting = accident on the way to work
case-kind-disease = occupational disease
case-kind-technical_incident = technical incident
case-kind-near_miss = near miss
case-kind-hazard = unsafe workplace
case-kind-equipment = regulated equipment

hazard-ask-what = In a few words: what danger have you seen?
hazard-what-how = A few words will do, for example: the scaffold is loose. What did you see?
hazard-rescue = 🔴 If there is fire, a blast, a leak or a collapse: keep away and call 114 now.
hazard-ask-place = Which commune or ward is it in? You may send a location.
hazard-ask-media = Send photos if you have any, as many as you like. Then press Done.
hazard-ask-phone = If officers have a question, which number can they call?
hazard-done = ✅ Noted. Báo An is telling { $unit }. Code: { $code }. Send this code to see how far it is.
hazard-reached-nobody = Kept under { $code }, but no officer can be reached yet. If it is urgent, call { $number }.

case-take = Take it
case-open = Open the case
case-handle = At work on it
case-close = Close it
case-many = See the cases
case-many-older = See earlier cases
case-many-list =
    Reported by the same person within 1 hour:
    { $lines }
case-full = Case { $code } is full, Báo An can add no more. If it is urgent, call the officers or 115 directly.
case-addition-refused = You did not agree, so Báo An keeps no more. Case { $code } is handled all the same; send this code to see how far it is.
case-add = Add something
case-more-files = More pictures and files
case-files = More pictures and files of case { $code }:
case-files-none = Case { $code } has no other picture or file that can be opened.
case-pass = Ask somebody else
case-passed-on = The next in line is being told of case { $code }. You may still take it.
case-passed-to-nobody = Case { $code }: everybody was told and nobody has taken it. Please call { $number }, or take it.
case-which-take = Several cases wait for somebody. Which one do you take?
case-which-handle = Which case are you handling?
case-which-pass = Several cases wait for somebody. Which one should somebody else take?
case-urgent-first =
    🔴 Open cases:
    { $lines }
case-line-place = - { $code }, { $place }, { $state }
case-short-open = nobody could be told
case-short-dispatched = nobody has taken it
case-short-acknowledged = taken
case-short-being_handled = being handled
case-short-closed = closed
case-short-cancelled = cancelled
case-counted =
    Today: { $today }. This week: { $week }. This year: { $year }.
    { $lines }
case-counted-none = None today or this week. This year: { $year }.
case-counted-no-line = -
case-taken = Case { $code } was taken at { $time } by somebody else.
case-taken-by-you = You took case { $code } at { $time }.
case-taken-by-other = Case { $code } was taken at { $time }.
case-you-took = ✅ You have taken case { $code }. Báo An is writing to the reporter. Open it?
case-you-handle = Noted: case { $code } is being handled. The reporter hears of it.
case-you-closed = ✅ Case { $code } is closed. The reporter hears of it.
case-change-same = Case { $code } is in that state already.
case-change-reopen-first = Case { $code } is closed. It must be opened again first.
case-change-out-of-order = Somebody must take case { $code } first.
case-state = Case { $code }: { $state }.
case-state-since = { $state } (taken at { $time })
case-state-open = noted, nobody could be told yet
case-state-dispatched = officers are being called, nobody has taken it yet
case-state-acknowledged = an officer has taken it
case-state-being_handled = being handled
case-state-closed = closed
case-state-cancelled = cancelled
case-page =
    Case { $code }: { $state }.
    { $class }
    { $lines }
case-may-be-serious = - The injury may be on the list of serious ones; an officer confirms.
case-injury-candidate = - Person { $number } may come under { $code }: { $what }
case-none = You have reported nothing through Báo An yet.
case-none-sent = This report is not sent yet. Answer what follows and Báo An tells the officers at once.
case-list =
    What you have reported:
    { $lines }
case-line = - { $code }: { $state }
case-ask-addition = Write, or send photos or a location. What is to be added to case { $code }?
case-ask-addition-more = Anything more for case { $code }? If not, press Done.
case-addition-how = Words, photos or a location will do. What is to be added?
case-added = Added.
case-addition-done = Case { $code } is kept as it is; send this code to see how far it is.

amend-which = Which of these is to be changed?
amend-name = name of victim { $number }: { $what }.
amend-victim = { $who }: { $what }.
amend-dead = { $what }.
amend-without = { $what }; without { $who }.
amend-contract = labour contract: { $what }.
amend-field-people = number of people
amend-field-place = place
amend-field-phone = number to call
amend-field-happened = time
amend-field-what = what happened
amend-field-role = who reports
amend-field-contract = contract
amend-field-workplace = workplace
amend-field-victims = victims
amend-field-factor = what injured
amend-field-cause = cause
amend-field-media = photos, files
amend-field-remarks = remarks
accident-people-contradict = The dead cannot be more than all. Please write again, for example: 3 people, 1 dead.
flow-title-case_correction = correcting a case
case-fix = Correct
case-amended = Case { $code }: { $fields } was corrected. Open the case?
case-more = More
case-more-what = What else with case { $code }?
case-fix-ask = What is to be corrected in case { $code }? In your own words, for example: 3 people, not 2.
case-fix-more = Anything else to correct in case { $code }? Else press Done.
case-fix-how = Báo An is not sure what to change. Say it more clearly, or shall it note your words for the officers?
case-fix-note = Note my words
case-fix-not-kept = Báo An cannot keep this part of case { $code }: you chose not to have it stored, or not to be named.
case-fix-same = Case { $code } says so already.
case-fix-which-case = Which case is to be corrected?
case-fix-done = Corrections to case { $code } are done.
case-fixed =
    Case { $code } corrected:
    { $lines }
    The earlier version is kept.
case-fixed-taken-out = - taken out
accident-position-abroad = This position lies outside Vietnam; Báo An keeps it but does not use it. Please write the commune's name.
accident-file-again = This photo or file is there already ({ $count } kept).
accident-id-card = Báo An keeps no photos of identity papers; this one was dropped. Photos of the scene are enough.
case-position-far = - The position sent lies { $km } km or more from those sent in this commune before, not certain. Please ask again where it was.
accident-line-locations-abroad = - Positions: { $count } (one lies outside Vietnam, not certain)
accident-line-doubtful = - Not certain: the report looks like a joke or a trial.
accident-really-happened = Did this accident really happen? If so, Báo An tells the officers at once.
accident-really-yes = It is real
accident-really-no = I was trying it
accident-jest-left = Stopped, nobody was told. If somebody is hurt, write again at once or call 115.
accident-class-doubtful = not certain, { $what }
accident-ask-during = Did it happen on the way to or from work, or at work?
accident-during-commuting = On the way
accident-during-work = At work
accident-during-unknown = Not known
accident-line-during = - It happened: { $what }
accident-fix-during = On the way or at work
amend-field-during = on the way or at work
hazard-ask-serious = Is it large, spreading, or more than the place can deal with itself?
hazard-serious-no = No
accident-line-incident = - The reporter calls it large, more than the place can deal with itself.
