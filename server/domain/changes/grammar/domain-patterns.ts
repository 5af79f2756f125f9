import type { LibvirtSchemas } from "../../../host/libvirt/libvirt-schemas";
import { type Patterns, readPatterns } from "./read-grammar";

const schemaName = "domain.rng";
const known = new WeakMap<LibvirtSchemas, Patterns>();

/**
 * The named patterns of what a domain's XML may be, by the schema of a host's own libvirt; read once.
 * @param schemas Null of a host that has none to be asked for.
 * @returns null where the schema is not installed there.
 */
export async function patternsOfDomains(schemas: LibvirtSchemas | null): Promise<Patterns | null> {
  const files = (await schemas?.files()) ?? null;
  if (schemas === null || files?.has(schemaName) !== true) return null;
  const patterns = known.get(schemas) ?? readPatterns(files, schemaName);
  known.set(schemas, patterns);
  return patterns;
}
