/** What is at the host's end of a serial port or console. */
export const characterTypes = [
  ["pty", "PTY: Passdeck's console"],
  ["unix", "UNIX socket"],
  ["file", "Output to a file"],
  ["dev", "Host device"],
  ["null", "Null"],
] as const;
