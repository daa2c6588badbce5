duty-report = Report, { $period }
duty-task = { $ref } { $text }
period-year = { $year }
period-quarter = quarter { $quarter } of { $year }
period-half = half-year { $half ->
    [first] 1
   *[other] 2
} of { $year }
period-month = { $month }/{ $year }
period-week = week { $week } of { $year }
period-day = due { $day }

reminder-soon = ⏰ { $duty }: last safe day { $day } ({ $left } working days left). Is it done?
reminder-soon-last = ⏰ { $duty }: last safe day { $day }, the next working day. Is it done?
reminder-due_today = ⏰ { $duty }: the last safe day is today, { $day }. Is it done?
reminder-overdue = ⏰ { $duty }: { $late } working days past { $day }. How far is it?
reminder-repeat = ⏰ { $duty }: how far is it in { $period }?
reminder-promise = ⏰ { $duty }: you promised it for { $day }. Is it done?
reminder-catch_up = ⏰ { $duty }: due { $day }. This message comes late. How far is it?
reminder-escalated = ⏰ { $unit } has not answered: { $duty }, { $late } working days past { $day }. Please remind them.
reminder-for-unit = ⏰ { $unit }: { $line }
reminder-digest =
    ⏰ { $count } things for you:
    { $lines }
    Which one first?
reminder-digest-more = and { $count } more
reminder-line-soon = - { $duty }: due { $day }, { $left } working days left
reminder-line-due_today = - { $duty }: due today, { $day }
reminder-line-overdue = - { $duty }: overdue since { $day }
reminder-line-repeat = - { $duty }: progress for { $period }
reminder-line-catch_up = - { $duty }: due { $day } (this comes late)
reminder-line-escalated = - { $unit }: { $duty }, overdue since { $day }
choice-done = Done
choice-under-way = Under way
choice-difficulty = In difficulty
choice-more-time = More time
choice-all-tasks = See all
choice-open-task = Open this task
reminder-line-check-ins = - { $count } standing tasks: progress for { $period }
reminder-line-escalated-many = - { $duty }: { $count } units overdue since { $day } ({ $units })
reminder-units-more = { $names } and { $more } more units
choice-overdue-units = Overdue units
reminder-check-ins = ⏰ { $count } standing tasks of your unit, { $period }: how far are they?
choice-report-progress = Report progress
duty-report-summary = Summary report, { $period }
reminder-waiting = ⏰ { $duty }: difficulty reported on { $said }. It waits for { $office } to answer about it.
reminder-repeat-known = ⏰ { $duty }, { $period }: on { $said } your unit said it is under way. Anything new?
reminder-check-ins-known = ⏰ { $count } standing tasks, { $period }: on { $said } your unit said they are under way. Anything new?
reminder-escalated-difficulty = ⏰ { $unit }: { $duty }, overdue since { $day }. The unit reported difficulty on { $said } and waits for an answer.
reminder-escalated-many = ⏰ { $duty }: { $count } units overdue since { $day }. See which units?
reminder-digest-escalated =
    ⏰ { $count } things overdue in the units:
    { $lines }
    See which units?
reminder-line-waiting = - { $duty }: waits for { $office } to answer about the difficulty
reminder-line-repeat-known = - { $duty }: under way on { $said }, anything new ({ $period })
reminder-line-escalated-difficulty = - { $unit }: { $duty }, overdue since { $day }; difficulty reported on { $said }, waits for an answer
