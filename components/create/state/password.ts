/** Stands for a password's hash in requests that are only planned. No password has it. */
export const standInHash = "$6$hashed.when.created";

/** Whether this browser hashes: it has cryptography only on pages that came over HTTPS. Else people type the hash. */
export function hashesPasswords(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** What stands for a password that was typed as long as nothing is made: hashing takes time, and each time gives another hash. */
export function plannedHash(password: string): string | null {
  if (password === "") return null;
  return hashesPasswords() ? standInHash : password;
}
