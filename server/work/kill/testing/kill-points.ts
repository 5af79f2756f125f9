import { writeSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { basename } from "node:path";
import BetterSqlite from "better-sqlite3";
import { Connection } from "../../../libvirt/connection";
import { LibvirtStream } from "../../../libvirt/stream";
import type { Order } from "./order";

// biome-ignore lint/complexity/noBannedTypes: whatever it takes is handed on as it came.
type AnyMethod = Function;

/** Calls of libvirt's that leave everything as it is. */
const reading = /(^auth_|^connect_|_get_|_list_|_lookup_|_is_|_has_|_num$|_refresh$|_download$)/;

/**
 * Counts what this process does to the world: each row that it writes, each call of libvirt's that changes something,
 * once when it is sent and once when it is answered, the first part of each stream, files that come and go, and programs
 * that begin and end. After the one that was asked for
 * it kills itself by SIGKILL. Nothing in the product knows of it.
 */
export class KillPoints {
  #order: Pick<Order, "killAt" | "libvirtd"> = { killAt: null, libvirtd: 0 };
  #count = 0;
  #counting = false;

  /** Begins to count. */
  arm(order: Pick<Order, "killAt" | "libvirtd">): void {
    this.#order = order;
    this.#counting = true;
  }

  /** Sees everything from now on that this process does by these ways. */
  install(): void {
    this.#watchDatabase();
    this.#watchCalls();
    this.#watchStreams();
    this.#watchFiles();
    this.#watchPrograms();
  }

  #watchFiles(): void {
    const files = builtIn("node:fs/promises");
    for (const name of ["rename", "rm", "rmdir", "mkdir"]) {
      const original = files[name] as AnyMethod;
      files[name] = async (path: string, ...rest: unknown[]) => {
        const result: unknown = await original(path, ...rest);
        this.#after(`did ${name} ${basename(path)}`);
        return result;
      };
    }
    const sync = builtIn("node:fs");
    for (const name of ["linkSync", "renameSync"]) {
      const original = sync[name] as AnyMethod;
      sync[name] = (from: string, to: string) => {
        original(from, to);
        this.#after(`did ${name} ${basename(to)}`);
      };
    }
    syncBuiltinESMExports();
  }

  /** A program goes on when who started it is killed. */
  #watchPrograms(): void {
    const programs = builtIn("node:child_process");
    const { execFile, spawn } = programs as { execFile: AnyMethod; spawn: AnyMethod };
    programs.spawn = (program: string, ...rest: unknown[]) => {
      const child: unknown = spawn(program, ...rest);
      this.#after(`did spawn ${basename(program)}`);
      return child;
    };
    programs.execFile = (program: string, words: string[], options: unknown, done: AnyMethod) => {
      const what = [program, ...words].map((word) => basename(word)).join(" ");
      const child: unknown = execFile(program, words, options, (...ended: unknown[]) => {
        this.#after(`did end ${what}`);
        done(...ended);
      });
      this.#after(`did start ${what}`);
      return child;
    };
    syncBuiltinESMExports();
  }

  #watchDatabase(): void {
    const memory = new BetterSqlite(":memory:");
    const statement = Object.getPrototypeOf(memory.prepare("select 1"));
    memory.close();
    const points = this;
    const { run } = statement;
    statement.run = function (this: BetterSqlite.Statement, ...values: unknown[]) {
      const result = run.apply(this, values);
      // Nothing is there before the end of a transaction.
      if (!/^BEGIN/.test(this.source))
        points.#after(`wrote: ${this.source.split(" ").slice(0, 3).join(" ")}`);
      return result;
    };
  }

  #watchCalls(): void {
    const { call, openStream, openSparseStream } = Connection.prototype;
    const watched = (original: AnyMethod) => {
      const points = this;
      return function (this: Connection, name: string, ...rest: unknown[]) {
        const counts = points.#counting && !reading.test(name);
        const isLast = counts && points.#isNext();
        // It is found in the queue by a libvirtd that goes on only when the next server asks as well.
        if (isLast) process.kill(points.#order.libvirtd, "SIGSTOP");
        const answer: Promise<unknown> = original.call(this, name, ...rest);
        if (!counts) return answer;
        // What is sent goes out at the end of this turn of the event loop.
        if (isLast) return new Promise(() => setImmediate(() => points.#after(`sent ${name}`)));
        points.#after(`sent ${name}`);
        return answer.then((result) => {
          points.#after(`answered ${name}`);
          return result;
        });
      };
    };
    Object.assign(Connection.prototype, {
      call: watched(call),
      openStream: watched(openStream),
      openSparseStream: watched(openSparseStream),
    });
  }

  #watchStreams(): void {
    const begun = new WeakSet<LibvirtStream>();
    const points = this;
    for (const method of ["_write", "_writev", "_final"] as const) {
      const original = LibvirtStream.prototype[method] as AnyMethod;
      Object.assign(LibvirtStream.prototype, {
        [method](this: LibvirtStream, ...args: unknown[]) {
          const done = args.pop() as (error?: Error | null) => void;
          const isFirst = method === "_final" || !begun.has(this);
          begun.add(this);
          original.call(this, ...args, (error?: Error | null) => {
            if (isFirst && !error) points.#after(method === "_final" ? "ended a stream" : "began a stream");
            done(error);
          });
        },
      });
    }
  }

  #isNext(): boolean {
    return this.#count === this.#order.killAt;
  }

  #after(what: string): void {
    if (!this.#counting) return;
    const isIt = this.#isNext();
    this.#count += 1;
    // At once, and not when the event loop comes to it.
    writeSync(1, `${what}\n`);
    if (!isIt) return;
    process.kill(process.pid, "SIGKILL");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
}

/** A module of Node's, as all others have it once its exports were synchronised. */
function builtIn(name: string): Record<string, AnyMethod> {
  return process.getBuiltinModule(name) as Record<string, AnyMethod>;
}
