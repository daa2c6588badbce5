"""What the Bot API takes: methods, their fields and limits. Whatever is not listed here is refused.

Written from the Bot API's own pages, with no library's help, so that it can disagree with one.
"""

import json
import re

TEXT, CAPTION, CALLBACK, BUTTONS, ROW = 4096, 1024, 64, 100, 8
DOWNLOAD, PHOTO, UPLOAD = 20 * 1024 * 1024, 10_000_000, 50_000_000

_SEND = {
    "business_connection_id", "message_thread_id", "direct_messages_topic_id", "disable_notification",
    "protect_content", "allow_paid_broadcast", "message_effect_id", "suggested_post_parameters",
    "reply_parameters", "reply_markup", "parse_mode",
}  # fmt: skip
_CAPTIONED = _SEND | {"caption", "caption_entities"}
_WHERE = {"business_connection_id", "chat_id", "message_id", "inline_message_id"}

METHODS: dict[str, tuple[set[str], set[str]]] = {
    "getMe": (set(), set()),
    "getUpdates": (set(), {"offset", "limit", "timeout", "allowed_updates"}),
    "setWebhook": (
        {"url"},
        {"certificate", "ip_address", "max_connections", "allowed_updates", "drop_pending_updates",
         "secret_token"},
    ),
    "deleteWebhook": (set(), {"drop_pending_updates"}),
    "getWebhookInfo": (set(), set()),
    "sendMessage": ({"chat_id", "text"}, _SEND | {"entities", "link_preview_options"}),
    "sendPhoto": ({"chat_id", "photo"}, _CAPTIONED | {"has_spoiler", "show_caption_above_media"}),
    "sendDocument": ({"chat_id", "document"}, _CAPTIONED | {"thumbnail", "disable_content_type_detection"}),
    "sendVoice": ({"chat_id", "voice"}, _CAPTIONED | {"duration"}),
    "sendChatAction": ({"chat_id", "action"}, {"business_connection_id", "message_thread_id"}),
    "answerCallbackQuery": ({"callback_query_id"}, {"text", "show_alert", "url", "cache_time"}),
    "editMessageReplyMarkup": (set(), _WHERE | {"reply_markup"}),
    "editMessageText": (
        {"text"}, _WHERE | {"reply_markup", "parse_mode", "entities", "link_preview_options"},
    ),
    "setMyCommands": ({"commands"}, {"scope", "language_code"}),
    "getMyCommands": (set(), {"scope", "language_code"}),
    "deleteMyCommands": (set(), {"scope", "language_code"}),
    "getFile": ({"file_id"}, set()),
}  # fmt: skip
STRUCTURED = {
    "reply_markup", "link_preview_options", "allowed_updates", "commands", "entities", "scope",
    "caption_entities", "reply_parameters",
}  # fmt: skip
UPDATES = {
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection",
    "business_message", "edited_business_message", "deleted_business_messages", "message_reaction",
    "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
    "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost",
}  # fmt: skip
_BUTTON = {
    "text", "url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text", "pay",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game",
    "style", "icon_custom_emoji_id",
}  # fmt: skip
SCOPES = {
    "default": set(), "all_private_chats": set(), "all_group_chats": set(), "all_chat_administrators": set(),
    "chat": {"chat_id"}, "chat_administrators": {"chat_id"}, "chat_member": {"chat_id", "user_id"},
}  # fmt: skip
_LOOKS = {"text", "style", "icon_custom_emoji_id"}


class ApiError(Exception):
    """What the server answers instead of a result."""

    def __init__(self, code, description, **parameters):
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(description):
    return ApiError(400, f"Bad Request: {description}")


def units(text):
    return len(text.encode("utf-16-le")) // 2


def read(method, raw):
    """Return the parameters of a call with their nested parts read; raises ApiError."""
    if method not in METHODS:
        raise ApiError(404, "Not Found: method not found")
    required, optional = METHODS[method]
    unknown = set(raw) - required - optional
    if unknown:
        raise bad(f"unknown field {sorted(unknown)}")
    missing = required - set(raw)
    if missing:
        raise bad(f"parameter {min(missing)} is required")
    params = dict(raw)
    for name in STRUCTURED & set(params):
        if isinstance(params[name], str):
            try:
                params[name] = json.loads(params[name])
            except ValueError:
                raise bad(f"can't parse {name} JSON object") from None
    for name in ("chat_id", "message_id", "offset", "limit", "timeout"):
        if name in params:
            try:
                params[name] = int(params[name])
            except ValueError:
                raise bad(f"{name} must be an integer") from None
    _check(method, params)
    return params


def _check(method, params):
    if method in ("sendMessage", "editMessageText"):
        _check_text(params["text"])
    if units(params.get("caption", "")) > CAPTION:
        raise bad("message caption is too long")
    if units(params.get("text", "")) > 200 and method == "answerCallbackQuery":
        raise bad("MESSAGE_TOO_LONG")
    if "reply_markup" in params:
        check_markup(params["reply_markup"], params.get("chat_id", 1))
    if not 1 <= params.get("limit", 100) <= 100:
        raise bad("limit out of range")
    if set(params.get("allowed_updates", ())) - UPDATES:
        raise bad("unknown kind of update")
    if len(params.get("commands", ())) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    if "scope" in params:
        _check_scope(params["scope"])
    if not re.fullmatch(r"(?:[a-z]{2})?", params.get("language_code", "")):
        raise bad("invalid language code specified")
    for command in params.get("commands", ()):
        if set(command) != {"command", "description"}:
            raise bad("can't parse BotCommand")
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    if method == "setWebhook":
        _check_webhook(params)


def _check_text(text):
    if not text.strip():
        raise bad("message text is empty")
    if units(text) > TEXT:
        raise bad("message is too long")


def _check_scope(scope):
    kind = scope.get("type")
    if kind not in SCOPES:
        raise bad("unsupported type specified")
    if set(scope) - {"type"} != SCOPES[kind]:
        raise bad(f"scope {kind} needs {sorted(SCOPES[kind])}")


def _check_webhook(params):
    local = re.match(r"http://(127\.0\.0\.1|localhost)[:/]", params["url"])
    if params["url"] and not local and not params["url"].startswith("https://"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if "secret_token" in params and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", params["secret_token"]):
        raise bad("secret token contains unallowed characters")


def check_markup(markup, chat):
    """Refuse a keyboard the real server would refuse."""
    kinds = {"inline_keyboard", "keyboard", "remove_keyboard", "force_reply"} & set(markup)
    if len(kinds) != 1:
        raise bad("can't parse reply keyboard markup JSON object")
    if kinds == {"inline_keyboard"}:
        _check_rows(markup["inline_keyboard"], _check_inline)
    elif kinds == {"keyboard"}:
        known = {"keyboard", "is_persistent", "resize_keyboard", "one_time_keyboard", "selective",
                 "input_field_placeholder"}  # fmt: skip
        if set(markup) - known:
            raise bad(f"unknown field in the keyboard {sorted(set(markup) - known)}")
        _check_rows(markup["keyboard"], lambda button: _check_reply(button, chat))


def _check_rows(rows, check):
    if sum(map(len, rows)) > BUTTONS or any(len(row) > ROW for row in rows):
        raise bad("reply markup is too long")
    if not all(rows):
        raise bad("a row without buttons")
    for row in rows:
        for button in row:
            if not button.get("text", "").strip():
                raise bad("text buttons must be non-empty")
            check(button)


def _check_inline(button):
    if set(button) - _BUTTON or len(set(button) - _LOOKS) != 1:
        raise bad("an inline button does exactly one thing")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= CALLBACK:
        raise bad("BUTTON_DATA_INVALID")


def _check_reply(button, chat):
    asks = {"request_location", "request_contact", "request_poll", "web_app"} & set(button)
    if set(button) - _LOOKS - {"request_location", "request_contact", "request_poll", "web_app"}:
        raise bad("unknown field in a keyboard button")
    if len(asks) > 1:
        raise bad("a keyboard button asks for one thing")
    if asks and chat < 0:
        raise bad("phone number can be requested in private chats only")
