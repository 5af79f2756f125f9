import { Connection } from "@/server/libvirt/connection";
import type { ProcedureResult } from "@/server/libvirt/protocol/procedures.gen";
import { parseLibvirtUri } from "@/server/libvirt/uri";
import { type Contender, stateCalls, type Work } from "./contender";

type Domain = ProcedureResult["connect_list_all_domains"]["domains"][number];

/** Domains a call when asking for statistics. */
const chunk = 100;

/** Our own client. */
export class Ours implements Contender {
  readonly #tasks: Record<Work, () => Promise<void>> = {
    "list-state-xml": () => this.#listStateXml(),
    list: () => this.#list().then(() => undefined),
    statistics: () => this.#statistics(),
    sequence: () => this.#sequence(),
    "at-once": () => this.#atOnce(),
  };

  readonly #connection: Connection;
  readonly #domains: Domain[];

  private constructor(connection: Connection, domains: Domain[]) {
    this.#connection = connection;
    this.#domains = domains;
  }

  static async connect(uri: string): Promise<Ours> {
    const target = parseLibvirtUri(uri);
    const connection = await Connection.open(target.dialer, target.uri);
    const { domains } = await connection.call("connect_list_all_domains", { need_results: 1, flags: 0 });
    return new Ours(connection, domains);
  }

  async run(work: Work): Promise<number> {
    const start = performance.now();
    await this.#tasks[work]();
    return performance.now() - start;
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  async #list(): Promise<Domain[]> {
    return (await this.#connection.call("connect_list_all_domains", { need_results: 1, flags: 0 })).domains;
  }

  async #listStateXml(): Promise<void> {
    const asked = (await this.#list()).flatMap((dom) => [
      this.#state(dom),
      this.#connection.call("domain_get_xml_desc", { dom, flags: 0 }),
    ]);
    await Promise.all(asked);
  }

  async #statistics(): Promise<void> {
    const asked = [];
    for (let start = 0; start < this.#domains.length; start += chunk) {
      const doms = this.#domains.slice(start, start + chunk);
      asked.push(this.#connection.call("connect_get_all_domain_stats", { doms, stats: 0, flags: 0 }));
    }
    await Promise.all(asked);
  }

  async #sequence(): Promise<void> {
    for (const dom of this.#domains.slice(0, stateCalls)) await this.#state(dom);
  }

  async #atOnce(): Promise<void> {
    await Promise.all(this.#domains.slice(0, stateCalls).map((dom) => this.#state(dom)));
  }

  #state(dom: Domain) {
    return this.#connection.call("domain_get_state", { dom, flags: 0 });
  }
}
