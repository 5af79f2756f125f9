import { AppError } from "../../errors";
import type { Switchable } from "./switchable";

/** An AppError "conflict": libvirt does not know it any more. */
export function deletedMeanwhile({ title }: Pick<Switchable, "title">): AppError {
  return new AppError("conflict", { userMessage: `The ${title} was deleted in the meantime.` });
}
