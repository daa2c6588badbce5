# Law: facts that cannot be used, questions left open, a pack's end, changes of a case's state.
# Names of forms, articles, addressees and injuries are law data and stand in domain/law/*.toml.

## Facts that cannot be used (one line each)
law-facts-not-json = The facts cannot be read. They must be one JSON object in UTF-8.
law-facts-missing = "{ $field }" is missing. Add it and run again.
law-facts-not-object = "{ $field }" must be an object, for instance {"{"}"kind": "accident"{"}"}.
law-facts-not-list = "{ $field }" must be a list, for instance [].
law-facts-not-text = "{ $field }" must be text, or null where unknown.
law-facts-not-flag = "{ $field }" must be true, false, or null where unknown.
law-facts-not-choice = "{ $field }" cannot be "{ $value }". Choose one of: { $allowed }.
law-facts-not-time = "{ $field }" is no moment: "{ $value }". Write it like 2026-11-24T08:10:00+07:00.
law-facts-time-offset = "{ $field }" has no time zone: "{ $value }". Write it like 2026-11-24T08:10:00+07:00.
law-facts-time-year = "{ $field }" lies outside the years 1990 to 2100: "{ $value }".
law-facts-too-long = "{ $field }" is too long, at most { $most } characters.
law-facts-too-many-victims = There are { $count } victims in one case, at most { $most }. Please check the number.
law-facts-known-before-happened = It became known (known_at) before it happened (happened_at). Please check both moments.
law-facts-died-before-happened = Victim { $number }: the death (died_at) lies before the accident (happened_at). Please check.
law-facts-died-but-alive = Victim { $number } has a time of death (died_at) but is said to be alive. Please choose one.
law-facts-died-but-missing = Victim { $number } has a time of death (died_at) but is said to be missing. Please choose one.

## Questions left open
law-question-victims = How many people are hurt, and how is each of them?
law-question-outcome = Is victim { $number } alive, dead or missing?
law-question-missing = Victim { $number } is missing: found yet, or declared dead by a court?
law-question-said-dead = Victim { $number }: the reporter says dead, the facts say alive. Which is it?
law-question-death-known = Victim { $number } died after the report was received. When was the death reported?
law-question-death-later = Victim { $number } died on a later day. Does a forensic finding put it down to that injury?
law-question-injuries = Where is victim { $number } hurt, and how?
law-question-injuries-unclear = Victim { $number }: what exactly did the hospital diagnose?
law-question-contract = Do the victims work under a labour contract?
law-question-place-employer = Which establishment does the place of the accident belong to?
law-question-victim-employer = Who does victim { $number } work for?
law-question-happened-at = On which day did it happen, at about what time?
law-question-place = In which commune, and in which province or city, did it happen?
law-question-commuting = Was it on the reasonable route and at the reasonable time between home and work?
law-question-incident-serious = Is the incident widespread and beyond what the establishment or the locality can handle?
law-question-disease = Has a qualified centre confirmed the disease, or is it acute poisoning from one event?
law-question-contract-ill = Does the person who is ill work under a labour contract?
law-question-in-use = On what day is the equipment put into use?
law-question-inspect-by = Until what day does the inspection hold?
law-question-owner = Which establishment uses the equipment?
law-question-maritime = Did it happen on board a seagoing ship, or ashore at the employer's?
law-question-forensic = Does the case need a technical or forensic examination?
law-question-insurance = Does the victim hold voluntary accident insurance?
law-question-insurance-contract = Voluntary accident insurance is for people without a contract. Is there a labour contract or not?
law-question-insurance-early = Voluntary accident insurance exists since 1 January 2025 only. Are the day and the insurance right?

## A pack about to end, or ended
law-pack-ends = ⏰ The rules in use ({ $pack }) are believed to end on { $date }, in { $days } days. Check what replaces them.
law-pack-ended = ⏰ The rules in use ({ $pack }) are believed to have ended on { $date }. Báo An goes on with the last rule, marked "to be verified".

## Why this day
law-why-from = { $from ->
    [known_at] the receipt of the report
    [died_at] the death
    [happened_at] the accident
    [announcement_meeting] the meeting that announces the minutes
    [half_year_end] the end of June
    [year_end] the end of the year
    [in_use_at] the day it is put into use
    [inspect_by] the end of the inspection
   *[other] the instant the article names
}
law-why-unit = { $unit ->
    [working_day] working days
   *[day] days
}
law-why-at-once = To be done at once; the law names no number of hours. { $article }.
law-why-no-time = The law names no time. { $article }.
law-why-not-begun = { $value } { law-why-unit } from { law-why-from }, the day is not known yet. { $article }.
law-why-days = Due { $due }: { $value } { law-why-unit } from { law-why-from }, { $start }. { $article }.

## Class and severity
law-class-fatal = fatal accident
law-class-multiple_serious = accident with 2 or more people seriously hurt
law-class-single_serious = accident with 1 person seriously hurt
law-class-light = light accident
law-class-unknown = class not known yet
law-severity-fatal = dead
law-severity-serious = serious
law-severity-light = light
law-severity-unknown = not known

## What is to be done, and by whom
law-duty-inform = tell
law-duty-declare = declare
law-duty-notify_police = tell the police
law-duty-quick_report = quick report
law-duty-first_aid = give first aid
law-duty-preserve_scene = leave the scene untouched
law-duty-record = make a record
law-duty-investigate = investigate
law-duty-send_minutes = send the minutes of the investigation
law-duty-report_figures = report the figures
law-duty-examine = have the worker examined for occupational disease
law-duty-treat = have the ill treated
law-duty-refer = refer to a medical assessment
law-duty-declare_equipment = declare the equipment
law-duty-inspect = have the equipment inspected
law-by-victim_or_finder = the victim or whoever knows of it
law-by-employer = the employer at the place
law-by-victim_employer = the victim's employer
law-by-family_or_finder = the victim's family or the finder
law-by-commune = the commune's People's Committee
law-by-department = the department in charge of labour
law-by-ship_owner_or_master = the ship's owner or master
law-certainty-sure = sure
law-certainty-verify = to be verified

## Changes of a case's state
case-change-to-open = The case is open again, waiting for somebody to take it.
case-change-to-dispatched = The case has been sent on, waiting for somebody to take it.
case-change-to-acknowledged = Somebody has taken the case.
case-change-to-being-handled = The case is being handled.
case-change-to-closed = The case is closed.
case-change-to-cancelled = The case has been cancelled.
