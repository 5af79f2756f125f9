import type { ConfiguredHosts } from "../hosts";
import { BookingClock } from "../work/booking/booking-clock";
import { changeRequest } from "../work/booking/change-request";
import { startAs } from "../work/booking/start-as";
import { settleTrials } from "../work/bridge/settle-trial";
import { followInstallations } from "../work/create/follow-installations";
import { currentHostReports, shownHostReports } from "../work/host-report/current-host-report";
import { followConnections } from "../work/hosts/follow-connections";
import { neededDevices } from "../work/prepare/needed-devices";
import { settleBoot } from "../work/prepare/settle";
import type { Services } from "../work/services";
import type { AccessRooms } from "./open-access";
import type { Opening } from "./opening";

/** Where nobody sits at a browser, verdicts are as for who asks from the machine itself. */
const atTheMachine = { localAddress: "127.0.0.1", remoteAddress: "127.0.0.1" };

/** Begins what Passdeck does by itself: bookings, trials and changes of the start that a restart has cut short, installations. */
export function followHosts(
  { log, closers }: Opening,
  services: Services,
  { room: { changes }, sight }: Pick<AccessRooms, "room" | "sight">,
  hosts: ConfiguredHosts,
): void {
  const { fleet, jobs, preparations } = services;
  const bookingClock = new BookingClock({
    ...services,
    changes,
    whoIs: (userId) => sight.whoIs(userId),
    readReport: shownHostReports(fleet, atTheMachine),
    startVm: (who, vm) => startAs(services, who, vm),
    changeRequest: (change) => changeRequest(services, change),
    log: log.child({ room: "booking" }),
  });
  closers.push(bookingClock.follow());

  settleTrials(jobs, log.child({ room: "bridge" }));
  const readReport = currentHostReports(fleet, atTheMachine);
  const needed = async (hostId: string) => neededDevices(await readReport(hostId));
  const parts = { preparations, jobs, log: log.child({ room: "prepare" }), needed };
  const settling = hosts.hosts.map(({ id }) => settleBoot(parts, id));
  closers.push(() => Promise.all(settling));
  const settle = (hostId: string) => settling.push(settleBoot(parts, hostId));
  hosts.onStart?.(settle);
  closers.push(followConnections(fleet, services.hosts, settle));

  closers.push(followInstallations({ fleet, jobs, log: log.child({ room: "create" }) }));
}
