import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { AppError } from "../../errors";
import { deviceNameSchema, type Member, namedDeviceSchema } from "../../pci/named/named-device.schema";
import type { JudgedReport } from "../../pci/schema";
import { pciAddressSchema } from "../../units/pci-address.schema";
import { defineAct } from "../act";
import type { ActContext } from "../act-context";
import { refuseUnfitForBookings } from "../booking/set-rules";
import { hostReference } from "../references.schema";

const parts = hostReference.extend({
  name: deviceNameSchema,
  note: namedDeviceSchema.shape.note,
  /** Cards that the host has, by the function that names each. */
  cards: z.array(pciAddressSchema).max(64),
});

/** Gives one card of a host or several a name that VMs can ask for. */
export const addNamedDevice = defineAct({
  name: "named.add",
  title: "Add a named device",
  input: parts,
  output: z.void(),
  objects: onHost,
  async run(context, { hostId, name, note, cards }) {
    const members = await membersOf(context, hostId, cards);
    context.tell({ title: `Added the named device ${name}` });
    context.services.named.add(hostId, { name, note, members: atLeastOne(members) });
  },
});

/** Changes which cards a name stands for. VMs that run keep what they have. */
export const changeNamedDevice = defineAct({
  name: "named.change",
  title: "Change a named device",
  input: parts.extend({
    /** Members that stay as they are, whatever is at their address now. */
    kept: z.array(pciAddressSchema).max(64),
  }),
  output: z.void(),
  objects: onHost,
  async run(context, { hostId, name, note, cards, kept }) {
    const { named } = context.services;
    const had = named.find(hostId, name)?.members ?? [];
    const stay = had.filter(({ address }) => kept.includes(address) && !cards.includes(address));
    const members = [...stay, ...(await membersOf(context, hostId, cards))];
    context.tell({ title: `Changed the named device ${name}` });
    const device = { name, note, members: atLeastOne(members) };
    refuseUnfitForBookings(context.services, context, hostId, device);
    named.change(hostId, device);
  },
});

async function membersOf(
  { readReport }: Pick<ActContext, "readReport">,
  hostId: string,
  addresses: readonly string[],
): Promise<Member[]> {
  if (addresses.length === 0) return [];
  const { devices } = await readReport(hostId);
  return [...new Set(addresses)].map((address) => memberAt(devices, address));
}

function memberAt(devices: JudgedReport["devices"], at: string): Member {
  const device = devices.find(({ address }) => address === at);
  if (device === undefined)
    throw new AppError("not-found", { userMessage: `The host no longer has the device ${at}. Look again.` });
  const { address, vendorId, deviceId, subsystem, serialNumber, product } = device;
  return { address, vendorId, deviceId, subsystem, serialNumber, label: product };
}

function atLeastOne(members: Member[]): Member[] {
  if (members.length > 0) return members;
  throw new AppError("bad-input", { userMessage: "A name stands for one card at least. Choose one." });
}
