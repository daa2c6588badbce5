# Words on the web pages: home, chat, trial panel.
# Braces such as {at} that the page fills in itself are passed through by the server as they stand.

## Common
web-name = Báo An
web-mark = BA
web-skip-to-content = Skip to content
web-skip-to-writing = Skip to the message box
web-title-home = Báo An · { $office }
web-title-chat = Chat · Báo An
web-description = Report accidents at work and follow occupational-safety tasks by message.
web-call = Call { $number }
web-call-about = Call { $number }, { $what }
web-home-link = Back to the first page
web-needs-script = This page needs JavaScript to chat. Please switch it on, or call 115 if someone's life is in danger.

web-emergency-title = Someone's life is in danger
web-emergency-about = Call first, write after. The call is free.
web-emergency-113 = police
web-emergency-114 = fire and rescue
web-emergency-115 = ambulance
web-emergency-112 = search and rescue

## Home
web-home-title = Report. Be reminded. Ask.
web-home-line-report = Report an accident at work by message. Three answers are enough for the officer on duty to call back.
web-home-line-remind = Each unit is reminded of what falls due in the plan, and answers with one tap.
web-home-line-ask = Ask how far things are and who has not reported. You get an answer at once.
web-home-open-chat = Write to Báo An
web-home-open-chat-about = No account needed.

## Roles in trial mode
web-role-worker = Worker
web-role-worker-about = Report an accident or a hazard, then follow it by its code.
web-role-employer = Employer
web-role-employer-about = Report an accident at your site, then follow it by its code.
web-role-commune = Commune officer
web-role-commune-about = Get urgent news of the commune and acknowledge it.
web-role-unit = Unit officer
web-role-unit-about = Be reminded; report done, in difficulty, or ask for more time.
web-role-coordinator = Coordinating office
web-role-coordinator-about = Load the plan, approve it, follow and press the units.
web-role-leader = Leader
web-role-leader-about = Ask which commune has not filed and what is overdue.
web-role-admin = Administrator
web-role-admin-about = Invite people, revoke codes, see what the machine could not do.

## Trial
web-trial-title = Trial
web-trial-about = People, units and cases here are samples. Nothing is sent out of this machine.
web-trial-roles-title = Play a role
web-trial-roles-about = Each role has a conversation of its own.
web-trial-role-now = present role
web-trial-role-changing = Changing role…
web-trial-role-failed = The role could not be changed yet. Please try again in a few seconds.
web-trial-panel-toggle = Role and clock
web-clock-title = Clock
web-clock-about = The clock only runs forward. Every reminder on the way is run.
web-clock-now = It is now
web-clock-loading = Reading the clock…
web-clock-day = Add 1 day
web-clock-week = Add 1 week
web-clock-to = To day and time
web-clock-go = Go there
web-clock-moving = Running every reminder on the way…
web-clock-done = Now at { $label }. Messages sent: { $count }.
web-clock-pick = Please choose the day and time to go to.
web-clock-past = The clock only runs forward. Please choose a time after { $label }, within a year.
web-clock-failed = The clock could not be moved yet. Please try again in a few seconds.

## Chat
web-chat-log = Conversation with Báo An
web-chat-placeholder = Write to Báo An…
web-chat-write = Message
web-chat-send = Send
web-chat-loading = Opening your conversation…
web-chat-from-bot = Báo An:
web-chat-from-person = You:
web-chat-step = Step { $at } / { $of }
web-chat-urgent = Emergency
web-chat-done = Done:
web-chat-due = Due:
web-chat-repeated = Sent again
web-chat-choices = Choose an answer
web-chat-choices-past = Earlier choices:
web-chat-sending = sending
web-chat-sending-later = sending, waiting for the network
web-chat-not-sent = not sent yet
web-chat-send-again = Send again
web-chat-discard = Drop this message
web-chat-new-below = New message
web-chat-offline = No connection. Your messages are kept on this device and sent when it is back.
web-chat-back-online = Connected again.
web-chat-empty-title = What would you like to report or ask?
web-chat-empty-about = Write as you would to someone you know.
web-chat-start-accident = Report an accident at work
web-chat-start-hazard = Report a hazard
web-chat-start-help = What can Báo An do?
web-chat-start-tasks = My tasks
web-chat-start-overdue = What is overdue?
web-chat-start-missing = Which units have not reported?

web-attach = Send a photo, file or location
web-attach-photo = Take a photo
web-attach-file = Photo or file on this device
web-attach-location = Where I am now
web-attach-open = Open { $name }
web-photo = Photo
web-photo-failed = The photo { $name } could not be loaded.
web-location-sent = My location
web-location-asking = Finding your location. Your device may ask for permission.
web-location-refused = Your device does not allow sending the location. Please write the commune and a landmark nearby.
web-location-failed = Your device could not find the location. Please write the commune and a landmark nearby.
web-problem-too-large = This file is too large. Please send a smaller one or take the photo again.
web-problem-file-kind = Báo An cannot read this kind of file yet. Please send a photo, a PDF or a Word file.
web-problem-session = This chat session has ended. Please reload the page and send this message again.
web-problem-refused = This message could not be sent. Please shorten it and send it again.
web-problem-host = Báo An is not open at this address. Please use the address your office gave you.

## Starting
trial-public-url = A trial is open on this machine only. BAOAN_PUBLIC_URL is { $url }; unset it, or unset BAOAN_TRIAL.

## The page to review a plan
web-plan-title = Review a plan
web-plan-as-of = as of { $at }
web-plan-over = This plan is { $state }.
web-plan-tally-changes = changes
web-plan-tally-doubts = places to look at
web-plan-tally-phrases = phrases unclear
web-plan-tally-clear = tasks read clearly
web-plan-changes = What changes in { $base }
web-plan-changes-count = { $kept } tasks kept, { $changed } changed, { $new } new, { $withdrawn } withdrawn.
web-plan-change-changed = Changed
web-plan-change-new = New
web-plan-change-withdrawn = Withdrawn
web-plan-before = In force
web-plan-after = New document
web-plan-doubts = For you to look at: { $count }
web-plan-later = put off
web-plan-source = The document says, line { $where }
web-plan-no-source = The words were not kept.
web-plan-read = Báo An reads
web-plan-right-value = It should be
web-plan-save = Save
web-plan-phrases = Phrases unclear: { $count }
web-plan-phrase-in = Named in { $refs }
web-plan-phrase-who = Which units? Part them with ;
web-plan-apply-about = Apply to { $base }: { $kept } tasks kept, { $changed } changed, { $new } new, { $withdrawn } withdrawn. What units have done stays done.
web-plan-approve-about = { $assignments } assignments to { $units } units. Units are given their tasks only once it is approved.
web-plan-leaves-open = These places stay open:
web-plan-closed-title = This link opens no more
web-plan-closed-about = The link opens for 30 minutes and for the one who got it. Go to the chat, choose "Plans", then "See it on the web page" for a new one.
web-chat-open-page = Open the review page
