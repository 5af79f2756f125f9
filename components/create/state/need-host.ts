/** Presets about devices of the host, or its CPUs and pages: no VM that is made by a grant can be one of these. */
export const needHost: ReadonlySet<string> = new Set([
  "windows-gpu",
  "desktop-gpu",
  "linux-gpu",
  "industrial-igd",
]);
