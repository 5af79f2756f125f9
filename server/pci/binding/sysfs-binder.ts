import { basename } from "node:path";
import { AppError } from "../../errors";
import type { HostTree } from "../../host/host-tree";
import { HostWriteError, type HostWriter } from "../../host/writer/host-writer";
import { type BindingAct, bindingProblem, notFreed, notOnVfio, notReturned } from "./binding-problems";
import { type Binding, type BoundDevice, vfioDriver } from "./binding-step";
import type { DeviceBinder } from "./device-binder";
import { overridesToReturn } from "./effects";
import { driversFolder, sysfsPaths, vfioFolder } from "./sysfs-paths";

/** What of a host the binding takes. */
export interface SysfsParts {
  tree: HostTree;
  writer: HostWriter;
}

/**
 * Binds by address through sysfs, as root on the machine itself: `driver_override` has one device go to vfio-pci,
 * whatever its twins do. Never `new_id`, which takes every device of a kind.
 */
export class SysfsBinder implements DeviceBinder {
  readonly #tree: HostTree;
  readonly #writer: HostWriter;

  constructor({ tree, writer }: SysfsParts) {
    this.#tree = tree;
    this.#writer = writer;
  }

  async loadDriver(): Promise<void> {
    if (await this.#isLoaded()) return;
    const { errors } = await this.#writer.loadModule(vfioDriver);
    if (!(await this.#isLoaded())) throw noVfio(errors);
  }

  async bindingOf(device: BoundDevice): Promise<Binding> {
    const text = await this.#tell("choose", device, () =>
      this.#writer.read(sysfsPaths(device.address).driverOverride),
    );
    // The kernel prints what printf prints of a null.
    const driverOverride = text.trim() === "(null)" ? null : text.trim() || null;
    return { driver: await this.#driverOf(device), driverOverride };
  }

  async reserve(device: BoundDevice): Promise<void> {
    const { address } = device;
    const paths = sysfsPaths(address);
    if ((await this.#driverOf(device)) === vfioDriver) return;
    await this.#override(device, vfioDriver);
    await this.#unbind(device);
    await this.#tell("probe", device, () => this.#writer.write(paths.probe, address));
    const driver = await this.#driverOf(device);
    if (driver !== vfioDriver) {
      throw notOnVfio(device, driver, (await this.#tree.readLink(paths.iommuGroup)) !== null);
    }
  }

  async returnToHost(device: BoundDevice, original: Binding | null): Promise<void> {
    const before = await this.#driverOf(device);
    if (before === vfioDriver) await this.#unbind(device);
    // Else the host has it already: somebody gave it back by hand, or the host was started anew.
    const isAway = before === null || before === vfioDriver;
    const { first, last } = overridesToReturn(original);
    await this.#override(device, first);
    if (isAway) await this.#bindBack(device, original);
    if (last !== null) await this.#override(device, last);
    await this.#checkGivenBack(device, isAway ? original : null, last ?? first);
  }

  async checkGroup(group: number): Promise<void> {
    if ((await this.#tree.list(vfioFolder)).includes(String(group))) return;
    throw new AppError("host-refused", {
      userMessage: `All devices of IOMMU group ${group} are on ${vfioDriver}, and yet there is no /${vfioFolder}/${group} for a VM to open. Look whether something keeps the host from making device nodes, such as a container.`,
    });
  }

  async #bindBack(device: BoundDevice, original: Binding | null): Promise<void> {
    const paths = sysfsPaths(device.address);
    if (original?.driver === null) return;
    if (original === null) {
      return this.#tell("bind", device, () => this.#writer.write(paths.probe, device.address));
    }
    const path = paths.bindTo(original.driver);
    await this.#tell("bind", device, () => this.#writer.write(path, device.address));
  }

  async #checkGivenBack(device: BoundDevice, original: Binding | null, override: string): Promise<void> {
    const { driver, driverOverride } = await this.bindingOf(device);
    const isBack = original === null ? driver !== vfioDriver : driver === original.driver;
    if (!isBack) throw notReturned(device, original?.driver ?? null, driver);
    if ((driverOverride ?? "") !== override) throw notFreed(device, driverOverride);
  }

  #override(device: BoundDevice, driver: string): Promise<void> {
    const { driverOverride } = sysfsPaths(device.address);
    return this.#tell("choose", device, () => this.#writer.write(driverOverride, driver));
  }

  /** Has whichever driver there is let go of the device. */
  async #unbind(device: BoundDevice): Promise<void> {
    if ((await this.#driverOf(device)) === null) return;
    const { unbind } = sysfsPaths(device.address);
    // A write that seems to succeed and does nothing is no success either.
    let refusal: unknown = new HostWriteError("EBUSY", unbind);
    try {
      await this.#writer.write(unbind, device.address);
    } catch (error) {
      refusal = error;
    }
    // It may have been let go of meanwhile; then the link is gone.
    if ((await this.#driverOf(device)) !== null) throw bindingProblem("unbind", device, refusal);
  }

  async #driverOf({ address }: BoundDevice): Promise<string | null> {
    const target = await this.#tree.readLink(sysfsPaths(address).driver);
    return target === null ? null : basename(target);
  }

  async #isLoaded(): Promise<boolean> {
    return (await this.#tree.list(driversFolder)).includes(vfioDriver);
  }

  async #tell<Value>(act: BindingAct, device: BoundDevice, work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      throw bindingProblem(act, device, error);
    }
  }
}

/** @param said What modprobe wrote of it. */
function noVfio(said: string): AppError {
  return new AppError("conflict", {
    userMessage: `The kernel has no ${vfioDriver} driver, and it could not be loaded. Install the kernel's full set of modules (not a cloud kernel), and see what \`modprobe ${vfioDriver}\` says on the host.`,
    cause: new Error(said),
  });
}
