import type { IncomingMessage } from "node:http";
import { AppError } from "../../errors";
import { type Problem, problem } from "../../rest/problem";

/** The body of a request as text; "" where there is none. @returns the problem of one that is too large or no JSON. */
export async function readBody(request: IncomingMessage, largest: number): Promise<string | Problem> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > largest)
      return problem("too-large", "What was sent is larger than anything that would be taken.");
    parts.push(part);
  }
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (bytes > 0 && type !== "application/json")
    return problem("unsupported-media-type", "Send application/json.");
  return Buffer.concat(parts).toString("utf8");
}

/** The object that a body holds; an empty one of an empty body. @throws AppError "bad-input" */
export function objectOf(body: string): Record<string, unknown> {
  if (body.trim() === "") return {};
  const value = parsed(body);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new AppError("bad-input", { userMessage: "The body has to be a JSON object." });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
