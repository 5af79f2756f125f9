import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { able } from "@/server/host/ability";
import type { Host } from "@/server/host/host";
import type { LibvirtSchemas } from "@/server/host/libvirt/libvirt-schemas";
import { localQemuFiles } from "@/server/host/qemu-files";
import { localSockets, type SocketPlace } from "@/server/host/sockets";
import { testHost } from "@/server/host/test-host.test-data";
import { type FakeKernel, newKernel } from "@/server/pci/binding/fake-kernel.test-data";
import type { ExtraSettings } from "./folder";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "./private-libvirtd";

const run = promisify(execFile);
/** libvirtd's own folder, as its namespace and so the definitions of its VMs have it. */
const runFolder = "/run/libvirt";

/** A host that shares nothing with others but the machine that the tests run on: each has the same paths for itself. */
export class OwnHost {
  /** Where sockets were opened on it. */
  readonly places: SocketPlace[] = [];

  private constructor(
    readonly id: string,
    readonly libvirtd: PrivateLibvirtd,
    /** Its devices, and what writes into its files. */
    readonly kernel: FakeKernel,
    /** Where its QEMU's files are. */
    readonly folder: string,
    readonly schemas: LibvirtSchemas,
  ) {}

  static async start(id: string, schemas: LibvirtSchemas, settings: ExtraSettings = {}): Promise<OwnHost> {
    const folder = await mkdtemp(join(tmpdir(), `host-${id}-`));
    return new OwnHost(id, await startPrivateLibvirtd({ settings }), newKernel(), folder, schemas);
  }

  /** For Passdeck. */
  host(): Host {
    const { id, libvirtd, kernel, folder, schemas } = this;
    return testHost(id, libvirtd.uri, {
      files: able(kernel.tree),
      writer: able(kernel),
      schemas: able(schemas),
      sockets: able({ connect: (place, signal) => localSockets.connect(this.#found(place), signal) }),
      qemuFiles: able(localQemuFiles(folder)),
      unchangeable: null,
    });
  }

  /** @returns what virsh prints */
  async virsh(...words: string[]): Promise<string> {
    return (await run("virsh", ["-q", "-c", this.libvirtd.uri, ...words])).stdout.trim();
  }

  async define(xml: string): Promise<void> {
    const file = join(this.libvirtd.folder, "domain.xml");
    await writeFile(file, xml);
    await this.virsh("define", file);
  }

  async stop(): Promise<void> {
    await this.libvirtd.stop();
    this.kernel.remove();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Where a socket of the host's stands on this machine. */
  #found(place: SocketPlace): SocketPlace {
    this.places.push(place);
    if (!("path" in place) || !place.path.startsWith(runFolder)) throw new Error("not a path of this host");
    return { path: join(this.libvirtd.folder, "run", place.path.slice(runFolder.length)) };
  }
}
