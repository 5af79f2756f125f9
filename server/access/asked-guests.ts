import { and, eq } from "drizzle-orm";
import { askedGuests } from "../database/tables/shares";
import type { AccessRoom } from "./access-room";
import type { VmKey } from "./shared-object";

/** VMs whose guests may be asked for their GPUs: a program is run in them for that, by the guest agent. */
export class AskedGuests {
  readonly #room: Pick<AccessRoom, "database" | "changes" | "log">;

  constructor(room: Pick<AccessRoom, "database" | "changes" | "log">) {
    this.#room = room;
  }

  has(vm: VmKey): boolean {
    return this.#room.database.query.select().from(askedGuests).where(of(vm)).get() !== undefined;
  }

  set(vm: VmKey, mayAsk: boolean): void {
    const { database, changes, log } = this.#room;
    const row = { hostId: vm.hostId, vmId: vm.vmId.toLowerCase() };
    if (mayAsk) database.query.insert(askedGuests).values(row).onConflictDoNothing().run();
    else database.query.delete(askedGuests).where(of(vm)).run();
    log.info({ ...row, mayAsk }, "whether a guest may be asked for its GPUs");
    changes.tell(null);
  }
}

function of({ hostId, vmId }: VmKey) {
  return and(eq(askedGuests.hostId, hostId), eq(askedGuests.vmId, vmId.toLowerCase()));
}
