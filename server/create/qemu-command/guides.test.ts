import { describe, expect, test } from "vitest";
import { importQemuCommand } from "../import-qemu-command";

const bare = "-nodefaults -M q35 -m 1G";
const imported = (command: string) => {
  const { specification, notes } = importQemuCommand(command);
  return { ...specification, told: notes.map(({ argument, reason }) => `${argument}: ${reason}`).join("\n") };
};

describe("QEMU's call is found", () => {
  test.each([
    "sudo -u qemu QEMU_AUDIO_DRV=pa numactl --membind=0 nice -n -5 /usr/bin/qemu-system-x86_64",
    "sudo -u kvm -- kvm",
    "modprobe kvm\n[ -e /dev/kvm ] || exit 1\nqemu-system-x86_64 --version\nexec taskset -c 2-5 chrt -f 1 qemu-kvm",
    "command -v qemu-system-x86_64 >/dev/null || exit\nenv -i PATH=/usr/bin systemd-run --scope -p CPUQuota=400% -- kvm",
  ])("in %j", (front) => {
    const { disks, name, told } = imported(`${front} ${bare} -name web`);
    expect({ disks, name }).toEqual({ disks: [], name: "web" });
    expect(told).not.toContain("times");
  });

  test("and what runs it is told", () => {
    expect(imported(`sudo -u qemu numactl --membind=0 qemu-system-x86_64 ${bare}`).told).toContain(
      "numactl --membind=0: This is not part of QEMU's command",
    );
  });
});

test("a guide's functions hand devices on", () => {
  const { cards } = imported(`#!/bin/bash
pci() { args+=(-device "vfio-pci,host=$1\${2:+,$2}"); }
pci 0a:00.0 x-vga=on,romfile=/opt/gpu.rom
pci 0a:00.1
qemu-system-x86_64 ${bare} "\${args[@]}"`);
  expect(cards).toMatchObject([
    {
      functions: [{ address: "0000:0a:00.0" }, { address: "0000:0a:00.1" }],
      options: { primaryDisplay: true, rom: { kind: "file", path: "/opt/gpu.rom" } },
    },
  ]);
});

test("a block device without a format is the file as it is", () => {
  const { opticalDrives, disks } = imported(
    `kvm ${bare} -blockdev node-name=iso,driver=file,filename=/iso/a.iso,read-only=on -device ide-cd,drive=iso
     -blockdev '{"node-name":"raw","driver":"host_device","filename":"/dev/vg/lv"}' -device virtio-blk-pci,drive=raw`.replace(
      "\n",
      " ",
    ),
  );
  expect(opticalDrives).toMatchObject([{ source: { kind: "file", path: "/iso/a.iso" } }]);
  expect(disks).toMatchObject([{ source: { path: "/dev/vg/lv" } }]);
});

test("block devices within block devices are read to the file, whatever passes on between", () => {
  const chain = {
    driver: "throttle",
    "throttle-group": "t0",
    "node-name": "d0",
    file: {
      driver: "qcow2",
      cache: { direct: true, "no-flush": false },
      file: { driver: "file", filename: "/srv/a.qcow2", aio: "io_uring", "node-name": "f0" },
      backing: { driver: "raw", file: { driver: "file", filename: "/srv/base.raw" } },
    },
  };
  const { disks, told } = imported(
    `kvm ${bare} -object throttle-group,id=t0,x-bps-total=1 -blockdev '${JSON.stringify(chain)}' -device virtio-blk-pci,drive=d0`,
  );
  expect(disks).toMatchObject([
    { source: { kind: "file", path: "/srv/a.qcow2", format: "qcow2" }, cache: "none", io: "io_uring" },
  ]);
  expect(told).toContain("throttle-group=t0");
  expect(told).not.toContain("base.raw,");
});

test("a value that is none goes alone, and not its device", () => {
  const { networks, told } = imported(`kvm ${bare} -nic bridge,br=br1,mac=$(printf 52:54:00:%02x 1)`);
  expect(networks).toMatchObject([{ source: { kind: "bridge", bridge: "br1" }, mac: null }]);
  expect(told).toContain("A MAC address is written as");
});

test("firmware that is no raw image is told, by -drive and by -blockdev", () => {
  const flash =
    "-blockdev driver=file,filename=/a/OVMF_CODE.fd,node-name=a -blockdev driver=raw,node-name=code,file=a";
  const vars =
    "-blockdev driver=file,filename=/a/V.qcow2,node-name=b -blockdev driver=qcow2,node-name=vars,file=b";
  expect(imported(`kvm -M q35,pflash0=code,pflash1=vars -m 1G -nodefaults ${flash} ${vars}`).told).toContain(
    "Firmware in the format qcow2 is not supported",
  );
});

test("a sandbox that is off is told", () => {
  expect(imported(`kvm ${bare} -sandbox off`).told).toContain("seccomp_sandbox");
  expect(imported(`kvm ${bare} -sandbox on,spawn=deny`).told).not.toContain("sandbox");
});

describe("what people paste is read as it was meant", () => {
  test("JSON as ps prints it, without quotes around it", () => {
    const { disks, told } = imported(
      `/usr/bin/qemu-system-x86_64 ${bare} -blockdev {"driver":"file","filename":"/srv/a b.qcow2","node-name":"f"} -blockdev {"driver":"qcow2","node-name":"d","file":"f","backing":null} -device {"driver":"virtio-blk-pci","drive":"d","bootindex":1}`,
    );
    expect(disks).toMatchObject([{ source: { path: "/srv/a b.qcow2", format: "qcow2" } }]);
    expect(told).not.toContain("can't import");
  });

  test("a unit of systemd's", () => {
    const unit = `[Service]\nUser=root\nExecStart=-/usr/bin/qemu-system-x86_64 ${bare} -name web\nRestart=always\n`;
    expect(imported(unit)).toMatchObject({ name: "web" });
  });

  test("quotes and dashes of web pages, which are told", () => {
    const { disks, told } = imported(`kvm ${bare} –hda “/srv/a.img” -name ‘web’`);
    expect(disks).toMatchObject([{ source: { path: "/srv/a.img" } }]);
    expect(told).toContain("Typographic quotes and dashes");
    expect(imported(`kvm ${bare} -name "a – b"`).told).not.toContain("Typographic");
  });

  test("another USB controller is told", () => {
    expect(imported(`kvm ${bare} -device nec-usb-xhci`).told).toContain("qemu-xhci");
  });
});
