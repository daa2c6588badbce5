# Places a person should look at in a plan that was read, and why a file cannot be read.

plan-file-empty = The file holds no text. Please send another file.
plan-file-unreadable = The file cannot be opened. Please open it in Word, save it as .docx and send it again.
plan-file-scanned = The file is a photo or a scan without text. Please send the Word file (.docx) or a PDF with text.
plan-file-type = This kind of file cannot be read yet. Please save it as .docx, .pdf or .txt and send it again.
plan-file-too-large = The file is larger than can be read. Please put the plan in a file of its own and send it again.

problem-issuer-unnamed = { $issuer } (the name of the { $level } is not given)
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
problem-unit-inherited = The unit comes from item { $found }, as this item names none.
problem-unit-ditto = “{ $found }” was taken to mean: as in the item above.

problem-deadline-unread = The deadline “{ $found }” was not understood.
problem-date-impossible = No such day in the calendar: “{ $found }”.
problem-deadline-year-missing = The deadline “{ $found }” names no year.
problem-deadline-year-assumed = The deadline “{ $found }” names no year; the year of issue was taken.
problem-deadline-vague = The deadline “{ $found }” names no clear day.
problem-deadline-month-as-days = “{ $found }” counts in months; 30 days were taken for each.
problem-deadline-two-rhythms = “{ $found }” names more than one rhythm; only the first is scheduled.
problem-deadline-dated-yet-recurring = “{ $found }” has a year and yet repeats; taken as repeating.
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
problem-deadline-several = More than one time is named: “{ $found }”; the first was taken.
