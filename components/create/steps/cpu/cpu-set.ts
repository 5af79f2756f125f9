/** The numbers in a CPU set as libvirt writes it, "0-3,8,^2", in order; none where it is not one. */
export function cpusIn(text: string): number[] {
  const chosen = new Set<number>();
  for (const part of text.split(",")) {
    const match = /^\s*(\^?)(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part);
    if (match === null) continue;
    const [, without, first, last] = match;
    for (let cpu = Number(first); cpu <= Number(last ?? first); cpu += 1) {
      if (without === "^") chosen.delete(cpu);
      else chosen.add(cpu);
    }
  }
  return [...chosen].sort((one, other) => one - other);
}

/** Numbers as a CPU set: "0-3,8". */
export function cpuSetOf(cpus: Iterable<number>): string {
  const sorted = [...new Set(cpus)].sort((one, other) => one - other);
  const starts = sorted.filter((cpu, index) => sorted[index - 1] !== cpu - 1);
  return starts
    .map((start) => {
      let end = start;
      while (sorted.includes(end + 1)) end += 1;
      return start === end ? String(start) : `${start}-${end}`;
    })
    .join(",");
}
