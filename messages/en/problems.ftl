# Places a person should look at in a plan that was read, and why a file cannot be read.

plan-file-empty = The file holds no text. Please send another file.
plan-file-unreadable = The file cannot be opened. Please open it in Word, save it as .docx and send it again.
plan-file-scanned = The file is a photo or a scan, and this server has no tesseract (with Vietnamese data) to read it. Please send the Word file (.docx) or a PDF with text.
plan-file-blurred = The scan is blurred; what was read is not sure. Please scan it again more sharply (300 dpi) or send the Word file.
plan-file-locked = The file has a password. Please take the password off and send it again.
plan-file-old-office = This server has no LibreOffice, so it cannot read .doc, .rtf or .odt. Please open the file in Word, save it as .docx and send it again.
plan-file-type = This kind of file cannot be read yet. Please save it as .docx, .pdf or .txt and send it again.
plan-file-too-large = The file is larger than can be read. Please put the plan in a file of its own and send it again.

problem-issuer-unnamed = { $issuer } (the name of the { $level } is not given)
problem-scan-read = Read by machine from a scan; please compare with the original.
problem-accents-lost = The text has lost its Vietnamese accents; only well-known words got theirs back. Please check each row.
problem-not-a-plan = { $kind }: a document of this kind gives no unit any work, so no task was read.
problem-no-tasks = No task was found in the document.
problem-number-repeated = The number “{ $found }” is used twice; the later item is called “{ $taken }”.
problem-paragraph-too-long = The paragraph is too long; kept word for word, units and deadlines not taken apart.
problem-word-repeated = Words repeated: “{ $found }”.
problem-heading-off-topic = The heading “{ $found }” is about another subject than the plan; perhaps copied.

problem-lead-missing = No responsible unit was found.
problem-deadline-missing = No deadline was found.
problem-unit-two-heads = “{ $found }” names two kinds of office in a row; read as “{ $taken }”.
problem-unit-word-mended = “{ $found }” looks like “{ $taken }” and was read so.
problem-unit-level-missing = “{ $found }” names no level; taken to be “{ $taken }”.
problem-unit-level-unknown = “{ $found }” names no level; it is not clear which authority is meant.
problem-unit-level-mismatch = “{ $found }” is of another level than the issuer ({ $issuer }); perhaps copied.
problem-unit-list-broken = The list of units is broken by a full stop and a new line; it was joined for reading.
problem-unit-words-missing = Words seem to be missing before “{ $found }”, perhaps a unit too.
problem-unit-strange = “{ $found }” does not look like a unit's name.
problem-unit-officer = “{ $found }” holds an office; the work goes to that office.
problem-unit-person = “{ $found }” is a person or a title; it is not clear which unit is meant.
problem-unit-title = “{ $found }” is a person or a title; it is not clear which unit is meant.
problem-unit-post = “{ $found }” is staff; it is not clear of which unit.
problem-partners-unread = The sentence says “{ $found }”, but which units assist was not understood.
problem-unit-list-unclear = “{ $found }” may be several units written as one.
problem-unit-short-unknown = The short form in “{ $found }” is not known.
problem-unit-ended = “{ $found }” had ended by then ({ $source }); perhaps { $taken }. It stays as written.
problem-label-repeated = Two lines answer the same question: “{ $found }”; a person has to choose.
problem-plans-several = Another plan begins here in the same file; the tasks of both are listed together.
problem-unit-both-roles = “{ $found }” both leads and assists; it is listed as leading.
problem-label-guessed = “{ $found }” stands behind a label that is not usual; they were taken to help.
problem-unit-inherited = The unit comes from item { $found }, as this item names none.
problem-table-cells-guessed = The table lacks a head or some cells; which words belong to which column is a guess.
problem-unit-ditto = “{ $found }” was taken to mean: as in the item above.

problem-deadline-unread = The deadline “{ $found }” was not understood.
problem-date-impossible = No such day in the calendar: “{ $found }”.
problem-deadline-year-missing = The deadline “{ $found }” names no year.
problem-deadline-year-assumed = The deadline “{ $found }” names no year; the year of issue was taken.
problem-deadline-vague = The deadline “{ $found }” names no clear day.
problem-deadline-month-as-days = “{ $found }” counts in months; 30 days were taken for each.
problem-deadline-two-rhythms = “{ $found }” names more than one rhythm; it is not clear which one the day belongs to.
problem-deadline-dated-yet-recurring = “{ $found }” has a year and yet repeats; taken as repeating.
problem-deadline-event-missing = “{ $found }” does not say from when it counts.
problem-deadline-elsewhere = The deadline “{ $found }” stands in another document.
problem-deadline-customary = “{ $found }” is understood by custom; the document names no day.
problem-deadline-digit-mended = “{ $found }” has letters among its digits; they were read as digits.
problem-deadline-inherited = The deadline comes from item { $found }, as this item names none.

problem-amendment-silent = The amending document does not say this; it stays as in the plan before.
problem-amendment-place-unknown = The amending document names “{ $found }”; the plan has no such row.
problem-amendment-place-unclear = The amending document names “{ $found }”; it is not clear which row that is.
problem-amendment-words-missing = The new words for “{ $found }” could not be read.
problem-amendment-number-taken = “{ $found }” is in the plan already; the added row was put behind it.
problem-amendment-words-not-found = The words “{ $found }” are not in the plan.
problem-correction-overridden = You corrected this before; the new document says something else.

problem-target-ambiguous = “{ $found }” can be read in two ways: to that level, or by that much.
problem-target-share-or-growth = “{ $found }” can be read in two ways: a share each year, or its yearly growth.
problem-unit-roles-shared = One label covers lead and partners of “{ $found }”; the first was taken as the lead.
problem-deadline-event = “{ $found }” may say how the work is done rather than when it is due.
problem-deadline-several = More than one time is named: “{ $found }”; all are kept.
