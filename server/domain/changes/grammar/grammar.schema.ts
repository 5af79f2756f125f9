/** What may stand in an element, at one place of libvirt's schema. */
export interface GrammarNode {
  name: string;
  /** By attribute: the values that it can have, where the schema lists them. */
  attributes: Record<string, string[]>;
  /** Places of its child elements in {@link Grammar.nodes}. Several may bear the same name. */
  children: number[];
  /** The texts that it can have, where the schema lists them. */
  values: string[];
}

/** libvirt's schema of a domain, as far as it helps with writing one. */
export interface Grammar {
  /** Places of what may be the root. */
  roots: number[];
  nodes: GrammarNode[];
}
