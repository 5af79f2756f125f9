/** How many of a type a declaration holds. */
export type Quantity =
  | { kind: "one" }
  | { kind: "optional" }
  | { kind: "fixed"; length: string }
  | { kind: "variable"; maximum: string };

/** `remote_nonnull_domain doms<REMOTE_DOMAIN_LIST_MAX>`: the type and size by name, as written. */
export interface Declaration {
  name: string;
  type: string;
  quantity: Quantity;
}

export interface EnumMember {
  name: string;
  value: string;
  /** The documentation comment before it, which holds annotations such as `@readstream: 1`. */
  comment: string;
}

export interface Struct {
  name: string;
  fields: Declaration[];
}

export interface Union {
  name: string;
  cases: { label: string; declaration: Declaration }[];
}

/** What one `.x` file declares. */
export interface Definitions {
  constants: Map<string, string>;
  typedefs: Map<string, Declaration>;
  enums: Map<string, EnumMember[]>;
  structs: Map<string, Struct>;
  unions: Map<string, Union>;
}
