import type { AnyTRPCProcedure } from "@trpc/server";
import * as z from "zod";
import { largestJson } from "./largest-json";
import { appRouter } from "./router";

interface Made {
  _def: { inputs: readonly unknown[] };
}

// At run time tRPC keeps them flat, with their schemas, whatever its types say.
const procedures = new Map(
  Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure & Made>),
);
const known = new WeakMap<Made, number>();

/** Of a procedure without input, and of one that there is not. */
const nothingMuch = 1024;

/** The size of the largest input that the schema of a procedure takes, as JSON; bytes. */
export function largestInput(path: string): number {
  const procedure = procedures.get(path);
  if (procedure === undefined) return nothingMuch;
  const bytes = known.get(procedure) ?? largestOf(procedure);
  known.set(procedure, bytes);
  return bytes;
}

function largestOf({ _def: { inputs } }: Made): number {
  const schemas = inputs.filter(
    (input): input is z.ZodType => input instanceof z.ZodType && !(input instanceof z.ZodVoid),
  );
  return Math.max(nothingMuch, ...schemas.map(largestJson));
}
