import * as z from "zod";

/**
 * The parts of the public CRDs that an export may use, as strict as a server with field validation: kubevirt.io/v1
 * (kubevirt/kubevirt, api/core/v1) and cdi.kubevirt.io/v1beta1 (containerized-data-importer). What stands in none of them
 * is an error.
 */
const label = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
const quantity = z.string().regex(/^\d+(Ki|Mi|Gi|Ti)?$/);
const count = z.number().int().min(1);
const state = z.strictObject({ enabled: z.boolean().optional() });
const present = z.strictObject({ present: z.boolean().optional(), tickPolicy: z.string().optional() });
const empty = z.strictObject({});
const enabled = { enabled: z.boolean().optional() };

const disk = z
  .strictObject({
    name: label,
    disk: z
      .strictObject({ bus: z.enum(["virtio", "sata", "scsi", "usb"]), readonly: z.boolean().optional() })
      .optional(),
    cdrom: z.strictObject({ bus: z.enum(["virtio", "sata", "scsi"]) }).optional(),
    bootOrder: count.optional(),
    serial: z.string().optional(),
    cache: z.enum(["none", "writethrough", "writeback"]).optional(),
    io: z.enum(["native", "default", "threads"]).optional(),
    dedicatedIOThread: z.boolean().optional(),
  })
  .refine((one) => (one.disk === undefined) !== (one.cdrom === undefined));

const networkInterface = z
  .strictObject({
    name: label,
    model: z.enum(["e1000", "e1000e", "igb", "ne2k_pci", "pcnet", "rtl8139", "virtio"]),
    masquerade: empty.optional(),
    bridge: empty.optional(),
    macAddress: z
      .string()
      .regex(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i)
      .optional(),
    bootOrder: count.optional(),
  })
  .refine((one) => (one.masquerade === undefined) !== (one.bridge === undefined));

const hyperv = z.strictObject({
  relaxed: state.optional(),
  vapic: state.optional(),
  spinlocks: z.strictObject({ ...enabled, spinlocks: z.number().int().min(4096) }).optional(),
  vpindex: state.optional(),
  runtime: state.optional(),
  synic: state.optional(),
  synictimer: z.strictObject({ ...enabled, direct: state.optional() }).optional(),
  reset: state.optional(),
  vendorid: z.strictObject({ ...enabled, vendorid: z.string().max(12) }).optional(),
  frequencies: state.optional(),
  reenlightenment: state.optional(),
  tlbflush: state.optional(),
  ipi: state.optional(),
  evmcs: state.optional(),
});

const devices = z.strictObject({
  disks: z.array(disk).max(256),
  interfaces: z.array(networkInterface).max(256),
  hostDevices: z.array(z.strictObject({ name: label, deviceName: z.string() })),
  autoattachGraphicsDevice: z.boolean().optional(),
  autoattachSerialConsole: z.boolean().optional(),
  autoattachMemBalloon: z.boolean().optional(),
  autoattachPodInterface: z.boolean().optional(),
  inputs: z
    .array(
      z.strictObject({
        name: label,
        type: z.enum(["tablet", "keyboard"]),
        bus: z.enum(["usb", "virtio"]).optional(),
      }),
    )
    .optional(),
  rng: empty.optional(),
  tpm: z.strictObject({ ...enabled, persistent: z.boolean().optional() }).optional(),
  sound: z.strictObject({ name: label, model: z.enum(["ich9", "ac97"]).optional() }).optional(),
  watchdog: z
    .strictObject({
      name: label,
      i6300esb: z.strictObject({ action: z.enum(["poweroff", "reset", "shutdown"]).optional() }),
    })
    .optional(),
});

const domain = z.strictObject({
  cpu: z.strictObject({ sockets: count, cores: count, threads: count, model: z.string().optional() }),
  memory: z.strictObject({
    guest: quantity,
    hugepages: z.strictObject({ pageSize: z.enum(["2Mi", "1Gi"]) }).optional(),
  }),
  machine: z.strictObject({ type: z.string() }),
  firmware: z.strictObject({
    uuid: z.guid().optional(),
    bootloader: z.union([
      z.strictObject({ bios: empty }),
      z.strictObject({
        efi: z.strictObject({ secureBoot: z.boolean().optional(), persistent: z.boolean().optional() }),
      }),
    ]),
  }),
  clock: z.strictObject({
    utc: empty.optional(),
    timer: z.strictObject({
      hyperv: present.optional(),
      hpet: present.optional(),
      pit: present.optional(),
      rtc: present.optional(),
    }),
  }),
  features: z
    .strictObject({
      acpi: state.optional(),
      apic: state.optional(),
      smm: state.optional(),
      hyperv: hyperv.optional(),
      kvm: z.strictObject({ hidden: z.boolean() }).optional(),
    })
    .optional(),
  devices,
});

const network = z.union([
  z.strictObject({ name: label, pod: empty }),
  z.strictObject({ name: label, multus: z.strictObject({ networkName: z.string().min(1) }) }),
]);

const virtualMachine = z.strictObject({
  apiVersion: z.literal("kubevirt.io/v1"),
  kind: z.literal("VirtualMachine"),
  metadata: z.strictObject({
    name: label,
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.strictObject({
    runStrategy: z.enum(["Always", "Halted", "Manual", "RerunOnFailure", "Once"]),
    template: z.strictObject({
      metadata: z.strictObject({ labels: z.record(z.string(), label) }),
      spec: z
        .strictObject({
          architecture: z.enum(["amd64", "arm64", "s390x"]).optional(),
          domain,
          networks: z.array(network).optional(),
          volumes: z.array(z.strictObject({ name: label, dataVolume: z.strictObject({ name: label }) })),
        })
        // What its webhook refuses.
        .refine((spec) => {
          const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).toSorted();
          const same = (one: readonly string[], other: readonly string[]) => one.join() === other.join();
          return (
            same(names(spec.domain.devices.disks), names(spec.volumes)) &&
            same(names(spec.domain.devices.interfaces), names(spec.networks ?? [])) &&
            (spec.networks ?? []).filter((one) => "pod" in one).length <= 1
          );
        }),
    }),
  }),
});

const dataVolume = z.strictObject({
  apiVersion: z.literal("cdi.kubevirt.io/v1beta1"),
  kind: z.literal("DataVolume"),
  metadata: z.strictObject({ name: label }),
  spec: z.strictObject({
    source: z.strictObject({ upload: empty }),
    storage: z.strictObject({
      resources: z.strictObject({ requests: z.strictObject({ storage: quantity }) }),
    }),
  }),
});

/** A merge patch of the cluster's own. */
const kubevirt = z.strictObject({
  apiVersion: z.literal("kubevirt.io/v1"),
  kind: z.literal("KubeVirt"),
  metadata: z.strictObject({ name: label, namespace: label }),
  spec: z.strictObject({
    configuration: z.strictObject({
      developerConfiguration: z.strictObject({ featureGates: z.array(z.string()) }),
      permittedHostDevices: z.strictObject({
        pciHostDevices: z
          .array(
            z.strictObject({
              pciVendorSelector: z.string().regex(/^[0-9A-F]{4}:[0-9A-F]{4}$/),
              resourceName: z.string().regex(/^[a-z0-9.]+\/[a-z0-9-]+$/),
            }),
          )
          .optional(),
        usb: z
          .array(
            z.strictObject({
              resourceName: z.string(),
              selectors: z.array(
                z.strictObject({ vendor: z.string().length(4), product: z.string().length(4) }),
              ),
            }),
          )
          .optional(),
      }),
    }),
  }),
});

export const manifestSchema = z.discriminatedUnion("kind", [virtualMachine, dataVolume, kubevirt]);
