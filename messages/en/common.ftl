menu =
    This is Báo An, of { $office }.
    What do you need?
menu-report-accident = 🔴 Report an accident
menu-report-hazard = Report a danger
menu-my-cases = My reports
menu-my-tasks = My unit's tasks
menu-progress = Report progress
menu-overview = How things stand
menu-missing = Units yet to report
menu-waiting = Waiting for me
menu-plans = Plans
menu-invite = Invite somebody
menu-language = Tiếng Việt / English
menu-open = Open the menu
menu-help = Help

help =
    Write "report an accident" to report; write a case code to see how far it is.
    Officials: "my tasks", "report progress", "who has not reported".
    At any time: back, skip, cancel.
    { $hotline }
hotline = To speak to a person: press Talk to an officer, or call { $number }.
hotline-none = In an emergency call 115 (ambulance), 114 (rescue), 113 (police).
human = This needs an officer. Please call the one on duty: { $number }.
human-no-number = This needs an officer. No duty number is set yet; in an emergency call 115, 114 or 113.

not-understood = Báo An did not get that. Please choose, or say it more plainly.
not-understood-long = Báo An kept this message but is not sure what you need. Please choose.
meant-which = Báo An can take this in two ways. Which do you want?
button-old = This button is no longer in use.
choose-one = Please choose one of these.
not-allowed = You have not been given the right to see or do this. If you need it, ask the coordinating office for an invitation.
something-wrong = Báo An could not deal with this message. It is kept, and the operator has been told.

choice-go-on = Go on
choice-back = Back
choice-stop = Stop
choice-skip = Skip
choice-unknown = Not known
choice-yes = Right
choice-fix = Change
choice-no = No
choice-revoke = Revoke the code

flow-left = Stopped. What you wrote was sent to nobody.
flow-cannot-skip = Báo An cannot skip this one.
flow-unfinished = Still open: { $what }. Go on with it?
flow-here = Báo An is here. We are at: { $what }.
flow-open = Still open: { $what }.
flow-resumed = Back to: { $what }.
flow-title-link_account = accepting the invitation
flow-title-invite = inviting somebody

unexpected-photo = Photo received. What is it about?
unexpected-voice = Voice note received. What is it about?
unexpected-file = File received. What is it about?
unexpected-location = Location received. What is it about?
unexpected-other = Received. What is it about?

language-ask = Which language shall we use?
language-vi = Tiếng Việt
language-en = English
language-set = Báo An speaks English from now on.

role-focal = Focal point
role-deputy = Deputy
role-head = Head
role-employer = Employer's safety officer
role-coordinator = Coordinating office
role-leader = Leader
role-admin = Administrator

link-ask-code = Please write the invitation code, for example: MOI-ABCDE-23456.
link-code-form = An invitation code looks like MOI-ABCDE-23456. Please write it again.
link-done = ✅ Done: { $role }, { $unit }. Write "my tasks" to see what is open.
link-done-no-unit = ✅ Done: { $role }.
invite-ask-unit = Which unit is the person from? Write its name.
invite-unit-unknown = That unit is not in the list. Please try another name, for example: xã Tân Lập.
invite-which-unit = Which unit?
heard-unit = Noted: { $unit }.
invite-ask-role = What is this person there?
invite-role-unknown = There is no such role. Please choose.
invite-made =
    Invitation code: { $code }
    { $role }, { $unit }. Good for one use, until the end of { $until }.
invite-picture = The invitation as a QR code.
invite-picture-link = The invitation as a QR code. Scan it with the camera of a telephone to open { $app }.
with-start-link =
    { $words }
    Or tap to open { $app }: { $link }
invite-revoked = The invitation has been revoked.
invite-unknown = There is no such invitation. Please check each letter, or ask for a new one.
invite-expired = The invitation has expired. Please ask the coordinating office for a new one.
invite-used = The invitation has been used. Please ask the coordinating office for a new one.
invite-revoked-code = The invitation was revoked. Please ask the coordinating office for a new one.

case-unknown = There is no case { $code } among those you may see. Please check the code.
task-unknown = There is no task { $code } among those you may see.
plan-unknown = There is no plan { $code }.

file-empty = This file is empty. Please send it again.
file-too-large = This file is too large. Please send one under 20 MB.
file-type = Báo An does not take this kind of file. Please send a photo, PDF, Word or Excel file.
file-broken = This picture cannot be opened. Please take or send it again.
chat-line-unknown = The line "{ $line }" is not understood. Use @photo, @file, @voice, @location, @contact, @now or @as.
chat-no-file = There is no file { $path }.
chat-bad-instant = "{ $text }" is not a time like 2026-11-24T08:50.
units-file-unreadable = The unit file { $name } cannot be read.
units-file-columns = The unit file needs the columns: { $columns }.
units-file-no-name = Unit file: line { $line } has no unit name.
units-file-twice = Unit file: line { $line } repeats { $unit }.
units-file-empty = The unit file names no unit.

run-address = Báo An is running: { $address } (Ctrl-C stops it)
trial-not-loopback = A trial is open on this machine only. BAOAN_HTTP_HOST is { $host }; set it to 127.0.0.1, or unset BAOAN_TRIAL.
trial-real-channel = A trial does not go with a real channel ({ $channels }). Remove its settings, or unset BAOAN_TRIAL.
trial-was-real = This database has run for real, so it cannot serve a trial. Choose another BAOAN_DATA_DIR.

instant-without-offset = "{ $text }" has no offset; write for example 2026-11-24T08:50:00+07:00.
file-unreadable = The file { $path } cannot be read.
plan-table-lead = Lead
plan-table-coordinating = With
plan-table-deadline = Deadline
plan-table-lines = line
law-table-class = Class
check-database = The database cannot be opened ({ $problem }). See BAOAN_DATABASE_URL and BAOAN_DATA_DIR.
check-database-ok = The database works: { $url }
check-set-aside = { $count } messages could not be dealt with and wait for the operator.
check-no-coordinator = Nobody is coordinator yet.
check-channels = Channels: { $channels }
check-unknown-setting = Báo An has no setting called { $name }; look at its spelling, the right names are in .env.example.
check-clash = The package "{ $name }" also comes from: { $others }. Remove that from this environment.
check-problems = { $count } things to mend.
check-ok = Everything is ready.
migrated = The database is now of the newest shape.
migrated-already = The database is of the newest shape.
audit-broken = The audit chain is broken at row { $position }.
audit-whole = The audit chain is whole, { $rows } rows.
reminders-audit = { $planned } reminders planned, { $accepted } sent, { $missing } missing, { $extra } extra, { $late } late.

console-file = (file: { $name })
repeat-mark = (nhắc lại)
office-sample = the Department of Home Affairs of Thái An
office-unnamed = the labour safety office

database-driver-missing = The library { $driver } is missing for this database. Install it, or leave BAOAN_DATABASE_URL empty.
database-url-wrong = BAOAN_DATABASE_URL is not an address such as sqlite:///data/baoan.db.
staging-form = BAOAN_STAGING_TO is "{ $given }"; it needs channel:chat, the channel being { $channels }.
settings-wrong = The value of { $name } cannot be used. See .env.example.
settings-unreadable = The settings cannot be read: { $problem }
file-lost = The file you sent could not be fetched. Please send it again.
channel-webhook-needs = Webhook mode needs BAOAN_PUBLIC_URL and the channel's secret (BAOAN_…_WEBHOOK_SECRET).
channel-failed = The channel failed with { $problem }; it is being tried again.
check-channel-ok = The channel { $name } works.
choice-link = Add another app
link-offered =
    In the other app, send this code to Báo An within { $minutes } minutes:
    { $code }
link-joined = ✅ Joined. Both apps are now one person; what is open can be finished in either.
link-same = Both are the same person already.
role-link = Joining an app
accident-sent-unfinished = Báo An passed on what you told so far, code { $code }. You can go on at any time.
choice-accept = Accept
choice-link-yes = Yes, join
choice-link-no = Not me
link-sure = Take on { $role } of { $unit }?
link-sure-role = Take on { $role }?
link-sure-app = Join this app with whoever made the code? Both will be one person.
link-declined = The code was left aside.
link-asked = You were asked in the other app. Please confirm there.
link-was-it-you = Somebody on { $app } has just sent your joining code. Was it you?
link-refused = Not joined. The two stay apart.
link-over = This request has run out, or was answered already.
link-has-role = This app holds a role of a unit, so it cannot be joined to somebody else. Make the code here and send it from the other app.
link-has-role-now = The other app has just taken a role of a unit, so it was not joined. Both sides stay separate.
channel-webchat = the web page
channel-console = the command line
channel-telegram = Telegram
channel-zalo-oa = Zalo
channel-zalo-bot = Zalo Bot
channel-down =
    { $channel } has not worked since { $since }.
    { $problem }
channel-still-down =
    { $channel } still does not work, since { $since }.
    { $problem }
channel-works-again = ✅ { $channel } works again since { $until }; it had not since { $since }.
trial-data-live = The data in this folder is a trial's. Choose another BAOAN_DATA_DIR to run for real.
choice-join = Join
units-there-already = There are units already. This command fills an empty registry only.
units-loaded = { $count } units entered. People come by invitation: baoan invite --role coordinator
invite-by-operator =
    Invitation code: { $code }
    Good for one use, until the end of { $until }. Whoever is invited sends it to Báo An.
database-unusable = This database cannot be used ({ $problem }). See BAOAN_DATABASE_URL and BAOAN_DATA_DIR.
port-taken = Another program uses port { $port } of { $host }. Set another BAOAN_HTTP_PORT, or stop that program.
data-asked = Your request has been passed on to { $office }. They answer by { $due } at the latest.
data-asked-nobody = Your request is recorded. Nobody in charge at { $office } can be reached right now; please also ask them directly.
data-erase-notice = User number { $number } asks for their data to be erased. An answer is due by { $due }.
data-export-notice = User number { $number } asks to see their data. An answer is due by { $due }.
work-phone-kept = Noted: { $number }. When no app reaches you, Báo An sends a Zalo template to this number, and uses it for nothing else. To have it removed, say: remove my phone number.
work-phone-not-needed = Báo An sends nothing to telephone numbers at present, so this one is not kept.
work-phone-forgotten = Your phone number has been removed.
too-many-messages = Too many messages within a minute; the last ones were kept but not read. Please go on in a minute. If there is an accident, write at once: accident.
