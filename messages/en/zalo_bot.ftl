# Zalo Bot: what to mend while the channel does not work, and the few sentences of its own.

zalo-bot-token-wrong = Zalo does not know BAOAN_ZALO_BOT_TOKEN. Open Zalo Bot Manager, copy the bot's whole token and set it again.
zalo-bot-unreachable = Zalo Bot cannot be reached. Check the network and BAOAN_ZALO_BOT_API_BASE; it is being tried again.
zalo-bot-refused = Zalo Bot reports: { $problem }. It is being tried again.
zalo-bot-quota = Zalo Bot says its quota is used up. Sending goes on after a pause; if this lasts, look at the bot's plan.
zalo-bot-second-poller = Another program receives messages with this bot's token. Stop it; if it is not yours, reset the token in Zalo Bot Manager.
zalo-bot-secret-form = BAOAN_ZALO_BOT_WEBHOOK_SECRET needs 8 to 256 characters.
zalo-bot-webhook-address = BAOAN_PUBLIC_URL is { $url }, which Zalo cannot call: it must be a public https address.
zalo-bot-webhook-unverified = Zalo kept the address { $url } but could not call it ({ $hint }). Check BAOAN_PUBLIC_URL and the web server; it is being tried again.
zalo-bot-webhook-elsewhere = This bot posts to another address: { $url }. Running Báo An brings its messages here; if that address is not yours, reset the bot's token.

zalo-bot-unread = This kind of message cannot be read here yet. Please write words, or send a photo or a voice message.
zalo-bot-file = File { $name }: Zalo takes no files here. Open { $url } and link your apps to see it.
zalo-bot-file-no-web = File { $name }: Zalo takes no files here. Ask the office for it.

zalo-bot-cap-messages = Zalo Bot: { $used } of { $cap } messages of the free plan sent this month.
zalo-bot-cap-users = Zalo Bot: { $used } of the { $cap } users of the free plan.
zalo-bot-cap-groups = Zalo Bot: in { $used } of the { $cap } groups of the free plan.
zalo-bot-cap-near = { $what } Nearly used up; accident notices still go out.
zalo-bot-cap-reached = { $what } Used up; Zalo may refuse more. Sending is still tried, accident notices first.
