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
