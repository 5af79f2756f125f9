import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "ldapts";
import { generate } from "selfsigned";
import { freePort } from "@/e2e/free-port";
import { stopProcess } from "@/e2e/stop-process";
import { untilListening } from "@/e2e/until-listening";
import { findProgram } from "../../setup/find-program.mjs";

export const base = "dc=example,dc=org";
export const [reader, readerPassword] = [`cn=reader,${base}`, "reads all"];
const [manager, managerPassword] = [`cn=root,${base}`, "does all"];

/** What an entry of a person has besides its name. */
export interface SlapdPerson {
  name: string;
  password: string;
  /** What stands in its "cn"; its name where left out. */
  commonName?: string;
}

/** OpenLDAP's server in a process of its own, on the loopback, with a folder of its own. */
export class Slapd {
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(
    process: ChildProcess,
    folder: string,
    readonly port: number,
    readonly securePort: number,
    /** The certificate of its own authority, which is its own. */
    readonly caFile: string,
  ) {
    this.#process = process;
    this.#folder = folder;
  }

  static async start(): Promise<Slapd> {
    const folder = mkdtempSync(join(tmpdir(), "passdeck-slapd-"));
    const [port, securePort] = [await freePort(), await freePort()];
    const caFile = await writeCertificate(folder);
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "slapd.conf"), configuration(folder));
    // Under a name of its own: where AppArmor has a profile for it, that keeps it to the system's folders.
    const program = join(folder, "slapd");
    copyFileSync(findProgram("slapd") ?? "slapd", program);
    const urls = `ldap://127.0.0.1:${port} ldaps://127.0.0.1:${securePort}`;
    const child = spawn(program, ["-f", join(folder, "slapd.conf"), "-h", urls, "-d", "0"], {
      stdio: "inherit",
    });
    const slapd = new Slapd(child, folder, port, securePort, caFile);
    await untilListening(child, port);
    await slapd.#asManager(async (client) => {
      await client.add(base, { objectClass: ["dcObject", "organization"], o: "Example" });
      for (const ou of ["people", "groups"])
        await client.add(`ou=${ou},${base}`, { objectClass: "organizationalUnit" });
      await client.add(reader, {
        objectClass: ["organizationalRole", "simpleSecurityObject"],
        userPassword: readerPassword,
      });
    });
    return slapd;
  }

  /** The entry of a person, once they are added. */
  dnOf(name: string): string {
    return `uid=${name},ou=people,${base}`;
  }

  async addPerson({ name, password, commonName = name }: SlapdPerson): Promise<void> {
    await this.#asManager((client) =>
      client.add(this.dnOf(name), {
        objectClass: "inetOrgPerson",
        cn: commonName,
        sn: name,
        ...(password === "" ? {} : { userPassword: password }),
      }),
    );
  }

  /** Adds a group, or removes it where it has nobody. */
  async setGroup(name: string, members: readonly string[]): Promise<void> {
    const dn = `cn=${name},ou=groups,${base}`;
    await this.#asManager(async (client) => {
      await client.del(dn).catch(() => undefined);
      if (members.length > 0)
        await client.add(dn, {
          objectClass: "groupOfNames",
          member: members.map((member) => this.dnOf(member)),
        });
    });
  }

  /** Has it answer nobody, with its connections open. */
  freeze(): void {
    if (this.#process.pid !== undefined) stopProcess(this.#process.pid);
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      this.#process.kill("SIGKILL");
      await once(this.#process, "exit");
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #asManager(work: (client: Client) => Promise<void>): Promise<void> {
    const client = new Client({ url: `ldap://127.0.0.1:${this.port}` });
    await client.bind(manager, managerPassword);
    try {
      await work(client);
    } finally {
      await client.unbind();
    }
  }
}

async function writeCertificate(folder: string): Promise<string> {
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    algorithm: "sha256",
    keyType: "ec",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
  });
  const caFile = join(folder, "cert.pem");
  writeFileSync(caFile, cert);
  writeFileSync(join(folder, "key.pem"), key);
  return caFile;
}

function configuration(folder: string): string {
  const schemas = existing("/etc/ldap/schema", "/etc/openldap/schema");
  const modules = existing("/usr/lib/ldap", "/usr/lib64/openldap", "/usr/lib/openldap");
  return `
${["core", "cosine", "inetorgperson"].map((schema) => `include ${schemas}/${schema}.schema`).join("\n")}
modulepath ${modules}
moduleload back_mdb
moduleload memberof
# As some directories do: who gives no password is let in as nobody.
allow bind_anon_dn
TLSCertificateFile ${folder}/cert.pem
TLSCertificateKeyFile ${folder}/key.pem
database mdb
suffix "${base}"
rootdn "${manager}"
rootpw "${managerPassword}"
directory ${folder}/data
overlay memberof
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="${reader}" read by * none
`;
}

function existing(...folders: string[]): string {
  const found = folders.find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`there is none of ${folders.join(", ")}`);
  return found;
}
