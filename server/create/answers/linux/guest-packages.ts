import type { LinuxAnswers } from "./linux-answers.schema";

/** The packages to install besides the system's own, each once. */
export function guestPackages({ packages, guestAgent }: LinuxAnswers): string[] {
  return [...new Set([...(guestAgent ? ["qemu-guest-agent"] : []), ...packages])];
}
