# Plans: reading a file, reviewing, correcting, approving; and deadlines in words.

flow-title-review_plan = the plan review

plan-reading = File received. Báo An is reading it and will write as soon as it is done.
plan-title = Plan { $code }: { $title }
plan-summary = { $code }: { $tasks } tasks, { $reports } reports, { $duties } other duties. { $todo } What next?
plan-todo-both = { $doubts } { $groups }
plan-todo-doubts = To look at: { $rows } rows and { $places } other places.
plan-todo-groups = { $groups } phrases unclear.
plan-todo-none = Nothing is left to look at.
plan-left = { $code } is kept as it stands. Open "Plans" to go on.

plan-go-doubts = Look at doubtful places ({ $count })
plan-go-list = See the whole list
plan-go-fix = Correct a row
plan-go-groups = Choose units for phrases ({ $count })
plan-go-rhythm = Check-in rhythm: { $rhythm }
plan-go-approve = Approve
plan-choice-close = Leave it
plan-choice-hub = To the summary
plan-choice-next = Next page
plan-choice-previous = Page before
plan-choice-classes = Choose units for phrases anew
plan-choice-nothing = None
plan-choice-drop = Drop this name
plan-choice-leave = Keep as it was
plan-choice-everyone = Every unit with work in the plan
plan-choice-nobody = Assign to nobody
plan-choice-later = Later

plan-list = The plans Báo An keeps. Send a file to add one. Which plan would you like to see?
plan-list-none = There is no plan yet. Please send the plan's file (.docx, .pdf or .txt) here.
plan-listed = { $code } ({ $state }): { $title }
plan-state-draft = not approved
plan-state-approved = approved
plan-state-withdrawn = withdrawn
plan-standing = { $code } was approved at { $at }. What would you like to see?
plan-no-groups = Plan { $code } has no phrase that needs units chosen.

plan-evidence-row =
    { $ref }, lines { $where }: { $text }
    { $lines }
plan-evidence-field = { $field }: the document says "{ $written }"; Báo An reads: { $read }
plan-evidence-read = { $field }: Báo An reads: { $read }
plan-evidence-others = Other readings: { $others }
plan-evidence-line =
    Line { $line }:
    { $reasons }
plan-not-written = nothing
plan-evidence-source = The document says "{ $written }"
plan-ask-doubt-row = { $name }: is it right as read above?
plan-ask-doubt-line = { $name }: may it stay as it was read?
plan-doubt-at-row = { $ref }, { $field }
plan-doubt-at-line = Line { $line }
plan-doubts-more = { $count } more
plan-joined = { $one }; { $other }
plan-doubts-first = { $count } places need your eyes, one after the other below. The other { $clear } tasks were read clearly.
plan-choice-as-read = Right as read
plan-go-clear = { $count } tasks read clearly
plan-names-open = Still open: { $names }.
plan-left-open = The { $count } places above stay open.
plan-approve-open = Approve, leaving { $count } open
plan-doubts-open = { $count } places are still to be looked at. Please look, or say that they stay open.
plan-doubt-gone = Somebody has looked at this already. Please go on with the next one.

plan-page =
    { $rows }
    Page { $page }/{ $pages }. Send a row's number to correct it, e.g. III.2.đ.
plan-page-only =
    { $rows }
    Page { $page }/{ $pages }. See more?
plan-row =
    { $ref } { $text }
    → { $leads } · { $deadline }
plan-and-more = { $names } and { $count } more
plan-nobody = no unit
plan-nothing = none

plan-field-lead_units = Leading units
plan-field-coordinating_units = Coordinating units
plan-field-other_units = Other bodies named
plan-field-deadline = Deadline
plan-field-text = Text
plan-field-product = Product
plan-field-kind = Kind
plan-field-other = Another part
plan-kind-task = Task
plan-kind-report = Report
plan-kind-duty = Other duty

plan-ask-row = Which row? Send its number, e.g. III.2.đ.
plan-row-again = That row is not there. Please send its number as in the list, e.g. III.2.đ.
plan-which-row = Which row is it?
plan-ask-field =
    { $ref }: { $text }
    Which part?
plan-ask-lead_units = { $ref } is led by { $now }. Which units are right? Send names, parted by ;
plan-ask-coordinating_units = { $ref } is helped by: { $now }. Which units are right? Send names, parted by ;
plan-ask-deadline = { $ref } now: { $now }. What is right? Say it in Vietnamese, e.g. trước 15/12 hằng năm.
plan-ask-text = Send the right text of { $ref }.
plan-ask-product = The product of { $ref } now: { $now }. What is right?
plan-ask-kind = { $ref } now: { $now }. What kind is it?
plan-words-please = Please answer in words, or choose one.
plan-deadline-year = Which year? Please send it too, e.g. trước 15/12/2026, or trước 15/12 hằng năm.
plan-deadline-impossible = That day does not exist. Please send another, e.g. 30/11/2026.
plan-deadline-unclear = Báo An is not sure of this deadline. Please say it plainly, e.g. trước 15/12 hằng năm; trong quý III/2026.
plan-about-row = { $ref }: { $what }
plan-which-unit = Which unit is "{ $name }"? Choose, or send another name.
plan-no-such-unit = "{ $name }" is not in the list of units. Please send another name.
plan-ask-sure = { $ref }, { $field }: { $value }. Right?
plan-corrected = ✅ Corrected { $ref }, { $field }: { $value }.

plan-ask-who = Who is "{ $phrase }" ({ $refs })? Send the units' names, parted by ;
plan-ask-unknown = "{ $phrase }" ({ $refs }) is not in the list of units. Who gets it? Send a name.
plan-nobody-named = No unit was chosen.
plan-ask-rest = { $count } phrases are not chosen yet. Leave them for later and approve?
plan-rest-later = Leave them, approve
plan-rest-choose = Go on choosing
plan-decided = Noted: "{ $phrase }" is { $meant }.
plan-decided-added =
    Noted: "{ $phrase }" is { $meant }.
    { $count } more assignments to { $units } units.
    { $rest }
plan-decided-everyone = every unit with work in the plan
plan-decided-nobody = assigned to nobody
plan-decided-later = not chosen yet

plan-ask-rhythm = Undated work is asked about { $now }. In which rhythm?
plan-rhythm-monthly = monthly
plan-rhythm-quarterly = quarterly
plan-rhythm-semiannual = every six months
plan-rhythm-yearly = yearly
plan-rhythm-set = Noted: undated work is asked about { $rhythm }.

plan-ask-approve = Approve { $code }: { $assignments } assignments to { $units } units. { $todo } Approve?
plan-approved =
    ✅ Approved { $code }: { $assignments } assignments to { $units } units.
    { $rest }
plan-everyone-reached = The units are told in working hours.
plan-unreachable = Nobody hears for { $count } units: { $names }. Please invite people.
plan-undecided = Not assigned: "{ $phrase }", nobody chosen yet.
plan-notice = Plan { $code } "{ $title }" gives { $unit } { $count } duties ({ $lead } as lead){ $rest }. See: my work.
plan-notice-rest = , and { $count } without a date or not open yet, not listed

plan-go-web = See it on the web page
plan-web-link = The page to review it, to be opened within 30 minutes, for you alone: { $url }
plan-ask-kin = Which document is { $code }?
plan-kin-corrected = { $code }, corrected: { $title }
plan-kin-amended = An amendment of { $code }: { $title }
plan-kin-new = A new plan
plan-kin-is-new = Noted: { $code } is a new plan.
plan-change-corrected = This is { $base } ({ $title }), corrected: { $kept } tasks kept, { $changed } changed, { $new } new, { $withdrawn } withdrawn.
plan-change-amended = An amendment of { $base } ({ $title }): { $kept } tasks kept, { $changed } changed, { $new } new, { $withdrawn } withdrawn.
plan-change-nothing = Nothing differs from { $base }.
plan-change-nothing-ask = No task differs from { $base }. What next?
plan-change-summary = { $code } changes { $base }: { $kept } kept, { $changed } changed, { $new } new, { $withdrawn } withdrawn. { $todo } What next?
plan-change-page =
    { $rows }
    Page { $page }/{ $pages }. What next?
plan-change-row-changed = Changed { $ref } { $text }
plan-change-field = { $field }: { $old } → { $new }
plan-change-row-new = New { $ref } { $text }
plan-change-row-who = → { $leads } · { $deadline }
plan-change-row-withdrawn = Withdrawn { $ref } { $text }
plan-change-renumbered = Other numbers only: { $names }
plan-by-mandate-yes = by mandate
plan-by-mandate-no = not by mandate
plan-go-changes = See the changes
plan-go-apply = Apply the changes
plan-go-kin = Choose again: new plan or change
plan-choice-keep = Keep { $ref }
plan-row-kept = { $ref } stays as in the plan before.
plan-apply-open = Apply, leaving { $count } open
plan-ask-apply = Apply to { $base }: { $changed } changed, { $new } new, { $withdrawn } withdrawn. { $todo } Apply?
plan-change-applied =
    ✅ Applied to { $base }: { $changed } changed, { $new } new, { $withdrawn } withdrawn.
    { $moved } due days moved, { $assignments } assignments added, { $ended } ended. What was done stays done.
    { $rest }
plan-change-stale = { $base } was changed meanwhile. It is compared anew; please look and apply.
plan-merged = { $code } has become part of { $base }.
plan-state-merged = merged
plan-change-notice =
    Plan { $code } "{ $title }" changes for { $unit }:
    { $lines }
plan-change-told-deadline = ⏰ { $ref } { $text }: was { $old }; is now { $new }
plan-change-told-given = Added: { $ref } { $text }
plan-change-told-role-lead = You lead now: { $ref } { $text }
plan-change-told-role-coordinating = You coordinate now: { $ref } { $text }
plan-change-told-reworded = New words: { $ref } { $text }
plan-change-told-ended = No longer yours: { $ref } { $text }
plan-change-told-withdrawn = Withdrawn: { $ref } { $text }
plan-change-more = and { $count } other changes
plan-change-unsettled = It must still be said whether { $code } is a new plan or a change. Please open it again.

plan-approved-already = Plan { $code } was approved before. Nothing has changed.
plan-no-rows = The plan has no rows to approve. Please send another file.
plan-row-unknown = There is no row { $ref } in the plan.
plan-value-unfit = This value cannot stand there. Please choose again.

deadline-none = no deadline stated
deadline-or = { $one }, or { $other }
deadline-and = { $one } and { $other }
deadline-before = before { $day } (safe: until { $safe })
deadline-by = until { $day }
deadline-in-month = in { $month }/{ $year }
deadline-in-quarter = in quarter { $quarter }/{ $year }
deadline-in-half-1 = in the first half of { $year }
deadline-in-half-2 = in the second half of { $year }
deadline-in-year = in { $year }
deadline-from-to = from { $start } to { $end }
deadline-from = from { $start } on
deadline-years = { $first }-{ $last }
deadline-continuous = continuous
deadline-continuous-each = continuous, { $each }
deadline-continuous-in = continuous, { $when }
deadline-each = { $each }
deadline-each-window = from { $start } to { $end } { $each }
deadline-each-before = before { $day } { $each } (safe: until { $safe })
deadline-each-by = until { $day } { $each }
deadline-each-weekday = { $day } { $each }
deadline-each-day = { $each }, until day { $day }{ $where }
deadline-each-day-before = { $each }, before day { $day }{ $where }
deadline-each-day-safe = { $each }, before day { $day }{ $where } (safe: until day { $safe })
deadline-month-same = {""}
deadline-month-last = {" "}of the last month
deadline-month-nth = {" "}of month { $n } of the period
deadline-every-one-weekly = every week
deadline-every-one-monthly = every month
deadline-every-one-quarterly = every quarter
deadline-every-one-semiannual = every six months
deadline-every-one-yearly = every year
deadline-every-weekly = every { $n } weeks
deadline-every-monthly = every { $n } months
deadline-every-quarterly = every { $n } quarters
deadline-every-semiannual = every { $n } half-years
deadline-every-yearly = every { $n } years
deadline-when = { $event }
deadline-at-once = at once ({ $event })
deadline-within = within { $long } from { $event }
deadline-ahead = { $long } before { $event }
deadline-unit-hour = { $n } hours
deadline-unit-day = { $n } days
deadline-unit-working_day = { $n } working days
weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
