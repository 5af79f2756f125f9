/** Lines of a configuration of Proxmox's as they are written, and what is said about them. */
export class ConfWriter {
  readonly #lines: string[] = [];
  readonly notes: string[] = [];
  readonly #numbers = new Map<string, number>();

  add(key: string, value: string | number) {
    this.#lines.push(`${key}: ${value}`);
  }

  /** "virtio" → "virtio0", "virtio1" …; null where all that there are of a key are taken (qm.conf(5)). */
  nextKey(kind: string): string | null {
    const number = this.#numbers.get(kind) ?? 0;
    if (number >= (mostOf[kind] ?? 1)) return null;
    this.#numbers.set(kind, number + 1);
    return `${kind}${number}`;
  }

  note(text: string) {
    this.notes.push(text);
  }

  /** @param words What stands at the top for people, a line each. */
  text(words: readonly string[]): string {
    const comments = words.map((line) => `#${encoded(line)}`);
    return `${[...comments, ...this.#lines.toSorted()].join("\n")}\n`;
  }
}

const mostOf: Readonly<Record<string, number>> = {
  ide: 4,
  sata: 6,
  scsi: 31,
  virtio: 16,
  net: 32,
  hostpci: 16,
  usb: 14,
};

/** Proxmox has no way to write these within a property. */
export function fits(value: string): boolean {
  return /^[^,\s;=][^,\n\r;]*$/.test(value);
}

/** As Proxmox writes descriptions (PVE::Tools::encode_text). */
export function encoded(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd").replace(/[%:]|[^ -~]/gu, (letter) => encodeURIComponent(letter));
}
