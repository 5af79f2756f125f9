import * as z from "zod";
import { AppError } from "../../errors";
import { noteOf, type StepWork } from "../../job/job-kind";
import { persevering } from "../persevering";
import { goneSoon } from "../present-soon";
import { deletedMeanwhile } from "./deleted-meanwhile";
import type { Refusal, Switchable } from "./switchable";

/** `transient`: the definition of one that is gone with its being stopped; null of one that stays defined. */
const noteSchema = z.object({ transient: z.string().nullable() });

/** Stops something that is on; taken back, it is started again. @param refuse Rejects where it must not be stopped. */
export function stopStep(thing: Switchable, refuse: Refusal): StepWork {
  return persevering(thing.host, {
    run: ({ note, remember }) =>
      thing.on(async (connection) => {
        // Asked for just before a crash, it may stop only now.
        if (note !== null && (await goneSoon(() => thing.isOn(connection)))) return;
        const handle = await thing.find(connection);
        if (handle === null) throw deletedMeanwhile(thing);
        if (!(await thing.isOn(connection))) return;
        await refuse(connection);
        const { persistent, xml } = await thing.definition(connection, handle);
        remember({ transient: persistent ? null : xml });
        await thing.stop(connection, handle);
      }),
    verify: () =>
      thing.on(async (connection) => {
        if (await thing.isOn(connection))
          throw new AppError("conflict", { userMessage: `The ${thing.title} was started in the meantime.` });
      }),
    undo: (memory) =>
      thing.on(async (connection) => {
        const note = noteOf(memory.note, noteSchema);
        if (note === null || !(await goneSoon(() => thing.isOn(connection)))) return;
        const handle = await thing.find(connection);
        if (handle !== null) await thing.start(connection, handle);
        else if (note.transient !== null) await thing.startTransient(connection, note.transient);
        else throw deletedMeanwhile(thing);
      }),
  });
}
