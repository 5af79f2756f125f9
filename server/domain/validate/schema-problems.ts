import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { RelaxNGValidator } from "libxml2-wasm";
import { AppError } from "../../errors";

/** A place where a definition breaks libvirt's schema. */
export interface SchemaProblem {
  line: number;
  message: string;
}

const usualSchema = "/usr/share/libvirt/schemas/domain.rng";
const validators = new Map<string, Promise<RelaxNGValidator | null>>();

/**
 * Compares a definition with libvirt's own schema, which is compiled once and kept. The schema knows less than libvirt
 * takes: unknown elements are passed over by libvirt and are problems here. So problems are to be shown, or compared
 * with those from before an edit; they are no reason to refuse what somebody else wrote.
 * @param text Well-formed XML without a DOCTYPE.
 * @param schema Where libvirt's domain.rng is.
 * @returns null where the schema is not installed or can't be read by this version of libxml2.
 */
export async function schemaProblems(text: string, schema = usualSchema): Promise<SchemaProblem[] | null> {
  const validator = await validatorOf(schema);
  if (validator === null) return null;
  const { XmlDocument, XmlValidateError } = await import("libxml2-wasm");
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ line, message }) => ({ line, message: message.trim() }));
  } finally {
    document.dispose();
  }
}

/**
 * Refuses an edited definition that breaks the schema where the one before it did not.
 * @throws AppError "internal": an edit of ours must not do that.
 */
export async function refuseNewProblems(before: string, after: string, schema = usualSchema): Promise<void> {
  const [problem] = (await schemaProblems(after, schema)) ?? [];
  if (problem === undefined) return;
  const problemsBefore = (await schemaProblems(before, schema)) ?? [];
  if (problemsBefore.length > 0) return;
  throw new AppError("internal", {
    userMessage: `The edit would break libvirt's schema (line ${problem.line}: ${problem.message}). Nothing was changed.`,
  });
}

function validatorOf(schema: string): Promise<RelaxNGValidator | null> {
  const known = validators.get(schema) ?? compile(schema);
  validators.set(schema, known);
  return known;
}

async function compile(schema: string): Promise<RelaxNGValidator | null> {
  if (!existsSync(schema)) return null;
  const libxml = await import("libxml2-wasm");
  // The library may open the schema's own files for as long as it compiles, and no others.
  libxml.xmlRegisterInputProvider(new libxml.XmlBufferInputProvider(schemaFiles(dirname(schema))));
  try {
    const source = libxml.XmlDocument.fromBuffer(readFileSync(schema), { url: schema });
    return libxml.RelaxNGValidator.fromDoc(source);
  } catch (error) {
    if (error instanceof libxml.XmlError) return null;
    throw error;
  } finally {
    libxml.xmlCleanupInputProvider();
  }
}

/** The schema's parts, which name each other, by path. */
function schemaFiles(folder: string): Record<string, Uint8Array> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".rng"));
  return Object.fromEntries(names.map((name) => [join(folder, name), readFileSync(join(folder, name))]));
}
