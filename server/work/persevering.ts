import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "../errors";
import type { ManagedHost } from "../fleet/managed-host";
import type { StepContext, StepWork } from "../job/job-kind";
import { ConnectionError } from "../libvirt/errors";

/** Between two tries to reach libvirt, milliseconds. */
const tryMs = 250;

/**
 * A step that does not take silence for a failure: libvirt may do what it was asked for after the time-out, or after the
 * connection broke. It waits until libvirt answers again, and then begins once more as after a crash, with what it finds.
 */
export function persevering(host: () => Pick<ManagedHost, "run">, work: StepWork): StepWork {
  return {
    ...work,
    run: async (context) => {
      try {
        await work.run(context);
      } catch (error) {
        if (!isUnanswered(error)) throw error;
        await untilAnswered(host(), context.signal);
        await work.run(again(context));
      }
    },
  };
}

function again(context: StepContext): StepContext {
  return Object.create(context, { resumed: { value: true } });
}

function isUnanswered(error: unknown): boolean {
  return error instanceof AppError && error.cause instanceof ConnectionError;
}

async function untilAnswered(host: Pick<ManagedHost, "run">, signal: AbortSignal): Promise<void> {
  while (!(await answers(host))) {
    await delay(tryMs, undefined, { signal }).catch(() => {
      throw new AppError("host-unreachable", {
        userMessage:
          "libvirt did not answer, and the wait for it was given up. See on the host whether it runs.",
      });
    });
  }
}

async function answers(host: Pick<ManagedHost, "run">): Promise<boolean> {
  try {
    await host.run("The host", (connection) => connection.call("connect_get_lib_version"));
    return true;
  } catch {
    return false;
  }
}
