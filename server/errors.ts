/** Every way in which Passdeck refuses or fails, with the HTTP status that it is answered with. */
export const httpStatusOf = {
  "bad-input": 400,
  unauthorised: 401,
  forbidden: 403,
  /** It may be done, once its user has shown again that it is them. */
  reauthenticate: 403,
  "not-found": 404,
  conflict: 409,
  "too-many-requests": 429,
  "not-supported": 422,
  /** It was not tried yet whether it can be reached. */
  "host-connecting": 503,
  "host-unreachable": 503,
  "host-refused": 502,
  "timed-out": 504,
  internal: 500,
} as const;

export type AppErrorCode = keyof typeof httpStatusOf;

export interface AppErrorOptions {
  /** What a person reads: what happened, to what, and what to do. Never a stack or a path of ours. */
  userMessage: string;
  /** What stands in the log; the user message where left out. */
  message?: string;
  cause?: unknown;
}

/**
 * The one error that crosses rooms. Errors of libvirt, of the file system and of libraries are turned into it
 * at the boundary where they arise, so that nobody above has to know their numbers.
 */
export class AppError extends Error {
  readonly userMessage: string;

  constructor(
    readonly code: AppErrorCode,
    options: AppErrorOptions,
  ) {
    super(options.message ?? options.userMessage, { cause: options.cause });
    this.name = "AppError";
    this.userMessage = options.userMessage;
  }
}
