/** A name for a copy that is not taken: "web-2.qcow2" of "web.qcow2", "web-3.qcow2" of "web-2.qcow2". */
export function cloneName(name: string, taken: readonly string[]): string {
  const [, stem = name, ending = ""] = /^(.+?)(?:-\d+)?(\.[a-z0-9]{1,6})?$/i.exec(name) ?? [];
  for (let number = 2; ; number += 1) {
    const free = `${stem}-${number}${ending}`;
    if (!taken.includes(free)) return free;
  }
}
