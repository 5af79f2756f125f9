/** What a running array is made of, by the names of block devices. */
export interface RunningArray {
  name: string;
  members: readonly string[];
}

/**
 * Arrays that run, from /proc/mdstat: the kernel's "md0 : active raid1 sdb1[1] sda1[0]" (md(4)), and the lines of
 * Unraid's own md driver ("diskName.1=md1p1", "rdevName.1=sdb"), which puts no links into sysfs. Its parity disks have
 * no array of their own, and belong to all.
 */
export function runningArraysOf(table: string): RunningArray[] {
  const linux = [...table.matchAll(/^(md\S+) : \S+(?: \([^)]*\))? (.*)$/gm)].map(
    ([, name = "", rest = ""]) => ({
      name,
      members: [...rest.matchAll(/(?:^|\s)([^\s[]+)\[\d+\]/g)].map(([, member = ""]) => member),
    }),
  );
  return [...linux, ...unraidArrays(table)];
}

/** Disks of an array of Unraid's that is stopped: they belong to it all the same. */
export function stoppedMembersOf(table: string): string[] {
  return /^mdState=STOPPED$/m.test(table) ? [...valuesOf(table, "rdevName").values()] : [];
}

function unraidArrays(table: string): RunningArray[] {
  if (!/^mdState=STARTED$/m.test(table)) return [];
  const names = valuesOf(table, "diskName");
  const disks = [...valuesOf(table, "rdevName")];
  const parity = disks.flatMap(([slot, disk]) => (names.has(slot) ? [] : [disk]));
  return disks.flatMap(([slot, disk]) => {
    const name = names.get(slot);
    return name === undefined ? [] : [{ name, members: [disk, ...parity] }];
  });
}

function valuesOf(table: string, key: string): Map<string, string> {
  const lines = table.matchAll(new RegExp(`^${key}\\.(\\d+)=(\\S+)$`, "gm"));
  return new Map([...lines].map(([, slot = "", value = ""]) => [slot, value]));
}
