import { AppError } from "../../errors";
import type { Plan } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { prepareKindName } from "./prepare-kind";
import type { PrepareInput } from "./prepared-change.schema";
import { stepWords } from "./step-words";

/** A plan of the kind "prepare", with what its job gets; null where it is refused. */
export interface PlannedJob {
  plan: Plan;
  jobInput: PrepareInput | null;
}

interface PlannedParts {
  title: string;
  /** Where originals of the host's files are kept. */
  originals: string;
  warnings(input: PrepareInput): string[];
  /** @throws AppError that says why it can't be carried out. */
  input(): Promise<PrepareInput>;
}

/** Makes the plan of an input, or of why there is none. Its fingerprint is of the facts: each plan has an id of its own. */
export async function plannedJob({ title, originals, warnings, input }: PlannedParts): Promise<PlannedJob> {
  const shown = { title, kind: prepareKindName, steps: [], warnings: [], refusal: null };
  try {
    const jobInput = await input();
    const { id: _id, at: _at, ...facts } = jobInput;
    const plan = { ...shown, steps: stepWords(jobInput, originals), warnings: warnings(jobInput) };
    return { plan: withFingerprint(plan, facts), jobInput };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { plan: withFingerprint({ ...shown, refusal: error.userMessage }, title), jobInput: null };
  }
}

/** Of every change. */
export const fromNextStart = "It counts from the next start on.";
