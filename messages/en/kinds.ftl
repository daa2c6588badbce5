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
disease-next-employer = While it is only suspected have the worker examined; once it is found keep a file, have it treated and refer to an assessment. An officer will look and write.
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

## Declared equipment
flow-title-declare_equipment = declare equipment
menu-report-equipment = Declare equipment
equipment-intro = To declare a machine under strict safety rules. What is not known yet can be left out and added later.
equipment-refused = Báo An keeps nothing. Please send the form on paper to the department of home affairs where the machine stands. { $contact }
kind-ask-machine = Which machine? Such as: lift, boiler, forklift 2 tonnes.
kind-ask-machine-kind = Which kind of the list is it?
kind-machine-other = None of these
kind-ask-maker = Which maker, country and year?
kind-ask-serial = What is its serial number?
kind-ask-capacity = What capacity, load or volume?
kind-ask-stands = In which commune does it stand? A position will do.
kind-ask-in-use-on = On what day is it put into use? Such as: 20/11/2026.
kind-ask-inspected-on = On what day was it last inspected? Such as: 15/11/2026. If it was not, tap Not clear.
kind-ask-certificate = The number of the certificate of inspection?
kind-ask-inspect-by = Until what day does the inspection hold? A day, or years, such as: 2 năm.
kind-ask-papers = Send pictures of the certificate, the sticker, the machine's papers if there are any. Tap Done at the end.
kind-day-how = Please write day, month and year, such as: 20/11/2026. If it is not known tap Not clear.
kind-day-future = The day of the inspection has not come. Please look at the certificate and write the day it was made.
kind-day-order = The inspection must end after it was made. Please write its last day again.
equipment-done =
    ✅ Noted as { $code }. Officers are being told. Writing here is no declaration: get the form and send it to the department of home affairs where the machine stands.
    The law allows 30 days before or after it is put into use. The end of the inspection is noted, to remind whoever is in charge.
form-means-paper = Usual ways: by hand, by post or by the public service portal. To be checked with the receiver.
accident-line-machine = - Machine: { $what }
accident-line-machine-kind = - Kind in the list: { $what }
accident-line-maker = - Maker, country, year: { $what }
accident-line-serial = - Serial number: { $what }
accident-line-capacity = - Capacity: { $what }
accident-line-in-use-on = - Put into use: { $what }
accident-line-inspected-on = - Inspected on: { $what }
accident-line-certificate = - Certificate: { $what }
accident-line-inspect-by = - Inspection holds until: { $what }
accident-line-stands = - Stands in: { $what }
accident-line-works = - Place of work: { $what }
equipment-none = No equipment in your area has been declared through Báo An yet.
equipment-list =
    Declared equipment, the soonest inspection first:
    { $lines }
equipment-line = - { $code }: { $what }, { $where }; inspected until { $day }
equipment-line-over = - { $code }: { $what }, { $where }; inspection ended { $day }
equipment-line-unknown = - { $code }: { $what }, { $where }; inspection not known
kind-ask-owner = Which establishment uses it? Its name, please.
case-counted-disease =
    Occupational diseases reported today: { $today }. This week: { $week }. This year: { $year }.
    { $lines }
case-counted-danger =
    Dangers and near misses reported today: { $today }. This week: { $week }. This year: { $year }.
    { $lines }

## Set right later
kind-heard = { $name }: { $what }
amend-field-disease = the illness
amend-field-disease_code = the disease of the list
amend-field-diagnosed = how far it was found
amend-field-ill_since = since when
amend-field-exposure = work and exposure
amend-field-machine = the machine
amend-field-machine_kind = the kind of machine
amend-field-maker = the maker
amend-field-serial = the serial number
amend-field-capacity = the capacity
amend-field-in_use_on = the day it is put into use
amend-field-inspected_on = the day of inspection
amend-field-certificate = the certificate
amend-field-inspect_by = the end of the inspection
