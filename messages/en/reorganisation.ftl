# Reorganising units, and handing over between them.

flow-title-reorganise = reorganising units
flow-title-handover_objection = remarks on a handover
menu-reorganise = Reorganise units

reorganise-ask-change = Which unit changes? One sentence, in Vietnamese, for instance: sáp nhập xã A và xã B thành xã C; đổi tên Phòng A thành Phòng B; giải thể Phòng A, giao việc cho Phòng B.
reorganise-how = Báo An does not see yet which unit is merged, split or renamed. For instance: sáp nhập xã A và xã B thành xã C.
reorganise-ask-number = By which act? Number and date, for instance: Quyết định 12/QĐ-UBND ngày 20/6/2025.
reorganise-number-how = Please send the number of the act, for instance: 12/QĐ-UBND ngày 20/6/2025.
reorganise-ask-dated = On which day was it signed? For instance: 20/6/2025.
reorganise-ask-effective = From which day does it hold? For instance: 01/7/2025.
reorganise-day-how = Please send day, month and year, for instance: 01/7/2025.
reorganise-shape-rename = Rename
reorganise-shape-merge = Merge
reorganise-shape-split = Split
reorganise-shape-absorb = Join a standing unit
reorganise-line = - { $to } (stands): takes { $duties } duties, { $cases } accident cases, { $people } officers
reorganise-line-begins = - { $to } (new): takes { $duties } duties, { $cases } accident cases, { $people } officers
reorganise-deaf = - Nobody of { $unit } is connected yet; until then the coordinating office hears of its duties.
reorganise-sure =
    { $shape }: { $before } → { $after }
    By { $number } of { $dated }, from { $effective }.
    { $lines }
    Old names go on working in questions. Apply?
reorganise-yes = Apply
reorganise-no = Leave it
reorganise-left = Left; nothing was changed.
reorganise-applied = ✅ { $code }: duties, cases and officers have moved. The receivers will confirm.
reorganise-adopted = ✅ { $code }: noted. Báo An moves the duties on { $effective }; until then everything stays.
reorganise-cancel = Cancel this decision
reorganise-cancelled = { $code } is cancelled; nothing changes.
reorganise-over = { $code } was applied or cancelled before.
reorganise-no-decision = The number of the act that orders it is needed, for instance: 12/QĐ-UBND.
reorganise-rows-unknown = No unit has these rows: { $rows }. Please check the numbers of the plan's rows.
reorganise-fault-no-before = It is not clear whose work { $unit } takes over. Please send the whole sentence again.
reorganise-fault-no-after = It is not clear who takes over from { $unit }. No duty may be without an owner; please send the sentence again with a receiver.
reorganise-fault-unknown = There is no unit { $unit } in the list. Please send the sentence again with a standing unit.
reorganise-fault-ends-twice = { $unit } would end twice by one decision. Please mend it.
reorganise-fault-ends-and-receives = { $unit } would end and take over at once. Please choose another receiver.
reorganise-fault-nothing-changes = This changes nothing about { $unit }. Please send it again.
reorganise-fault-begins-twice = { $unit } would begin twice by one decision. Please put it together.

handover-announced = By { $decision } of { $dated }, { $unit } takes over from { $from } on { $effective }. On that day Báo An moves the duties and sends the list.
handover-renamed = By { $decision } of { $dated }, { $from } is now { $unit }. Duties and cases stay; the old name goes on working in questions.
handover-asked =
    { $unit } takes over from { $from } ({ $decision }, from { $effective }): { $duties } duties (those not begun included), { $cases } accident cases.
    { $lines }
    Has everything come over?
handover-yes = All received
handover-no = Something is wrong
handover-duty = - { $what } (due { $due })
handover-duty-undated = - { $what }
handover-case = - Case { $code }
handover-more = - and { $count } more
handover-accepted = ✅ Noted: { $unit } has taken over.
handover-accepted-already = { $unit } confirmed the handover before.
handover-object-what = What is wrong? A short sentence; the coordinating office will look at it.
handover-object-how = Please write it in words, for instance: row III.1.a belongs to Phòng Kinh tế.
handover-object-kept = The remark of { $unit } went to the coordinating office. Until it answers, the duties stay with the unit.
handover-objected = { $unit } has a remark on the handover { $code } ({ $decision }): "{ $words }"
handover-unanswered = { $unit } has not confirmed the handover { $code } ({ $decision }). Please get in touch; the unit is still reminded.
handover-line = - { $from } → { $unit }: { $duties } duties, { $cases } cases, { $people } officers
handover-line-renamed = - { $from } is now { $unit }
handover-deaf = - Nobody could be reached in: { $units }. Please invite people.
handover-done =
    ✅ { $code }: { $decision } applied from { $effective }.
    { $lines }
handover-stuck = { $code } ({ $decision }) could not be applied: { $why } Everything stays; Báo An tries again every day.

unit-changes-unreadable = { $name } cannot be read: it must be a CSV file in UTF-8.
unit-changes-columns = The file needs the columns { $columns }; before and after are required.
unit-changes-half = Line { $line }: both the unit that ends (before) and the one that takes over (after) are needed.
unit-changes-twice = Line { $line }: { $unit } takes over already by a line above.
unit-changes-empty = The file has no line.
unit-changes-shown = { $shape }: { $before }
unit-changes-dry = Nothing was changed. Add --adopt to apply it from { $effective } by { $number }.
unit-changes-adopted = { $code }: noted by { $number }, to be applied from { $effective }.
unit-changes-applied = { $code }: applied by { $number } from { $effective }.
unit-changes-proposed = { $unit } → { $after } (from { $since }, { $source }; { $certainty })
unit-changes-none = As far as Báo An knows, no unit of the list has ended.
unit-changes-certainty-sure = the act says so
unit-changes-certainty-verify = to be checked against the province's decision

status-heard-old-name = you ask how { $unit } stands ({ $old } is now { $unit }, from { $effective }, by { $decision }).

flow-title-replace_officer = replacing an officer
menu-replace = Replace
replace-ask-unit = In which unit? Send its name.
replace-ask-from = Who of { $unit } leaves?
replace-none-there = Nobody of { $unit } is connected yet. Please invite somebody.
replace-ask-to = Who takes over?
replace-officer = { $who } ({ $role })
replace-colleague = officer
replace-new = Somebody new (by invitation)
replace-nobody = This person holds no role in that unit. Please choose again.
replace-stopped = Left; nobody was replaced.
replace-asking = The one who takes over in { $unit } was asked. Until there is a yes everything stays as it is.
replace-invited = Send this code to the new officer of { $unit }: { $code }. Using it is the yes; until then everything stays as it is.
replace-asked =
    { $who } leaves as { $role } of { $unit }. Do you take over? There are { $duties } duties and { $cases } accident cases.
    { $lines }
replace-yes = Take over
replace-no = No
replace-taken =
    You have taken over in { $unit }: { $duties } duties, { $cases } accident cases.
    { $lines }
replace-left = Somebody else has taken over in { $unit }; reminders no longer come to you.
replace-done = ✅ { $unit }: the new officer has taken over.
replace-refused = The one asked in { $unit } does not take over. Everything stays; please choose somebody else.
replace-you-took = ✅ From now on the duties of { $unit } are with you.
replace-you-left = Noted: you do not take over in { $unit }.
replace-over = The replacement in { $unit } is done or was changed.
