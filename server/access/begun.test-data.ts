import type { SecondStepNeeded } from "./factors/factors.schema";
import type { NewSession } from "./session";

/** The session that a sign-in began; fails where a second step is left. */
export async function begun(signingIn: Promise<NewSession | SecondStepNeeded>): Promise<NewSession> {
  const answer = await signingIn;
  if ("pending" in answer) throw new Error("a second step is left");
  return answer;
}
