import type { Database } from "../../database/open-database";
import type { ManagedHost } from "../../fleet/managed-host";
import { need } from "../../host/ability";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import { type BindingWay, bindingInputSchema } from "../../pci/binding/binding-step";
import { bindingWork } from "../../pci/binding/binding-work";
import type { DeviceBinder } from "../../pci/binding/device-binder";
import { LibvirtBinder } from "../../pci/binding/libvirt-binder";
import type { OriginalBindings } from "../../pci/binding/original-bindings";
import { SysfsBinder } from "../../pci/binding/sysfs-binder";
import { keptBindings } from "./kept-bindings";

export interface HostBindingsParts {
  fleet: { host(hostId: string): Pick<ManagedHost, "machine" | "runLong"> };
  database: Database;
}

/** How the devices of each managed host are reserved for VMs and returned. */
export class HostBindings {
  readonly #parts: HostBindingsParts;

  constructor(parts: HostBindingsParts) {
    this.#parts = parts;
  }

  /** How this host's devices can be bound, or why they can't. */
  wayOf(hostId: string): { way: BindingWay } | { refusal: string } {
    const { unchangeable, files, writer } = this.#parts.fleet.host(hostId).machine;
    if (unchangeable !== null) return { refusal: unchangeable };
    return { way: files.value !== null && writer.value !== null ? "sysfs" : "libvirt" };
  }

  /** How the host's devices were bound before they were reserved for VMs. */
  originalsOf(hostId: string): OriginalBindings {
    return keptBindings(this.#parts.database, hostId);
  }

  /** The job that carries out binding plans of that name. */
  kind<const Name extends "reserve" | "return">(name: Name): JobKind<Name> {
    return defineJobKind(name, bindingInputSchema, (hostId, { way, steps }) => {
      const binder = this.#binderOf(hostId, way);
      const originals = this.originalsOf(hostId);
      return steps.map((step) => bindingWork(step, binder, originals));
    });
  }

  #binderOf(hostId: string, way: BindingWay): DeviceBinder {
    const host = this.#parts.fleet.host(hostId);
    if (way === "libvirt") return new LibvirtBinder((subject, work) => host.runLong(subject, work));
    const { files, writer } = host.machine;
    return new SysfsBinder({ tree: need(files), writer: need(writer) });
  }
}
