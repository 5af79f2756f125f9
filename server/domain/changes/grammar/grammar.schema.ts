import * as z from "zod";

/** What may stand in an element, at one place of libvirt's schema. */
const grammarNodeSchema = z.object({
  name: z.string(),
  /** By attribute: the values that it can have, where the schema lists them. */
  attributes: z.record(z.string(), z.array(z.string())),
  /** Places of its child elements in {@link Grammar.nodes}. Several may bear the same name. */
  children: z.array(z.number()),
  /** The texts that it can have, where the schema lists them. */
  values: z.array(z.string()),
});

/** libvirt's schema of a domain, as far as it helps with writing one. */
export const grammarSchema = z.object({
  /** Places of what may be the root. */
  roots: z.array(z.number()),
  nodes: z.array(grammarNodeSchema),
});

export type GrammarNode = z.infer<typeof grammarNodeSchema>;
export type Grammar = z.infer<typeof grammarSchema>;
