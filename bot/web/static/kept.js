// What this device keeps until the server has it: texts in localStorage, files in IndexedDB.
// Each role of a trial has a room of its own, so that nobody's words go out under another name.
// A browser that refuses to store is no reason to fail: then things live as long as the page.

const room = document.body.dataset.role ?? "me";
const TEXTS = `baoan.unsent.${room}`;
const DRAFT = `baoan.draft.${room}`;

function readText(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function writeText(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // Storage is full or switched off.
  }
}

export const draft = {
  read: () => readText(DRAFT) ?? "",
  write: (text) => writeText(DRAFT, text),
};

function readTexts() {
  try {
    const items = JSON.parse(readText(TEXTS) ?? "[]");
    return Array.isArray(items) ? items : [];
  } catch {
    return [];
  }
}

// Another tab may keep texts too: read, change and write in one go, never from a copy.
function changeTexts(change) {
  const items = change(readTexts());
  writeText(TEXTS, items.length ? JSON.stringify(items) : "");
}

let opened = null;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("baoan", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("files", { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function inFiles(mode, act) {
  const base = await database();
  return new Promise((resolve, reject) => {
    const transaction = base.transaction("files", mode);
    const request = act(transaction.objectStore("files"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Keep an item over a reload. Resolves when it is safe, or when this browser cannot keep it. */
export async function keep(item) {
  if (!item.file) {
    changeTexts((items) => [...items.filter(({ key }) => key !== item.key), item]);
    return;
  }
  try {
    await inFiles("readwrite", (files) => files.put({ ...item, room }));
  } catch {
    // Kept by the open page only.
  }
}

/** Forget an item: the server has it, or the person dropped it. */
export async function forget(item) {
  if (!item.file) {
    changeTexts((items) => items.filter(({ key }) => key !== item.key));
    return;
  }
  try {
    await inFiles("readwrite", (files) => files.delete(item.key));
  } catch {
    // It was never kept.
  }
}

/** Everything kept and not yet sent, in the order it was written. */
export async function recall() {
  let files = [];
  try {
    files = (await inFiles("readonly", (store) => store.getAll())).filter((item) => item.room === room);
  } catch {
    // No files then.
  }
  return [...readTexts(), ...files].sort((one, other) => one.written - other.written);
}
