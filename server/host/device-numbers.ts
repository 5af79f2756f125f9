/** Whether the path is one of a process's open files: only of these the numbers are asked for. */
export function isOpenFile(path: string): boolean {
  return /^proc\/\d+\/fd\/\d+$/.test(path);
}

/** A device's numbers as sysfs writes them, "226:1". In makedev(3)'s one number the minor one lies around the major one. */
export function numbersOf(device: number): string {
  return `${(device >> 8) & 0xfff}:${(device & 0xff) | ((device >> 12) & 0xfff00)}`;
}
