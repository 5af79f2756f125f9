import { AppError } from "../errors";

/** One thing that a host can do for Passdeck; or null, and why it can't, for people. */
export type Ability<Value> =
  | { readonly value: Value; readonly why: null }
  | { readonly value: null; readonly why: string };

export function able<Value>(value: Value): Ability<Value> {
  return { value, why: null };
}

/** @param why A sentence that names the host, and says what to do where something can be done. */
export function unable(why: string): Ability<never> {
  return { value: null, why };
}

/** What nothing goes on without. @throws AppError "conflict" that says why the host can't. */
export function need<Value>({ value, why }: Ability<Value>): Value {
  if (why !== null) throw new AppError("conflict", { userMessage: why });
  return value;
}
