import * as z from "zod";

type Part = { type?: string; anyOf?: Part[] };

/**
 * The query of an address as the input that a schema takes: numbers, booleans and lists where the schema has them, and texts
 * elsewhere. What is no number stays a text, which the schema then refuses by its field.
 */
export function queryInput(schema: z.ZodObject, query: URLSearchParams): Record<string, unknown> {
  return typed(schema, (name) => query.getAll(name));
}

/** The parameters of a path as the input that a schema takes, by the same rules. */
export function pathInput(
  schema: z.ZodObject,
  parameters: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return typed(schema, (name) => [parameters[name] ?? []].flat());
}

/** @param textsOf What is given for a field; nothing where it is left out. */
function typed(schema: z.ZodObject, textsOf: (name: string) => readonly string[]): Record<string, unknown> {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const given = Object.entries(properties).filter(([name]) => textsOf(name).length > 0);
  return Object.fromEntries(given.map(([name, part]) => [name, partOf(part as Part, textsOf(name))]));
}

function partOf(part: Part, texts: readonly string[]): unknown {
  const type = part.type ?? part.anyOf?.find((one) => one.type !== "null")?.type;
  if (type === "array") return texts;
  const [text = ""] = texts;
  if ((type === "number" || type === "integer") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
