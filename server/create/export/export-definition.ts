import { attachedIdentities } from "../../domain/edit/device-notes";
import { parseXml } from "../../xml/xml";
import type { ExportFormat } from "../export-format.schema";
import type { ExportedText, ExportedVm } from "./exported-vm";
import type { KubevirtFacts } from "./kubevirt/facts";
import { writeKubevirt } from "./kubevirt/write-kubevirt";
import { leftOut } from "./left-out";
import { type ProxmoxFacts, writeProxmox } from "./proxmox/write-proxmox";
import { readVm } from "./read-vm";

/** What a definition does not say itself. */
export interface ExportFacts extends ProxmoxFacts, Pick<KubevirtFacts, "pciIds"> {
  /** Disks by their source, a path or "pool/volume": where they are, and how many bytes the guest sees. */
  volumes: ReadonlyMap<string, { path: string; bytes: number }>;
}

const noFacts: ExportFacts = { autostart: false, volumes: new Map(), pciIds: new Map() };

const writers: Readonly<
  Record<
    ExportFormat,
    (vm: ExportedVm, leftOut: readonly string[], facts: ProxmoxFacts & KubevirtFacts) => ExportedText
  >
> = { proxmox: writeProxmox, kubevirt: writeKubevirt };

/**
 * A VM's definition in another program's format, with what that can't say.
 * @param facts What devices were when they were attached, the definition says itself.
 * @throws AppError "bad-input" for a text that is no domain's XML.
 */
export function exportDefinition(
  xml: string,
  format: ExportFormat,
  facts: Partial<ExportFacts> = {},
): ExportedText {
  const document = parseXml(xml);
  const { autostart, volumes, pciIds } = { ...noFacts, ...facts };
  const vm = readVm(document);
  const disks = vm.disks.map((disk) => ({
    ...disk,
    source: volumes.get(disk.source ?? "")?.path ?? disk.source,
  }));
  return writers[format]({ ...vm, disks }, leftOut(document), {
    autostart,
    diskBytes: new Map([...volumes.values()].map(({ path, bytes }) => [path, bytes])),
    pciIds: new Map([...attachedIdentities(document), ...pciIds]),
  });
}
