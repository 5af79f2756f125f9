import * as z from "zod";
import { AppError } from "../../errors";
import type { StepContext, StepWork } from "../../job/job-kind";

/** What such a step notes where it could not. */
const leftSchema = z.object({ left: z.string() });

/**
 * A step that tidies up after the VM has arrived: where it can't, that is reported and left, since nobody wants the VM back for it.
 * @param what "The disk web.qcow2 in the pool images"
 */
export function leavingBehind(what: string, step: StepWork): StepWork {
  return {
    run: async (context) => {
      try {
        await step.run(context);
        await step.verify(context);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const left = `${what} was left on the host that the VM came from: ${error.userMessage}`;
        context.remember({ left });
        context.report([...leftBefore(context), left].map((one) => `- ${one}`).join("\n"));
      }
    },
    verify: () => Promise.resolve(),
    undo: step.undo,
  };
}

function leftBefore({ earlier }: Pick<StepContext, "earlier">): string[] {
  return earlier.flatMap((note) => leftSchema.safeParse(note).data?.left ?? []);
}
