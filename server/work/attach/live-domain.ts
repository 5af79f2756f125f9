import { setTimeout as delay } from "node:timers/promises";
import { hostDevices } from "../../domain/edit/host-devices";
import type { DomainHandle } from "../../domain/lifecycle";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { Connection } from "../../libvirt/connection";
import { domainXmlFlags } from "../../libvirt/protocol/constants.gen";
import { parseXml } from "../../xml/xml";

/** VIR_DOMAIN_AFFECT_LIVE: the running machine, not its definition (virDomainModificationImpact). */
const affectLive = 1;
/** A guest that does not let go of a device within this time ignores the request. */
const unplugMs = 30_000;
const lookAgainMs = 200;

/** A VM as libvirt has it: what it is like and, while it is on, the running machine's devices. */
export class LiveDomain {
  readonly #fleet: Pick<Fleet, "host" | "vm">;
  readonly #hostId: string;
  readonly #vmId: string;

  constructor(fleet: Pick<Fleet, "host" | "vm">, hostId: string, vmId: string) {
    this.#fleet = fleet;
    this.#hostId = hostId;
    this.#vmId = vmId;
  }

  /** Both descriptions, without passwords; `live` is null of a VM that is off. */
  describe(): Promise<{ saved: string; live: string | null }> {
    return this.#with(async (connection, dom) => {
      const { active } = await connection.call("domain_is_active", { dom });
      const saved = await connection.call("domain_get_xml_desc", { dom, flags: domainXmlFlags.INACTIVE });
      const live = active === 0 ? null : await connection.call("domain_get_xml_desc", { dom, flags: 0 });
      return { saved: saved.xml, live: live?.xml ?? null };
    });
  }

  /** Plugs a device into the running machine, where that is on and has it not. */
  async plug(xml: string, addresses: readonly string[]): Promise<void> {
    const { live } = await this.describe();
    if (live === null || hasAll(live, addresses)) return;
    await this.#withOwn((connection, dom) =>
      connection.call("domain_attach_device_flags", { dom, xml, flags: affectLive }),
    );
  }

  /** Asks the guest to let go of a device, and waits until it has. */
  async unplug(xml: string, addresses: readonly string[], signal: AbortSignal | null): Promise<void> {
    const { live } = await this.describe();
    if (live === null || hasNone(live, addresses)) return;
    await this.#withOwn(async (connection, dom) => {
      await connection.call("domain_detach_device_flags", { dom, xml, flags: affectLive });
      const end = performance.now() + unplugMs;
      while (!hasNone((await connection.call("domain_get_xml_desc", { dom, flags: 0 })).xml, addresses)) {
        if (performance.now() > end) throw this.#heldFast(addresses);
        await delay(lookAgainMs, undefined, signal === null ? {} : { signal });
      }
    });
  }

  async #with<Value>(work: (connection: Connection, dom: DomainHandle) => Promise<Value>) {
    const { handle, summary } = this.#fleet.vm(this.#hostId, this.#vmId);
    return this.#fleet.host(this.#hostId).run(`VM ${summary.name}`, (connection) => work(connection, handle));
  }

  /** For what may take as long as the guest does. */
  async #withOwn<Value>(work: (connection: Connection, dom: DomainHandle) => Promise<Value>) {
    const { handle, summary } = this.#fleet.vm(this.#hostId, this.#vmId);
    return this.#fleet
      .host(this.#hostId)
      .runLong(`VM ${summary.name}`, (connection) => work(connection, handle));
  }

  #heldFast(addresses: readonly string[]): AppError {
    const { summary } = this.#fleet.vm(this.#hostId, this.#vmId);
    return new AppError("timed-out", {
      userMessage: `The guest of ${summary.name} did not let go of ${addresses.join(", ")} within ${unplugMs / 1000} s. Have its system release the device, or shut the VM down.`,
    });
  }
}

/** Whether a description hands all of these devices to the guest. */
export function hasAll(xml: string, addresses: readonly string[]): boolean {
  const found = addressesIn(xml);
  return addresses.every((address) => found.includes(address));
}

/** Whether a description hands none of these devices to the guest. */
export function hasNone(xml: string, addresses: readonly string[]): boolean {
  const found = addressesIn(xml);
  return addresses.every((address) => !found.includes(address));
}

function addressesIn(xml: string): string[] {
  return hostDevices(parseXml(xml)).map(({ address }) => address);
}
