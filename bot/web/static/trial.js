// Trial mode: change the role, move the clock forward. On the first page and beside the chat.

import { problemOf, word } from "./words.js";

const roleState = document.getElementById("role-state");
const clockState = document.getElementById("clock-state");
const clock = document.getElementById("clock");
const target = document.getElementById("clock-to");
const labels = document.querySelectorAll("[data-clock-label]");
const ROLE = "baoan.trial.role";

async function post(path, body) {
  return fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

// ---- Role ----

async function playRole(role) {
  const buttons = document.querySelectorAll("[data-role-key]");
  for (const button of buttons) button.disabled = true;
  roleState.textContent = word("trial-role-changing");
  try {
    const response = await post("/trial/role", { role });
    if (!response.ok) throw new Error(await problemOf(response) ?? word("trial-role-failed"));
    tellOtherTabs(role);
    location.assign("/chat");
  } catch (error) {
    roleState.textContent = error instanceof TypeError ? word("trial-role-failed") : error.message;
    for (const button of buttons) button.disabled = false;
  }
}

// The cookie is one for all tabs: an open chat of the former role starts anew as well.
function tellOtherTabs(role) {
  try {
    localStorage.setItem(ROLE, `${role} ${Date.now()}`);
  } catch {
    // Then the other tab keeps its old page until it is reloaded.
  }
}

// ---- Clock ----

let present = null; // {now, label}

function showClock(answer) {
  present = answer;
  for (const node of labels) node.textContent = answer.label;
  target.min = localMinute(answer.now);
  if (!target.value || target.value < target.min) target.value = target.min;
}

/** An instant as the wall clock in Viet Nam writes it, in the shape a date field wants. */
function localMinute(iso) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Ho_Chi_Minh", hourCycle: "h23",
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  }).formatToParts(new Date(iso));
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

function tell(sentence, look = "") {
  clockState.className = `clock-state ${look}`;
  clockState.textContent = sentence;
}

async function readClock() {
  try {
    const response = await fetch("/trial/clock", { cache: "no-store" });
    if (!response.ok) throw new Error(word("clock-failed"));
    showClock(await response.json());
  } catch {
    for (const node of labels) node.textContent = "";
  }
}

async function moveClock(body) {
  busy(true);
  tell(word("clock-moving"), "is-busy");
  try {
    const response = await post("/trial/clock", body);
    if (!response.ok) throw new Error(await problemOf(response) ?? refusedClock(response.status));
    const answer = await response.json();
    showClock(answer);
    tell(word("clock-done", { label: answer.label, count: answer.messages }));
  } catch (error) {
    tell(error instanceof TypeError ? word("clock-failed") : error.message, "is-problem");
  } finally {
    busy(false);
  }
}

function refusedClock(status) {
  return status === 422 && present ? word("clock-past", { label: present.label }) : word("clock-failed");
}

function busy(yes) {
  clock.setAttribute("aria-busy", String(yes));
  for (const button of clock.querySelectorAll("button")) button.disabled = yes;
}

function moveTo(event) {
  event.preventDefault();
  const to = target.value;
  if (!to) tell(word("clock-pick"), "is-problem");
  else if (present && to <= localMinute(present.now)) tell(word("clock-past", { label: present.label }), "is-problem");
  else moveClock({ to });
}

// ---- Drawer on a narrow screen ----

function startDrawer(toggle) {
  const open = (yes) => toggle.setAttribute("aria-expanded", String(yes));
  toggle.addEventListener("click", () => open(toggle.getAttribute("aria-expanded") !== "true"));
  toggle.parentElement.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || toggle.getAttribute("aria-expanded") !== "true") return;
    open(false);
    toggle.focus();
  });
}

for (const button of document.querySelectorAll("[data-role-key]")) {
  button.addEventListener("click", () => playRole(button.dataset.roleKey));
}
for (const button of document.querySelectorAll("[data-clock-days]")) {
  button.addEventListener("click", () => moveClock({ days: Number(button.dataset.clockDays) }));
}
document.getElementById("clock-form").addEventListener("submit", moveTo);
const toggle = document.getElementById("panel-toggle");
if (toggle) startDrawer(toggle);
addEventListener("storage", (event) => event.key === ROLE && location.reload());
readClock();
