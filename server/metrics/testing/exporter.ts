import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "vitest";
import { freePort } from "@/e2e/free-port";

/** Debian's prometheus-libvirt-exporter on a libvirtd. */
export class Exporter {
  readonly #child: ChildProcess;
  readonly #url: string;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.#url = url;
  }

  /** Resolves once it answers. @param uri libvirt's */
  static async start(uri: string): Promise<Exporter> {
    const address = `127.0.0.1:${await freePort()}`;
    const words = [`--web.listen-address=${address}`, `--libvirt.uri=${uri}`];
    const child = spawn("prometheus-libvirt-exporter", words, { stdio: "ignore" });
    const exporter = new Exporter(child, `http://${address}/metrics`);
    await expect
      .poll(() => exporter.metrics().catch(() => ""), { timeout: 30_000 })
      .toContain("libvirt_up 1");
    return exporter;
  }

  /** What it tells, in Prometheus' format. */
  async metrics(): Promise<string> {
    return (await fetch(this.#url)).text();
  }

  async stop(): Promise<void> {
    this.#child.kill();
    await once(this.#child, "exit");
  }
}
