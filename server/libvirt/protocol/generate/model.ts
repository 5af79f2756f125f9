import type { Declaration, Definitions, Struct, Union } from "./grammar";

/** XDR's own types, by the name of the reader's and writer's methods for them. */
export type Primitive = "int" | "unsignedInt" | "hyper" | "unsignedHyper" | "double";

/** What a field is on the wire, with every typedef followed and every constant known. */
export type Shape =
  | { kind: "primitive"; primitive: Primitive }
  | { kind: "string"; maximum: number }
  | { kind: "fixedOpaque"; length: number }
  | { kind: "opaque"; maximum: number }
  | { kind: "struct"; struct: Struct }
  | { kind: "union"; union: Union }
  | { kind: "optional"; of: Shape }
  | { kind: "fixedArray"; of: Shape; length: number }
  | { kind: "array"; of: Shape; maximum: number };

/** RFC 4506 has no type narrower than 4 bytes: a char or a short takes as much as an int. */
const primitives: Readonly<Record<string, Primitive>> = {
  int: "int",
  char: "int",
  short: "int",
  "unsigned int": "unsignedInt",
  "unsigned char": "unsignedInt",
  "unsigned short": "unsignedInt",
  hyper: "hyper",
  "unsigned hyper": "unsignedHyper",
  double: "double",
};

/** All that a set of `.x` files declares, and what their names stand for. */
export class Model {
  readonly #files: Definitions[];

  readonly #outside: ReadonlyMap<string, number>;

  /** @param outside constants that the files take from C headers (VIR_UUID_BUFLEN …). */
  constructor(files: Definitions[], outside: ReadonlyMap<string, number>) {
    this.#outside = outside;
    this.#files = files;
  }

  struct(name: string): Struct | undefined {
    return this.#find((file) => file.structs.get(name));
  }

  enumMembers(name: string): { name: string; value: number; comment: string }[] {
    const members = this.#find((file) => file.enums.get(name));
    if (!members) throw new Error(`no enum ${name}`);
    return members.map((member) => ({ ...member, value: this.number(member.value) }));
  }

  /** The value of a number as written or of a named constant. */
  number(text: string): number {
    const literal = Number(text);
    if (!Number.isNaN(literal)) return literal;
    const named = this.#find((file) => file.constants.get(text));
    const value = named === undefined ? this.#outside.get(text) : this.number(named);
    if (value === undefined) throw new Error(`no constant ${text}`);
    return value;
  }

  /** What a declared field is on the wire. */
  shapeOf({ type, quantity }: Declaration): Shape {
    if (type === "string" && quantity.kind === "variable") {
      return { kind: "string", maximum: this.number(quantity.maximum) };
    }
    if (type === "opaque" && quantity.kind === "fixed") {
      return { kind: "fixedOpaque", length: this.number(quantity.length) };
    }
    if (type === "opaque" && quantity.kind === "variable") {
      return { kind: "opaque", maximum: this.number(quantity.maximum) };
    }
    const of = this.#named(type);
    switch (quantity.kind) {
      case "one":
        return of;
      case "optional":
        return { kind: "optional", of };
      case "fixed":
        return { kind: "fixedArray", of, length: this.number(quantity.length) };
      case "variable":
        return { kind: "array", of, maximum: this.number(quantity.maximum) };
    }
  }

  #named(type: string): Shape {
    const primitive = primitives[type];
    if (primitive) return { kind: "primitive", primitive };
    const typedef = this.#find((file) => file.typedefs.get(type));
    if (typedef) return this.shapeOf(typedef);
    const struct = this.struct(type);
    if (struct) return { kind: "struct", struct };
    const union = this.#find((file) => file.unions.get(type));
    if (union) return { kind: "union", union };
    if (this.#find((file) => file.enums.get(type))) return { kind: "primitive", primitive: "int" };
    throw new Error(`no type ${type}`);
  }

  #find<T>(look: (file: Definitions) => T | undefined): T | undefined {
    for (const file of this.#files) {
      const found = look(file);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
