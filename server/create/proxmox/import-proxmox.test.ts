import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../errors";
import { buildDomain } from "../build-domain";
import { gamingConf, serverConf } from "./configurations.test-data";
import { importProxmox } from "./import-proxmox";

const host = { pciAddresses: ["0000:01:00.0", "0000:01:00.1", "0000:02:00.0"] };
const here = { architecture: "x86_64", kvm: true } as const;

describe("a configuration of Proxmox's", () => {
  test("of a Windows with a GPU", () => {
    const { specification: vm, notes } = importProxmox(gamingConf, host);
    expect(vm).toMatchObject({
      name: "gaming",
      title: "The family's machine",
      machine: "q35",
      operatingSystem: "http://microsoft.com/win/11",
      firmware: { kind: "uefi", secureBoot: true },
      tpm: { model: "tpm-crb" },
      cpu: { model: { kind: "host-passthrough" }, sockets: 1, cores: 8, threads: 1 },
      memory: { bytes: 16 * 2 ** 30, balloon: false },
      clock: { offset: "localtime", hypervClock: true },
      features: { hideKvm: true, hypervisorName: "proxmox" },
      guestAgent: true,
      tablet: true,
      video: "none",
      graphics: { kind: "none" },
      usbDevices: [
        { kind: "product", vendorId: "046d", productId: "c52b" },
        { kind: "port", port: "1-4.2" },
      ],
    });
    expect(vm.features.hyperv).toContain("stimer");
    expect(vm.disks).toEqual([
      expect.objectContaining({
        source: { kind: "file", path: "/var/lib/libvirt/images/vm-100-disk-1.raw", format: "raw" },
        bus: "scsi",
        cache: "writeback",
        discard: "unmap",
        bootOrder: 1,
      }),
    ]);
    expect(vm.opticalDrives).toEqual([
      {
        source: { kind: "file", path: "/var/lib/libvirt/images/virtio-win-0.1.240.iso" },
        bus: "sata",
        bootOrder: 2,
      },
    ]);
    expect(vm.networks).toEqual([
      expect.objectContaining({
        source: { kind: "bridge", bridge: "vmbr0" },
        model: "virtio",
        mac: "bc:24:11:aa:bb:cc",
        bootOrder: 3,
      }),
    ]);
    expect(vm.cards).toEqual([
      {
        functions: [{ address: "0000:01:00.0" }, { address: "0000:01:00.1" }],
        options: {
          primaryDisplay: true,
          rom: { kind: "file", path: "/var/lib/libvirt/images/gpu.bin" },
        },
      },
    ]);
    expect(buildDomain(vm, here)).toContain("<name>gaming</name>");
    expect(notes.map(({ argument }) => argument.split(/:? /)[0])).toEqual([
      ...[
        "-cpu",
        "-smbios",
        "cpu",
        "efidisk0",
        "hostpci0",
        "hostpci0",
        "hostpci1",
        "ide2",
        "machine",
        "meta",
      ],
      ...["net0", "onboot", "scsi0", "scsi0", "smbios1", "tags", "tpmstate0", "vmgenid"],
      ...["[PENDING]", "[before-update]"],
    ]);
    const reasonOf = (key: string) => notes.findLast(({ argument }) => argument.startsWith(key))?.reason;
    expect(reasonOf("net0")).toBe("Not imported: firewall=1, tag=20.");
    expect(reasonOf("scsi0")).toBe("Not imported: iothread=1, ssd=1.");
  });

  test("of a server, with what Proxmox takes where nothing is said", () => {
    const { specification: vm } = importProxmox(serverConf);
    expect(vm).toMatchObject({
      name: "db.example.net",
      machine: "i440fx",
      firmware: { kind: "bios" },
      cpu: {
        model: { kind: "named", name: "kvm64" },
        sockets: 2,
        cores: 2,
        emulatorCpus: "2-5",
        pins: [0, 1, 2, 3].map((vcpu) => ({ vcpu, cpus: "2-5" })),
      },
      memory: { bytes: 2 ** 31, balloon: true },
      serialConsole: true,
      graphics: { kind: "none" },
      video: "none",
      watchdog: { model: "ib700", action: "poweroff" },
      randomness: true,
      sound: "ich9",
      guestAgent: false,
    });
    expect(vm.disks).toEqual([
      expect.objectContaining({
        source: { kind: "file", path: "/var/lib/libvirt/images/vm-105-disk-1.qcow2", format: "qcow2" },
        bus: "virtio",
        cache: "none",
        iothread: 1,
        bootOrder: 1,
      }),
      expect.objectContaining({
        source: { kind: "block", path: "/dev/disk/by-id/ata-EXAMPLE" },
        iothread: 2,
        readOnly: true,
        bootOrder: null,
      }),
    ]);
    expect(vm.opticalDrives).toEqual([{ source: null, bus: null, bootOrder: 2 }]);
    expect(vm.networks.map(({ source, model, bootOrder }) => ({ source, model, bootOrder }))).toEqual([
      { source: { kind: "network", network: "default" }, model: "e1000", bootOrder: 3 },
      { source: { kind: "bridge", bridge: "vmbr1" }, model: "virtio", bootOrder: 4 },
    ]);
    expect(buildDomain(vm, here)).toContain("<name>db.example.net</name>");
  });

  test.each([
    ["name: a\nname: b", "name: a", "stands there again"],
    ["cores: many", "cores: many", "not a number"],
    ["cores: 4\nvcpus: 2", "vcpus: 2", "all of its 4"],
    ["cores: 1\nthis is odd", "this is odd: ", "not a line"],
    ["cores: 1\nbalance: 3", "balance: 3", "does not import"],
    ["cores: 1\ncipassword: $5$abc", "cipassword: …", "cloud-init"],
    ["cores: 1\nide2: local-lvm:vm-1-cloudinit,media=cdrom", "ide2: ", "cloud-init drive"],
    ["scsi0: local:1/a.vmdk", "scsi0: ", "convert the image"],
    ["scsi0: local:1/..", "scsi0: ", "names no disk"],
    ["scsi0: local:1/a.raw", "scsi0: ", "not lsi"],
    ["cpu: x86-64-v3", "cpu: ", "Haswell"],
    ["hostpci0: 0000:01:00", "hostpci0: ", "which there are is not known"],
    ["hostpci0: 0000:01:00.0,mdev=nvidia-63", "hostpci0: ", "mediated"],
    ["cores: 1\nboot: order=scsi7", "boot: ", "scsi7 is not in the VM"],
    ["cores: 1\n[old]\ncores: 2", "[old]", "snapshot old"],
    ["bios: ovmf\nefidisk0: a:b,pre-enrolled-keys=1", "efidisk0: ", "needs the machine type q35"],
    ["cores: 1\nargs: -frobnicate 3", "-frobnicate 3", "does not import"],
    ["cores: 1\nunused0: local:1/a.raw", "unused0: ", "does not use"],
    ["cores: 1\nvirtiofs0: share", "virtiofs0: ", "Proxmox host's"],
  ])("says what of %j has no place", (text, argument, reason) => {
    const { notes } = importProxmox(text);
    expect(notes).toContainEqual({
      argument: expect.stringContaining(argument),
      reason: expect.stringContaining(reason),
    });
  });

  test("is refused where it is another's", () => {
    for (const text of ["", "nonsense", "qemu-system-x86_64 -m 1G", "arch: riscv64\ncores: 1"])
      expect(() => importProxmox(text)).toThrow(AppError);
    expect(() => importProxmox("arch: amd64\nrootfs: local-lvm:subvol-1,size=8G\ncores: 1")).toThrow(
      "container",
    );
  });

  test("reads what is handed to QEMU as QEMU's own", () => {
    const { specification } = importProxmox(
      "cores: 2\ncpu: host\nargs: -cpu max -device virtio-balloon -device vfio-pci,host=02:00.0",
      host,
    );
    expect(specification.cpu.model).toEqual({ kind: "maximum" });
    expect(specification.cards).toEqual([{ functions: [{ address: "0000:02:00.0" }], options: {} }]);
  });

  test("becomes a specification or is refused, whatever is in it", () => {
    const lines = [...gamingConf.split("\n"), ...serverConf.split("\n")].flatMap((line) => {
      const [key, value] = line.split(": ");
      return key === undefined || value === undefined ? [] : [{ key, value }];
    });
    const key = fc.constantFrom(...lines.map((line) => line.key), "net0x", "constructor", "__proto__", "[a]");
    const part = fc.constantFrom(
      ...lines.flatMap(({ value }) => value.split(",")),
      "-1",
      "99999999",
      "",
      "{}",
      "constructor",
      "../../etc/passwd",
      "a=b=c",
    );
    const value = fc.oneof(
      fc.array(part, { maxLength: 5 }).map((parts) => parts.join(",")),
      fc.string(),
    );
    const conf = fc.array(fc.tuple(key, value), { maxLength: 20 });
    fc.assert(
      fc.property(conf, (given) => {
        const text = given.map(([name, setting]) => `${name}: ${setting}`).join("\n");
        try {
          const { specification } = importProxmox(text, host);
          expect(buildDomain(specification, here)).toContain("<domain");
          for (const { source } of specification.disks)
            if (source.kind === "file") expect(source.path).not.toMatch(/\/\.\.(\/|$)/);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
