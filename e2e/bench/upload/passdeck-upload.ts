import { type ChildProcess, execFile } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { type APIRequestContext, request } from "@playwright/test";
import * as z from "zod";
import { makeAdministrator } from "@/e2e/fixtures/administrator";
import { proofHeader } from "@/server/access/origin-proof.schema";
import { residentMebibytes } from "../pages/process-usage";
import { end, startScript } from "../vnc/helper-process";

const run = promisify(execFile);
const lookMs = 20;
const announcement = z.object({ url: z.string(), link: z.string() });
const opened = z.object({ result: z.object({ data: z.object({ url: z.string() }) }) });

export interface SentFile {
  file: string;
  sizeBytes: number;
  /** What Passdeck is to compare it with; null to do as virsh does, which compares nothing. */
  checksum: string | null;
}

/** Passdeck's server with an administrator, to send files to with curl: a C program, as virsh is one. */
export class PassdeckUpload {
  readonly #child: ChildProcess;
  readonly #url: string;
  readonly #api: APIRequestContext;
  readonly #proof: string;

  private constructor(child: ChildProcess, url: string, api: APIRequestContext, proof: string) {
    this.#child = child;
    this.#url = url;
    this.#api = api;
    this.#proof = proof;
  }

  static async start(libvirtUri: string, tls: "tls" | "plain"): Promise<PassdeckUpload> {
    const script = new URL("./upload-server.ts", import.meta.url);
    const [child, line] = await startScript(script, libvirtUri, tls);
    const { url, link } = announcement.parse(JSON.parse(line));
    const { storageState, proof } = await makeAdministrator({ url, firstAdministratorLink: link });
    const api = await request.newContext({
      baseURL: url,
      ignoreHTTPSErrors: true,
      storageState,
      extraHTTPHeaders: { origin: url, [proofHeader]: proof },
    });
    while (!(await (await api.get("/healthz")).text()).includes('"connected"')) await delay(lookMs);
    return new PassdeckUpload(child, url, api, proof);
  }

  /** Seconds from opening the upload to the answer that says that all is written and checked. */
  async upload({ file, sizeBytes, checksum }: SentFile, pool: string, name: string): Promise<number> {
    const beganAt = performance.now();
    const data = { hostId: "local", pool, name, sizeBytes, checksum };
    const ticket = await this.#api.post("/api/trpc/storage.openUpload", { data });
    const { url } = opened.parse(await ticket.json()).result.data;
    await run("curl", [...(await this.#headers()), "-X", "PATCH", "-T", file, `${this.#url}${url}`]);
    return (performance.now() - beganAt) / 1_000;
  }

  residentMebibytes(): Promise<number> {
    return residentMebibytes(this.#child.pid ?? 0);
  }

  async stop(): Promise<void> {
    await this.#api.dispose();
    await end(this.#child);
  }

  async #headers(): Promise<string[]> {
    const { cookies } = await this.#api.storageState();
    const headers = [
      `Cookie: ${cookies.map(({ name, value }) => `${name}=${value}`).join("; ")}`,
      `Origin: ${this.#url}`,
      `${proofHeader}: ${this.#proof}`,
      "Tus-Resumable: 1.0.0",
      "Upload-Offset: 0",
      "Content-Type: application/offset+octet-stream",
      "Expect:",
    ];
    return [
      "--silent",
      "--show-error",
      "--fail-with-body",
      "--insecure",
      "--http1.1",
      ...headers.flatMap((line) => ["-H", line]),
    ];
  }
}
