# Telegram: what to mend when the channel does not work, and a few sentences of its own.

telegram-token-form = BAOAN_TELEGRAM_TOKEN does not look like a token. Open @BotFather and copy the whole line, for example 123456:ABC-DEF.
telegram-token-wrong = Telegram does not accept BAOAN_TELEGRAM_TOKEN. Open @BotFather, take the bot's token and set it again.
telegram-unreachable = Telegram cannot be reached. Check the network and BAOAN_TELEGRAM_API_BASE; Báo An keeps trying.
telegram-second-poller = Another program is receiving messages with the same bot token. Stop that program; if it is not yours, get a new token from @BotFather.
telegram-webhook-elsewhere = This bot delivers its messages to another address: { $host }. If it is not yours, get a new token from @BotFather; if it is, start Báo An again to receive them here.
telegram-webhook-set = Another program has set a webhook for this bot, so Báo An receives nothing. Stop that program and start Báo An again; if it is not yours, get a new token from @BotFather.
telegram-webhook-refused = Telegram did not accept the address { $url } ({ $problem }). BAOAN_PUBLIC_URL needs https and port 443, 80, 88 or 8443.
telegram-webhook-address = BAOAN_PUBLIC_URL is { $url }, which Telegram cannot call: it must be https, on port 443, 80, 88 or 8443.
telegram-webhook-failing = Telegram cannot deliver messages to Báo An ({ $problem }). Check BAOAN_PUBLIC_URL and the web server.
telegram-secret-form = BAOAN_TELEGRAM_WEBHOOK_SECRET needs 1 to 256 characters: letters without accents, digits, hyphens or underscores.
telegram-refused = Telegram reports: { $problem }. Báo An keeps trying.

telegram-chosen = ✓ { $label }
telegram-edited = Báo An reads new messages only and has not read your edit. Please send it again as a new message.
telegram-unread = Báo An cannot read this kind of message. Please write, or send a photo, a file, a voice message or a location.
telegram-anonymous = This was sent in the group's name, so Báo An does not know who wrote it. Please turn off anonymity and write again, or write to Báo An in private.
telegram-share-contact = Send my number
telegram-started-with = { $what }: { $text }
