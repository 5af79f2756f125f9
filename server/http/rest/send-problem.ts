import type { ServerResponse } from "node:http";
import type { Problem } from "../../rest/problem";

/** Answers with what went wrong, as RFC 9457 has it. */
export function sendProblem(
  response: ServerResponse,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(problem.status, {
    "Content-Type": "application/problem+json; charset=utf-8",
    "Cache-Control": "no-store",
    ...headers,
  });
  response.end(JSON.stringify(problem));
}
