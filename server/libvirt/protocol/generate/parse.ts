import type { Declaration, Definitions, EnumMember, Quantity } from "./grammar";
import { type Token, tokenize } from "./tokens";

/** Parses the text of an `.x` file. Throws an Error with the line where it is not understood. */
export function parseDefinitions(source: string): Definitions {
  return new Parser(tokenize(source)).parse();
}

class Parser {
  #position = 0;
  readonly #found: Definitions = {
    constants: new Map(),
    typedefs: new Map(),
    enums: new Map(),
    structs: new Map(),
    unions: new Map(),
  };

  readonly #tokens: Token[];

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  parse(): Definitions {
    for (this.#skipComments(); this.#position < this.#tokens.length; this.#skipComments()) this.#definition();
    return this.#found;
  }

  #definition(): void {
    if (this.#accept("const")) this.#constant();
    else if (this.#accept("typedef")) this.#typedef();
    else if (this.#accept("enum")) this.#enumeration();
    else if (this.#accept("struct")) this.#struct();
    else if (this.#accept("union")) this.#union();
    else throw this.#wrong("this begins no definition");
  }

  #constant(): void {
    const name = this.#next();
    this.#expect("=");
    this.#found.constants.set(name, this.#next());
    this.#expect(";");
  }

  #typedef(): void {
    const declaration = this.#declaration();
    this.#found.typedefs.set(declaration.name, declaration);
  }

  #enumeration(): void {
    const name = this.#next();
    const members: EnumMember[] = [];
    this.#expect("{");
    for (let comment = this.#skipComments(); !this.#accept("}"); comment = this.#skipComments()) {
      const member = this.#next();
      this.#expect("=");
      members.push({ name: member, value: this.#next(), comment });
      this.#accept(",");
    }
    this.#expect(";");
    this.#found.enums.set(name, members);
  }

  #struct(): void {
    const name = this.#next();
    const fields: Declaration[] = [];
    this.#expect("{");
    for (this.#skipComments(); !this.#accept("}"); this.#skipComments()) fields.push(this.#declaration());
    this.#expect(";");
    this.#found.structs.set(name, { name, fields });
  }

  #union(): void {
    const name = this.#next();
    for (const text of ["switch", "(", "int", "type", ")", "{"]) this.#expect(text);
    const cases = [];
    while (!this.#accept("}")) {
      this.#expect("case");
      const label = this.#next();
      this.#expect(":");
      cases.push({ label, declaration: this.#declaration() });
    }
    this.#expect(";");
    this.#found.unions.set(name, { name, cases });
  }

  #declaration(): Declaration {
    const type = this.#typeName();
    const optional = this.#accept("*");
    const name = this.#next();
    const quantity: Quantity = optional ? { kind: "optional" } : this.#quantity();
    this.#expect(";");
    this.#skipComments();
    return { name, type, quantity };
  }

  /** `unsigned` stands alone or before another word: "unsigned hyper", and "unsigned" for "unsigned int". */
  #typeName(): string {
    this.#accept("struct");
    const word = this.#next();
    if (word !== "unsigned") return word;
    const sized = ["int", "hyper", "char", "short"].find((candidate) => this.#accept(candidate));
    return `unsigned ${sized ?? "int"}`;
  }

  #quantity(): Quantity {
    if (this.#accept("[")) {
      const length = this.#next();
      this.#expect("]");
      return { kind: "fixed", length };
    }
    if (!this.#accept("<")) return { kind: "one" };
    const maximum = this.#next();
    this.#expect(">");
    return { kind: "variable", maximum };
  }

  /** Skips documentation comments and gives the last one. */
  #skipComments(): string {
    let comment = "";
    while (this.#tokens[this.#position]?.text.startsWith("/**")) comment = this.#next();
    return comment;
  }

  #accept(text: string): boolean {
    if (this.#tokens[this.#position]?.text !== text) return false;
    this.#position += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#accept(text)) throw this.#wrong(`expected “${text}”`);
  }

  #next(): string {
    const token = this.#tokens[this.#position];
    if (!token) throw this.#wrong("unexpected end");
    this.#position += 1;
    return token.text;
  }

  #wrong(what: string): Error {
    return new Error(`line ${this.#tokens[this.#position]?.line ?? "last"}: ${what}`);
  }
}
