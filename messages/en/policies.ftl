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
