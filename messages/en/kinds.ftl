# Occupational diseases, declared equipment: reports that are no cry for help.
flow-title-report_disease = report an occupational disease
menu-report-disease = Report a work illness
kind-sudden = 🔴 If somebody is in danger call 115 now, then tap Report an accident. If not, please answer the question above?

## Occupational disease
disease-intro = Báo An notes an illness from work. If somebody has just been hurt call 115 and write: report an accident.
disease-refused =
    Báo An keeps nothing about the illness. Please see a clinic for occupational diseases, keep its papers and tell the workplace. { $contact }
    To report without your name write: occupational disease, and choose not to be named.
kind-ask-disease = Which illness? In your own words, such as: dust in the lungs, deaf from noise, lead poisoning.
kind-ask-disease-code = Is it one of these? Only a suggestion, a doctor decides.
kind-disease-other = Another illness
kind-ask-role = Who are you in this?
kind-role-ill = I am ill
kind-role-colleague = A colleague
kind-role-relative = Family
kind-role-employer = The employer
kind-role-clinic = A clinic
kind-role-officer = An officer
kind-ask-diagnosed = How far has the illness been found?
kind-diagnosed-assessed = Medically assessed
kind-diagnosed-diagnosed = A doctor found it
kind-diagnosed-suspected = Only suspected
kind-ask-ill-since = Since when? For instance: since last year, found on 12/10/2026.
kind-ask-exposure = What work, in contact with what, how long? For instance: drilling stone for 10 years, much dust.
kind-ask-contract = Does the person who is ill have a labour contract?
kind-ask-workplace = Where is the work? Its name, please.
kind-ask-place = In which commune is that workplace? A position will do.
kind-ask-ill-who = The person who is ill: man or woman, born in which year, which job? For instance: man, 1985, driller.
kind-ask-media = Send pictures of medical papers if there are any, no identity card. Tap Done at the end.
disease-next-worker = Please tell the person in charge at work, see a clinic for occupational diseases and keep all its papers.
disease-next-employer = The law asks the employer to keep a file of the disease, to have it treated and to refer to an assessment. An officer will look and write.
disease-next-clinic = A clinic still reports on the forms of the health sector; this does not take their place.
accident-role-ill = The person who is ill
accident-line-ill = - The person who is ill: { $what }
accident-role-clinic = A clinic
accident-line-disease = - Illness: { $what }
accident-line-disease-code = - Perhaps disease no. { $what } (a suggestion, a doctor decides)
accident-line-diagnosed = - Found: { $what }
accident-line-ill-since = - Since: { $what }
accident-line-exposure = - Work and exposure: { $what }
case-disease-list = - List: { $edition }{ $verify }
law-do-report_illness = Report the figures of occupational diseases { $period }
form-kept-at-employer = This paper stays with the employer, in the worker's health file.

## The notice on data
consent-purpose-disease = to look into the occupational disease and remind those the law names
consent-purpose-equipment = to note and follow equipment under strict safety rules
consent-data-disease = your words, the illness and medical papers (sensitive data), the work, year of birth, number to call, chat account
consent-data-equipment = the equipment, where it is used, its inspection papers, number to call, chat account
consent-notice-disease =
    { $office } keeps this { consent-purpose-disease }. An illness is sensitive data, opened only by the officers in charge.
    It holds: { consent-data-disease }. You may see, correct, delete it and withdraw your consent.
    { $contact }
consent-notice-equipment =
    { $office } keeps this { consent-purpose-equipment }.
    It holds: { consent-data-equipment }. You may see, correct, delete it and withdraw your consent.
    { $contact }
consent-full-kind =
    Controller of the data: { $office }.
    Purpose: { $purpose }.
    Data: { $data }; pictures, files and positions if you send them. Only the officers in charge open it, and each opening is noted.
    Basis: your consent; Law 91/2025/QH15 on personal data; Law 84/2015/QH13 on occupational safety.
    Kept for: as long as the office must keep its records, then deleted.
    Your rights: see, correct, delete, restrict, object, withdraw at any time; an answer within 2 working days.
    { $contact }
    Do you agree?
