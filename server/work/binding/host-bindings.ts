import type { Database } from "../../database/open-database";
import { AppError } from "../../errors";
import type { HostConfiguration } from "../../fleet/host-configuration";
import type { ManagedHost } from "../../fleet/managed-host";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import { type BindingWay, bindingInputSchema } from "../../pci/binding/binding-step";
import { bindingWork } from "../../pci/binding/binding-work";
import type { DeviceBinder } from "../../pci/binding/device-binder";
import type { HostWriter } from "../../pci/binding/host-writer";
import { LibvirtBinder } from "../../pci/binding/libvirt-binder";
import type { OriginalBindings } from "../../pci/binding/original-bindings";
import { SysfsBinder } from "../../pci/binding/sysfs-binder";
import { keptBindings } from "./kept-bindings";

export interface HostBindingsParts {
  fleet: { host(hostId: string): Pick<ManagedHost, "configuration" | "runLong"> };
  database: Database;
  /** Writes into this machine's own sysfs. */
  writer: HostWriter;
  /** The folder that the host's files are read from: "/" for the machine itself. */
  hostRoot: string;
  isRoot: boolean;
}

/** How the devices of each managed host are reserved for VMs and returned. */
export class HostBindings {
  readonly #parts: HostBindingsParts;

  constructor(parts: HostBindingsParts) {
    this.#parts = parts;
  }

  /** How this host's devices can be bound, or why they can't. */
  wayOf(hostId: string): { way: BindingWay } | { refusal: string } {
    const { configuration } = this.#parts.fleet.host(hostId);
    if (configuration.demo)
      return { refusal: "This host is made up to look around in: nothing happens on it." };
    if (configuration.tree !== null && this.#parts.hostRoot !== "/") {
      return {
        refusal: `This host is a record in ${configuration.tree.name}, and nothing can be bound on it. Run Passdeck on the host itself.`,
      };
    }
    return { way: configuration.tree !== null && this.#parts.isRoot ? "sysfs" : "libvirt" };
  }

  /** How the host's devices were bound before they were reserved for VMs. */
  originalsOf(hostId: string): OriginalBindings {
    return keptBindings(this.#parts.database, hostId);
  }

  /** The jobs that carry out binding plans. */
  kinds(): JobKind[] {
    return ["reserve", "return"].map((name) =>
      defineJobKind(name, bindingInputSchema, (hostId, { way, steps }) => {
        const binder = this.#binderOf(hostId, way);
        const originals = this.originalsOf(hostId);
        return steps.map((step) => bindingWork(step, binder, originals));
      }),
    );
  }

  #binderOf(hostId: string, way: BindingWay): DeviceBinder {
    const host = this.#parts.fleet.host(hostId);
    if (way === "libvirt") return new LibvirtBinder((subject, work) => host.runLong(subject, work));
    return new SysfsBinder(treeOf(host.configuration), this.#parts.writer);
  }
}

function treeOf({ tree, id }: HostConfiguration) {
  if (tree !== null) return tree;
  throw new AppError("conflict", { userMessage: `The files of the host ${id} can't be reached any more.` });
}
