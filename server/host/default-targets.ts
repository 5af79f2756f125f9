/** Links to what systemd starts, the first of which counts (systemd.special(7)). */
export const defaultTargets = [
  "etc/systemd/system/default.target",
  "usr/lib/systemd/system/default.target",
  "lib/systemd/system/default.target",
] as const;
