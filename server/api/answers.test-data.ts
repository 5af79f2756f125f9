import * as z from "zod";
import { appRouter } from "./router";

interface Made {
  _def: { type: string; output?: unknown };
}

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Made>);

/** The schema of what each procedure answers, by its path; of a subscription, of each item. null where there is none. */
export const answerSchemas: ReadonlyMap<string, z.ZodType | null> = new Map(
  procedures.map(([path, { _def }]) => [path, schemaOf(_def)]),
);

function schemaOf({ type, output }: Made["_def"]): z.ZodType | null {
  const schema = type === "subscription" ? (output as { item?: unknown } | undefined)?.item : output;
  return schema instanceof z.ZodType ? schema : null;
}

/**
 * What is wrong with an answer as it came over the wire: where it is not what its schema says, and where it tells
 * something that the schema does not.
 */
export function answerProblems(path: string, answer: unknown): string[] {
  const schema = answerSchemas.get(path);
  if (!schema) return [`${path} has no schema of its answer`];
  const { data, error } = schema.safeParse(answer);
  if (error) return error.issues.map((issue) => `${[path, ...issue.path].join(".")}: ${issue.message}`);
  return beyond(path, answer, data).map((place) => `${place} is told and stands in no schema`);
}

/** Places of what `given` has and `told`, which a schema made of it, has not. */
function beyond(place: string, given: unknown, told: unknown): string[] {
  if (!isNested(given) || !isNested(told)) return [];
  return Object.entries(given).flatMap(([key, value]) =>
    key in told ? beyond(`${place}.${key}`, value, told[key]) : [`${place}.${key}`],
  );
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
