import type { Installer } from "../answers/installer.schema";

/** What installs a system, by the labels that its publisher gives its CDs (osinfo-db's `<volume-id>`). */
const labels: readonly (readonly [RegExp, Installer])[] = [
  [/^Debian \S+ (amd64|arm64)/, "preseed"],
  [/^Ubuntu-Server \d/, "autoinstall"],
  [/^Fedora-(S|SB|E)-dvd-/, "kickstart"],
  [/^(RHEL|Rocky|AlmaLinux|CentOS-Stream|OL)-\d+(?!.*live)/i, "kickstart"],
  [/_(X64|A64)FRE|^ESD-ISO$/, "windows"],
];

/** Whose answers an installation medium takes, by its label; null where that is not known, as of a live system. */
export function installerOf(label: string): Installer | null {
  return labels.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}
