import type { OwnSession } from "../../access/accounts";
import { AppError } from "../../errors";
import type { ActRequest } from "../act-context";

/** The session that an act is asked for under. @throws AppError "unauthorised" without one. */
export function ownSession({ user, sessionId }: Pick<ActRequest, "user" | "sessionId">): OwnSession {
  if (user !== null && sessionId !== null) return { id: sessionId, userId: user.id };
  throw new AppError("unauthorised", { userMessage: "Sign in first." });
}
