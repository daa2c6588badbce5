# Investigating an accident: for officers on the case.
investigation-button = Investigation
investigation-line = - Investigation: { $done } of { $count } steps done
investigation-page =
    Investigation of { $code }:
    { $lines }
    Choose a step to see or note something.
investigation-by-employer = On what is known: a team of the employer ({ $article }). An officer confirms.
investigation-by-department = On what is known: a team of the province ({ $article }). An officer confirms.
investigation-done-line = ✅ { $number }. { $step } ({ $day })
investigation-noted-line = - { $number }. { $step }: { $count } noted, not done
investigation-open-line = - { $number }. { $step }: not done
investigation-step-decision = Decision on the team
investigation-step-members = Members of the team
investigation-step-evidence = Evidence, scene
investigation-step-interviews = Statements
investigation-step-assessment = Expert assessment (if needed)
investigation-step-minutes = Investigation minutes
investigation-step-meeting = Meeting to announce
investigation-step-sending = Sending the minutes
investigation-step-page =
    { $step }, { $code }: { $state }
    { $lines }
investigation-is-open = not done.
investigation-is-done = ✅ done { $day }.
investigation-article = By { $article }.
investigation-article-verify = By (to be checked against the official text) { $article }.
investigation-member = - { $name }, { $function }, { $body }
investigation-item = - { $what }
investigation-item-files = - { $what } (file { $files })
investigation-files-only = pictures, files
investigation-done-today = Done today
investigation-done-other = Done another day
investigation-reopen = Not done
investigation-drop = Take out: { $what }
investigation-next = Next step
investigation-all = All steps
investigation-add-document = Note a document
investigation-add-member = Add a member
investigation-add-evidence = Add evidence
investigation-add-statement = Add a statement
investigation-add-more = Add more
investigation-see-step = See this step
investigation-use-files = Use the { $count } pictures and files of the case
investigation-ask-document = { $step }, { $code }: which number, day or note?
investigation-ask-member = Team for { $code }: write name, function in the team, body. For example: Nguyễn Văn An, head, Sở Nội vụ.
investigation-ask-evidence = { $code }: what evidence or traces? Write a sentence or send a picture.
investigation-ask-statement = { $code }: who stated what? Write a sentence or send a picture of the record.
investigation-how-document = Please write one line, for example: 125/QĐ-SNV of 25/11.
investigation-how-member = Please write three parts with commas: name, function in the team, body.
investigation-how-evidence = Please write a sentence or send a picture, for example: the broken cable, taken at 9:00.
investigation-how-statement = Please write a sentence or send a picture, for example: foreman, record no. 2.
investigation-ask-files = Send pictures or files that belong to it. Press Done when there are no more.
investigation-added = Noted under { $step }, { $code }. Anything else?
investigation-ask-day = { $step }: on which day was it done?
investigation-day-how = Please write the day, for example: 20/11 or yesterday.
investigation-ticked = ✅ Noted: { $step }, done { $day }.
investigation-left = Stopped. The investigation of { $code } stays as it was.
investigation-future = That day is still to come. Please write the day it was done.
investigation-step = This step is not in the list any more. Please open the investigation again.
investigation-member-needed = Please write name, function in the team, body.
investigation-empty = There is nothing to note yet. Please write a sentence or send a picture.
investigation-file = This file does not belong to the case. Please send it again.
investigation-item-gone = This is not there any more. Please open the step again.
flow-title-investigation_item = noting an investigation
flow-title-investigation_day = noting the day of a step
