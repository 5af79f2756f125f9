import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { schemaProblems } from "../domain/validate/schema-problems";
import { AppError } from "../errors";
import { schemasHere } from "../host/libvirt/schemas.test-data";
import { buildDomain } from "./build-domain";
import { importQemuCommand } from "./import-qemu-command";
import { recommendedCommand } from "./recommended-command.test-data";

describe("a QEMU command line", () => {
  test("becomes a specification, with what could not come along", () => {
    const { specification, notes } = importQemuCommand(recommendedCommand, { hugepageBytes: 2 ** 30 });
    expect(specification).toMatchObject({
      name: "plc",
      machine: "i440fx",
      domainType: "kvm",
      firmware: { kind: "uefi" },
      cpu: { model: { kind: "host-passthrough" }, sockets: 1, cores: 4, threads: 1 },
      memory: { bytes: 4 * 2 ** 30, hugepageBytes: 2 ** 30, balloon: false },
      features: { kernelIrqchip: true, suspendToMemory: false, suspendToDisk: false },
      clock: { hypervClock: true },
      disks: [
        {
          source: { kind: "file", path: "/srv/windows.img", format: "raw" },
          bus: "virtio",
          io: "threads",
          iothread: 1,
        },
      ],
      networks: [{ source: { kind: "bridge", bridge: "br0" }, model: "virtio" }],
      graphics: { kind: "none" },
      tablet: false,
      serialConsole: true,
    });
    expect(specification.cards.map(({ functions }) => functions[0]?.address)).toEqual([
      "0000:00:14.0",
      "0000:00:1f.6",
      "0000:00:02.0",
    ]);
    expect(specification.cards[2]?.options.quirks).toEqual(["intel-igd-opregion", "intel-igd-memory"]);
    expect(notes.map(({ argument }) => argument)).toEqual([
      "-bios OVMF.fd",
      "-netdev tap,id=net0,ifname=tap0,script=/etc/bridge.sh",
    ]);
  });

  test("gives a definition that libvirt's schema takes", async () => {
    const { specification } = importQemuCommand(recommendedCommand);
    const xml = buildDomain(specification, { architecture: "x86_64", kvm: true });
    expect(await schemaProblems(xml, schemasHere)).toEqual([]);
  });

  test("leaves placeholders to be filled in, and says so", () => {
    const placeholders = [
      "-name $VM_NAME,debug-threads=on",
      "-smp $VCPUS",
      "-m $MEMORY",
      "-drive file=$IMAGE,if=virtio",
    ];
    const card = "-device vfio-pci,host=$CARD";
    const { specification, notes } = importQemuCommand(
      ["qemu-system-x86_64", "-nodefaults", card, ...placeholders].join(" "),
    );
    expect(specification).toMatchObject({ name: "imported", cards: [], disks: [] });
    expect(notes.map(({ argument }) => argument)).toEqual([card, ...placeholders]);
  });

  test("understands older ways of saying it", () => {
    const { specification, notes } = importQemuCommand(`/usr/bin/kvm -M pc-0.12 -m 1024
      -smp 1,sockets=1,cores=1,threads=1 \\
      -mon chardev=monitor,mode=readline \\
      -drive file=fedora13.img,if=none,id=drive-virtio-disk0,boot=on,format=raw \\
      -device virtio-blk-pci,bus=pci.0,addr=0x4,drive=drive-virtio-disk0,id=virtio-disk0 \\
      -device virtio-net-pci,vlan=0,id=net0,mac=52:54:00:f5:7a:c9 -net tap,fd=46,vlan=0,name=hostnet0`);
    expect(specification).toMatchObject({
      machine: "i440fx",
      memory: { bytes: 2 ** 30 },
      disks: [{ source: { path: "/var/lib/libvirt/images/fedora13.img" }, bus: "virtio" }],
      graphics: { kind: "vnc" },
      networks: [{ source: { kind: "bridge", bridge: "br0" } }],
    });
    expect(notes.map(({ reason }) => reason)).toContain(
      "libvirt chooses the device's place (bus=pci.0, addr=0x4).",
    );
  });

  test("reads quotes, doubled commas, JSON and chains of block devices", () => {
    const { specification } = importQemuCommand(
      `qemu-system-x86_64 -name 'my vm' -machine q35,smm=on -m size=2G -cpu max,kvm=off,hv_vendor_id=abc,hv-relaxed=on
       -blockdev '{"driver":"file","filename":"/a, b.qcow2","node-name":"file0","aio":"native"}'
       -blockdev '{"node-name":"disk0","driver":"qcow2","file":"file0"}'
       -device '{"driver":"virtio-blk-pci","drive":"disk0","serial":"one"}'
       -drive "if=none,id=cd,media=cdrom,file=/iso/a,,b.iso" -device ide-cd,drive=cd
       -device usb-host,vendorid=0x046d,productid=0xc52b -device vfio-pci,host=01:00.1 -device vfio-pci,host=01:00.0,x-vga=on,romfile=/rom`,
    );
    expect(specification).toMatchObject({
      name: "my vm",
      machine: "q35",
      features: { hideKvm: true, hypervisorName: "abc", hyperv: ["relaxed"] },
      opticalDrives: [{ source: { kind: "file", path: "/iso/a,b.iso" } }],
      usbDevices: [{ kind: "product", vendorId: "046d", productId: "c52b" }],
      cards: [
        {
          functions: [{ address: "0000:01:00.1" }, { address: "0000:01:00.0" }],
          options: { primaryDisplay: true, rom: { kind: "file", path: "/rom" } },
        },
      ],
    });
  });

  test("leaves out the value that contradicts the others and not its device, with the reason", () => {
    const { specification, notes } = importQemuCommand(
      "kvm -m 2G -nodefaults -drive if=virtio,file=/a.img,format=raw,aio=native -readconfig /b.cfg",
    );
    expect(specification.disks).toMatchObject([{ source: { path: "/a.img" }, io: "default" }]);
    expect(notes).toEqual([
      { argument: "-readconfig /b.cfg", reason: "The file is not read. What stands in it is not imported." },
      { argument: "disks.0.io", reason: expect.stringContaining('"none" or "directsync"') },
    ]);
  });

  test("reads a script as the shell would, and says what the shell decides", () => {
    const script = `#!/bin/sh
RAM=3G
args=(-m "$RAM" -nodefaults) # all of it
[ -n "$DEBUG" ] && args+=(-S)
if true; then
  sudo taskset -c 2-5 qemu-system-x86_64 "\${args[@]}" -name vm
  echo over
fi
qemu-system-x86_64 -m 1G`;
    const { specification, notes } = importQemuCommand(script);
    expect(specification).toMatchObject({ name: "vm", memory: { bytes: 3 * 2 ** 30 } });
    expect(notes).toEqual([
      { argument: "taskset -c 2-5", reason: expect.stringContaining("Pin CPUs") },
      { argument: "qemu-system-x86_64", reason: expect.stringContaining("2 times") },
      { argument: "qemu-system-x86_64", reason: expect.stringContaining("conditions") },
    ]);
    expect(importQemuCommand("# kvm -m 1G").specification.memory.bytes).toBe(2 ** 30);
  });

  test("completes a topology as QEMU does", () => {
    const topology = (smp: string) => {
      const { sockets, cores, threads } = importQemuCommand(`kvm -smp ${smp}`).specification.cpu;
      return [sockets, cores, threads];
    };
    expect(topology("6")).toEqual([1, 6, 1]);
    expect(topology("6,cores=3")).toEqual([2, 3, 1]);
    expect(topology("12,sockets=2")).toEqual([2, 6, 1]);
    expect(topology("12,sockets=2,threads=2")).toEqual([2, 3, 2]);
    expect(topology("12,sockets=1,cores=6")).toEqual([1, 6, 2]);
    expect(topology("cores=2,threads=2")).toEqual([1, 2, 2]);
    expect(topology("cpus=8,dies=2,cores=4")).toEqual([1, 8, 1]);
  });

  test("never makes a disk writable that was not", () => {
    const disks = (options: string) => importQemuCommand(`kvm -nic none ${options}`).specification.disks;
    const file = "file=/a.qcow2,format=qcow2";
    expect(disks(`-drive ${file},if=virtio,readonly=on`)).toMatchObject([{ readOnly: true }]);
    expect(disks(`-drive ${file},if=virtio,snapshot=on`)).toMatchObject([{ readOnly: true }]);
    expect(disks(`-hda /a.qcow2 -snapshot`)).toMatchObject([{ readOnly: true }]);
    expect(
      disks(
        "-blockdev driver=qcow2,node-name=d,read-only=on,file.driver=file,file.filename=/a -device virtio-blk-pci,drive=d",
      ),
    ).toMatchObject([{ readOnly: true, source: { path: "/a", format: "qcow2" } }]);
  });

  test("boots what the command boots first", () => {
    const order = (options: string) => {
      const { disks, opticalDrives, networks } = importQemuCommand(`kvm ${options}`).specification;
      return [...disks, ...opticalDrives, ...networks].map(({ bootOrder }) => bootOrder);
    };
    expect(order("-nic none -hda /a.raw -cdrom /b.iso -boot d")).toEqual([null, 1]);
    expect(order("-nic bridge,br=br0 -hda /a.raw -cdrom /b.iso -boot order=nc")).toEqual([2, null, 1]);
    const drive = (id: string, index: number) =>
      `-drive if=none,id=${id},file=/${id}.raw -device virtio-blk-pci,drive=${id},bootindex=${index}`;
    expect(order(`-nic none ${drive("a", 7)} ${drive("b", 3)}`)).toEqual([2, 1]);
  });

  test("keeps firmware variables, Secure Boot and the ROM of a card's first function", () => {
    const { specification, notes } = importQemuCommand(
      `kvm -nodefaults -M q35,smm=on -global driver=cfi.pflash01,property=secure,value=on
        -drive if=pflash,format=raw,readonly=on,file=/fw/code.fd -drive if=pflash,format=raw,file=/vm/vars.fd
        -device vfio-pci,host=03:00.0,romfile=/rom/gpu.bin -device vfio-pci,host=03:00.1,romfile=/rom/audio.bin
        -device vfio-pci,host=04:00.0,romfile=`,
    );
    expect(specification.firmware).toEqual({
      kind: "flash-files",
      code: "/fw/code.fd",
      variablesTemplate: "/vm/vars.fd",
      secureBoot: true,
    });
    expect(specification.cards.map(({ options }) => options.rom)).toEqual([
      { kind: "file", path: "/rom/gpu.bin" },
      { kind: "off" },
    ]);
    expect(notes.map(({ reason }) => reason)).toContain("Not imported: romfile=/rom/audio.bin.");
  });

  test("brings what there are forms for", async () => {
    const { specification, notes } = importQemuCommand(
      `kvm -nodefaults -M q35,kernel_irqchip=on -m 2G -vnc 127.0.0.1:0 -device intel-iommu,caching-mode=on -watchdog ib700 -object input-linux,id=k,evdev=/dev/input/event3,grab_all=on -device usb-mouse -soundhw ac97 -object memory-backend-file,id=m,size=32M,mem-path=/dev/shm/glass,share=on -device ivshmem-plain,memdev=m -virtfs local,path=/srv/a,mount_tag=a,security_model=none -chardev spicevmc,id=r,name=usbredir -device usb-redir,chardev=r`,
    );
    expect(notes.map(({ argument }) => argument)).toEqual([]);
    expect(specification.furtherDevices.map(({ kind }) => kind).toSorted()).toEqual(
      ["folder", "input", "input", "iommu", "redirection", "shared-memory"].toSorted(),
    );
    const xml = buildDomain(specification, { architecture: "x86_64", kvm: true });
    expect(await schemaProblems(xml, schemasHere)).toEqual([]);
    for (const mark of ["evdev", "shmem", "<filesystem", "redirdev", "<iommu", 'model="ac97"', "ib700"]) {
      expect(xml).toContain(mark);
    }
  });

  test("makes no local disk of one that is reached over the network", () => {
    for (const file of ["rbd:pool/image", "nbd://host/a", "https://host/a.iso", "json:{}"]) {
      const { specification, notes } = importQemuCommand(`kvm -nodefaults -drive if=virtio,file=${file}`);
      expect(specification.disks).toEqual([]);
      expect(notes.map(({ reason }) => reason).join()).toContain("can't import disks of the type");
    }
  });

  test("refuses what calls no QEMU", () => {
    for (const text of ["", "rm -rf /", "qemu-img create a.qcow2 1G", "qemu-system-m68k -M virt"]) {
      expect(() => importQemuCommand(text)).toThrow(AppError);
    }
    expect(() => importQemuCommand("qemu-system-x86_64 -name 'open")).toThrow("not closed");
  });

  test("either becomes a specification or is refused, whatever is in it", () => {
    const names =
      "constructor vga name machine cpu smp m bios global drive blockdev device netdev nic object vnc hda net".split(
        " ",
      );
    const word = fc.constantFrom(
      "none",
      "kvm",
      "vfio-pci",
      "virtio-blk-pci",
      "iothread",
      "-1",
      "99999",
      "constructor",
      "/a",
      "{}",
      "",
    );
    const property = fc.tuple(
      fc.constantFrom(
        "id",
        "if",
        "file",
        "drive",
        "host",
        "netdev",
        "node-name",
        "serial",
        "mac",
        "cache",
        "aio",
        "iothread",
      ),
      word,
    );
    const value = fc
      .tuple(word, fc.array(property, { maxLength: 4 }))
      .map(([first, rest]) => [first, ...rest.map(([name, setting]) => `${name}=${setting}`)].join(","));
    const options = fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(value, fc.string())), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(options, (given) => {
        const text = ["kvm", ...given.map(([name, setting]) => `-${name} ${setting}`)].join(" ");
        try {
          const { specification } = importQemuCommand(text);
          expect(buildDomain(specification, { architecture: "x86_64", kvm: true })).toContain("<domain");
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
