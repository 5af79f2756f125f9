import * as z from "zod";
import { withinBytes } from "../units/json-bytes.schema";
import { pciAddressSchema } from "../units/pci-address.schema";
import type { HostChange } from "./change";
import { noLineChange } from "./kernel-line/line-change";
import { lookingGlassFilesSchema } from "./looking-glass/looking-glass-files.schema";
import { noModuleChange } from "./modules/plan/module-change";

const most = 64;
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(most).default([]);

/** A word of the kernel's line; a value in double quotes may hold blanks. */
const word = z
  .string()
  .max(1024)
  .regex(/^(?:[^\s"\p{Cc}]|"[^"\p{Cc}]*")+$/u, "It has to be one word.");
const moduleName = z
  .string()
  .max(64)
  .regex(/^[\w-]+$/, "It has to be the name of a module or driver.");
const deviceId = z
  .string()
  .max(9)
  .regex(/^[0-9a-f]{4}:[0-9a-f]{4}$/, "It has to be vendor and device in hexadecimal: 10de:2684.");

/** What is to change of how a host starts. What is left out stays as it is. */
export const wishedChangeSchema = z.object({
  /** Parameters of the kernel: "iommu=pt". */
  add: list(word),
  /** name=value, or a name for any value. */
  remove: list(word),
  /** "10de:2684": vfio-pci takes all devices of these ids. */
  addIds: list(deviceId),
  removeIds: list(deviceId),
  hugePages: z
    .object({
      size: z
        .string()
        .max(7)
        .regex(/^\d{1,6}[KMG]$/, "It has to be a size such as 1G."),
      count: z.number().int().min(0).max(999_999_999),
    })
    .nullable()
    .default(null),
  /** vfio-pci takes these devices alone, before any driver. */
  vfioAddresses: list(pciAddressSchema),
  /** vfio-pci takes these devices no longer, as far as Passdeck had it do so by their addresses. */
  returnAddresses: list(pciAddressSchema),
  /** Drivers that driverctl gives single devices to, by address. */
  overrides: withinBytes(z.record(pciAddressSchema, moduleName), 8 * 1024).default({}),
  /** vfio-pci is loaded in the initial RAM disk, before other drivers. */
  earlyVfio: z.boolean().default(false),
  loadModules: list(moduleName),
  removeModules: list(moduleName),
  /** vfio-pci is loaded before these modules. */
  softdeps: list(moduleName),
  blacklist: list(moduleName),
  unblacklist: list(moduleName),
  /** What systemd is to start: a desktop, or none. */
  target: z.enum(["graphical", "multi-user"]).nullable().default(null),
  /** GRUB's file on the EFI partition, which is a whole menu, is to lead to the menu that is made of its settings. */
  restoreGrubStub: z.boolean().default(false),
  /** Files by which Looking Glass has its memory, and its user and QEMU the right to it. They count at once. */
  lookingGlass: lookingGlassFilesSchema.nullable().default(null),
});
export type WishedChange = z.output<typeof wishedChangeSchema>;

const nothing = JSON.stringify(wishedChangeSchema.parse({}));

/** Whether all that is asked for counts at once, without a restart. */
export function countsAtOnce(wish: WishedChange): boolean {
  return wish.lookingGlass !== null && JSON.stringify({ ...wish, lookingGlass: null }) === nothing;
}

/** Modules that vfio-pci needs to work. */
const vfioModules = ["vfio_pci", "vfio", "vfio_iommu_type1"];

/** What plans are made of. */
export function hostChangeOf(wish: WishedChange): HostChange {
  const { add, remove, addIds, removeIds, hugePages } = wish;
  return {
    line: { ...noLineChange, add, remove, addIds, removeIds, hugePages },
    modules: {
      ...noModuleChange,
      vfioAddresses: wish.vfioAddresses,
      returnedAddresses: wish.returnAddresses,
      overrides: new Map(Object.entries(wish.overrides)),
      earlyModules: wish.earlyVfio ? vfioModules : [],
      loadModules: wish.loadModules,
      removeModules: wish.removeModules,
      softdeps: wish.softdeps,
      blacklist: { add: wish.blacklist, remove: wish.unblacklist },
    },
    target: wish.target,
    restoresStub: wish.restoreGrubStub,
    lookingGlass: wish.lookingGlass,
  };
}
