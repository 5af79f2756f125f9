import type { Connection } from "../../libvirt/connection";
import { parseXml } from "../../xml/xml";
import { notOnVfio, notReturned } from "./binding-problems";
import { type Binding, type BoundDevice, vfioDriver } from "./binding-step";
import type { DeviceBinder } from "./device-binder";
import { nodeDeviceName } from "./effects";

/** Does something with a connection to the host's libvirt. What libvirt answers is an AppError about `subject`. */
export type WithConnection = <Value>(
  subject: string,
  work: (connection: Connection) => Promise<Value>,
) => Promise<Value>;

/**
 * Binds through libvirt, where Passdeck may not write into sysfs itself. libvirt chooses the driver when a device is
 * returned to the host (virNodeDeviceReAttach), loads vfio-pci by itself, and knows nothing of `driver_override`.
 */
export class LibvirtBinder implements DeviceBinder {
  readonly #withConnection: WithConnection;

  constructor(withConnection: WithConnection) {
    this.#withConnection = withConnection;
  }

  loadDriver(): Promise<void> {
    return Promise.resolve();
  }

  async bindingOf(device: BoundDevice): Promise<Binding> {
    const { xml } = await this.#withConnection(device.name, (connection) =>
      connection.call("node_device_get_xml_desc", { name: nodeDeviceName(device.address), flags: 0 }),
    );
    return { driver: driverIn(xml), driverOverride: null };
  }

  async reserve(device: BoundDevice): Promise<void> {
    if ((await this.bindingOf(device)).driver === vfioDriver) return;
    await this.#withConnection(device.name, (connection) =>
      connection.call("node_device_detach_flags", {
        name: nodeDeviceName(device.address),
        driverName: "vfio",
        flags: 0,
      }),
    );
    const { driver } = await this.bindingOf(device);
    if (driver !== vfioDriver) throw notOnVfio(device, driver, true);
  }

  async returnToHost(device: BoundDevice, original: Binding | null): Promise<void> {
    const before = await this.bindingOf(device);
    if (before.driver === vfioDriver || (before.driver === null && original?.driver != null)) {
      await this.#withConnection(device.name, (connection) =>
        connection.call("node_device_re_attach", { name: nodeDeviceName(device.address) }),
      );
    }
    const { driver } = await this.bindingOf(device);
    const wanted = original?.driver ?? null;
    if (driver === vfioDriver || (wanted !== null && driver !== wanted))
      throw notReturned(device, wanted, driver);
  }

  /** The node is made by the host's kernel, out of sight from here. */
  checkGroup(): Promise<void> {
    return Promise.resolve();
  }
}

/** The driver in a node device's XML (https://libvirt.org/formatnode.html); null where none has it. */
export function driverIn(xml: string): string | null {
  const [driver] = parseXml(xml).getElementsByTagName("driver");
  return driver?.getElementsByTagName("name").item(0)?.textContent ?? null;
}
