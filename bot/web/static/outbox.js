// Sending: in order, again and again with growing pauses until the server says it is stored.
// Texts and files go in two lanes, so that a photo on a slow line never holds back a cry for help.
//
// An item is {key, written, label, body} or {key, written, label, kind, file}; this module adds
// `state`: "waiting" | "stored" | "refused", `problem` (a sentence), `tries`.

import { forget, keep, recall } from "./kept.js";
import { problemOf, word } from "./words.js";

const TEXT_PATIENCE = 30_000;
const FILE_PATIENCE = 600_000;
const LONGEST_PAUSE = 30_000;

const lanes = { text: { items: [], busy: false }, file: { items: [], busy: false } };
const sleepers = new Set();
let report = () => {};

const laneOf = (item) => (item.file ? lanes.file : lanes.text);

/** A key for one message; also where the page is served without TLS, as on a machine in the office. */
function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Start with what an earlier visit left unsent. `onChange(item)` is called at each change of state. */
export async function start(onChange) {
  report = onChange;
  addEventListener("online", wake);
  const written = await recall();
  for (const item of written) {
    // What was said while this page was still remembering stands in its lane already.
    if (laneOf(item).items.some(({ key }) => key === item.key)) continue;
    enqueue({ ...item, state: "waiting", tries: 0 });
  }
}

/** Send a message of the protocol: `body` without its key. `label` is what the person sees meanwhile. */
export function sendMessage(body, label) {
  const key = newKey();
  return add({ key, written: Date.now(), label, body: { key, ...body } });
}

/** Send a photo, a voice note or another file. */
export function sendFile(file) {
  const kind = file.type.startsWith("image/") ? "photo" : file.type.startsWith("audio/") ? "voice" : "file";
  return add({ key: newKey(), written: Date.now(), label: file.name, kind, file });
}

/** The server's history holds this key: nothing is left to do for it. */
export function settle(key) {
  for (const lane of Object.values(lanes)) {
    const item = lane.items.find((one) => one.key === key);
    if (item) discard(item);
  }
}

export function discard(item) {
  const lane = laneOf(item);
  lane.items = lane.items.filter((one) => one !== item);
  forget(item);
}

export function sendAgain(item) {
  Object.assign(item, { state: "waiting", problem: null, tries: 0 });
  report(item);
  run(laneOf(item));
}

/** Try now instead of waiting out the pause. */
export function wake() {
  for (const stop of sleepers) stop();
}

/** Wait, unless `wake` is called first. */
export function pause(milliseconds) {
  return new Promise((resolve) => {
    const stop = () => {
      clearTimeout(timer);
      sleepers.delete(stop);
      resolve();
    };
    const timer = setTimeout(stop, milliseconds);
    sleepers.add(stop);
  });
}

/** The pause after `tries` failures: 0.5 s, 1 s, 2 s … 30 s, a little uneven so that many pages spread out. */
export function pauseAfter(tries) {
  return Math.min(LONGEST_PAUSE, 500 * 2 ** (tries - 1)) * (0.8 + 0.4 * Math.random());
}

async function add(item) {
  Object.assign(item, { state: "waiting", tries: 0 });
  const { state, tries, ...kept } = item;
  const safe = keep(kept);
  enqueue(item);
  await safe;
}

function enqueue(item) {
  laneOf(item).items.push(item);
  report(item);
  run(laneOf(item));
}

async function run(lane) {
  if (lane.busy) return;
  lane.busy = true;
  for (let item = nextOf(lane); item; item = nextOf(lane)) {
    const outcome = await tryOnce(item);
    if (!lane.items.includes(item)) continue;
    if (outcome.again) {
      item.tries += 1;
      report(item);
      await pause(outcome.after ?? pauseAfter(item.tries));
    } else if (outcome.problem) {
      Object.assign(item, { state: "refused", problem: outcome.problem });
      report(item);
    } else {
      item.state = "stored";
      discard(item);
      report(item);
    }
  }
  lane.busy = false;
}

const nextOf = (lane) => lane.items.find((item) => item.state === "waiting");

/** One attempt: {} stored, {again, after} to be tried again, {problem} refused for good. */
async function tryOnce(item) {
  let response;
  try {
    response = await (item.file ? postFile(item) : postMessage(item));
  } catch {
    return { again: true };
  }
  if (response.ok) return {};
  if (response.status >= 500 || response.status === 408 || response.status === 429) {
    const seconds = Number(response.headers.get("Retry-After"));
    return { again: true, after: seconds > 0 ? Math.min(seconds, 120) * 1000 : undefined };
  }
  return { problem: (await problemOf(response)) ?? ownProblem(response.status) };
}

function ownProblem(status) {
  if (status === 401 || status === 403) return word("problem-session");
  if (status === 413) return word("problem-too-large");
  if (status === 415) return word("problem-file-kind");
  return word("problem-refused");
}

function postMessage(item) {
  return fetch("/chat/messages", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(item.body),
    signal: AbortSignal.timeout?.(TEXT_PATIENCE),
  });
}

function postFile(item) {
  const form = new FormData();
  form.set("key", item.key);
  form.set("kind", item.kind);
  form.set("file", item.file, item.file.name);
  return fetch("/chat/attachments", { method: "POST", body: form, signal: AbortSignal.timeout?.(FILE_PATIENCE) });
}
