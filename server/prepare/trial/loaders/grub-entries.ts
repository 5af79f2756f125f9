/** An entry of a grub.cfg that grub-mkconfig wrote. */
export interface GrubEntry {
  /** `menuentry '…' --class … {` */
  head: string;
  /** The lines between its braces. */
  body: readonly string[];
  /** Of the kernel as GRUB finds it; "" where it starts no Linux. */
  kernel: string;
  /** What follows the kernel on its line. */
  words: string;
}

const kernelLine = /^(\s*linux(?:16|efi)?\s+)(\S+)(?:[ \t]+(.*))?$/;
const diskLine = /^\s*initrd(?:16|efi)?\s+\S/;

/** The entries of a grub.cfg in their order, those of submenus among them. */
export function grubEntries(menu: string): GrubEntry[] {
  const lines = menu.split("\n");
  return lines.flatMap((head, index) => {
    if (!/^\s*menuentry\s.*\{\s*$/.test(head)) return [];
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((line) => /^\s*\}\s*$/.test(line));
    const body = rest.slice(0, end < 0 ? rest.length : end);
    const [, , kernel = "", words = ""] = body.map((line) => kernelLine.exec(line)).find(Boolean) ?? [];
    return [{ head: head.trim(), body, kernel, words }];
  });
}

/** The body with another kernel line, and with another initial RAM disk where one is named: of several the last one. */
export function bodyWith({ body }: GrubEntry, words: string, disk: string | null): string[] {
  return body.filter(isHarmless).map((line) => {
    const kernel = kernelLine.exec(line);
    if (kernel !== null) return `${kernel[1]}${kernel[2]} ${words}`;
    if (disk === null || !diskLine.test(line)) return line;
    return line.trimEnd().replace(/\S+$/, disk);
  });
}

/** The disk that is the kernel's own, as GRUB finds it: others before it hold the processor's microcode. */
export function diskOf({ body }: GrubEntry): string | null {
  const line = body.find((one) => diskLine.test(one));
  return line === undefined ? null : (/(\S+)\s*$/.exec(line)?.[1] ?? null);
}

/** What would keep the old way from starting by itself after a trial that failed. */
function isHarmless(line: string): boolean {
  return !/^\s*(?:savedefault|recordfail)\s*$/.test(line);
}
