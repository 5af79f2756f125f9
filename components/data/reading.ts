/** Something that is read from the server, as a query or a subscription gives it. */
export interface Reading<Data> {
  /** undefined until there is an answer; the last one while a further question is on its way, or failed. */
  data: Data | undefined;
  /** Why the last question was not answered; null where it was. */
  error: unknown;
  /** Why the question that is on its way was not answered so far; it is asked on. */
  failureReason?: unknown;
  /** Asks again. */
  refetch(): unknown;
}
