import type { StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import type { PlannedStep } from "../../plan.schema";
import {
  isPoolActive,
  isPoolAutostarted,
  setPoolAutostart,
  startPool,
  stopPool,
} from "../../storage/pool-acts";
import { persevering } from "../persevering";
import { startedStep } from "../started-step";
import { namesOf, vmsOnPool } from "./pool-users";
import type { PoolRooms } from "./pool-work";

/** @param autostart Whether it is to be started with its host from now on; else that stays as it is. */
export function startPoolStep(
  { fleet, storage }: PoolRooms,
  hostId: string,
  { pool, autostart }: { pool: string; autostart: boolean },
): StepWork {
  const step = startedStep({
    subject: `The pool ${pool}`,
    onHost: (work) => storage.change(hostId, `Pool ${pool}`, work),
    isActive: (connection) => isPoolActive(connection, pool),
    start: (connection) => startPool(connection, pool),
    stop: (connection) => stopPool(connection, pool),
    inUseBy: async () => {
      const users = vmsOnPool(fleet, hostId, pool).filter(({ running }) => running);
      return users.length === 0 ? null : namesOf(users);
    },
    autostart: autostart
      ? {
          get: (connection: Connection) => isPoolAutostarted(connection, pool),
          set: (connection: Connection, on: boolean) => setPoolAutostart(connection, pool, on),
        }
      : null,
  });
  return persevering(() => fleet.host(hostId), step);
}

/** What is shown of {@link startPoolStep}. */
export function startPoolWords({ pool, autostart }: { pool: string; autostart: boolean }): PlannedStep {
  return {
    title: `Start ${pool}${autostart ? ", now and with the host" : ""}`,
    effect: `virsh pool-start ${pool}${autostart ? `; virsh pool-autostart ${pool}` : ""}`,
    risk: null,
    undo: `virsh pool-destroy ${pool}${autostart ? `; virsh pool-autostart --disable ${pool}` : ""}. What is in it stays.`,
  };
}
