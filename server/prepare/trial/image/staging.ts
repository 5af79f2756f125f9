/** Where a trial's copy of a tool's configuration is; it goes with the trial. Without a leading slash. */
export const staging = "var/lib/passdeck-trial";

/**
 * Fills a copy of a folder up with what the change left alone: what was written there is newer (--update). By --no-clobber
 * the cp of coreutils 9.2 to 9.4 fails where it leaves a file alone.
 */
export function fillUp(from: string, to: string): string[] {
  return ["cp", "--archive", "--update", `/${from}/.`, `/${staging}/${to}/`];
}

/** Takes away what was made of it. @param image With a leading slash. */
export function removal(image: string): string[][] {
  return [
    ["rm", "--force", image],
    ["rm", "--recursive", "--force", `/${staging}`],
  ];
}
