import * as z from "zod";
import { exportDefinition } from "../../create/export/export-definition";
import { exportFormatSchema } from "../../create/export-format.schema";
import { readDefinition } from "../../domain/definition";
import type { ManagedHost } from "../../fleet/managed-host";
import type { HostTree } from "../../host/host-tree";
import { devicesFolder } from "../../pci/raw-device";
import { volumeOfSource } from "../../storage/volume-of-source";
import { vmReference } from "../references.schema";
import type { Services } from "../services";
import { keyOf } from "./draft";

export const exportedTextSchema = z.object({
  text: z.string(),
  fileName: z.string(),
  /** What is not in it, or not as it was, and what has to be done; they stand in the text as well. */
  notes: z.array(z.string()),
});

export const exportInput = vmReference.extend({ format: exportFormatSchema });

/**
 * A VM in another program's format, by its saved definition. How large its disks are and what its cards are is read of its
 * host; where that can't be, the text says so.
 */
export async function exportVm(
  { fleet, definitions }: Pick<Services, "fleet" | "definitions">,
  { format, ...vm }: z.output<typeof exportInput>,
): Promise<z.infer<typeof exportedTextSchema>> {
  const host = fleet.host(vm.hostId);
  const { summary, xml: now } = fleet.vm(vm.hostId, vm.vmId);
  // A transient VM has none that is saved.
  const xml = (await definitions.present(keyOf(vm)))?.xml ?? now;
  const { disks, passthrough } = readDefinition(xml);
  const sources = disks.flatMap(({ source }) => source ?? []);
  const tree = host.machine.files.value;
  const [volumes, pciIds] = await Promise.all([
    readVolumes(host, sources),
    tree === null ? new Map() : readPciIds(tree, passthrough),
  ]);
  return exportDefinition(xml, format, { autostart: summary.autostart, volumes, pciIds });
}

type Volumes = Map<string, { path: string; bytes: number }>;

function readVolumes(host: ManagedHost, sources: readonly string[]): Promise<Volumes> {
  return host.run("The VM's disks", async (connection) => {
    const found: Volumes = new Map();
    for (const source of sources) {
      const vol = await volumeOfSource(connection, source);
      if (vol === null) continue;
      const { name: path } = await connection.call("storage_vol_get_path", { vol });
      const { capacity } = await connection.call("storage_vol_get_info", { vol });
      found.set(source, { path, bytes: Number(capacity) });
    }
    return found;
  });
}

/** What stands in sysfs of each function; those that are not there are left out. */
async function readPciIds(tree: HostTree, addresses: readonly string[]) {
  const file = (address: string, name: string) => `${devicesFolder}/${address}/${name}`;
  const texts = addresses.flatMap((address) => [file(address, "vendor"), file(address, "device")]);
  const files = await tree.readMany({ texts, skipForbidden: true });
  const idOf = (path: string) => /^0x([0-9a-f]{4})\s*$/.exec(files.text(path) ?? "")?.[1];
  return new Map(
    addresses.flatMap((address) => {
      const vendorId = idOf(file(address, "vendor"));
      const deviceId = idOf(file(address, "device"));
      return vendorId === undefined || deviceId === undefined
        ? []
        : [[address, { vendorId, deviceId }] as const];
    }),
  );
}
