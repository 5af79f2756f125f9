/** Who may open what, as a file of the host's says. */
export interface GivenTo {
  user: string;
  group: string;
  /** Octal: "0660". */
  mode: string;
}

/** A line of tmpfiles.d(5) that makes the memory of Looking Glass. */
const sharedLine = /^f\S*[ \t]+\/dev\/shm\/looking-glass[ \t]+(\S+)[ \t]+(\S+)[ \t]+(\S+)/m;

/** To whom a file of systemd-tmpfiles' gives /dev/shm/looking-glass; null where it does not name it. */
export function sharedFileIn(text: string): GivenTo | null {
  const [, mode, user, group] = sharedLine.exec(text) ?? [];
  return mode === undefined || user === undefined || group === undefined ? null : { user, group, mode };
}

/** To whom rules of udev(7) give the device of the module kvmfr, the last of them; null where they give it to nobody. */
export function deviceRuleIn(text: string): GivenTo | null {
  const rules = text.split("\n").filter((line) => /^\s*SUBSYSTEM==\s*"kvmfr"/.test(line));
  const last = (key: string) =>
    rules.map((line) => new RegExp(`\\b${key}:?="([^"]*)"`).exec(line)?.[1]).findLast(Boolean);
  const user = last("OWNER");
  return user === undefined ? null : { user, group: last("GROUP") ?? "", mode: last("MODE") ?? "" };
}

/** The lists that libvirt's setting cgroup_device_acl holds, with comments; none where libvirt's own list counts. */
export function deviceListsIn(text: string): string[] {
  return [...text.matchAll(/^[ \t]*cgroup_device_acl[ \t]*=[ \t]*\[([^\]]*)\]/gm)].map(
    (match) => match[1] ?? "",
  );
}

/** Whether rules of AppArmor's let a program write to the module's device. */
export function allowsDevice(text: string): boolean {
  return /^\s*"?\/dev\/kvmfr(?:0|\*)"?\s+\w*rw\w*,/m.test(text);
}
