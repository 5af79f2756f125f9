import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { productFile } from "../../host/product-file";
import { openPostgres } from "../postgres/open-postgres";
import { WaitingConnection } from "../postgres/waiting-connection";

/** Where Debian has the server's programs, a folder for each version, which no PATH names. */
const versions = "/usr/lib/postgresql";

/** A PostgreSQL server of its own, reached by a socket in its folder alone. */
export interface PostgresServer {
  /** "postgresql://postgres@%2Ffolder/". */
  url: string;
  /** Its process. */
  pid: number;
  stop(): Promise<void>;
}

/** Starts a server with nothing in it. It keeps nothing through a power cut, which tests do without. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const user = ownUser();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  execFileSync(
    program("initdb"),
    ["-D", data, "-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8"],
    user ?? {},
  );
  const settings = ["-h", "", "-k", folder, "-F", "-c", "full_page_writes=off", "-c", "max_connections=300"];
  const server = spawn(program("postgres"), ["-D", data, ...settings], {
    ...user,
    stdio: ["ignore", "ignore", "pipe"],
  });
  server.stderr.setEncoding("utf8");
  for await (const text of server.stderr) if (/ready to accept connections/.test(String(text))) break;
  const stop = async () => {
    const ended = once(server, "exit");
    server.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgresql://postgres@${encodeURIComponent(folder)}/`, pid: server.pid ?? 0, stop };
}

/** The folder that has what the database room ships. */
export function databaseHome(): string {
  return productFile("server/database");
}

/** A database of a server's. */
export function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Has all tables already: to make them anew for each test would take most of its time. */
export const templateDatabase = "passdeck_template";

/** For vitest: a server that all tests of a project share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  const maker = new WaitingConnection(withDatabase(url, "postgres"), databaseHome());
  maker.ask(`CREATE DATABASE ${templateDatabase}`);
  maker.close();
  openPostgres(withDatabase(url, templateDatabase), databaseHome(), null).close();
  project.provide("postgresServer", url);
  return stop;
}

/** The server refuses to run as root. */
function ownUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (kind: string) => Number(execFileSync("id", [kind, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function program(name: string): string {
  const folders = existsSync(versions)
    ? readdirSync(versions).map((version) => join(versions, version, "bin"))
    : [];
  const found = [...folders, "/usr/bin"].map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`PostgreSQL's ${name} is not installed`);
  return found;
}
