# What `baoan simulate` says to the operator.

simulate-dates = The first day { $first } comes after the last { $last }. Please swap --from and --to.
simulate-years = Only the years { $first }-{ $last } can be simulated: for these the holidays are known.
simulate-plan-empty = No task is found in { $name }, so there is nothing to remind of.
simulate-policy-unreadable = The policy file { $name } cannot be read.
simulate-policy-form = The policy file { $name } is no TOML ({ $problem }).
simulate-policy-setting = Policy file { $name }: { $setting } cannot be used ({ $problem }).
simulate-behaviour-unreadable = The behaviour file { $name } cannot be read.
simulate-behaviour-columns = The behaviour file needs the columns: { $columns }.
simulate-behaviour-unit = Behaviour file: line { $line } names a unit that is not in the list: “{ $unit }”.
simulate-behaviour-twice = Behaviour file: line { $line } repeats { $unit }.
simulate-behaviour-unknown = Behaviour file: line { $line } says “{ $behaviour }”; it must be confirms:N, late:N, blocks:DATE, moves:DATE (year-month-day) or ignores.

simulate-class-open = Who belongs to “{ $name }” is open, so nobody got it.
simulate-unit-missing = The plan names “{ $name }” but the unit list does not, so nobody got that part.
simulate-unit-unreachable = { $unit }: nobody there can be reached.
simulate-doubtful = { $count } rows are in doubt and are taken as read.
simulate-others = Besides the reminders there are { $count } other messages (plan notices, answers, words to the coordinator), not listed here.

simulate-due = due { $day }
simulate-no-due = no due day
simulate-outcome-blocked = not delivered, the reader has blocked us
simulate-outcome-failed = not delivered
simulate-reason-soon = due soon
simulate-reason-due_today = last working day of the term
simulate-reason-overdue = overdue
simulate-reason-repeat = asked in its rhythm
simulate-reason-escalated = told because the unit has not answered
simulate-reason-catch_up = made good late
simulate-reason-reachability = the unit cannot be reached
simulate-outage = The outage “{ $text }” cannot be used; write 2026-12-07T02:00..2026-12-07T06:10, none over another.
