import { AppError } from "./errors";

/** What is said of a VM that its host does not have, and, in the same words, of one that somebody may not see. */
export function noSuchVm(): AppError {
  return new AppError("not-found", {
    userMessage: "This VM is not on its host any more. It was deleted, or moved to another host.",
  });
}

/** As {@link noSuchVm}, of a job. */
export function noSuchJob(): AppError {
  return new AppError("not-found", { userMessage: "This job is no longer on record." });
}

/** As {@link noSuchVm}, of a host. */
export function noSuchHost(hostId: string): AppError {
  return new AppError("not-found", { userMessage: `There is no host called “${hostId}”.` });
}

/** As {@link noSuchVm}, of a named device. */
export function noSuchNamedDevice(name: string): AppError {
  return new AppError("not-found", {
    userMessage: `There is no named device “${name}” on this host any more.`,
  });
}
