# Declaration forms, statistical reports, the commune's register. Báo An writes papers and declares for nobody.

flow-title-declaration = noting that a declaration was sent
flow-title-declaration_receipt = noting the receiver's confirmation

form-get = Get the declaration form
form-sent = I have sent it
form-which = Case { $code }: which form?
form-being-made = Filling { $form }. One moment.
form-ready =
    { $form }, case { $code }: filled with what Báo An knows, with a sheet that traces each field.
    { $lines }
form-to = To: { $to }.
form-means = Means the law names: in person, telephone, fax, official telegram or e-mail, whichever is fastest.
form-kept-here = This record stays with the commune for its statistics.
form-missing = Still missing, for you to fill in: { $what }.
form-draft = { $mark }.
form-verify = Check form and receiver again: something in the case is not clear yet, or the rules may have changed.
form-article = By: { $article }.
form-yours-to-send = Sending it is yours to do: Báo An sends nothing, and this message is no declaration. Tap once you have sent it.
form-none = Case { $code }: on what is known, Báo An sees no form to fill yet. An officer looks again when there is news.
form-none-yet =
    Case { $code }: not enough is known to say which form the law asks for. Needed:
    { $lines }
form-line = - { $what }
form-for-worker = Please tell the person in charge or the employer at once. They and the commune make the declaration.
form-not-for-case = Case { $code } no longer uses this form. Open the case again to get the right one.

declaration-ask-when = (1/{ $of }) { $form }: when did you send it? For example: 9 this morning.
declaration-when-how = Please write the day and time it was sent, for example: 9 this morning.
declaration-when-future = That time has not come yet. Please write when it was sent, for example: 9 this morning.
declaration-ask-means = (2/{ $of }) By what means?
declaration-means-how = The law names these five. By which was it sent?
declaration-means-in_person = in person
declaration-means-telephone = telephone
declaration-means-fax = fax
declaration-means-telegram = official telegram
declaration-means-email = e-mail
declaration-ask-to = (3/3) To whom?
declaration-to-all = All of them
declaration-kept =
    Noted in your words: { $form }, sent { $when }, by { $means }, case { $code }.
    Báo An only keeps this; whether it is complete is for the receiver to confirm.
declaration-left = Stopped; nothing more was noted for case { $code }.
declaration-told-officer = Case { $code }: somebody says that a declaration was sent by { $means }. Open the case?
declaration-line-employer = - The employer says { $form } was sent: { $when }, { $means }, to { $to }
declaration-line-officer = - An officer says { $form } was sent: { $when }, { $means }, to { $to }
receipt-add = The receiver confirmed
receipt-ask = Case { $code }: who confirmed, when, and in which document (if any)?
receipt-how = A few words please, for example: Sở Nội vụ, 10 this morning, no. 12/XN.
receipt-kept = Noted the receiver's confirmation in case { $code }, in your words.
receipt-line = - Receiver confirmed, an officer says: { $what }

paper-who-reporter = the reporter
paper-who-reporter-of = reporter { $number }
paper-who-officer = officer of { $unit }
paper-who-office = the coordinating office

report-name = Phụ lục { $annex }
report-name-register = Accident register
report-being-made = Báo An understands: { $name }, { $first } to { $last }. Being made, one moment.
report-ready =
    { $name }, { $first } to { $last }: { $counted }
    { $lines }
report-counted = { $cases } cases counted.
report-zero = no case (a zero report).
report-check = The sheet beside it shows that totals equal their rows, which case is in which row, and what was left out and why.
report-scope-all = all units
report-scope-own = cases the employer reported
report-days-how = Please name the period again, for example: phụ lục XIV 6 tháng đầu năm 2026.
report-days = The first day { $first } is after the last { $last }.
report-unknown = There is no report { $what }. There are XII, XIV, XV.
report-place-unknown = Báo An does not know that commune within your remit.
register-which-unit = The register of which commune? For example: sổ thống kê xã Tân Lập năm 2026.
register-declared = { $form }: { $means }, to { $to }

template-too-large = The template is too large.
template-unreadable = The template cannot be read; a .docx is needed.
template-active = The template has macros, embedded objects or outside links ({ $part }); it is not used.
template-block = The block { $name } of the template must open and close in one table.
template-placeholders = The office's template has wrong placeholders: { $names }. Run "baoan forms check".
forms-line = { $form }  { $name }  [{ $state }]
forms-state-draft = draft
forms-state-confirmed = checked: { $by }, { $number }
forms-state-template = the office's template
forms-state-own = built in
forms-check-ok = { $form }: fit for use.
forms-check-unknown = { $form }: placeholders the form does not have: { $names }
forms-check-missing = { $form }: required placeholders missing: { $names }
forms-check-stranger = { $name }: not the name of a form.
forms-check-none = No template of the office in { $folder } yet.
forms-check-bad = Some template is not fit for use.
forms-unknown = There is no form "{ $form }". See "baoan forms list".
forms-confirmed = Noted: { $form } checked by { $by }, document { $number }. The draft mark goes.
out-suffix = The file must be { $suffixes }.
out-unwritable = Cannot write the file { $path }.
labour-unreadable = Cannot read { $path }: a CSV kind,establishments,reporting,labour,reporting_labour,women is needed.
