// Listening: one long poll after another, for as long as the page is open.

import { pause, pauseAfter, wake } from "./outbox.js";

const PATIENCE = 40_000;
const SHORTEST_ROUND = 1_000;

/**
 * Ask for messages for ever. `onMessages(list, first)` gets each answer, the whole history first;
 * `onLink(connected)` hears when the line is lost and when it is back.
 */
export async function follow(onMessages, onLink) {
  let next = 0;
  let first = true;
  let tries = 0;
  for (;;) {
    const began = Date.now();
    try {
      const answer = await ask(next, first || tries ? 0 : 25);
      if (tries) {
        onLink(true);
        wake();
      }
      onMessages(answer.messages, first);
      next = answer.next;
      first = false;
      tries = 0;
      if (!answer.messages.length) await pause(Math.max(0, SHORTEST_ROUND - (Date.now() - began)));
    } catch {
      tries += 1;
      if (tries > 1) onLink(false);
      await pause(pauseAfter(tries));
    }
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
