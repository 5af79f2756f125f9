import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseXml } from "../../xml/xml";
import { addedReach, beyondOrdinary } from "./ordinary";
import type { ReachKind } from "./reach.schema";
import { reachSentence } from "./reach-words";
import { readReach } from "./read-reach";

const reachOf = (inner: string) =>
  readReach(
    parseXml(`<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>${inner}</domain>`),
  );
const inDevices = (device: string) => reachOf(`<devices>${device}</devices>`);

describe("what of the host a definition reaches", () => {
  const devices: [string, ReachKind, string][] = [
    ["<emulator>/opt/qemu/bin/qemu</emulator>", "program", "/opt/qemu/bin/qemu"],
    ["<serial type='file'><source path='/etc/cron.d/x'/></serial>", "file", "/etc/cron.d/x"],
    [
      "<serial type='unix'><source mode='connect' path='/run/libvirt/libvirt-sock'/></serial>",
      "socket",
      "/run/libvirt/libvirt-sock",
    ],
    ["<serial type='dev'><source path='/dev/ttyS0'/></serial>", "device-node", "/dev/ttyS0"],
    [
      "<serial type='pty'><log file='/etc/profile.d/x.sh' append='on'/></serial>",
      "file",
      "/etc/profile.d/x.sh",
    ],
    [
      "<serial type='tcp'><source mode='bind' host='0.0.0.0' service='4555'/></serial>",
      "listener",
      "0.0.0.0:4555",
    ],
    [
      "<serial type='tcp'><source mode='connect' host='10.0.0.9' service='1'/></serial>",
      "connection",
      "10.0.0.9:1",
    ],
    ["<disk type='block'><source dev='/dev/vda'/></disk>", "device-node", "/dev/vda"],
    ["<disk type='file'><source file='/etc/shadow'/></disk>", "file", "/etc/shadow"],
    ["<disk type='dir'><source dir='/etc'/></disk>", "folder", "/etc"],
    [
      "<disk type='file'><source file='v'/><backingStore type='file'><format type='qcow2'/><source file='a'/><backingStore type='block'><format type='raw'/><source dev='/dev/sdb'/></backingStore></backingStore></disk>",
      "device-node",
      "/dev/sdb",
    ],
    [
      "<disk type='file'><source file='v'><dataStore type='file'><format type='raw'/><source file='/etc/shadow'/></dataStore></source></disk>",
      "file",
      "/etc/shadow",
    ],
    [
      "<disk type='network'><source protocol='nbd' name='x'><host transport='unix' socket='/run/nbd'/></source></disk>",
      "socket",
      "/run/nbd",
    ],
    [
      "<disk type='network'><source protocol='rbd' name='x'><host name='ceph' port='6789'/></source></disk>",
      "connection",
      "ceph:6789",
    ],
    ["<disk type='vhostuser'><source type='unix' path='/run/spdk'/></disk>", "socket", "/run/spdk"],
    ["<filesystem type='mount'><source dir='/'/><target dir='root'/></filesystem>", "folder", "/"],
    [
      "<filesystem type='mount'><binary path='/tmp/virtiofsd'/><source dir='/srv'/></filesystem>",
      "program",
      "/tmp/virtiofsd",
    ],
    ["<interface type='ethernet'><script path='/tmp/up.sh'/></interface>", "program", "/tmp/up.sh"],
    [
      "<interface type='vhostuser'><source type='unix' path='/run/ovs/vhu0' mode='client'/></interface>",
      "socket",
      "/run/ovs/vhu0",
    ],
    [
      "<interface type='vdpa'><source dev='/dev/vhost-vdpa-0'/></interface>",
      "device-node",
      "/dev/vhost-vdpa-0",
    ],
    ["<interface type='user'><backend type='passt' logFile='/etc/x'/></interface>", "file", "/etc/x"],
    [
      "<interface type='server'><source address='0.0.0.0' port='5558'/></interface>",
      "listener",
      "0.0.0.0:5558",
    ],
    [
      "<input type='evdev'><source dev='/dev/input/event3' grab='all'/></input>",
      "device-node",
      "/dev/input/event3",
    ],
    ["<graphics type='vnc' port='-1' listen='0.0.0.0'/>", "listener", "0.0.0.0"],
    [
      "<graphics type='vnc' port='-1' listen='127.0.0.1'><listen type='address' address='::'/></graphics>",
      "listener",
      "::",
    ],
    [
      "<graphics type='spice'><listen type='network' network='default'/></graphics>",
      "listener",
      "the network default",
    ],
    ["<graphics type='spice'><listen type='socket' socket='/run/spice'/></graphics>", "socket", "/run/spice"],
    [
      "<graphics type='spice'><gl enable='yes' rendernode='/dev/dri/renderD128'/></graphics>",
      "device-node",
      "/dev/dri/renderD128",
    ],
    ["<rng model='virtio'><backend model='random'>/dev/mem</backend></rng>", "device-node", "/dev/mem"],
    [
      "<tpm><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>",
      "device-node",
      "/dev/tpm0",
    ],
    ["<memory model='nvdimm'><source><path>/etc/shadow</path></source></memory>", "file", "/etc/shadow"],
    [
      "<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='1' slot='0' function='0'/></source><rom file='/root/x'/></hostdev>",
      "file",
      "/root/x",
    ],
    [
      "<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='1' slot='0' function='0'/></source></hostdev>",
      "host-device",
      "0000:01:00.0",
    ],
    ["<shmem name='x'><server path='/run/ivshmem'/></shmem>", "socket", "/run/ivshmem"],
    ["<audio id='1' type='oss'><input dev='/dev/dsp'/></audio>", "device-node", "/dev/dsp"],
    ["<crystal><facet likes='/etc/passwd'/></crystal>", "file", "/etc/passwd"],
  ];
  test.each(devices)("%s", (device, kind, target) => {
    expect(inDevices(device)).toContainEqual({ kind, target, where: expect.any(String) });
  });

  const elsewhere: [string, ReachKind, string][] = [
    ["<os><loader readonly='yes' type='pflash'>/etc/shadow</loader></os>", "file", "/etc/shadow"],
    ["<os><nvram>/etc/passwd</nvram></os>", "file", "/etc/passwd"],
    ["<os><kernel>/root/k</kernel></os>", "file", "/root/k"],
    ["<os><acpi><table type='slic'>/root/t</table></acpi></os>", "file", "/root/t"],
    ["<sysinfo type='fwcfg'><entry name='opt/x' file='/etc/shadow'/></sysinfo>", "file", "/etc/shadow"],
    ["<seclabel type='none' model='selinux'/>", "confinement", "selinux none"],
    [
      "<seclabel type='static' model='dac' relabel='no'><label>0:0</label></seclabel>",
      "confinement",
      "dac static relabel=no",
    ],
    [
      "<qemu:commandline><qemu:arg value='-device'/><qemu:env name='LD_PRELOAD' value='/tmp/x.so'/></qemu:commandline>",
      "qemu-argument",
      "LD_PRELOAD=/tmp/x.so",
    ],
    ["<qemu:commandline><qemu:arg value='-device'/></qemu:commandline>", "qemu-argument", "-device"],
    [
      "<qemu:override><qemu:device alias='a'><qemu:frontend><qemu:property name='romfile' type='string' value='/etc/shadow'/></qemu:frontend></qemu:device></qemu:override>",
      "qemu-argument",
      "romfile=string=/etc/shadow",
    ],
  ];
  test.each(elsewhere)("%s", (part, kind, target) => {
    expect(reachOf(part)).toContainEqual({ kind, target, where: expect.any(String) });
  });

  test("is found wherever a path stands", () => {
    const name = fc
      .stringMatching(/^[a-z]{1,8}$/)
      .filter((text) => !["metadata", "title", "description"].includes(text));
    const path = fc.stringMatching(/^\/[a-z/]{1,12}$/);
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 5 }),
        name,
        path,
        fc.boolean(),
        (ways, key, target, inText) => {
          const within = inText ? target : "";
          const inner = ways.reduceRight(
            (text, way) => `<${way}>${text}</${way}>`,
            inText ? within : `<x ${key}='${target}'/>`,
          );
          expect(reachOf(`<devices>${inner}</devices>`).map((reach) => reach.target)).toContain(target);
        },
      ),
    );
  });

  test("is nothing where nothing is opened", () => {
    const inner =
      "<metadata><note xmlns='http://x/'>/etc/shadow</note></metadata><description>/etc/shadow</description>" +
      "<resource><partition>/machine</partition></resource>" +
      "<devices><serial type='pty'><source path='pts'/></serial><graphics type='vnc' listen='127.0.0.1'/></devices>";
    expect(reachOf(inner)).toEqual([]);
  });
});

describe("beyond what every VM reaches", () => {
  const usual =
    "<os><loader>/usr/share/OVMF/OVMF_CODE.fd</loader><nvram>/var/lib/libvirt/qemu/nvram/a.fd</nvram></os>" +
    "<devices><emulator>/usr/bin/qemu-system-x86_64</emulator><rng><backend model='random'>/dev/urandom</backend></rng>" +
    "<disk type='file'><source file='/srv/vms/a.qcow2'/></disk>" +
    "<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='1' slot='0' function='0'/></source></hostdev></devices>";
  const isVolume = (path: string) => path === "/srv/vms/a.qcow2";

  test("is nothing of a usual VM on a volume", () => {
    expect(beyondOrdinary(reachOf(usual), isVolume)).toEqual([]);
    expect(beyondOrdinary(reachOf(usual), () => false)).toMatchObject([{ target: "/srv/vms/a.qcow2" }]);
  });

  test("is what goes upwards from a folder of the system's", () => {
    const climbing = reachOf("<os><loader>/usr/share/../../etc/shadow</loader></os>");
    expect(beyondOrdinary(climbing, isVolume)).toHaveLength(1);
  });

  test("is told of a change as what is new", () => {
    const added = addedReach(
      reachOf(usual),
      reachOf(`${usual}<sysinfo><entry file='/etc/shadow'/></sysinfo>`),
    );
    expect(added.map(reachSentence)).toEqual([
      "The VM reads or writes /etc/shadow, a file of the host outside its storage pools.",
    ]);
  });
});
