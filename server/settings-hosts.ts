import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";
import type { GivenHost } from "./host/route/given-host";
import { hostNameSchema } from "./host/route/host-name.schema";
import { hostRouteSchema, type Transport } from "./host/route/host-route.schema";
import type { MachineFacts } from "./machine-facts";

/** `NAME=URI` entries with spaces or commas between them. */
export function hostsVariable({ workingFolder }: MachineFacts) {
  return z
    .string()
    .default("")
    .transform((text, context) => {
      const given = new Map<string, GivenHost>();
      for (const entry of text.split(/[\s,]+/).filter((one) => one !== "")) {
        try {
          const host = readEntry(entry, workingFolder);
          if (given.has(host.name)) throw new Unusable(`${host.name}: is named twice`);
          given.set(host.name, host);
        } catch (error) {
          // A URIError of a percent sign that begins nothing.
          if (!(error instanceof Unusable || error instanceof URIError)) throw error;
          context.addIssue({ code: "custom", message: wordsOf(error, entry) });
        }
      }
      return [...given.values()];
    });
}

/** An entry that can't be used; the message names it. */
class Unusable extends Error {}

function wordsOf(error: Error, entry: string): string {
  return error instanceof Unusable
    ? error.message
    : `“${entry}” has a % that no two digits follow: write %25`;
}

const example = "atlas=qemu+ssh://root@atlas.lan/system?key=SHA256:…";

/** What a URI may say behind its “?”, for each transport. `keyfile`, `socket` and `pkipath` are libvirt's own. */
const parametersOf: Readonly<Record<Transport, readonly string[]>> = {
  ssh: ["key", "keyfile", "socket"],
  tls: ["key", "pkipath", "cacert", "clientcert", "clientkey"],
};

function readEntry(entry: string, folder: string): GivenHost {
  const [, name = "", text = ""] = /^([^=]*)=(.*)$/.exec(entry) ?? [];
  const match = /^(qemu|test)\+(ssh|tls):\/\//.exec(text);
  const transport = match?.[2];
  if (match === null || !URL.canParse(text) || (transport !== "ssh" && transport !== "tls"))
    throw new Unusable(`“${entry}” is not NAME=URI with qemu+ssh:// or qemu+tls://, such as ${example}`);
  const wrong = (what: string) => new Unusable(`${name}: ${what}`);
  const named = hostNameSchema.safeParse(name);
  if (!named.success) throw wrong(named.error.issues[0]?.message ?? "is no name");
  if (name === "local") throw wrong("is what Passdeck calls its own machine");
  const url = new URL(text);
  const { pathname } = url;
  if (url.password !== "") throw wrong("a password has no place in the settings: sign in by a key");
  if (url.hash !== "") throw wrong("its URI has a #: write %23 in a path");
  if (!/^\/[a-z]+$/.test(pathname) || pathname === "/session")
    throw wrong("its URI has to end with /system, as a user’s own libvirt can’t be reached on another host");
  const parameters = new Parameters(url.search, parametersOf[transport], folder, wrong);
  const target = { host: decodeURIComponent(url.hostname), port: url.port === "" ? null : Number(url.port) };
  const user = url.username === "" ? null : decodeURIComponent(url.username);
  const expectedKey = parameters.fingerprint(transport);
  const parts =
    transport === "ssh"
      ? sshParts({ ...target, user }, parameters)
      : tlsParts(target, parameters, user, wrong);
  const route = hostRouteSchema.safeParse(parts.route);
  if (!route.success) throw wrong(route.error.issues[0]?.message ?? "can’t be reached that way");
  const socket = parameters.text("socket");
  const uri = socket
    ? `${match[1]}+unix://${pathname}?socket=${encodeURIComponent(socket).replaceAll("%2F", "/")}`
    : `${match[1]}://${pathname}`;
  return { name, uri, route: route.data, expectedKey, credential: parts.credential };
}

interface Parts {
  route: unknown;
  credential: GivenHost["credential"];
}

function sshParts(target: object, parameters: Parameters): Parts {
  const keyFile = parameters.text("keyfile");
  return {
    route: { transport: "ssh", target, jumps: [] },
    credential:
      keyFile === null
        ? { kind: "own" }
        : { kind: "key", privateKey: parameters.file(keyFile), passphrase: null },
  };
}

/** Where libvirt's own client has them (https://libvirt.org/remote.html#pki-file-layout), or all in one folder. */
function tlsParts(
  target: object,
  parameters: Parameters,
  user: string | null,
  wrong: (what: string) => Unusable,
): Parts {
  if (user !== null) throw wrong("by TLS nobody signs in by a user’s name: leave it out");
  const folder = parameters.text("pkipath");
  const at = (parameter: string, usual: string) =>
    parameters.file(
      parameters.text(parameter) ?? (folder === null ? usual : join(folder, `${parameter}.pem`)),
    );
  return {
    route: {
      transport: "tls",
      target,
      ca: at("cacert", "/etc/pki/CA/cacert.pem"),
      certificate: at("clientcert", "/etc/pki/libvirt/clientcert.pem"),
    },
    credential: {
      kind: "client-key",
      privateKey: at("clientkey", "/etc/pki/libvirt/private/clientkey.pem"),
      passphrase: null,
    },
  };
}

/** What stands behind a URI's “?”. A plus is one: fingerprints have them. */
class Parameters {
  readonly #values: ReadonlyMap<string, string>;

  constructor(
    search: string,
    known: readonly string[],
    readonly folder: string,
    readonly wrong: (what: string) => Unusable,
  ) {
    const words = search.slice(1).split("&").filter(Boolean);
    this.#values = new Map(
      words.map((word) => {
        const [name = "", ...rest] = word.split("=");
        if (!known.includes(name)) throw wrong(`“${name}” is none of its parameters: ${known.join(", ")}`);
        return [name, decodeURIComponent(rest.join("="))];
      }),
    );
  }

  text(name: string): string | null {
    return this.#values.get(name) || null;
  }

  /** The host's key. By ssh nobody else vouches for it. */
  fingerprint(transport: Transport): string | null {
    const key = this.text("key")?.replace(/=+$/, "") ?? null;
    if (key === null && transport === "tls") return null;
    if (key !== null && /^SHA256:[A-Za-z0-9+/]{43}$/.test(key)) return key;
    throw this.wrong(
      transport === "ssh"
        ? "give its host key’s fingerprint as key=SHA256:…, as “ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub” prints it there"
        : "key has to be SHA256: and the fingerprint of the key in its certificate",
    );
  }

  /** What stands in a file. */
  file(path: string): string {
    const absolute = resolve(this.folder, path);
    try {
      const text = readFileSync(absolute, "utf8").trim();
      if (text !== "") return text;
    } catch (error) {
      throw this.wrong(`${absolute} can’t be read (${(error as Error).message})`);
    }
    throw this.wrong(`${absolute} is empty`);
  }
}
