/**
 * Systems whose useradd gives /bin/sh, without completion or history, and which all have bash. Everywhere else the
 * image's own shell is what its users expect, and bash may be missing (Alpine, FreeBSD).
 */
const withBash = ["http://debian.org/", "http://ubuntu.com/"];

/** The login shell for a system by its osinfo ID; null leaves it to the image. */
export function loginShell(operatingSystem: string | null): string | null {
  return withBash.some((start) => operatingSystem?.startsWith(start)) ? "/bin/bash" : null;
}
