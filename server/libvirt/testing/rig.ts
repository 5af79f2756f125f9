import { Connection, type ConnectionOptions } from "../connection";
import { unixDialer } from "../dial/unix";
import { type Frame, frameStatus, frameType } from "../wire/frame";
import type { XdrWriter } from "../wire/xdr-writer";
import { type Script, ScriptedDaemon } from "./scripted-daemon";

/** A domain's handle for calls that no real libvirtd gets to see. */
export const dom = { name: "vm", uuid: new Uint8Array(16), id: -1 };

/** A call without a time limit. */
export const never = { timeoutMs: 0 };

/** The header of an event of a domain's life. */
export const lifecycleEvent = {
  program: 0x20008086,
  procedure: 318,
  type: frameType.MESSAGE,
  serial: 0,
  status: frameStatus.OK,
};

export function ignore(): void {}

/** Answers domain_get_state. */
export function answerState(call: Frame, daemon: ScriptedDaemon): void {
  daemon.reply(call, runningState);
}

export function runningState(writer: XdrWriter): void {
  writer.int(1);
  writer.int(0);
}

/** A connection to a scripted daemon, made and cleared away once a test. */
export class Rig {
  #made: { daemon: ScriptedDaemon; connections: Connection[] } | undefined;

  get daemon(): ScriptedDaemon {
    return this.#whole().daemon;
  }

  /** The connection that was made last. */
  get connection(): Connection {
    const connection = this.#whole().connections.at(-1);
    if (connection === undefined) throw new Error("not connected");
    return connection;
  }

  /** Starts a daemon without connecting to it. */
  async start(script: Script): Promise<void> {
    this.#made = { daemon: await ScriptedDaemon.start(script), connections: [] };
  }

  async open(options: ConnectionOptions = {}): Promise<Connection> {
    const { daemon, connections } = this.#whole();
    const connection = await Connection.open(unixDialer(daemon.path), "test:///default", options);
    connections.push(connection);
    return connection;
  }

  async connect(script: Script, options: ConnectionOptions = {}): Promise<Connection> {
    await this.start(script);
    return this.open(options);
  }

  /** Waits until `condition` holds, as long as the test may take. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise((resolve) => setImmediate(resolve));
  }

  async clear(): Promise<void> {
    for (const connection of this.#made?.connections ?? []) await connection.close();
    await this.#made?.daemon.stop();
    this.#made = undefined;
  }

  #whole() {
    if (this.#made === undefined) throw new Error("no daemon");
    return this.#made;
  }
}
