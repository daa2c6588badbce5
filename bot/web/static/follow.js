// Listening: one long poll after another, for as long as the page is open.

import { pause, pauseAfter, wake } from "./outbox.js";

const PATIENCE = 40_000;
const SHORTEST_ROUND = 1_000;

/**
 * Ask for messages for ever. `onMessages(list, history)` gets each answer: first the history, page by
 * page, then (`history` false, from the first empty answer on) what is new. `onLink(connected)` hears when the line is lost and when it is back.
 */
export async function follow(onMessages, onLink) {
  let next = 0;
  let history = true;
  let tries = 0;
  for (;;) {
    const began = Date.now();
    const wait = history || tries ? 0 : 25;
    const answer = await ask(next, wait).catch(() => null);
    if (!answer) {
      tries += 1;
      if (tries > 1) onLink(false); // one lost round is no news
      await pause(pauseAfter(tries));
      continue;
    }
    if (tries) {
      if (tries > 1) onLink(true);
      wake();
    }
    tries = 0;
    next = answer.next;
    if (!answer.messages.length) history = false;
    onMessages(answer.messages, history);
    if (wait && !answer.messages.length) await pause(Math.max(0, SHORTEST_ROUND - (Date.now() - began)));
  }
}

async function ask(after, wait) {
  const response = await fetch(`/chat/messages?after=${after}&wait=${wait}`, {
    cache: "no-store",
    signal: AbortSignal.timeout?.(PATIENCE),
  });
  if (!response.ok) throw new Error(`answer ${response.status}`);
  return response.json();
}
