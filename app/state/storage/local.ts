/** Reads from the small synchronous storage; null where there is nothing or no storage. */
export function readLocal(name: string): string | null {
  try {
    return storage().getItem(`keywright/${name}`);
  } catch {
    return null;
  }
}

/** Writes to the small synchronous storage; false where it is full or forbidden. */
export function writeLocal(name: string, value: string | null): boolean {
  try {
    if (value === null) storage().removeItem(`keywright/${name}`);
    else storage().setItem(`keywright/${name}`, value);
    return true;
  } catch {
    return false;
  }
}

function storage(): Storage {
  // oxlint-disable-next-line no-restricted-globals -- the journal and the theme must be written synchronously; designs live in IndexedDB
  return localStorage;
}
