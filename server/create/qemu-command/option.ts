import { type ParsedValue, parseValue } from "./properties";

/**
 * An option of QEMU's that is read property by property. It keeps count of what nobody took, so that nothing can be
 * lost in silence.
 */
export class QemuOption {
  readonly #parsed: ParsedValue;
  readonly #unread: Set<number>;
  #touched = false;
  /** Whether a device names this backend. */
  used = false;

  constructor(
    /** Without dashes: "device". */
    readonly name: string,
    /** null of one that takes none. */
    readonly value: string | null,
    /** Its place in the command, from 0. */
    readonly position: number,
  ) {
    this.#parsed = value === null ? { kind: null, properties: [] } : parseValue(value);
    this.#unread = new Set(this.#parsed.properties.keys());
  }

  /** As the command line has it. */
  get text(): string {
    return this.value === null ? `-${this.name}` : `-${this.name} ${this.value}`;
  }

  /** The first part where it has no name, or the driver or type that JSON names. */
  get kind(): string | null {
    this.#touched = true;
    return this.#parsed.kind;
  }

  /** The value of a property by any of its names, the last one that was given, as with QEMU; it counts as read. */
  take(...names: readonly string[]): string | undefined {
    const value = this.look(...names);
    for (const [place, property] of this.#parsed.properties.entries()) {
      if (names.includes(normal(property.name))) this.#unread.delete(place);
    }
    if (value !== undefined) this.#touched = true;
    return value;
  }

  /** Takes a property only where its value is one that changes nothing, or that the reader can keep. */
  takeIf(name: string, keeps: (value: string) => boolean): string | undefined {
    const value = this.look(name);
    return value !== undefined && keeps(value) ? this.take(name) : undefined;
  }

  /** Takes a property that nobody has taken before. */
  takeUnread(name: string): string | undefined {
    const unread = [...this.#unread].some(
      (place) => normal(this.#parsed.properties[place]?.name ?? "") === name,
    );
    return unread ? this.take(name) : undefined;
  }

  /** A property's value, which stays unread. */
  look(...names: readonly string[]): string | undefined {
    return this.#parsed.properties.findLast(({ name }) => names.includes(normal(name)))?.value;
  }

  /** The names of all properties, as `take` knows them. */
  names(): string[] {
    return this.#parsed.properties.map(({ name }) => normal(name));
  }

  /** Nothing of it is lost: it was read as a whole, or needs no counterpart. */
  takeAll(): string {
    this.#touched = true;
    this.#unread.clear();
    return this.value ?? "";
  }

  /** What nobody took, as it is written: "addr=0x4"; null where nobody took anything of it at all. */
  unread(): string[] | null {
    if (!this.#touched) return null;
    return [...this.#unread].map((place) => this.#parsed.properties[place]?.text ?? "");
  }
}

/** QEMU takes "kernel_irqchip" and "kernel-irqchip" alike. */
function normal(name: string): string {
  return name.replaceAll("_", "-");
}
