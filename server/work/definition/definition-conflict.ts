import type { DefinitionVersion } from "../../database/definition-version.schema";
import { AppError } from "../../errors";

/** A definition was to be changed on the ground of one that it is no longer; nothing was done. */
export class DefinitionConflict extends AppError {
  /** @param now The definition as it is by now. */
  constructor(
    vmName: string,
    readonly now: DefinitionVersion,
  ) {
    const who = now.by ?? "Somebody outside Passdeck";
    super("conflict", {
      userMessage: `The definition of ${vmName} is another one by now: ${who} changed it (${now.what}). Nothing was changed; look at it again.`,
    });
  }
}
