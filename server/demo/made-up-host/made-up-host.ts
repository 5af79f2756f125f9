import { unable } from "../../host/ability";
import type { Host } from "../../host/host";
import { Connection } from "../../libvirt/connection";
import { parseLibvirtUri } from "../../libvirt/uri";
import { LibvirtFront } from "./libvirt/libvirt-front";
import { madeUpAnswers } from "./libvirt/made-up-answers";
import { MadeUpVolumes, volumeAnswers } from "./libvirt/made-up-volumes";
import { MadeUpMachine } from "./made-up-machine";
import { MadeUpVms } from "./made-up-vms";

/** How long a restart of the made-up host takes, in milliseconds. */
const restartMs = 5_000;

interface MadeUpHostOptions {
  /** Of its own, for its files. */
  folder: string;
  /** The libvirt whose test driver plays its VMs. */
  libvirtUri: string;
  /** The schemas that came with that libvirt. */
  schemas: Host["schemas"];
  restartMs?: number;
}

/** What plays its VMs and their volumes. */
interface Engine {
  connection: Connection;
  vms: MadeUpVms;
  volumes: MadeUpVolumes;
}

/** A host that is made up: a machine in a folder, and VMs that libvirt's test driver plays. What is done to it happens to it alone. */
export class MadeUpHost {
  readonly host: Host;
  readonly #options: MadeUpHostOptions;
  readonly #machine: MadeUpMachine;
  readonly #front: LibvirtFront;
  #engine: Engine | null = null;
  #started: (hostId: string) => void = () => undefined;
  /** A restart or a reset: one at a time. */
  #changing: Promise<void> | null = null;

  private constructor(options: MadeUpHostOptions) {
    this.#options = options;
    this.#machine = new MadeUpMachine(options.folder);
    const { dialer, uri } = parseLibvirtUri(options.libvirtUri);
    this.#front = new LibvirtFront(dialer, {
      ...madeUpAnswers(this.#machine, () => this.#known.vms),
      ...volumeAnswers(() => this.#known.volumes),
    });
    this.host = {
      id: "demo",
      name: null,
      demo: { reset: () => this.#alone(() => this.#reset()) },
      ...this.#machine.abilities(() => this.#beginRestart()),
      libvirt: this.#front.asHostLibvirt(uri),
      schemas: options.schemas,
      sockets: unable(
        "The demo host plays a recorded start on the serial console, and has no screens. Open the serial console.",
      ),
      guard: unable("The demo host's network is made up, and leads nowhere: it can't be changed."),
      unchangeable: null,
      managementConnection: () => null,
    };
  }

  static async start(options: MadeUpHostOptions): Promise<MadeUpHost> {
    const made = new MadeUpHost(options);
    await made.#install();
    return made;
  }

  /** Tells of each restart, once it is there again. */
  onStart(started: (hostId: string) => void): void {
    this.#started = started;
  }

  async close(): Promise<void> {
    await this.#changing?.catch(() => undefined);
    await this.#engine?.connection.close();
  }

  get #known(): Engine {
    if (this.#engine === null) throw new Error("the demo host is away");
    return this.#engine;
  }

  /** Nobody waits for it. One that fails leaves the host as it is, and reachable: its libvirt says what is wrong. */
  #beginRestart(): void {
    this.#alone(() => this.#restart()).catch(() => this.#front.comeBack());
  }

  #alone(work: () => Promise<void>): Promise<void> {
    const before = this.#changing?.catch(() => undefined) ?? Promise.resolve();
    const now = before.then(work).finally(() => {
      if (this.#changing === now) this.#changing = null;
    });
    this.#changing = now;
    return now;
  }

  async #restart(): Promise<void> {
    await this.#known.vms.stopAll();
    this.#front.leave();
    await new Promise((resolve) => setTimeout(resolve, this.#options.restartMs ?? restartMs));
    await this.#machine.boot();
    await this.#known.vms.startWithHost();
    this.#front.comeBack();
    this.#started(this.host.id);
  }

  async #reset(): Promise<void> {
    this.#front.leave();
    // With its last connection the test driver forgets what was made there.
    await this.#engine?.connection.close();
    await this.#install();
    this.#front.comeBack();
  }

  async #install(): Promise<void> {
    await this.#machine.install();
    const { dialer, uri } = parseLibvirtUri(this.#options.libvirtUri);
    const connection = await Connection.open(dialer, uri);
    const vms = new MadeUpVms(connection, this.#machine);
    this.#engine = { connection, vms, volumes: new MadeUpVolumes(connection) };
    await vms.follow();
    await vms.seed();
  }
}
