import type { LookingGlassHost } from "../looking-glass-host";
import type { CheckSources } from "./check-sources";
import { there } from "./evidence";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";

/** Whether what the host has for Looking Glass is all there. Most hosts have none of it, and need none. */
export const lookingGlass: HostCheck = {
  id: "looking-glass",
  group: "guests",
  title: "Looking Glass",
  why: "It shows a GPU's picture in a window on the host, by memory that its user, QEMU and both systems share.",
  look: inPlace,
};

const offer = "“Desktop with a GPU…” on a VM's Hardware page sets it up: Looking Glass, “Set up the host…”.";

function inPlace({ further: { lookingGlass: host } }: CheckSources): Finding {
  const byFile = host.sharedFile !== null;
  const byModule = host.module === "loaded" || host.deviceUser !== null || host.loadedAtStart;
  if (!byFile && !byModule)
    return host.isWhole
      ? passed("Nothing is set up for it, which only a VM with Looking Glass needs.")
      : unknown("Not looked at: systemd's files of the host are not there.");
  const missing = [...(byFile ? missingOfFile(host) : []), ...(byModule ? missingOfModule(host) : [])];
  const evidence = [
    ...(host.isShared ? [there("dev/shm/looking-glass")] : []),
    ...(host.module === "loaded" ? [there("dev/kvmfr0")] : []),
  ];
  const users = [...new Set([host.sharedFile, host.deviceUser].filter((user) => user !== null))];
  if (missing.length === 0) return passed(`It is in place for ${users.join(" and ")}.`, evidence);
  return { status: "warn", detail: missing.join(" "), fix: offer, evidence };
}

function missingOfFile({ isShared }: LookingGlassHost): string[] {
  return isShared ? [] : ["/dev/shm/looking-glass is to be made at each start, and is not there."];
}

function missingOfModule(host: LookingGlassHost): string[] {
  return [
    ...(host.module === "loaded" ? [] : ["The module kvmfr is not loaded."]),
    ...(host.loadedAtStart
      ? []
      : ["No list of modules-load.d has kvmfr, so that it is gone after the next start."]),
    ...(host.deviceUser === null ? ["No rule of udev's gives /dev/kvmfr0 to a user."] : []),
    ...(host.listed === false ? ["cgroup_device_acl does not let QEMU open /dev/kvmfr0."] : []),
    ...(host.confinement.includes("AppArmor") && !host.allowed
      ? ["AppArmor's rules do not let QEMU open /dev/kvmfr0."]
      : []),
  ];
}
