import type { VmKey } from "../../database/definition-versions";
import { readUsbPorts } from "../../domain/usb-ports";
import { parseXml } from "../../xml/xml";
import type { DefinitionHistory } from "../definition/definition-history";

/** Which USB ports each VM has, by its saved definition: a machine that runs does not tell of what was saved since. */
export class KnownPorts {
  readonly #ports = new Map<string, readonly string[]>();
  readonly #versions: Pick<DefinitionHistory["versions"], "latest">;

  constructor(versions: Pick<DefinitionHistory["versions"], "latest">) {
    this.#versions = versions;
  }

  of(vm: VmKey): readonly string[] {
    return this.#ports.get(keyOf(vm)) ?? this.read(vm);
  }

  /** Reads them anew: there is another definition. */
  read(vm: VmKey): readonly string[] {
    const ports = portsIn(this.#versions.latest(vm)?.xml ?? "");
    this.#ports.set(keyOf(vm), ports);
    return ports;
  }
}

export function keyOf({ hostId, vmId }: VmKey): string {
  return `${hostId}/${vmId}`;
}

/** What can't be read names none. */
function portsIn(xml: string): readonly string[] {
  if (!xml.includes("usb-port")) return [];
  try {
    return readUsbPorts(parseXml(xml));
  } catch {
    return [];
  }
}
