/** How Linux names disks of each bus; SCSI, SATA and USB share one row of names. */
const prefixes: Record<string, string> = { virtio: "vd", scsi: "sd", sata: "sd", usb: "sd", ide: "hd" };

/** Gives out names for disks ("vda", "vdb", "sda"), each once in a VM. */
export function targetNames(): (bus: string) => string {
  const used = new Map<string, number>();
  return (bus) => {
    const prefix = prefixes[bus] ?? "sd";
    const number = used.get(prefix) ?? 0;
    used.set(prefix, number + 1);
    return prefix + letters(number);
  };
}

/** 0 is "a", 25 "z", 26 "aa". */
function letters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26) - 1) + last;
}
