/** What of PCIe's Access Control Services a port has on. */
export type PortAcs = "on" | "off" | "none";

const expressCapability = 0x10;
const acsCapability = 0x000d;
/** Where the capabilities of PCIe begin; who may not read further sees 64 bytes. */
const extendedStart = 0x100;
/** Root port, and a switch's downstream port: what decides between devices behind it. */
const decidingTypes = new Set([4, 6]);
/** Source validation, request and completion redirect, upstream forwarding (`REQ_ACS_FLAGS` in drivers/iommu/iommu.c). */
const wanted = 0b1_1101;

/**
 * What a port's configuration space tells (PCI Express 5.0, 7.7.8); null where it does not tell: it was read in part, or
 * the bridge is no port between whose devices anything is to be decided.
 */
export function acsOf(configuration: Uint8Array | null): PortAcs | null {
  if (configuration === null || configuration.length <= extendedStart) return null;
  const view = new DataView(configuration.buffer, configuration.byteOffset, configuration.length);
  const express = capabilityAt(view, expressCapability);
  if (express === null || !decidingTypes.has((view.getUint16(express + 2, true) >> 4) & 0xf)) return null;
  const at = extendedAt(view, acsCapability);
  if (at === null) return "none";
  const control = view.getUint16(at + 6, true);
  return (control & wanted) === wanted ? "on" : "off";
}

/** The list of capabilities begins at 0x34; each names the next one. */
function capabilityAt(view: DataView, id: number): number | null {
  let at = view.getUint8(0x34) & 0xfc;
  for (let steps = 0; steps < 48 && at >= 0x40 && at + 4 < extendedStart; steps += 1) {
    if (view.getUint8(at) === id) return at;
    at = view.getUint8(at + 1) & 0xfc;
  }
  return null;
}

function extendedAt(view: DataView, id: number): number | null {
  let at = extendedStart;
  for (let steps = 0; steps < 96 && at >= extendedStart && at + 8 <= view.byteLength; steps += 1) {
    const header = view.getUint32(at, true);
    if (header === 0 || header === 0xffff_ffff) return null;
    if ((header & 0xffff) === id) return at;
    at = (header >>> 20) & 0xffc;
  }
  return null;
}

/** A configuration space that tells the same of ACS and nothing else; null where it tells nothing. */
export function portOutline(configuration: Uint8Array | null): Uint8Array | null {
  const found = acsOf(configuration);
  if (found === null) return null;
  const outline = new DataView(new ArrayBuffer(4096));
  const express = 0x40;
  outline.setUint8(0x34, express);
  outline.setUint8(express, expressCapability);
  outline.setUint16(express + 2, 4 << 4, true);
  if (found !== "none") outline.setUint32(extendedStart, acsCapability | (1 << 16), true);
  if (found === "on") outline.setUint16(extendedStart + 6, wanted, true);
  return new Uint8Array(outline.buffer);
}
