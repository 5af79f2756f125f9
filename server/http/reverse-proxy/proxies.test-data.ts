import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";
import { freePort } from "@/e2e/free-port";
import { untilListening } from "@/e2e/until-listening";
import { findProgram } from "../../setup/find-program.mjs";
import { projectRoot } from "../../setup/project.mjs";

/** The name in the samples of `docs/reverse-proxy`. */
export const proxiedName = "passdeck.example.org";

interface Place {
  folder: string;
  port: number;
  /** Where Passdeck is: "127.0.0.1:8006". */
  upstream: string;
}

/** How a proxy is started from its sample: with its own port and files, and otherwise as the sample says. */
interface ProxyKind {
  sample: string;
  /** The first that is there. */
  programs: string[];
  words(configuration: string): string[];
  configuration(sample: string, place: Place): string;
}

const certificate = ({ folder }: Place) => join(folder, "cert.pem");
const key = ({ folder }: Place) => join(folder, "key.pem");

function withPlace(sample: string, place: Place): string {
  return sample
    .replace("127.0.0.1:8006", place.upstream)
    .replace(/\/etc\/letsencrypt\/\S+\/fullchain\.pem/, certificate(place))
    .replace(/\/etc\/letsencrypt\/\S+\/privkey\.pem/, key(place));
}

/** Where distributions put Apache's modules. */
const apacheModules = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib64/apache2"].find(
  (folder) => existsSync(folder),
);

export const proxyKinds = {
  nginx: {
    sample: "nginx.conf",
    programs: ["nginx"],
    words: (configuration) => ["-c", configuration, "-e", "stderr"],
    configuration: (sample, place) => `
daemon off;
user root;
pid ${place.folder}/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path ${place.folder}/body;
  proxy_temp_path ${place.folder}/proxy;
${withPlace(sample, place).replace("listen 443", `listen 127.0.0.1:${place.port}`)}
}`,
  },
  Caddy: {
    sample: "Caddyfile",
    programs: ["caddy"],
    words: (configuration) => ["run", "--adapter", "caddyfile", "--config", configuration],
    configuration: (sample, place) => `
{
  admin off
  auto_https off
  storage file_system ${place.folder}
  log {
    level ERROR
  }
}
${withPlace(sample, place).replace(`${proxiedName} {`, `https://${proxiedName}:${place.port} {\n\ttls ${certificate(place)} ${key(place)}`)}`,
  },
  Apache: {
    sample: "apache.conf",
    programs: ["apache2", "httpd"],
    words: (configuration) => ["-X", "-f", configuration],
    configuration: (sample, place) => `
${["mpm_event", "authz_core", "ssl", "headers", "proxy", "proxy_http", "reqtimeout"].map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`).join("\n")}
ServerRoot ${place.folder}
ServerName ${proxiedName}
PidFile ${place.folder}/apache.pid
DefaultRuntimeDir ${place.folder}
ErrorLog ${place.folder}/error.log
Listen 127.0.0.1:${place.port}
${withPlace(sample, place).replace("*:443", `*:${place.port}`)}`,
  },
} satisfies Record<string, ProxyKind>;

/** A proxy in a process of its own, as its sample in `docs/reverse-proxy` has it. */
export class ReverseProxy {
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(
    process: ChildProcess,
    folder: string,
    readonly port: number,
  ) {
    this.#process = process;
    this.#folder = folder;
  }

  /** @param upstream where Passdeck is: "127.0.0.1:8006". */
  static async start(name: keyof typeof proxyKinds, upstream: string): Promise<ReverseProxy> {
    const kind: ProxyKind = proxyKinds[name];
    const place = {
      folder: mkdtempSync(join(tmpdir(), "passdeck-proxy-")),
      port: await freePort(),
      upstream,
    };
    const made = await generate([{ name: "commonName", value: proxiedName }], { keyType: "ec" });
    writeFileSync(certificate(place), made.cert);
    writeFileSync(key(place), made.private, { mode: 0o600 });
    const file = join(place.folder, "configuration");
    const sample = readFileSync(join(projectRoot, "docs/reverse-proxy", kind.sample), "utf8");
    writeFileSync(file, kind.configuration(sample, place));
    const program = kind.programs.map(findProgram).find((path) => path !== null) ?? name;
    const child = spawn(program, kind.words(file), { stdio: "inherit" });
    const proxy = new ReverseProxy(child, place.folder, place.port);
    await untilListening(child, place.port);
    return proxy;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      this.#process.kill("SIGTERM");
      await once(this.#process, "exit");
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
