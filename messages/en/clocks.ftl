# The class of a case as officers confirm it, what the law asks in each case, "why", re-classing, reminders of "at once".
flow-title-case_class = confirming the class of an accident
flow-title-case_duty_done = recording what was done under the law

## The class of a case
case-class-suggested = Suggested class: { $class }. An officer confirms.
case-class-is = Class: { $class }, confirmed by an officer.
case-class-agree = Agree
case-class-other = Another class
case-class-ask = Case { $code }: the suggestion is { $suggested }. Which class do you confirm?
case-class-ask-reason = Please send the reason for "{ $class }", for instance: as the hospital concluded.
case-class-reason = Another class than the suggested one needs a reason in a sentence, for instance: as the hospital concluded.
case-class-kept = Noted: case { $code } is { $class }, confirmed by you. What the law asks follows this class.
case-class-moved = The facts of case { $code } have just changed, and another class is suggested now. Please open it again and confirm.
case-class-confirmed = - Confirmed { $class }: { $who }, { $at }
case-class-confirmed-why = - Confirmed { $class }: { $who }, { $at }. Reason: { $reason }
case-class-lapsed = - Before, { $who } confirmed { $class }, { $at }; the facts have changed, please confirm again
case-class-who = { $role } { $unit }
case-class-office = the coordinating office

## What the law asks
law-do-inform = Tell
law-do-declare = Declare
law-do-notify_police = Tell the police
law-do-quick_report = Quick report
law-do-first_aid = First aid
law-do-preserve_scene = Keep the scene untouched
law-do-record = Record
law-do-investigate = Investigate
law-do-send_minutes = Send the minutes of the investigation
law-do-report_figures = Accident figures { $period }
law-do-examine = Have the worker examined for occupational disease
law-do-treat = Have the ill treated
law-do-refer = Refer to a medical assessment
law-do-declare_equipment = Declare the equipment
law-do-inspect = Have the equipment inspected
law-do-in = { $what }, case { $code }
law-do-for = { $what } ({ $by }), case { $code }
law-do-figures-for = { $what } ({ $by })
law-when-due = by { $day }
law-when-at-once = at once
law-when-since = at once, since { $start }, { $gone } ago
law-when-no-time = the law names no time
law-when-not-begun = { $value } { law-why-unit } from { law-why-from }, not begun
law-demand-sure = the law wants it at once
law-demand-verify = perhaps to be done at once, to be verified
law-demand-no-time = the law wants it and names no time
law-gone-days = { $days } d { $hours } h
law-gone-hours = { $hours } h { $minutes } min
law-gone-minutes = { $minutes } min
case-law = Under the law
case-law-at-once = - Under the law: { $count } things to do at once, nobody said they were done. { $what }: { $due }
case-law-maybe = - Under the law: { $count } things perhaps to do, to be verified. { $what }: { $due }
case-law-at-once-one = - Under the law, nobody said it was done: { $what }, { $due }
case-law-next = - The next last day: { $what }, { $day }
case-law-list =
    Case { $code }, { $class }. The law asks:
    { $lines }
case-law-none = - nothing so far
case-law-closed = - { $count } earlier ones, closed as the facts changed, are kept
law-line = - { $what }: { $by }{ $to }; { $state }{ $verify }
law-line-to = , to { $to }
law-line-verify = { " " }(to be verified)
law-why = Why?
law-done = Done
law-done-of = Done: { $what } ({ $by })
law-card =
    { $what }
    { $lines }
law-card-by = Owed by: { $by }; { $due }.
law-card-to = To: { $to }.
law-card-form = Form: { $form }.
law-card-verify = To be verified against the original text.
law-card-said = said to be done: { $at }
law-card-said-means = said to be done: { $at }, by { $means }
law-card-said-words = said to be done: { $at }, { $words }
law-done-ask-when = { $what }: when was it done? For instance: 9 this morning.
law-done-ask-meeting = { $what }: when was the meeting that announced the minutes? For instance: 9 this morning.
law-done-when-how = Please send the day, for instance: yesterday.
law-done-ask-means = By what means?
law-done-ask-words = The number of the document, or a few words about it? Send them, or skip.
law-done-words-how = Please send a few words, for instance: minutes no. 12, or skip.
law-done-kept = Noted as you said: { $what }, { $when }. Báo An only writes it down; whether it is enough is for the receiver to confirm.
law-done-left = Stopped, nothing more was noted.
law-done-already = Somebody noted this already, or it is not owed any more.
law-done-told = { $unit } says it was done: { $what }. Look at it?
law-because =
    { $what }:
    { $lines }

## Why
case-why =
    Case { $code }: the suggestion is { $class }, because:
    { $lines }
case-why-confirmed =
    Case { $code }: { $class }, confirmed by an officer. The facts:
    { $lines }
case-why-victim = - Victim { $number }: { $severity }. { $because }
case-why-pack = - The law of that day: { $pack }
case-why-duty = - { $what }: { $why }{ $verify }
case-why-question = - Still needed: { $what }
case-why-contradiction = The facts of case { $code } contradict one another, so nothing can be said yet. Please check when it happened and how the victims are.

## Facts change, duties follow
case-news =
    Case { $code }: { $changed }. What the law asks now:
    { $lines }
case-news-after =
    With the news just sent of case { $code }: { $changed }, so the law now asks:
    { $lines }
case-news-class = the class changed from { $old } to { $new }
case-news-facts = its facts were corrected
case-news-moved = - Changed: { $duty }, { $due }{ $to } (before: { $was })
case-news-to = , to { $to }
case-news-new = - New: { $duty }, { $due }
case-news-gone = - No more: { $duty }, { $due }

## Reminders of what is owed at once
reminder-at-once = ⏰ { $duty }: { $demand }, and nobody said it was done. Have you done it?
reminder-at-once-stand-in = ⏰ { $duty }: { $demand }, and nobody said it was done. Please remind them. Is it done?
reminder-at-once-escalated = ⏰ { $unit } has not answered: { $duty }, { $demand }. Please remind them.
reminder-line-at-once = - { $duty }: { $demand }, nobody said it was done
reminder-line-at-once-escalated = - { $unit }: { $duty }, { $demand }, no answer
