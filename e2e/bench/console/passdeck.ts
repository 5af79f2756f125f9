import { setTimeout as delay } from "node:timers/promises";
import { type APIRequestContext, request } from "@playwright/test";
import * as z from "zod";
import { type Administrator, makeAdministrator } from "@/e2e/fixtures/administrator";
import { PassdeckServer } from "@/e2e/fixtures/passdeck-server";
import { proofHeader } from "@/server/access/origin-proof.schema";

const lookMs = 20;
const ticketAnswer = z.object({ result: z.object({ data: z.object({ ticket: z.string() }) }) });

/** The built server in a process of its own, with one administrator who is signed in. */
export class Passdeck {
  readonly #server: PassdeckServer;
  readonly #api: APIRequestContext;

  private constructor(
    server: PassdeckServer,
    readonly administrator: Administrator,
    api: APIRequestContext,
  ) {
    this.#server = server;
    this.#api = api;
  }

  /** `dataFolder` is a new one that goes with it where left out. */
  static async start(libvirtUri: string, dataFolder?: string): Promise<Passdeck> {
    const server = await PassdeckServer.start({
      libvirtUri,
      ...(dataFolder === undefined ? {} : { dataFolder }),
    });
    const administrator = await makeAdministrator(server);
    const { storageState, proof } = administrator;
    const extraHTTPHeaders = { [proofHeader]: proof };
    const api = await request.newContext({ ignoreHTTPSErrors: true, storageState, extraHTTPHeaders });
    return new Passdeck(server, administrator, api);
  }

  get url(): string {
    return this.#server.url;
  }

  /** The session, as a Cookie header. */
  get cookie(): string {
    const { cookies } = this.administrator.storageState as Exclude<Administrator["storageState"], string>;
    return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  }

  /** Resolves once it is connected to its only host, and knows its VMs. */
  async untilConnected(): Promise<void> {
    for (;;) {
      const health = await this.#api.get(`${this.url}/healthz`);
      if ((await health.text()).includes('"connected"')) return;
      await delay(lookMs);
    }
  }

  /** A ticket for a console of the only host's VM `vmId`. */
  async consoleTicket(vmId: string, kind: "serial" | "graphical" = "serial"): Promise<string> {
    const answer = await this.#api.post(`${this.url}/api/trpc/console.open`, {
      data: { hostId: "local", vmId, kind, readOnly: false },
      headers: { origin: this.url },
    });
    return ticketAnswer.parse(await answer.json()).result.data.ticket;
  }

  async stop(): Promise<void> {
    await this.#api.dispose();
    await this.#server.stop();
  }
}
