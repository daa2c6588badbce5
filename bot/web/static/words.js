// Words for the scripts: they stand in the page's <template id="words">, filled by the server from messages/.

const source = document.getElementById("words");
const words = new Map(
  [...source.content.querySelectorAll("[data-word]")].map((node) => [node.dataset.word, node.textContent]),
);

/** The sentence of a key, with `{name}` places filled; the key itself where the page has no such word. */
export function word(key, params = {}) {
  const sentence = words.get(key) ?? key;
  return sentence.replace(/\{(\w+)\}/g, (place, name) => (name in params ? String(params[name]) : place));
}

/** The server's own sentence from a refusal, or null where it gave none. */
export async function problemOf(response) {
  try {
    const { problem } = await response.json();
    return typeof problem === "string" && problem !== "" ? problem : null;
  } catch {
    return null;
  }
}
