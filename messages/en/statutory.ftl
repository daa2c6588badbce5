# What the law asks again and again: figures, training, inspection, monitoring, health checks; employers.
statutory-accident_figures = Accident figures for { $period }
statutory-osh_report = Report on safety and health for { $period }
statutory-no_contract_figures = Figures on accidents of workers without a contract for { $period }
statutory-training = Periodic safety training, renewal of cards
statutory-inspection = Inspection of strictly regulated equipment
statutory-monitoring = Monitoring of the working environment
statutory-health_check = Periodic health checks of workers
statutory-other = A duty by law
choice-zero = No accidents
statutory-why-button = Why?
statutory-why =
    { $duty }: why it is to be done.
    { $lines }
statutory-article = By: { $article }.
statutory-due = Last safe day: { $day }.
statutory-interval = Done again every { $months } months, counted from the last time.
statutory-also-zero = It is reported with no accidents too; tap "No accidents" and Báo An has it.
statutory-which = Which one do you mean?
statutory-zero-kept = ✅ Noted: { $duty }, no accidents. If it is wanted on paper, send it to { $to }.
statutory-zero-kept-form = ✅ Noted: { $duty }, no accidents. On paper it is { $form }, sent to { $to }.
progress-law-no-more-time = This day is set by law and cannot be moved. If something stands in the way choose "In difficulty", and an officer hears of it.
progress-ask-product-zero = { $duty }: please send the document's number, a file or a photo. With no accidents, tap:
progress-proof-zero = no accidents
progress-ask-done-on = { $duty }: on which day was it done? Send the day, such as 20/11, or:
progress-done-on-form = Please send the day it was done, such as 20/11.
choice-today = Today
state-noted = reported
progress-taken-noted = This was noted already: { $who } reported { $duty } done at { $at }. Nothing was added.

## The list of employers
employers-file-unreadable = The file { $name } cannot be read. Save it as .xlsx or .csv (UTF-8) and try again.
employers-file-kind = The file { $name } is neither .xlsx nor .csv.
employers-file-columns = No line of headings was found. At least two columns are needed: Mã số thuế, Tên doanh nghiệp.
employers-line = Line { $line }: { $problem }
employers-lines-more = … and { $count } lines more.
employers-line-tax-code = the tax code "{ $said }" is not right, it has 10, 12 or 13 figures.
employers-line-name = the employer's name is missing.
employers-line-workers = the number of workers "{ $said }" is no number.
employers-line-phone = the telephone number "{ $said }" is not right.
employers-line-email = the e-mail address "{ $said }" is not right.
employers-line-day = the day "{ $said }" is not right, write it like 20/11/2026.
employers-line-future = the day it was last done, "{ $said }", is still to come.
employers-line-commune = the commune "{ $said }" is not in the registry.
employers-line-twice = the tax code { $code } stands in line { $first } already.
employers-entered = Entered: { $added } new employers, { $changed } changed, { $same } as they were.
employers-check-good = Every line can be entered.
employers-bad = { $count } lines could not be entered, see above; the others are not touched by that.
employers-unknown = There is no employer with the tax code { $code }.

## Out of reach
call-list-title = To be rung up on { $day }
call-list-note = { $count } duties of { $units } units that Báo An cannot write to, overdue or due soon.
call-list-unit = Unit
call-list-parent = Under
call-list-duty = Duty
call-list-due = Due
call-list-who = Contact
call-list-number = Telephone, e-mail
call-list-why = Why it cannot be written to
call-list-why-nobody = nobody is linked
call-list-why-blocked = has blocked Báo An
call-list-why-window = silent for long, and there is no template
call-list-why-quota = no message is left for today
call-list-why-capped = the month's spending cap is reached
call-list-written = { $count } units written to { $path }.
call-list-being-made = The list of those to ring up is being made, it is ready in a moment.
call-list-ready = To be rung up: { $count } units. There are telephone numbers in the file, please keep it in the office.
call-list-none = Today nothing is due soon that a unit could not be told of.
list-too-long = The list has { $count } lines, more than the { $most } of a .docx file. Take the .xlsx file.
reach-warning =
    ⏰ Due soon, and those in charge cannot be told:
    { $lines }
reach-line-lost = - { $unit }: { $duty }, due { $day } ({ $why }); to be rung up.
reach-line-instead = - { $unit }: { $duty }, due { $day } ({ $why }); it goes to the { $who } instead.
reach-employers = - { $count } employers have figures due soon and cannot be written to; the numbers are in the list.
reach-calls = Whom to ring up

## Who has not handed in
filing-missing =
    { $duty }, due { $due }: { $done }/{ $units } have reported, { $missing } have not (as of { $at }).
    { $lines }
filing-missing-interval =
    { $duty }: { $missing } are overdue or due before { $due } (as of { $at }).
    { $lines }
filing-all = ✅ { $duty }, due { $due }: all { $units } have reported (as of { $at }).
filing-none = No period of employers is open in your remit now (as of { $at }).
filing-line = - { $unit }
filing-line-unlinked = - { $unit }: nobody is linked, to be rung up
filing-file = Get the .xlsx file
filing-being-made = The list is being made, it is ready in a moment.
filing-ready = { $count } have not reported; the numbers known are in the file, please keep it in the office.
filing-title = Not reported: { $duty }
filing-note = { $count } of { $units } have not reported, as of { $at }.
call-list-tax-code = Tax code
call-list-linked = Linked
call-list-is-linked = yes
invite-ask-unit-or-employer = For which unit is the invitation? Send its name, or the tax code of an employer.
progress-told-law = ✅ Noted at { $at }: { $duty }. Báo An does not remind you of it any more.
progress-told-law-again = ✅ Noted at { $at }: { $duty }. It is due again on { $next }; Báo An reminds you a month before.
