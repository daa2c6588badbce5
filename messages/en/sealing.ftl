# Keeping an identity private: words for reporters, for officers, for the command line.

consent-private = Keep me private
privacy-ways = Confidential: only two officers together can see who, and you are told. Anonymous: name and number are dropped.
privacy-ways-anonymous = Anonymous: your name and number are dropped; officers ask through Báo An.
privacy-choose =
    { $ways }
    { $platform }
    Which?
privacy-confidential = I agree, confidentially
privacy-anonymous = I agree, anonymously
privacy-named = I agree, by name
privacy-kept-confidential = Kept confidential: no name or number is left in the file. In what follows, pictures and voice too, do not say who you are.
privacy-kept-anonymous = Anonymous: your name and number were dropped. In what follows, pictures and voice too, do not say who you are.
privacy-no-number = This case names nobody, so that number is not put into the file. Officers ask through Báo An.
privacy-first = There is no report yet to keep private. After the first three questions choose "Keep me private".
privacy-already = Case { $code } is kept private already. What officers ask, Báo An passes on.
privacy-platform = { $platform }
privacy-who-knows = { $platform } Officers see what you tell and the number you leave, unless you choose confidential or anonymous.
privacy-platform-zalo = Zalo still knows your account; the office does not see it.
privacy-platform-telegram = Telegram still knows your account; the office does not see it.
privacy-platform-web = This page knows your browser only; the office does not see it.
identity-opened = Two officers together have just opened who reported case { $code }. Reason: { $reason }

case-reporter-confidential = - Reporter: confidential ({ $handle })
case-reporter-anonymous = - Reporter: anonymous ({ $handle })
case-file-plain = file-{ $number }
case-ask = Ask the reporter
case-ask-what = What do you ask the reporter of case { $code }? One sentence; Báo An passes it on without your name.
case-ask-how = Please write the question in words.
case-asked = The question went to the reporter of case { $code }. Báo An tells you when there is an answer.
case-asked-unreached = The reporter of case { $code } could not be reached. The question stands in the file.
case-question = An officer asks about case { $code }: "{ $question }" Can you answer?
case-reply = Answer
case-replied = Case { $code }: the reporter has just answered. Open the file?
accident-line-asked = - An officer asked: { $what }
accident-ask-tip-number = Anything to add without saying who you are? One message, and your number is taken out of the case; or:
accident-tip-kept-number = The anonymous words are kept, and the number was taken out of the case.
flow-title-case_question = asking the reporter

seal-officers = Name the officers, parted by commas, each once: --officers "A,B,C".
seal-shares-count = { $threshold } of { $count } shares is of no use: at least 2, no more than there are, no more than 255.
seal-shares-few = { $threshold } shares of { $threshold } people are needed.
seal-shares-wrong = These shares do not belong together.
seal-share-unreadable = This file is no share, or is damaged.
seal-share-unknown = The share of { $officer } belongs to no key here.
seal-share-retired = The share of { $officer } is of a key that was replaced and is of no use any more.
seal-wrong-passphrase = The passphrase for the share of { $officer } is not right.
seal-wrong-key = It does not open: the key does not fit or the data was changed.
seal-wrong-code = The one-time code is not right.
seal-passphrase-short = A passphrase needs at least { $count } characters.
seal-passphrase-differs = The two passphrases are not the same.
seal-secret-missing = A passphrase or code is missing from the input.
seal-there-already = There is a key already. To change who holds shares: baoan seal reshare.
seal-none = There is no key yet. Make one with: baoan seal init.
seal-nothing = Nothing is sealed of case { $code }.
seal-reason = Give a reason with --reason, { $least } to { $most } characters.
seal-not-asked = No first officer has put a share in for case { $code }, or that was over 24 hours ago. Begin again with --reason.
seal-same-officer = A second officer's share is needed; { $officer } has put theirs in already.
seal-recovery-only = The recovery share serves to share the key anew, not to open.
seal-open-shares = One share (--share) a step, or two at once.
seal-to-count = Exactly { $count } places (--to) are needed, one a share; without --to shares are shown on the screen.
seal-to-place = { $path } cannot take a share: it must be a folder that is there, another for each share, outside the data folder.
seal-file-exists = { $path } is there already; Báo An overwrites nothing.
seal-prompt-new = New passphrase for the share of { $officer } (not shown):
seal-prompt-again = Once more:
seal-prompt = Passphrase for the share of { $officer } (not shown):
seal-prompt-code = One-time code of the first officer (not shown):
seal-prompt-next = Once the share of { $officer } is put away, press Enter to clear the screen and go on.
seal-recovery-officer = Recovery
seal-sheet =
    BÁO AN: A SHARE OF THE KEY THAT SEALS IDENTITIES
    Held by: { $officer }
    Key { $id }, share { $number }; { $threshold } shares are needed to open.
    Keep it apart, away from its passphrase. If it is lost say so at once, and the key is shared anew.
seal-written = Share of { $officer }: { $path }
seal-made = Key { $id } is made: { $count } shares, { $threshold } needed to open. Everyone tries theirs: baoan seal drill --share FILE
seal-reshared = Shared anew as key { $id }, { $count } identities. The old shares work until everyone has tried a new one: baoan seal drill --share FILE
seal-recovery-made = The recovery share of key { $id } is made. Put it into a sealed envelope, away from its passphrase.
seal-share-works = The share of { $officer } works.
seal-shares-work = The shares together are the office's key. No identity was opened.
seal-current-now = Every new share was tried: key { $id } is in use from now on, the old shares are of no use.
seal-state-current = Key { $id } in use, { $threshold } shares needed:
seal-state-pending = Key { $id } waits for every share to be tried, { $threshold } shares needed:
seal-state-share = - { $officer }: { $proved }
seal-state-recovery = - { $officer } (envelope): { $proved }
seal-proved = last tried { $at }
seal-proved-never = never tried
seal-lost-enough = If one person's share is lost: { $left } tried shares are left, { $threshold } needed: the key can be shared anew.
seal-lost-short = If one person's share is lost: { $left } tried shares are left, { $threshold } needed: the key can NOT be shared anew. Try more shares, or make a recovery share.
seal-asked = The share of { $officer } is put in for case { $code }, for 24 hours. One-time code, to be told to the second officer:
seal-opened = Case { $code }, the sealed identity:
seal-opened-told = The reporter is being told that the identity was opened.
seal-opened-untold = The reporter could not be told that the identity was opened; the opening stands in the trail.
seal-field-name = Name: { $what }
seal-field-phone = Number to ring: { $what }
seal-field-names = Names told: { $what }
seal-field-role = The reporter is: { $what }
seal-field-address = Account: { $what }
seal-field-at = Sealed at: { $what }
check-seal-none = No sealing key yet, so reporters can choose to be anonymous only. Make one: baoan seal init
check-seal-unproved = Shares of the sealing key never tried: { $officers }. Try: baoan seal drill --share FILE
