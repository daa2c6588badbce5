// The chat page: puts the history, what is on its way, and the writing place together.

import { sendLocation, startAttaching } from "./attach.js";
import { follow } from "./follow.js";
import { draft } from "./kept.js";
import { discard, sendAgain, sendMessage, settle, start, wake } from "./outbox.js";
import { dayLine, drawChoices, drawMessage, drawPending, drawState } from "./view.js";
import { word } from "./words.js";

const NEAR_THE_END = 120;
// A choice with this payload asks the device where it is, instead of sending the words.
const LOCATION_CHOICE = /(^|[.:/])location$/;

const log = document.getElementById("log");
const spoken = document.getElementById("messages");
const waiting = document.getElementById("pending");
const notice = document.getElementById("notice");
const empty = document.getElementById("empty");
const newBelow = document.getElementById("new-below");
const composer = document.getElementById("composer");
const text = document.getElementById("text");

const shown = new Map(); // seq -> {message, node}
const pending = new Map(); // key -> {item, node}
let last = null;
let lastSaid = 0; // seq of the last message of the person
let unseen = 0;
let loaded = false;
let following = true; // the reader is at the end and wants to stay there

// ---- What was said ----

function onMessages(messages, history) {
  for (const message of messages) if (!shown.has(message.seq)) show(message);
  loaded = true;
  document.getElementById("loading").hidden = true;
  // History is not read aloud: only what comes after it.
  if (!history) log.setAttribute("aria-busy", "false");
  refresh();
  if (following) toEnd();
  else if (messages.some(({ direction }) => direction === "out")) newBelow.hidden = false;
  if (!history && document.hidden) countUnseen(messages);
}

function show(message) {
  const node = drawMessage(message);
  const line = dayLine(message, last);
  if (line) spoken.append(line);
  spoken.append(node);
  shown.set(message.seq, { message, node });
  last = message;
  if (message.direction !== "in") return;
  lastSaid = message.seq;
  if (message.key) arrived(message.key, node);
}

/** The history now holds what was pending: one takes the place of the other, focus included. */
function arrived(key, node) {
  settle(key);
  const held = pending.get(key)?.node.contains(document.activeElement);
  pending.get(key)?.node.remove();
  pending.delete(key);
  if (held) node.focus({ preventScroll: true });
}

/** Draw again what depends on the whole: which choices can still be answered, whether all is empty. */
function refresh() {
  const answering = [...pending.values()].some(({ item }) => item.state !== "refused");
  for (const { message, node } of shown.values()) {
    if (!message.choices?.length) continue;
    drawChoices(node, message, message.lasting || (!answering && message.seq > lastSaid), choose);
  }
  empty.hidden = !loaded || shown.size > 0 || pending.size > 0;
}

// ---- What is on its way ----

function onItem(item) {
  let entry = pending.get(item.key);
  if (!entry) {
    if (item.state === "stored") return;
    entry = { item, node: drawPending(item) };
    pending.set(item.key, entry);
    waiting.append(entry.node);
  }
  drawState(entry.node, item, { again: sendAgain, drop });
  refresh();
  if (following) toEnd();
}

function drop(item) {
  discard(item);
  pending.get(item.key)?.node.remove();
  pending.delete(item.key);
  refresh();
  text.focus();
}

function choose(message, choice) {
  if (LOCATION_CHOICE.test(choice.payload)) {
    sendLocation(say);
    return;
  }
  sendMessage({ kind: "choice", choice: choice.payload, message: message.seq }, choice.label);
  // The buttons are gone now: the reading place goes on where the next question will be.
  [...pending.values()].at(-1)?.node.focus({ preventScroll: true });
  toEnd();
}

function sendText(words) {
  const said = words.normalize("NFC").trim();
  if (!said) return;
  sendMessage({ kind: "text", text: said }, said);
  wake();
  toEnd();
}

// ---- The writing place ----

function submit(event) {
  event?.preventDefault();
  sendText(text.value);
  text.value = "";
  draft.write("");
  grow();
  text.focus();
}

function onKey(event) {
  // While a Vietnamese input method still composes a word, Enter belongs to it.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  submit(event);
}

const growsItself = CSS.supports("field-sizing", "content");

function grow() {
  if (growsItself) return;
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 2}px`;
}

// ---- Sentences, scrolling, title ----

function say(sentence, calm = false) {
  notice.classList.toggle("is-calm", calm);
  notice.textContent = sentence;
}

function onLink(connected) {
  say(word(connected ? "chat-back-online" : "chat-offline"), connected);
  if (connected) setTimeout(() => notice.textContent === word("chat-back-online") && say(""), 4000);
}

function onScroll() {
  following = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;
  if (following) newBelow.hidden = true;
}

function toEnd() {
  following = true;
  log.scrollTop = log.scrollHeight;
  newBelow.hidden = true;
}

// A picture that comes late, or a keyboard that opens, must not push the last question out of sight.
function stayAtEnd() {
  if (following) toEnd();
}

const title = document.title;

function countUnseen(messages) {
  unseen += messages.filter(({ direction }) => direction === "out").length;
  if (unseen) document.title = `(${unseen}) ${title}`;
}

function onVisible() {
  if (document.hidden) return;
  unseen = 0;
  document.title = title;
  wake();
}

// ---- Begin ----

composer.addEventListener("submit", submit);
text.addEventListener("keydown", onKey);
text.addEventListener("input", () => {
  draft.write(text.value);
  grow();
});
for (const starter of document.querySelectorAll("[data-start]")) {
  starter.addEventListener("click", () => {
    sendText(starter.textContent);
    text.focus({ preventScroll: true });
  });
}
newBelow.addEventListener("click", () => {
  toEnd();
  log.focus({ preventScroll: true });
});
log.addEventListener("scroll", onScroll, { passive: true });
log.addEventListener("load", stayAtEnd, true);
new ResizeObserver(stayAtEnd).observe(log);
document.addEventListener("visibilitychange", onVisible);

text.value = draft.read();
grow();
startAttaching(say);
start(onItem);
follow(onMessages, onLink);
