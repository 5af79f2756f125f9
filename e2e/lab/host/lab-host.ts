import { readFile } from "node:fs/promises";
import { freePort } from "@/e2e/free-port";
import type { LabImages } from "@/e2e/lab/image/images";
import type { LabMachine } from "@/e2e/lab/topology/emulated-machine";
import { type Bindings, parseBindings, printBindings } from "./bindings";
import { guestLog, shellSocket } from "./emulator";
import { bootIdFile, type CommandResult, type GuestAgent } from "./guest-agent";
import { bootingInnerGuest, innerGuestXml } from "./inner-guest";
import { RunningEmulator } from "./running-emulator";
import { readStartMessage } from "./start-message";

/** Of Passdeck's log. */
const keptCharacters = 16_000;

export interface LabHostOptions {
  machine: LabMachine;
  images: LabImages;
  /** Image of the disk with the built Passdeck. */
  projectImage: string;
}

/** An emulated passthrough host that serves the built Passdeck. */
export class LabHost {
  readonly #emulator: RunningEmulator;
  #agent: GuestAgent;
  #log = "";

  private constructor(
    emulator: RunningEmulator,
    agent: GuestAgent,
    readonly machine: LabMachine,
    /** "https://127.0.0.1:40123" */
    readonly url: string,
    /** The printed link that makes the first administrator, led to the outer machine. */
    readonly firstAdministratorLink: string,
  ) {
    this.#emulator = emulator;
    this.#agent = agent;
    emulator.passdeckOutput.on("data", (text: string) => {
      this.#log = (this.#log + text).slice(-keptCharacters);
    });
  }

  /** Resolves when Passdeck can be opened. */
  static async start({ machine, images, projectImage }: LabHostOptions): Promise<LabHost> {
    const webPort = await freePort();
    const emulator = await RunningEmulator.start({
      machine,
      images,
      projectImage,
      webPort,
      isFirstBoot: false,
    });
    try {
      const [agent, printed] = await Promise.all([
        emulator.booted(),
        readStartMessage(emulator.passdeckOutput),
      ]);
      const url = `https://127.0.0.1:${webPort}`;
      const { pathname, hash } = new URL(printed);
      return new LabHost(emulator, agent, machine, url, `${url}${pathname}${hash}`);
    } catch (error) {
      await emulator.stop();
      throw error;
    }
  }

  /** The end of what Passdeck in the host has logged. */
  get log(): string {
    return this.#log;
  }

  /** A socket that a root shell of the host listens on. */
  get shellSocket(): string {
    return shellSocket(this.#emulator.folder);
  }

  /**
   * Runs a program in the host, past Passdeck.
   * @returns its standard output
   * @throws with the program's words where it fails
   */
  async run(program: string, ...words: string[]): Promise<string> {
    return (await this.runForBytes(program, ...words)).toString().trimEnd();
  }

  /** As `run`, for output that is no text. */
  async runForBytes(program: string, ...words: string[]): Promise<Buffer> {
    return outputOf([program, ...words], await this.#agent.run(program, words));
  }

  /** The independent witness: what libvirt in the host says, asked without Passdeck. */
  virsh(...words: string[]): Promise<string> {
    return this.run("/usr/bin/virsh", "--quiet", ...words);
  }

  /** Defines an inner guest by virsh; it has no device of the host yet. */
  defineGuest(name: string): Promise<void> {
    return this.#define(innerGuestXml(name));
  }

  /** Gives a VM the inner guest to boot, as somebody else would have installed one. */
  async installGuest(name: string): Promise<void> {
    await this.#define(bootingInnerGuest(await this.virsh("dumpxml", "--inactive", name)));
  }

  async #define(xml: string): Promise<void> {
    const words = ["--quiet", "define", "/dev/stdin"];
    outputOf(["virsh", ...words], await this.#agent.run("/usr/bin/virsh", words, xml));
  }

  /** What the inner guests have written to their serial port so far. */
  guestOutput(): Promise<string> {
    return readFile(guestLog(this.#emulator.folder), "utf8");
  }

  /** What a file of the host says, sysfs and proc included; without the line's end. */
  read(path: string): Promise<string> {
    return this.run("/bin/cat", path);
  }

  /** What the kernel says of every PCI device. */
  async bindings(): Promise<Bindings> {
    return parseBindings(await this.run(...printBindings));
  }

  /** All that reserving a device by mistake could change: bindings, mounts, addresses and routes, libvirt's VMs. */
  async snapshot(): Promise<object> {
    return {
      bindings: await this.bindings(),
      mounts: await this.read("/proc/mounts"),
      addresses: await this.run("/bin/ip", "-brief", "address"),
      routes: await this.run("/bin/ip", "route"),
      vms: await this.virsh("list", "--all"),
    };
  }

  /** Which boot of the host this is. */
  bootId(): Promise<string> {
    return this.read(bootIdFile);
  }

  /** Resolves once the host has booted after the boot that `bootId` names; Passdeck may still be on its way. */
  async bootedAgain(bootId: string): Promise<void> {
    this.#agent = await this.#emulator.bootedAgain(bootId);
  }

  /** Presses the reset button. */
  reset(): Promise<void> {
    return this.#emulator.reset();
  }

  /** All that the kernel has said on its serial port, of every boot. */
  kernelSays(): Promise<string> {
    return this.#emulator.kernelSays();
  }

  /** Pulls the plug. Nothing is left of what the host wrote. */
  stop(): Promise<void> {
    return this.#emulator.stop();
  }
}

function outputOf(words: readonly string[], { status, stdout, stderr }: CommandResult): Buffer {
  if (status === 0) return stdout;
  throw new Error(`${words.join(" ")} in the lab ended with ${status}:\n${stderr}${stdout}`);
}
