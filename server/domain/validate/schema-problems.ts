import type { RelaxNGValidator } from "libxml2-wasm";
import { AppError } from "../../errors";
import type { LibvirtSchemas } from "../../host/libvirt/libvirt-schemas";
import { schemaWords } from "./schema-words";

/** A place where a definition breaks libvirt's schema. */
export interface SchemaProblem {
  line: number;
  message: string;
}

/** By host, and by the schema's name. */
const validators = new WeakMap<LibvirtSchemas, Map<string, Promise<RelaxNGValidator | null>>>();

/**
 * Compares a definition with the schema of a host's own libvirt, which is compiled once and kept. The schema knows less than libvirt
 * takes: unknown elements are passed over by libvirt and are problems here. So problems are to be shown, or compared
 * with those from before an edit; they are no reason to refuse what somebody else wrote.
 * @param text Well-formed XML without a DOCTYPE.
 * @param schemas Null of a host that has none to be asked for.
 * @returns null where the schema is not installed or can't be read by this version of libxml2.
 */
export async function schemaProblems(
  text: string,
  schemas: LibvirtSchemas | null,
  name = "domain.rng",
): Promise<SchemaProblem[] | null> {
  const validator = schemas && (await validatorOf(schemas, name));
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
export async function refuseNewProblems(
  before: string,
  after: string,
  schemas: LibvirtSchemas | null,
): Promise<void> {
  const problems = (await schemaProblems(after, schemas)) ?? [];
  const why = schemaWords(problems.map(({ message }) => message));
  const problem = problems.find(({ message }) => message === why) ?? problems[0];
  if (problem === undefined) return;
  const problemsBefore = (await schemaProblems(before, schemas)) ?? [];
  if (problemsBefore.length > 0) return;
  throw new AppError("internal", {
    userMessage: `The edit would break libvirt's schema (line ${problem.line}: ${problem.message}). Nothing was changed.`,
  });
}

async function validatorOf(schemas: LibvirtSchemas, name: string): Promise<RelaxNGValidator | null> {
  const ofHost = validators.get(schemas) ?? new Map<string, Promise<RelaxNGValidator | null>>();
  validators.set(schemas, ofHost);
  const known = ofHost.get(name) ?? compile(schemas, name);
  ofHost.set(name, known);
  const validator = await known.catch((error: unknown) => {
    ofHost.delete(name);
    throw error;
  });
  if (validator === null) ofHost.delete(name);
  return validator;
}

/** Where the schemas stand for the library, which resolves the names by which they include each other. */
const folder = "/schemas";

async function compile(schemas: LibvirtSchemas, name: string): Promise<RelaxNGValidator | null> {
  const files = await schemas.files();
  const schema = files?.get(name);
  if (files === null || schema === undefined) return null;
  const libxml = await import("libxml2-wasm");
  const parts = [...files].map(([part, text]) => [`${folder}/${part}`, Buffer.from(text)]);
  // The library may open the schema's own files for as long as it compiles, and no others.
  libxml.xmlRegisterInputProvider(new libxml.XmlBufferInputProvider(Object.fromEntries(parts)));
  try {
    const source = libxml.XmlDocument.fromString(schema, { url: `${folder}/${name}` });
    return libxml.RelaxNGValidator.fromDoc(source);
  } catch (error) {
    if (error instanceof libxml.XmlError) return null;
    throw error;
  } finally {
    libxml.xmlCleanupInputProvider();
  }
}
