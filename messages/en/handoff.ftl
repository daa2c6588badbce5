# Talking with an officer through Báo An, re-opening a case, rating it, passing it to another officer.

menu-handoff = Talk to an officer
handoff-take = Take the talk
handoff-end = End
handoff-other-accident = Report another accident

handoff-level-owner = the officer who has the case, { $unit }
handoff-level-on_duty = the officer on duty of { $unit }
handoff-level-stand_in = the stand-in of { $unit }
handoff-level-focal = the officer on duty of { $unit }
handoff-level-deputy = the stand-in of { $unit }
handoff-level-head = the head of { $unit }
handoff-level-coordinator = the officer on duty of { $unit }
handoff-level-nameless = the officer on duty of the coordinating office
handoff-officer-of = An officer of { $unit }

handoff-asked = Calling { $who }. As soon as somebody answers, Báo An connects you. { $ring }
handoff-asked-grave = Calling { $who }. As soon as somebody answers, Báo An connects you.
handoff-meanwhile-grave = 🔴 If a life is in danger call 115 (ambulance), 114 (rescue) or 113 (police) now; do not wait.
handoff-ring = If it is urgent, call { $number }.
handoff-ring-emergency = In an emergency call 115, 114 or 113.
handoff-go-on = Write, or send photos, voice notes, a location: Báo An keeps them and passes them on once somebody answers. To stop, write "end".
handoff-kept = Kept; it is passed on once somebody answers.
handoff-next = Nobody has answered yet. Báo An is now calling { $who }. { $ring }
handoff-next-busy = Whoever was called is busy. Báo An is now calling { $who }. { $ring }
handoff-nobody-answers = Everybody on duty was called and nobody has answered. { $ring } What you wrote is kept; Báo An writes as soon as an officer is there.
handoff-reached-nobody = Báo An could not reach any officer. { $ring }
handoff-still-asking = Still calling the officer on duty. What you write is kept for them. { $ring }
handoff-connected = { $who } is listening. Write here; Báo An passes it on and tells neither side the other's name or number. When done, write "end".
handoff-already = { $who } is listening here. Just write; when done, write "end".

handoff-push = { $who } would like to talk to the officer on duty. Will you?
handoff-push-grave = 🔴 { $who } would like to talk to the officer on duty now. Will you?
handoff-whose-reporter = Whoever reported case { $code } ({ $place })
handoff-whose-on = Somebody asking about case { $code } ({ $place })
handoff-whose-unit = Somebody of { $unit }
handoff-whose-somebody = Somebody writing to Báo An
handoff-you-took = Connected. { $who } is listening: Báo An passes on what you write, without name or number. When done, write "end".
handoff-you-took-already = You are talking with this person already.
handoff-taken = Another officer is talking with this person.
handoff-taken-by-other = Another officer has taken the talk; you need not any more.
handoff-busy = You are talking with somebody. Write "end" first, then take another.
handoff-over = This talk is over, or too long ago.
handoff-passed = The next in line is being called. You can still take it if you are free sooner.
handoff-passed-to-nobody = Everybody was called and nobody has answered. Will you take it?
handoff-none = You are not talking with anybody through Báo An now.
handoff-case-opened = Whoever you are talking with has just reported an accident, code { $code }. Open the file?
handoff-facts = What the reporter just said: { $what } Put it into the file?
handoff-facts-which = Which line of the file does this set right?
handoff-facts-keep = Put it into the file
handoff-facts-drop = Leave the file
handoff-facts-kept = The officer put into the file: { $what }
handoff-facts-dropped = The file stays as it is.

handoff-said-person = Reporter: { $text }
handoff-said-somebody = They write: { $text }
handoff-said-officer = Officer: { $text }
handoff-photo = (photo)
handoff-voice = (voice note)
handoff-file = (file)
handoff-photo-with = (photo) { $text }
handoff-voice-with = (voice note) { $text }
handoff-file-with = (file) { $text }
handoff-place = location { $lat }, { $lon }
handoff-not-arrived = Your last message did not reach the other side. Please write again, or telephone.
handoff-cannot-carry = Báo An cannot pass on this kind of message. Please write, or send a photo, a voice note or a location.
handoff-first-end = You are talking with an officer. Write "end" to go on with other things.
handoff-cry = 🔴 If a life is in danger call 115 now. What you wrote is kept for the officers of this case.

handoff-no-officer = You no longer serve there, so Báo An did not pass this on; the next in line is called.
handoff-ended = Ended. If you need somebody again, write "talk to an officer".
handoff-ended-by-officer = The officer has ended the talk. If you need somebody again, write "talk to an officer".
handoff-ended-by-person = The other side has ended the talk.
handoff-ended-by-silence = Nobody wrote for a while, so the talk is closed. If you need somebody again, write "talk to an officer".
handoff-withdrawn = The officer on duty is no longer being called. If you need somebody again, write "talk to an officer".

case-talks = See the talk
case-talks-page =
    What was said in case { $code }:
    { $lines }
case-talks-none = Nothing was said in case { $code } yet.
case-talks-person = - { $at } Reporter: { $text }
case-talks-officer = - { $at } Officer: { $text }
case-talks-gone = (not kept)

hazard-push-again = { $code }: { $class }, { $place }, reported at { $time }. Still nobody has taken it. Will you?

flow-title-case_reopen = re-opening a case
accident-closed = Case { $code }: { $state }. How did it go?
outcome-good = Satisfied
outcome-partly = Partly
outcome-bad = Not satisfied
outcome-again = Re-open the case
outcome-rated = Your rating of case { $code } is kept. Thank you.
outcome-rated-push = Case { $code }: its reporter rates the outcome "{ $mark }".
outcome-not-closed = Case { $code } is not closed; write this code to see how far it is.
case-line-rating = - Rated by the reporter: { $mark }
case-reopen-why = Why should case { $code } be re-opened? A few words, or:
case-reopen-how = Please write a few words, or skip.
case-reopened = Case { $code } is open again; the officer on duty is being told. Báo An writes when somebody takes it.
case-reopened-nobody = Case { $code } is open again, but no officer could be reached. If it is urgent, call { $number }.
case-reopened-push = { $code }: { $class }, { $place }, reported at { $time }. The reporter has re-opened it. Will you take it?

flow-title-case_passing = passing a case on
passing-start = Pass the case on
passing-to-whom = To whom is case { $code } passed? Choose one, or write the name of another commune.
passing-which-commune = To which commune is case { $code } passed? Write its name.
passing-how = Please choose somebody, or write the name of a commune, for instance: xã Tân Lập.
passing-nobody-there = Nobody of { $unit } can be reached. Please choose another place.
passing-level-on_duty = Officer on duty of { $unit }
passing-level-stand_in = Stand-in of { $unit }
passing-level-focal = Officer on duty of { $unit }
passing-level-deputy = Stand-in of { $unit }
passing-level-head = Head of { $unit }
passing-level-coordinator = Officer on duty of { $unit }
passing-push = 🔴 { $code } ({ $place }): the officer who has this case asks you to take it over. Will you?
passing-yes = Take this case
passing-no = Do not take it
passing-asked = Asking: { $who }. Until there is a yes, case { $code } stays with you.
passing-waits = Case { $code } waits for somebody's answer; it cannot be offered to another yet.
passing-you-took = ✅ Case { $code } is yours from now on. The reporter is told.
passing-you-left = Noted: you do not take case { $code }.
passing-over = The request about case { $code } has ended or was answered.
passing-taken = Somebody has taken case { $code } over from you.
passing-refused = Whoever was asked does not take case { $code }; it stays with you.
passing-lapsed = Nobody answered about case { $code }; it stays with you. Choose another in its file.
passing-told-reporter = Case { $code } is now with an officer of { $unit }.

accident-push-body = 🔴 { $code }: { $class }, { $place }, reported at { $time }. Your body is told as the law asks; an officer of labour safety will get in touch.
case-bodies = - By law to be told at once as well (the class is a suggestion, an officer confirms it):
case-tell-bodies = { $lines }
case-body-told = - { $name }: Báo An is writing to { $unit }.
case-body-unknown-number = - { $name }: not in the list of units; please call { $number }.
case-body-unknown = - { $name }: not in the list of units; please tell them by telephone or in writing.
case-body-unreached-number = - { $name }: cannot be written to; please call { $number }.
case-body-unreached = - { $name }: cannot be written to; please tell them by telephone or in writing.
