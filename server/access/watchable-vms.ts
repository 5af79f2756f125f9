import { and, eq } from "drizzle-orm";
import { watchableVms } from "../database/tables/shares";
import type { AccessRoom } from "./access-room";
import type { VmKey } from "./shared-object";

/** VMs whose consoles viewers may watch. What is open by it is judged anew when a method has written. */
export class WatchableVms {
  readonly #room: Pick<AccessRoom, "database" | "changes" | "log">;

  constructor(room: Pick<AccessRoom, "database" | "changes" | "log">) {
    this.#room = room;
  }

  has(vm: VmKey): boolean {
    return this.#room.database.query.select().from(watchableVms).where(of(vm)).get() !== undefined;
  }

  set(vm: VmKey, mayWatch: boolean): void {
    const { database, changes, log } = this.#room;
    const row = { hostId: vm.hostId, vmId: vm.vmId.toLowerCase() };
    if (mayWatch) database.query.insert(watchableVms).values(row).onConflictDoNothing().run();
    else database.query.delete(watchableVms).where(of(vm)).run();
    log.info({ ...row, mayWatch }, "whether viewers may watch consoles");
    changes.tell(null);
  }
}

function of({ hostId, vmId }: VmKey) {
  return and(eq(watchableVms.hostId, hostId), eq(watchableVms.vmId, vmId.toLowerCase()));
}
