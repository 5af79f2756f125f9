import * as z from "zod";
import { answersRequestSchema } from "../answers/answers.schema";
import { seedSchema } from "../create-request.schema";
import { diskBusSchema } from "../specification/disk.schema";
import { hypervFeatures } from "../specification/features.schema";

/**
 * What a VM may have that is made by a grant: all of it. It is laid over a request that was parsed, where all that was left
 * out has its default, and knows every field by name: what the wizard learns to ask next is refused here until somebody
 * has decided on it. What reaches the host beyond pools, networks, media and named devices has one value, that of not having it.
 */
const none = z.tuple([]);
const volume = z.strictObject({ pool: z.string(), volume: z.string() });
const bootPlace = z.number().nullable();

const disk = z.strictObject({
  /** Made for the VM, empty or as a copy. Existing volumes, files and block devices are somebody's. */
  source: volume.extend({
    kind: z.literal("new-volume"),
    bytes: z.number(),
    format: z.enum(["qcow2", "raw"]),
    copyOf: volume.nullable(),
  }),
  bus: diskBusSchema,
  cache: z.enum(["default", "none", "writethrough", "writeback", "directsync", "unsafe"]),
  io: z.enum(["default", "threads", "native", "io_uring"]),
  /** Each is a thread of the host, as vCPUs are, and no quota counts it. */
  iothread: z.literal(1).nullable(),
  discard: z.enum(["default", "unmap", "ignore"]),
  serial: z.string().nullable(),
  readOnly: z.literal(false),
  bootOrder: bootPlace,
});

const opticalDrive = z.strictObject({
  source: volume.extend({ kind: z.literal("volume") }).nullable(),
  bus: z.enum(["sata", "ide", "scsi", "usb"]).nullable(),
  bootOrder: bootPlace,
});

const network = z.strictObject({
  source: z.strictObject({ kind: z.literal("network"), network: z.string() }),
  model: z.enum(["virtio", "e1000e", "e1000", "rtl8139"]),
  mac: z.string().nullable(),
  filter: z.null(),
  bootOrder: bootPlace,
});

const cpu = z.strictObject({
  model: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.enum(["host-passthrough", "host-model", "maximum"]) }),
    z.strictObject({ kind: z.literal("named"), name: z.string() }),
  ]),
  sockets: z.number(),
  cores: z.number(),
  threads: z.number(),
  pins: none,
  emulatorCpus: z.null(),
  iothreadPins: none,
});

const memory = z.strictObject({
  bytes: z.number(),
  hugepageBytes: z.null(),
  locked: z.literal(false),
  numa: z.null(),
  balloon: z.boolean(),
});

const features = z.strictObject({
  hyperv: z.array(z.enum(hypervFeatures)),
  hypervisorName: z.string().nullable(),
  hideKvm: z.boolean(),
  kernelIrqchip: z.boolean(),
  vmport: z.boolean(),
  suspendToMemory: z.boolean().nullable(),
  suspendToDisk: z.boolean().nullable(),
});

const graphics = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  /** On a socket: whoever is signed in on the host reaches what listens on loopback. */
  z.strictObject({ kind: z.literal("vnc"), listen: z.literal("socket"), gl: z.literal(false) }),
]);

const specification = z.strictObject({
  name: z.string(),
  title: z.string().nullable(),
  operatingSystem: z.string().nullable(),
  machine: z.enum(["q35", "i440fx", "virt"]),
  domainType: z.enum(["automatic", "kvm", "qemu"]),
  cpu,
  memory,
  firmware: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("bios") }),
    z.strictObject({ kind: z.literal("uefi"), secureBoot: z.boolean() }),
  ]),
  tpm: z.strictObject({ model: z.enum(["tpm-crb", "tpm-tis"]) }).nullable(),
  features,
  clock: z.strictObject({ offset: z.enum(["utc", "localtime"]), hypervClock: z.boolean() }),
  disks: z.array(disk),
  opticalDrives: z.array(opticalDrive),
  networks: z.array(network),
  cards: none,
  usbDevices: none,
  namedDevices: z.array(z.string()),
  graphics,
  video: z.enum(["virtio", "qxl", "vga", "bochs", "cirrus", "none"]).nullable(),
  tablet: z.boolean(),
  serialConsole: z.boolean(),
  guestAgent: z.boolean(),
  sound: z.enum(["ich9", "ich6", "ac97"]).nullable(),
  watchdog: z
    .strictObject({
      model: z.enum(["i6300esb", "ib700"]),
      action: z.enum(["reset", "shutdown", "poweroff", "pause", "none"]),
    })
    .nullable(),
  randomness: z.boolean(),
  sharedFolders: none,
  lookingGlass: z.null(),
  hostInputs: z.null(),
  furtherDevices: none,
});

export const grantedRequestSchema = z.strictObject({
  source: z.strictObject({
    /** libvirt's XML, QEMU's arguments and clones of what is there may have anything in them. */
    kind: z.literal("specification"),
    specification,
    /** What the guest is told: of the host it names a pool alone. */
    cloudInit: seedSchema.nullable(),
    answers: answersRequestSchema.nullable(),
  }),
  start: z.boolean(),
});
export type GrantedRequest = z.infer<typeof grantedRequestSchema>;
