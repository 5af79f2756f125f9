import * as z from "zod";
import { AppError, type AppErrorCode, httpStatusOf } from "../errors";

/** What goes wrong in HTTP before an act is asked for, with its status. */
const httpProblems = {
  "method-not-allowed": 405,
  "too-large": 413,
  "unsupported-media-type": 415,
  "idempotency-key-reused": 422,
} as const;

const statusOf = { ...httpStatusOf, ...httpProblems };
export type ProblemCode = AppErrorCode | keyof typeof httpProblems;

const titles: Readonly<Record<ProblemCode, string>> = {
  "bad-input": "What was sent is not right",
  unauthorised: "Nobody is signed in",
  forbidden: "Not allowed",
  reauthenticate: "Who it is has to be confirmed first",
  "not-found": "Not found",
  conflict: "Not possible as things are now",
  "too-many-requests": "Too many requests",
  "not-supported": "Not supported",
  "host-connecting": "The host is being connected",
  "host-unreachable": "The host can't be reached",
  "host-refused": "The host refused it",
  "timed-out": "The host did not answer in time",
  internal: "Something went wrong in Passdeck",
  "method-not-allowed": "Another method is needed",
  "too-large": "What was sent is too large",
  "unsupported-media-type": "Another content type is needed",
  "idempotency-key-reused": "The Idempotency-Key was used for another request",
};

export const problemCodes = Object.keys(titles) as ProblemCode[];

/** An error as it is answered (RFC 9457), with a code of Passdeck's own. */
export const problemSchema = z.object({
  /** urn:passdeck:problem: and the code. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** What happened, to which thing, and what to do. */
  detail: z.string(),
  code: z.enum(problemCodes),
  /** What is wrong with the input, field by field. */
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** Makes an error's answer. */
export function problem(code: ProblemCode, detail: string, errors?: Problem["errors"]): Problem {
  const said = {
    type: `urn:passdeck:problem:${code}`,
    title: titles[code],
    status: statusOf[code],
    detail,
    code,
  };
  return errors === undefined ? said : { ...said, errors };
}

/** What is wrong with an input, by its fields. */
export function inputProblem({ issues }: z.ZodError): Problem {
  const errors = issues.map(({ path, message }) => ({ field: path.join("."), message }));
  const detail = errors
    .map(({ field, message }) => (field === "" ? message : `${field}: ${message}`))
    .join(" ");
  return problem("bad-input", detail, errors);
}

/** The answer to what a route threw; null of what is our fault, and stands in the log alone. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof AppError) return problem(error.code, error.userMessage);
  return null;
}
