// Drawing: messages become elements, always through textContent. Nothing here speaks to the network.

import { word } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 15 * 60 * 1000;
const SIGNS = { "🔴": ["urgent", "chat-urgent"], "✅": ["done", "chat-done"], "⏰": ["due", "chat-due"] };
const KIND_ICONS = { location: "place", photo: "camera", file: "file", voice: "voice" };

function element(name, className, text) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

function shell(direction) {
  const node = element("div", `message is-${direction}`);
  node.tabIndex = -1;
  const bubble = element("div", "bubble");
  bubble.append(element("span", "sr", `${word(direction === "in" ? "chat-from-person" : "chat-from-bot")} `));
  node.append(bubble);
  return { node, bubble };
}

// Codes people read out or copy: a line never ends in the middle of one.
const CODE = /([A-Z]{2,3}-(?:\d{2}|[A-Z0-9]{5})-[0-9A-Z]{4,8})/;

// The way to a page of this server, as the bot says it; an address of any other server stays words.
const PAGE = /((?:https?:\/\/[^\s/]+)?\/plans\/[^\s]+)/;

function whole(text) {
  return text.split(PAGE).flatMap((part, index) => (index % 2 ? [pageLink(part)] : coded(part)));
}

function coded(text) {
  return text.split(CODE).map((part, index) => (index % 2 ? element("span", "code", part) : part));
}

function pageLink(address) {
  const target = new URL(address, location.href);
  if (target.origin !== location.origin) return address;
  const link = element("a", "page-link", word("chat-open-page"));
  link.href = target.pathname + target.search;
  return link;
}

/** The line over the message before it, where a new day or a long silence parts them; else null. */
export function dayLine(message, previous) {
  if (!message.day_label) return null;
  const sameDay = previous && dayOf(previous.day_label) === dayOf(message.day_label);
  if (sameDay && Date.parse(message.at) - Date.parse(previous.at) < QUIET) return null;
  const line = element("p", "day");
  const time = element("time", "", message.day_label);
  time.dateTime = message.at;
  line.append(time);
  return line;
}

const dayOf = (label) => label.split(",")[0];

/** A message of the history. Its choices are drawn by `drawChoices`. */
export function drawMessage(message) {
  const { node, bubble } = shell(message.direction);
  const text = plainText(message) || (message.kind === "location" ? word("location-sent") : "");
  if (message.repeated) bubble.append(element("span", "label", word("chat-repeated")));
  if (message.urgent) {
    bubble.classList.add("is-urgent");
    bubble.append(label(word("chat-urgent"), "urgent"));
  }
  if (message.step) bubble.append(label(word("chat-step", { at: message.step[0], of: message.step[1] })));
  if (message.direction === "in" && message.kind === "location") bubble.append(icon("place"));
  if (text) bubble.append(textBody(text, message.urgent));
  if (message.attachments?.length) bubble.append(attached(message.attachments));
  return node;
}

/** A message on its way: what the person said, and how it fares. */
export function drawPending(item) {
  const { node, bubble } = shell("in");
  const kind = item.kind ?? item.body?.kind;
  if (kind in KIND_ICONS) bubble.append(icon(KIND_ICONS[kind]));
  bubble.append(textBody(item.label, false));
  return node;
}

/** Bring a pending message's state into words. `act` has `again(item)` and `drop(item)`. */
export function drawState(node, item, act) {
  node.classList.toggle("is-waiting", item.state === "waiting");
  node.classList.toggle("is-refused", item.state === "refused");
  for (const old of node.querySelectorAll(".state, .mend")) old.remove();
  if (item.state === "waiting") {
    node.append(element("span", "state", word(item.tries ? "chat-sending-later" : "chat-sending")));
  }
  if (item.state !== "refused") return;
  const state = element("span", "state is-problem", item.problem || word("chat-not-sent"));
  state.setAttribute("role", "alert");
  const mend = element("div", "mend");
  mend.append(button("button", word("chat-send-again"), () => act.again(item)));
  mend.append(button("button", word("chat-discard"), () => act.drop(item)));
  node.append(state, mend);
}

/** Choices under a message: buttons while they can be answered, quiet chips once they are past. */
export function drawChoices(node, message, live, choose) {
  const old = node.querySelector(".choices, .past");
  if (old && old.classList.contains("choices") === live) return;
  old?.remove();
  node.append(live ? liveChoices(message, choose) : pastChoices(message));
}

function liveChoices(message, choose) {
  const group = element("div", "choices");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", word("chat-choices"));
  message.choices.forEach((choice, index) => {
    const node = button("choice", "", () => choose(message, choice));
    const mark = element("span", "choice-mark", markOf(index, message.numbering));
    mark.setAttribute("aria-hidden", "true");
    node.append(mark, labelBody(choice.label, ""));
    group.append(node);
  });
  return group;
}

function pastChoices(message) {
  const list = element("div", "past");
  list.append(element("span", "sr", word("chat-choices-past")));
  for (const { label: name } of message.choices) list.append(labelBody(name, "past-choice"), " ");
  return list;
}

// As on the channels without buttons: 1, 2, 3 … or a, b … z, aa, ab …
function markOf(index, numbering) {
  if (numbering !== "letters") return String(index + 1);
  const letter = (number) => String.fromCharCode(97 + (number % 26));
  return index < 26 ? letter(index) : letter(Math.floor(index / 26) - 1) + letter(index);
}

function button(className, text, onClick) {
  const node = element("button", className, text);
  node.type = "button";
  node.addEventListener("click", onClick);
  return node;
}

function label(text, sign) {
  const node = element("span", "label");
  if (sign) node.append(icon(sign));
  node.append(text);
  return node;
}

// The server writes marks every channel can show; here the page draws them itself.
function plainText(message) {
  let text = message.text ?? "";
  if (message.repeated) text = text.replace(/^\(nhắc lại\)\s*/, "");
  if (message.urgent) text = text.replace(/^🔴\s*/u, "");
  if (message.step) text = text.replace(/^\(\d+\/\d+\)\s*/, "");
  return text;
}

/** Text with its lines kept, fixed marks drawn, and the first sentence of an urgent message strong. */
function textBody(text, urgent) {
  const body = element("div", "text");
  text.split("\n").forEach((line, index) => {
    if (index) body.append("\n");
    const { sign, rest } = splitSign(line);
    if (sign) body.append(sign);
    const [, first, after] = (urgent && index === 0 && rest.match(/^(.+?[.!?])(\s.*)?$/u)) || [];
    if (first) body.append(element("strong", "", first), after ?? "");
    else body.append(...whole(rest));
  });
  return body;
}

/** A line that opens with one of the three fixed marks: the mark drawn, and the words after it. */
function splitSign(line) {
  const mark = Object.keys(SIGNS).find((one) => line.startsWith(one));
  if (!mark) return { sign: null, rest: line };
  const [name, key] = SIGNS[mark];
  const sign = element("span", `sign sign-${name}`);
  sign.append(icon(name), element("span", "sr", word(key)));
  return { sign, rest: line.slice(mark.length).replace(/^\uFE0F?\s*/u, "") };
}

function labelBody(text, className) {
  const { sign, rest } = splitSign(text);
  const body = element("span", className);
  if (sign) body.append(sign);
  body.append(rest);
  return body;
}

function attached(list) {
  const group = element("div", "attached");
  for (const one of list) group.append(attachment(one));
  return group;
}

// Only what this server itself keeps is opened or shown; any other address stays words.
function ownAddress(url) {
  try {
    const address = new URL(url, location.href);
    return address.origin === location.origin ? address.href : null;
  } catch {
    return null;
  }
}

function attachment({ url, name, mime }) {
  const address = ownAddress(url);
  if (!address) return element("span", "", name);
  if (mime.startsWith("audio/")) {
    const player = element("audio");
    Object.assign(player, { controls: true, preload: "none", src: address });
    player.setAttribute("aria-label", name);
    return player;
  }
  const link = element("a");
  Object.assign(link, { href: address, target: "_blank", rel: "noopener" });
  link.setAttribute("aria-label", word("attach-open", { name }));
  if (mime.startsWith("image/")) link.append(picture(address, name, link));
  else link.append(icon("file"), name);
  return link;
}

function picture(address, name, link) {
  const image = element("img");
  Object.assign(image, { alt: name || word("photo"), loading: "lazy", decoding: "async" });
  image.addEventListener("error", () => link.replaceChildren(icon("camera"), word("photo-failed", { name })));
  image.src = address;
  return image;
}
