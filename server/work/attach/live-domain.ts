import { hostPciDevices } from "../../domain/host-devices/read-host-devices";
import type { DomainHandle } from "../../domain/lifecycle";
import type { Fleet } from "../../fleet/fleet";
import type { Connection } from "../../libvirt/connection";
import { domainAffect, domainXmlFlags } from "../../libvirt/protocol/constants.gen";
import { attributeOf, childOf, parseXml } from "../../xml/xml";
import { unplug, unplugPatienceMs } from "../live/unplug";

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
      const { xml: present } = await connection.call("domain_get_xml_desc", { dom, flags: 0 });
      // Only what runs has a number; of what is off libvirt has but the saved description.
      if (attributeOf(parseXml(present).documentElement, "id") === null)
        return { saved: present, live: null };
      const { xml: saved } = await connection.call("domain_get_xml_desc", {
        dom,
        flags: domainXmlFlags.INACTIVE,
      });
      return { saved, live: present };
    });
  }

  /** Plugs a device into the running machine, where that is on and has it not. */
  async plug(xml: string, addresses: readonly string[]): Promise<void> {
    const { live } = await this.describe();
    if (live === null || hasAll(live, addresses)) return;
    await this.#withOwn((connection, dom) =>
      connection.call("domain_attach_device_flags", { dom, xml, flags: domainAffect.LIVE }),
    );
  }

  /** Asks the guest to let go of a device, and waits until it has. */
  async unplug(address: string, signal: AbortSignal | null): Promise<void> {
    const { live } = await this.describe();
    const element = live === null ? undefined : elementOf(live, address);
    const alias = attributeOf(childOf(element, "alias"), "name");
    if (alias === null) return;
    await this.#withOwn((connection, dom) => {
      const machine = { connection, dom, vmName: dom.name, signal, patienceMs: unplugPatienceMs };
      return unplug(machine, alias, address);
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
  return hostPciDevices(parseXml(xml)).map(({ address }) => address);
}

function elementOf(xml: string, address: string) {
  return hostPciDevices(parseXml(xml)).find((device) => device.address === address)?.element;
}
