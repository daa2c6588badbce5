// The "+" beside the writing place: photo, file, location.

import { sendFile, sendMessage } from "./outbox.js";
import { word } from "./words.js";

const toggle = document.getElementById("attach-toggle");
const ways = document.getElementById("attach");

/** Make the attach menu work. `say(sentence, calm)` shows a sentence above the composer. */
export function startAttaching(say) {
  toggle.addEventListener("click", () => open(ways.hidden));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || ways.hidden) return;
    open(false);
    toggle.focus();
  });
  picker("attach-photo", "pick-photo");
  picker("attach-file", "pick-file");
  document.getElementById("attach-location").addEventListener("click", () => {
    open(false);
    toggle.focus();
    sendLocation(say);
  });
}

function open(yes) {
  ways.hidden = !yes;
  toggle.setAttribute("aria-expanded", String(yes));
  if (yes) ways.querySelector("button").focus();
}

function picker(buttonId, inputId) {
  const input = document.getElementById(inputId);
  document.getElementById(buttonId).addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    for (const file of input.files) sendFile(file);
    input.value = "";
    open(false);
    toggle.focus();
  });
}

/** Ask the device where it is and send that; a refusal becomes a sentence with another way. */
export function sendLocation(say) {
  if (!navigator.geolocation) {
    say(word("location-failed"));
    return;
  }
  say(word("location-asking"), true);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      say("");
      sendMessage({ kind: "location", lat: coords.latitude, lon: coords.longitude }, word("location-sent"));
    },
    (error) => say(word(error.code === error.PERMISSION_DENIED ? "location-refused" : "location-failed")),
    { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
  );
}
