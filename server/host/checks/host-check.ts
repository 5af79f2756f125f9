import type { Check, CheckChange, Evidence } from "./check.schema";
import type { CheckSources } from "./check-sources";

/** What looking gave. */
export interface Finding extends Pick<Check, "status" | "detail" | "fix"> {
  evidence?: readonly Evidence[];
  change?: CheckChange | null;
}

/** One respect in which a host is ready for passthrough, or not. */
export interface HostCheck extends Pick<Check, "id" | "group" | "title" | "why"> {
  /** Pure. What can't be read is "unknown" with the reason, never "pass". */
  look(sources: CheckSources): Finding;
}

/** The answer of a check on a host. */
export function checked({ id, group, title, why, look }: HostCheck, sources: CheckSources): Check {
  const { status, detail, fix, evidence = [], change = null } = look(sources);
  return { id, group, status, title, detail, evidence: [...evidence], why, fix, change };
}

/** What nobody could look at. @param detail Why, a sentence. */
export function unknown(detail: string): Finding {
  return { status: "unknown", detail, fix: null };
}

/** What is as it should be. */
export function passed(detail: string, evidence: readonly Evidence[] = []): Finding {
  return { status: "pass", detail, fix: null, evidence };
}

/** A change of how the host boots; what is left out stays as it is. */
export function changeOf(parts: Partial<CheckChange>): CheckChange {
  return { add: [], remove: [], vfioAddresses: [], loadModules: [], ...parts };
}

/** A change of the kernel's line alone. */
export function lineChange(add: readonly string[], remove: readonly string[] = []): CheckChange {
  return changeOf({ add: [...add], remove: [...remove] });
}
