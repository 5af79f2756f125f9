import type { Who } from "../../access/can";
import type { Services } from "../services";
import { beginOnVm } from "../vm/act-on-vms";

/** Begins to start a VM as somebody who has not asked just now, by their rights as they are. */
export async function startAs(
  services: Services,
  who: Who,
  vm: { hostId: string; vmId: string },
): Promise<void> {
  const request = {
    ...who,
    services,
    sessionId: null,
    browserMark: null,
    userAgent: null,
    pageOrigin: null,
    localAddress: "127.0.0.1",
    remoteAddress: "127.0.0.1",
  };
  await beginOnVm(request, { ...vm, action: "start" });
}
