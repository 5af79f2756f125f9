import type { z } from "zod";
import type { CreateRequest } from "../create-request.schema";
import { type GrantedRequest, grantedRequestSchema } from "./granted-request.schema";

/** A request as far as a grant may have it, or where it goes beyond that. */
type GrantedReading = { request: GrantedRequest } | { beyond: string[] };

/** Reads a request as one that is made by a grant. */
export function readGranted(request: CreateRequest): GrantedReading {
  const { data, error } = grantedRequestSchema.safeParse(request);
  if (data !== undefined) return { request: data };
  return { beyond: [...new Set(error.issues.flatMap(placesOf))] };
}

/** In the words of the specification, which the wizard's fields and REST have: "memory.hugepageBytes". */
function placesOf(issue: z.core.$ZodIssue): string[] {
  const names = issue.code === "unrecognized_keys" ? issue.keys : [null];
  return names.map((name) => {
    const path = [...issue.path, ...(name === null ? [] : [name])];
    return path.slice(path[1] === "specification" ? 2 : 0).join(".");
  });
}
