import { proofHeaders } from "@/components/data/origin-proof";

/** Where the API is, below this page's origin. */
export const restRoot = "/api/v1";

/** A parameter of a way, as the document has it. */
export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: { type?: string; enum?: readonly string[]; default?: unknown };
}

interface Described {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  /** The rights that it takes, by their names. */
  "x-rights": readonly string[];
  parameters: readonly Parameter[];
  requestBody?: { content: { "application/json": { example?: unknown } } };
  responses: Record<string, { description: string }>;
}

/** What of the document the page shows. */
interface Document {
  paths: Record<string, Record<string, Described>>;
}

/** A way of the API. */
export interface Operation extends Described {
  method: string;
  path: string;
}

/** All ways, as the document tells them. */
export async function readOperations(): Promise<Operation[]> {
  const answer = await fetch(`${restRoot}/openapi.json`);
  if (!answer.ok) throw new Error(`Passdeck answered ${answer.status} in place of the document.`);
  // Its descriptions are Markdown, of which the page needs the words.
  const { paths }: Document = JSON.parse((await answer.text()).replaceAll("`", ""));
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      ...described,
      method: method.toUpperCase(),
      path,
    })),
  );
}

/** Operations under what they are about, in the document's order. */
export function byTag(operations: readonly Operation[]): Map<string, Operation[]> {
  return grouped(operations, ({ tags }) => tags.slice(0, 1));
}

/** Each right with the operations that take it, by its name. */
export function operationsByRight(operations: readonly Operation[]): Map<string, Operation[]> {
  const groups = grouped(operations, (operation) => operation["x-rights"]);
  return new Map([...groups].sort(([one], [other]) => one.localeCompare(other)));
}

function grouped(
  operations: readonly Operation[],
  groupsOf: (operation: Operation) => readonly string[],
): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations)
    for (const group of groupsOf(operation)) groups.set(group, [...(groups.get(group) ?? []), operation]);
  return groups;
}

/** The address that is asked, of a way and what was typed for its parameters. */
export function addressOf({ path, parameters }: Operation, values: Readonly<Record<string, string>>): string {
  const there = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
  const query = new URLSearchParams(
    parameters.flatMap(({ name, in: place }) => {
      const value = values[name] ?? "";
      return place === "query" && value !== "" ? [[name, value]] : [];
    }),
  );
  return `${restRoot}${there}${query.size === 0 ? "" : `?${query}`}`;
}

/** What a GET answered. */
export interface Tried {
  status: number;
  text: string;
}

/** Asks by the session of this page, or by an API key where one is given. */
export async function tryAddress(address: string, key: string): Promise<Tried> {
  const headers = key === "" ? proofHeaders() : { Authorization: `Bearer ${key}` };
  const answer = await fetch(address, { headers });
  const text = await answer.text();
  return { status: answer.status, text: indented(text) };
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
