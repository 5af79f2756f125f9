import { homedir } from "node:os";
import type { Dialer } from "./dial/dialer";
import { firstSocketDialer } from "./dial/unix";
import { ConnectionError } from "./errors";

/** Where a libvirt URI leads. */
export interface LibvirtTarget {
  dialer: Dialer;
  /** What to open there: the URI without what only says how to get there. */
  uri: string;
  /** The sockets that are tried, in order. */
  socketPaths: string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

export interface LibvirtUriOptions {
  /** Goes to the daemon's socket for readers. Default false. */
  readOnly?: boolean;
  /** For sessions, whose socket is in XDG_RUNTIME_DIR. Default `process.env`. */
  environment?: Environment;
}

/** Drivers and the modular daemon that serves each one beside libvirtd. */
const modularDaemons: ReadonlyMap<string, string | null> = new Map([
  ["qemu", "virtqemud"],
  ["test", null],
]);

/** Parameters that tell libvirt's own client how to connect (https://libvirt.org/uri.html#transport-configuration). */
const clientParameters = ["socket", "mode", "name", "auth", "command", "proxy"];

/**
 * Reads a libvirt URI (https://libvirt.org/uri.html): `qemu:///system`, `qemu:///session`, `test:///default`, or with
 * a socket of its own `qemu+unix:///system?socket=PATH`. A ConnectionError "unsupported" for one that leads elsewhere.
 */
export function parseLibvirtUri(text: string, options: LibvirtUriOptions = {}): LibvirtTarget {
  const url = parse(text);
  const [driver = "", transport] = url.protocol.slice(0, -1).split("+");
  const daemon = modularDaemons.get(driver);
  if (daemon === undefined) throw unsupported(text, `this is no driver that Passdeck knows: “${driver}”`);
  if (transport !== undefined && transport !== "unix") {
    throw unsupported(text, `libvirt cannot be reached by “${transport}”`);
  }
  if (url.host !== "") throw unsupported(text, `another host (“${url.host}”) cannot be reached`);
  const own = url.searchParams.get("socket");
  const socketPaths = own ? [own] : defaultSockets(url.pathname, daemon, options);
  return { dialer: firstSocketDialer(socketPaths), uri: driverUri(url, driver), socketPaths };
}

/** Whether a URI leads to a user's own libvirt, which can do only what the user can. */
export function isSession(text: string): boolean {
  return URL.canParse(text) && new URL(text).pathname === "/session";
}

/**
 * Where a libvirt keeps images by itself, so that its security modules let QEMU read them; virt-install makes its pool
 * "default" there. A session's is below its user's data folder (XDG Base Directory Specification).
 * @param text A URI as {@link parseLibvirtUri} takes it.
 */
export function imagesFolder(text: string, { XDG_DATA_HOME }: Environment = process.env): string {
  if (!isSession(text)) return "/var/lib/libvirt/images";
  return `${XDG_DATA_HOME || `${homedir()}/.local/share`}/libvirt/images`;
}

function parse(text: string): URL {
  try {
    return new URL(text);
  } catch (cause) {
    throw unsupported(text, "this is no URI", cause);
  }
}

function defaultSockets(path: string, daemon: string | null, options: LibvirtUriOptions): string[] {
  const folder = path === "/session" ? sessionFolder(options.environment ?? process.env) : "/run/libvirt";
  const ending = options.readOnly && path !== "/session" ? "-sock-ro" : "-sock";
  const daemons = daemon === null ? ["libvirt"] : ["libvirt", daemon];
  return daemons.map((name) => `${folder}/${name}${ending}`);
}

/** As GLib's g_get_user_runtime_dir, which libvirt uses: without XDG_RUNTIME_DIR it is the cache folder. */
function sessionFolder({ XDG_RUNTIME_DIR, XDG_CACHE_HOME }: Environment): string {
  return `${XDG_RUNTIME_DIR || XDG_CACHE_HOME || `${homedir()}/.cache`}/libvirt`;
}

/** The URI as the daemon's driver wants it. The parameter "name" stands for all of it. */
function driverUri(url: URL, driver: string): string {
  const name = url.searchParams.get("name");
  if (name) return name;
  const parameters = new URLSearchParams(url.searchParams);
  for (const parameter of clientParameters) parameters.delete(parameter);
  const query = parameters.size > 0 ? `?${parameters}` : "";
  return `${driver}://${url.pathname}${query}`;
}

function unsupported(text: string, why: string, cause?: unknown): ConnectionError {
  const message = `“${text}”: ${why}. Use a URI such as qemu:///system, qemu:///session or qemu+unix:///system?socket=PATH.`;
  return new ConnectionError("unsupported", message, { cause });
}
