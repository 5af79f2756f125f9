import * as z from "zod";

type Part = { type?: string; anyOf?: Part[] };

/**
 * The query of an address as the input that a schema takes: numbers, booleans and lists where the schema has them, and texts
 * elsewhere. What is no number stays a text, which the schema then refuses by its field.
 */
export function queryInput(schema: z.ZodObject, query: URLSearchParams): Record<string, unknown> {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const given = Object.keys(properties).filter((name) => query.has(name));
  return Object.fromEntries(
    given.map((name) => [name, partOf(properties[name] as Part, query.getAll(name))]),
  );
}

function partOf(part: Part, texts: readonly string[]): unknown {
  const type = part.type ?? part.anyOf?.find((one) => one.type !== "null")?.type;
  if (type === "array") return texts;
  const [text = ""] = texts;
  if ((type === "number" || type === "integer") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
