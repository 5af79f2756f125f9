import { AppError } from "../../errors";
import type { Plan } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { bridgeKindName } from "./bridge-kind";
import { bridgeWords } from "./bridge-words";
import type { BridgeInput } from "./made-bridge.schema";

/** A plan of the kind "bridge", with what its job gets; null where it is refused. */
export interface PlannedBridgeJob {
  plan: Plan;
  jobInput: BridgeInput | null;
}

interface PlannedParts {
  title: string;
  /** Where originals of the host's files are kept. */
  originals: string;
  /** Asked once there is an input. */
  warnings(): string[];
  /** @throws AppError that says why it can't be carried out. */
  input(title: string): Promise<BridgeInput>;
}

/** Makes the plan of an input, or of why there is none. Its fingerprint is of the facts: each plan has an id of its own. */
export async function plannedBridgeJob({
  title,
  originals,
  warnings,
  input,
}: PlannedParts): Promise<PlannedBridgeJob> {
  const shown = { title, kind: bridgeKindName, steps: [], warnings: [], refusal: null };
  try {
    const jobInput = await input(title);
    const { id: _id, at: _at, ...facts } = jobInput;
    const plan = { ...shown, steps: bridgeWords(jobInput, originals), warnings: warnings() };
    return { plan: withFingerprint(plan, facts), jobInput };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { plan: withFingerprint({ ...shown, refusal: error.userMessage }, title), jobInput: null };
  }
}
