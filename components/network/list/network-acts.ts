import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { notify } from "@/components/ui/notify";
import type { NetworkSummary } from "@/server/network/network.schema";

export type NetworkAct = "start" | "autostart-on" | "autostart-off";

interface Words {
  label: string;
  done: string;
  call(reference: { hostId: string; uuid: string }): Promise<unknown>;
}

const acts: Readonly<Record<NetworkAct, Words>> = {
  start: {
    label: "Start",
    done: "It is running.",
    call: (reference) => trpc.network.start.mutate(reference),
  },
  "autostart-on": {
    label: "Start with the host",
    done: "It now starts with the host.",
    call: (reference) => trpc.network.setAutostart.mutate({ ...reference, autostart: true }),
  },
  "autostart-off": {
    label: "Don't start with the host",
    done: "It no longer starts with the host.",
    call: (reference) => trpc.network.setAutostart.mutate({ ...reference, autostart: false }),
  },
};

/** Does what needs no question, and says how it went. */
export async function performNetworkAct(
  act: NetworkAct,
  hostId: string,
  { uuid, name }: NetworkSummary,
): Promise<void> {
  const { label, done, call } = acts[act];
  try {
    await call({ hostId, uuid });
    notify("success", name, done);
  } catch (error) {
    notify("error", `${label}: ${name}`, errorText(error));
  }
}

/** Has DHCP keep an address for a machine, or keep it no longer, and says how it went. */
export async function performReservation(
  act: "reserve" | "release",
  hostId: string,
  { uuid }: NetworkSummary,
  { mac, address }: { mac: string; address: string },
): Promise<void> {
  const reserve = act === "reserve";
  try {
    await trpc.network.reserve.mutate({ hostId, uuid, act, mac: mac.toLowerCase(), address });
    notify("success", address, reserve ? `It is reserved for ${mac}.` : "DHCP may assign it again.");
  } catch (error) {
    notify("error", `${reserve ? "Reserve" : "Release"} ${address}`, errorText(error));
  }
}
