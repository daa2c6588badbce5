# Policies of reminding and the working calendar: what `baoan policy` and `baoan calendar` say.

policy-plan-unknown = There is no plan { $code }. Check the code, for instance KH-26-AB12.
policy-needs-why = Say who decided (--by) and why (--reason).
policy-line = { $what ->
    [plan] Plan { $name }
    [unit] { $name }
   *[all] Everything
}: set by { $by } on { $day }, because: { $reason }
policy-change = { $settings } settings change, for { $duties } open duties; { $kept } running escalations keep the policy they began with.
policy-set = Set. The next reminders follow it.
policy-set-all = Set for everything. Start Báo An again for it to take effect.
policy-ended = This policy was taken back.
policy-none = Nothing of its own is set here, so there is nothing to take back.

calendar-unreadable = A calendar file cannot be used: { $problem }
calendar-same = The calendar in use is that of the { $count } files in the folder calendars; nothing changes.
calendar-moved = { $unit }: { $duty }, period { $period }, due { $due } as before; safe day { $safe }; next reminder { $reminder }
calendar-would-move = { $count } duties get other days of reminding. If that is right: baoan calendar apply --by NAME --key { $shown }
calendar-not-shown = The files or the duties are not as they were shown. Run baoan calendar check again and use its new key.
calendar-adopted = { $files } calendar files adopted, { $count } duties get other days. Start Báo An again for it to take effect.
calendar-waits = The folder calendars holds files that were not adopted. Look with baoan calendar check.

audit-ledger-broken = The ledger of reminders was changed, from entry { $entry } on.
audit-ledger-whole = The ledger of reminders is whole, { $entries } entries in the chain.

report-name-reminding = Record of reminding
reminding-counted = { $count } reminders.
reminding-how = A line is one reminder: to whom, why, when its channel took it, when the unit answered.
reminding-none = No reminders in this time.
reminding-too-many = There are { $count } reminders, more than the { $most } of one record. Take fewer days or one unit.
reminding-chain-whole = whole
reminding-chain-broken = NOT whole, to be looked into
reminding-level-focal = Focal point
reminding-level-deputy = Deputy
reminding-level-head = Head
reminding-level-coordinator = Coordinating office
reminding-level-leader = Leader
reminding-stage-planned = planned
reminding-stage-attempted = being sent
reminding-stage-accepted = taken by its channel
reminding-stage-seen = seen
reminding-stage-acknowledged = answered by the unit
reminding-stage-done = reported done
reminding-stage-escalated = told higher up
reminding-stage-unreachable = did not get through
reminding-stage-dropped = not needed any more

reminder-audit-alarm = 🔴 Audit of the reminders of { $day }: { $missing } missing, { $extra } extra, { $late } late. Run baoan reminders audit to see each.

reminder-late =
    This comes late: Báo An was off from { $begin } to { $end }.
    { $text }
outage-over = Báo An runs again. It was off from { $begin } to { $end }. { $late } reminders came late, each says so. { $clocks }
outage-clocks = Legal clocks to look at: { $count } cases ({ $cases }).
outage-no-clocks = No legal clock was touched.
report-name-reminding-of = Record of reminding of { $unit }
reminding-unit-unknown = Báo An does not know that unit. Please send its name again, for instance: biên bản nhắc việc của Sở Y tế.
