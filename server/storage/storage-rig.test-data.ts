import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { Connection } from "../libvirt/connection";
import { unixDialer } from "../libvirt/dial/unix";
import type { PoolSummary } from "./pool.schema";
import { buildPool, definePool, setPoolAutostart, startPool } from "./pool-acts";
import type { CreatePoolRequest } from "./pool-request.schema";
import { readPools } from "./read-pools";
import { readVolumes, type Volume } from "./read-volumes";

const run = promisify(execFile);

export const MiB = 2 ** 20;

/** The request for a pool that is a folder. */
export const dirPool = (name: string, path: string) =>
  ({ type: "dir", name, path, autostart: true }) as const;

/** What is needed of a libvirtd of the test's own. */
interface TestLibvirtd {
  uri: string;
  socketPath: string;
  folder: string;
  stop(): Promise<void>;
}

/** A real libvirtd with a connection to it, and the pool "images". */
export class StorageRig {
  readonly #libvirtd: TestLibvirtd;

  private constructor(
    libvirtd: TestLibvirtd,
    readonly connection: Connection,
    /** Of pools; "images" is one of its folders. */
    readonly folder: string,
  ) {
    this.#libvirtd = libvirtd;
  }

  /** @param libvirtd Ends with the rig. */
  static async start(libvirtd: TestLibvirtd): Promise<StorageRig> {
    const connection = await Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system");
    const folder = join(libvirtd.folder, "lib/storage");
    await createPool(connection, dirPool("images", join(folder, "images")));
    return new StorageRig(libvirtd, connection, folder);
  }

  /** A further connection. */
  readonly open = (): Promise<Connection> =>
    Connection.open(unixDialer(this.#libvirtd.socketPath), "qemu:///system");

  readonly virsh = (...words: string[]) => run("virsh", ["-q", "-c", this.#libvirtd.uri, ...words]);

  async pool(name: string): Promise<PoolSummary | undefined> {
    return (await readPools(this.connection)).find((one) => one.name === name);
  }

  /** A volume of the pool "images". */
  async volume(name: string): Promise<Volume | undefined> {
    return (await readVolumes(this.connection, "images"))?.find((one) => one.name === name);
  }

  async stop(): Promise<void> {
    await this.connection.close();
    await this.#libvirtd.stop();
  }
}

/** Makes a pool, as its job does. */
export async function createPool(connection: Connection, request: CreatePoolRequest): Promise<void> {
  await definePool(connection, request, randomUUID());
  await buildPool(connection, request);
  await startPool(connection, request.name);
  if (request.autostart) await setPoolAutostart(connection, request.name, true);
}
