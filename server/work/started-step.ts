import * as z from "zod";
import { AppError } from "../errors";
import { noteOf, type StepWork } from "../job/job-kind";
import type { Connection } from "../libvirt/connection";
import { presentSoon } from "./present-soon";

/** A pool or a network, which libvirt starts and stops. */
export interface Startable {
  /** "The pool default" */
  subject: string;
  /** Does work with its host; rejects where it is gone. */
  onHost<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  isActive(connection: Connection): Promise<boolean>;
  start(connection: Connection): Promise<unknown>;
  stop(connection: Connection): Promise<unknown>;
  /** The running VMs that would lose it, "the VM a"; null where there are none. */
  inUseBy(connection: Connection): Promise<string | null>;
  /** Whether it is started with its host; null where the step leaves that as it is. */
  autostart: {
    get(connection: Connection): Promise<boolean>;
    set(connection: Connection, on: boolean): Promise<unknown>;
  } | null;
}

/** How it was before. */
const noteSchema = z.object({ active: z.boolean(), autostart: z.boolean() });

/** Starts something, and has it start with its host where the step is to. Taken back, it is as it was. */
export function startedStep(thing: Startable): StepWork {
  const { subject, autostart, onHost } = thing;
  const isOn = async (connection: Connection) => ((await thing.isActive(connection)) ? true : null);
  return {
    run: ({ note, remember }) =>
      onHost(async (connection) => {
        // Asked for just before a crash, it may start only now.
        const isStarted = note === null ? await isOn(connection) : await presentSoon(() => isOn(connection));
        const startsWithHost = autostart === null || (await autostart.get(connection));
        if (note === null) remember({ active: isStarted !== null, autostart: startsWithHost });
        if (isStarted === null) await thing.start(connection);
        if (!startsWithHost) await autostart?.set(connection, true);
      }),
    verify: () =>
      onHost(async (connection) => {
        if ((await isOn(connection)) === null)
          throw new AppError("conflict", { userMessage: `${subject} was stopped in the meantime.` });
      }),
    undo: (memory) =>
      onHost(async (connection) => {
        const before = noteOf(memory.note, noteSchema);
        if (before === null) return;
        const isStarted = (await presentSoon(() => isOn(connection))) !== null;
        if (isStarted && !before.active) {
          const users = await thing.inUseBy(connection);
          if (users !== null)
            throw new AppError("conflict", {
              userMessage: `${subject} is in use by ${users}, and was left running.`,
            });
          await thing.stop(connection);
        }
        if (!before.autostart) await autostart?.set(connection, false);
      }),
  };
}
