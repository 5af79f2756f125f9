import type * as z from "zod";

/** What is wrong with each field of a request, by the field's name; none where it is missing. */
export type Problems<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/** A request as the server takes it, or what is wrong with it, field by field. */
export type Checked<Request> =
  | { request: Request; problems: Record<string, never> }
  | { request: null; problems: Problems<string> };

/** Checks what a form holds by the schema that the server checks it by; of each field the first thing wrong. */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): Checked<z.output<Schema>> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return { request: data, problems: {} };
  const problems: Record<string, string> = {};
  for (const { path, message } of error.issues) problems[String(path[0])] ??= message;
  return { request: null, problems };
}
