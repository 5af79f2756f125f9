import { AppError } from "../../errors";
import type { StepWork } from "../../job/job-kind";

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
        context.report(`${what} was left on the host that the VM came from: ${error.userMessage}`);
      }
    },
    verify: () => Promise.resolve(),
    undo: step.undo,
  };
}
