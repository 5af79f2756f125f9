import type { LabHost } from "@/e2e/lab/host/lab-host";

/** Made anew of the same files it is another one by the times in it; and what the loader writes at each start. */
const made = ["initrd.img*", "random-seed"];

/** All below /etc and /boot: kinds, modes, owners, and what links and files hold. */
export async function hostFiles(lab: LabHost): Promise<string[]> {
  const leftOut = ["(", ...made.flatMap((name) => ["-name", name, "-o"]).slice(0, -1), ")", "-prune", "-o"];
  const find = (...words: string[]) => lab.run("/usr/bin/find", "/etc", "/boot", ...leftOut, ...words);
  const entries = await find("-printf", "%p %y %m %U:%G %l\\n");
  const sums = await find("-type", "f", "-exec", "sha256sum", "{}", "+");
  return [...entries.split("\n"), ...sums.split("\n")].sort();
}
