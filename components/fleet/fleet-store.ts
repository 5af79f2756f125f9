import type { FleetMessage, HostSummary, VmSummary } from "@/server/fleet/schema";
import { KeyedListeners, Listeners } from "./listeners";
import { vmKey } from "./vm-key";

/** What happened to one VM; `before` is null for a new one, `after` for one that is gone. */
export interface VmChange {
  key: string;
  before: VmSummary | null;
  after: VmSummary | null;
}

/** How the page stands with the server. */
export interface Link {
  state: "connecting" | "open" | "lost";
  /** When the server last said anything of the fleet, Unix milliseconds. */
  lastWord: number | null;
}

type Delta = Extract<FleetMessage, { type: "delta" }>;

const noHosts: readonly HostSummary[] = [];

/**
 * The page's copy of the fleet. A change of one VM wakes the row of that VM and nothing else; the lists that depend
 * on many VMs get the changes and decide for themselves whether they are touched.
 */
export class FleetStore {
  readonly #vms = new Map<string, VmSummary>();
  #vmArray: readonly VmSummary[] | null = null;
  #hosts: readonly HostSummary[] = noHosts;
  #sequence: number | null = null;
  #linkNow: Link = { state: "connecting", lastWord: null };

  readonly #vmListeners = new KeyedListeners();
  readonly changes = new Listeners<readonly VmChange[]>();
  readonly hostChanges = new Listeners();
  readonly linkChanges = new Listeners();

  /** Another number after every change of any VM. */
  version = 0;

  /** Whether a snapshot has come, so that "no VMs" means that there are none. */
  get loaded(): boolean {
    return this.#sequence !== null;
  }

  vm(key: string): VmSummary | null {
    return this.#vms.get(key) ?? null;
  }

  allVms(): IterableIterator<VmSummary> {
    return this.#vms.values();
  }

  /** All VMs, in no order; the same array until one of them changes. */
  vmList = (): readonly VmSummary[] => {
    this.#vmArray ??= [...this.#vms.values()];
    return this.#vmArray;
  };

  get vmCount(): number {
    return this.#vms.size;
  }

  allHosts = (): readonly HostSummary[] => this.#hosts;

  link = (): Link => this.#linkNow;

  onVm(key: string, listener: () => void): () => void {
    return this.#vmListeners.add(key, listener);
  }

  setLink(state: Link["state"]): void {
    if (state === this.#linkNow.state) return;
    this.#linkNow = { ...this.#linkNow, state };
    this.linkChanges.tell();
  }

  /** Takes in what the server said. False where something in between was missed: ask for a snapshot. */
  apply(message: FleetMessage, now: number = Date.now()): boolean {
    if (message.type === "delta" && message.sequence !== (this.#sequence ?? Number.NaN) + 1) return false;
    this.#sequence = message.sequence;
    this.#linkNow = { state: "open", lastWord: now };
    const changes = message.type === "snapshot" ? this.#replaceVms(message.vms) : this.#mergeVms(message);
    if (message.type === "snapshot") this.#setHosts(message.hosts);
    else if (message.hosts.length + message.removedHosts.length > 0)
      this.#setHosts(mergeHosts(this.#hosts, message));
    if (changes.length > 0) {
      this.#vmArray = null;
      this.version += 1;
    }
    for (const { key } of changes) this.#vmListeners.tell(key);
    if (changes.length > 0 || message.type === "snapshot") this.changes.tell(changes);
    this.linkChanges.tell();
    return true;
  }

  #replaceVms(vms: readonly VmSummary[]): VmChange[] {
    const here = new Set(vms.map(vmKey));
    const gone = [...this.#vms.keys()].filter((key) => !here.has(key));
    return [...gone.map((key) => this.#remove(key)), ...vms.map((vm) => this.#put(vm))];
  }

  #mergeVms(delta: Delta): VmChange[] {
    const gone = delta.removed.map(vmKey).filter((key) => this.#vms.has(key));
    return [...gone.map((key) => this.#remove(key)), ...delta.vms.map((vm) => this.#put(vm))];
  }

  #put(after: VmSummary): VmChange {
    const key = vmKey(after);
    const before = this.#vms.get(key) ?? null;
    this.#vms.set(key, after);
    return { key, before, after };
  }

  #remove(key: string): VmChange {
    const before = this.#vms.get(key) ?? null;
    this.#vms.delete(key);
    return { key, before, after: null };
  }

  #setHosts(hosts: readonly HostSummary[]): void {
    this.#hosts = hosts;
    this.hostChanges.tell();
  }
}

function mergeHosts(
  before: readonly HostSummary[],
  { hosts, removedHosts }: Pick<Delta, "hosts" | "removedHosts">,
): HostSummary[] {
  const byId = new Map([...before, ...hosts].map((host) => [host.id, host]));
  for (const id of removedHosts) byId.delete(id);
  return [...byId.values()];
}
