import { describe, expect, test } from "vitest";
import { treeOf } from "../../host/tree.test-data";
import { hostChangeOf, wishedChangeSchema } from "../change.schema";
import { notAllowed } from "../not-allowed.test-data";
import { planPrepare } from "../plan";
import { readPrepareHost } from "../read-prepare-host";
import { planTrial } from "../trial/plan-trial";
import { trialHostOf } from "../trial/testing/trial-hosts";
import type { LookingGlassFiles } from "./looking-glass-files.schema";

const acl = `#cgroup_device_acl = [
#    "/dev/null", "/dev/full", "/dev/zero",
#    "/dev/random", "/dev/urandom",
#    "/dev/ptmx", "/dev/kvm"
#]
`;
const debian: Readonly<Record<string, string>> = {
  "etc/os-release": "ID=debian\n",
  "etc/passwd": "root:x:0:0::/root:/bin/sh\nada:x:1000:1000::/home/ada:/bin/sh\n",
  "etc/group": "root:x:0:\nkvm:x:104:\n",
  "proc/sys/kernel/osrelease": "6.1.0-31-amd64\n",
  "lib/modules/6.1.0-31-amd64/modules.dep": "updates/dkms/kvmfr.ko.xz:\n",
  "sys/module/apparmor/parameters/enabled": "Y\n",
  "etc/apparmor.d/abstractions/libvirt-qemu":
    "  /dev/kvm rw,\n  include if exists <local/abstractions/libvirt-qemu>\n",
  "etc/libvirt/qemu.conf": `# Master configuration file\n${acl}`,
};
const shm: LookingGlassFiles = { memory: "shm", mebibytes: 32, user: "ada" };
const kvmfr: LookingGlassFiles = { memory: "kvmfr", mebibytes: 64, user: "ada" };

async function plan(files: Readonly<Record<string, string>>, lookingGlass: LookingGlassFiles) {
  const host = await readPrepareHost(await treeOf({ "proc/meminfo": "", ...files }), []);
  const planned = planPrepare(host, hostChangeOf(wishedChangeSchema.parse({ lookingGlass })));
  expect(notAllowed(planned)).toEqual([]);
  const texts = Object.fromEntries(planned.steps.map(({ file, after }) => [file.slice(1), after]));
  // What is planned of a host that has it already is nothing.
  if (planned.refused === null && planned.steps.length > 0)
    expect(await plan({ ...files, ...texts }, lookingGlass)).toMatchObject({ steps: [], commands: [] });
  return { ...planned, texts, commands: planned.commands.map((words) => words.join(" ")) };
}

describe("a file in /dev/shm", () => {
  const own = "etc/tmpfiles.d/10-looking-glass.conf";

  test("is made for its user at each start, and at once", async () => {
    const { texts, commands } = await plan(debian, shm);
    expect(texts).toEqual({
      [own]: "# Written by Passdeck: the memory of Looking Glass.\nf /dev/shm/looking-glass 0660 ada kvm -\n",
    });
    expect(commands).toEqual(["systemd-tmpfiles --create /etc/tmpfiles.d/10-looking-glass.conf"]);
  });

  test("goes to another user in the line that is there, whatever else the file has", async () => {
    const before = "# mine\r\nf+ /dev/shm/looking-glass 0660 bob kvm -\r\nd /run/mine";
    const { texts } = await plan({ ...debian, [own]: before }, shm);
    expect(texts[own]).toBe("# mine\r\nf /dev/shm/looking-glass 0660 ada kvm -\r\nd /run/mine");
  });

  test("is left to who has it in a file of another name", async () => {
    const mine = { "etc/tmpfiles.d/lg.conf": "f /dev/shm/looking-glass 0660 ada kvm -\n" };
    expect(await plan({ ...debian, ...mine }, shm)).toMatchObject({ steps: [], refused: null });
    const { refused } = await plan({ ...debian, ...mine }, { ...shm, user: "root" });
    expect(refused?.reason).toContain("/etc/tmpfiles.d/lg.conf gives /dev/shm/looking-glass to ada");
  });

  test("is for a user of the host, where QEMU has its group", async () => {
    expect((await plan(debian, { ...shm, user: "eve" })).refused?.reason).toContain("no user eve");
    const none = { ...debian, "etc/group": "root:x:0:\n" };
    expect((await plan(none, shm)).refused?.reason).toContain("no group kvm");
  });
});

describe("the module kvmfr", () => {
  test("has its size, is loaded, given to its user and to QEMU, by files of their own", async () => {
    const { texts, commands } = await plan(debian, kvmfr);
    expect(texts).toEqual({
      "etc/modprobe.d/kvmfr.conf": "options kvmfr static_size_mb=64\n",
      "etc/modules-load.d/kvmfr.conf": "kvmfr\n",
      "etc/udev/rules.d/99-passdeck-kvmfr.rules":
        '# Written by Passdeck: the memory of Looking Glass.\nSUBSYSTEM=="kvmfr", OWNER="ada", GROUP="kvm", MODE="0660"\n',
      "etc/libvirt/qemu.conf": `${debian["etc/libvirt/qemu.conf"]}cgroup_device_acl = [
    "/dev/null", "/dev/full", "/dev/zero", "/dev/random", "/dev/urandom", "/dev/ptmx", "/dev/kvm", "/dev/vfio/vfio", "/dev/kvmfr0"
]
`,
      "etc/apparmor.d/local/abstractions/libvirt-qemu": "  /dev/kvmfr0 rw,\n",
    });
    expect(commands).toEqual([
      "udevadm control --reload",
      "modprobe kvmfr",
      "systemctl try-restart libvirtd.service",
    ]);
  });

  test("leaves what the owner has, and adds what is missing", async () => {
    const { texts, commands } = await plan(
      {
        ...debian,
        "sys/module/kvmfr/parameters/static_size_mb": "32\n",
        "dev/kvmfr0": "",
        "etc/modprobe.d/mine.conf": "# big\noptions kvmfr foo=1 static_size_mb=32,16\n",
        "etc/modules-load.d/mine.conf": "kvmfr\n",
        "etc/udev/rules.d/99-kvmfr.rules": 'SUBSYSTEM=="kvmfr", OWNER="ada", GROUP="kvm", MODE="0660"\n',
        "etc/apparmor.d/local/abstractions/libvirt-qemu": "/dev/kvmfr0 rw,\n",
        "etc/libvirt/qemu.conf":
          'cgroup_device_acl = [\n  "/dev/null", # none\n  "/dev/kvm",\n]\nuser = "qemu"',
        "etc/systemd/system/sockets.target.wants/virtqemud.socket": "",
      },
      kvmfr,
    );
    expect(texts).toEqual({
      "etc/modprobe.d/mine.conf": "# big\noptions kvmfr foo=1 static_size_mb=64,16\n",
      "etc/libvirt/qemu.conf":
        'cgroup_device_acl = [\n  "/dev/null", # none\n  "/dev/kvm", "/dev/kvmfr0",\n]\nuser = "qemu"',
    });
    expect(commands).toEqual([
      "udevadm control --reload",
      "udevadm trigger --subsystem-match=kvmfr",
      "systemctl try-restart virtqemud.service",
    ]);
  });

  test("keeps a larger size, which another VM may need", async () => {
    const files = { ...debian, "etc/modprobe.d/kvmfr.conf": "options kvmfr static_size_mb=128\n" };
    expect((await plan(files, kvmfr)).texts["etc/modprobe.d/kvmfr.conf"]).toBeUndefined();
  });

  test("has no rules of AppArmor's where that is off, or libvirt has none", async () => {
    const off = { ...debian, "sys/module/apparmor/parameters/enabled": "N\n" };
    const { "etc/apparmor.d/abstractions/libvirt-qemu": _packaged, ...without } = debian;
    for (const files of [off, without])
      expect(Object.keys((await plan(files, kvmfr)).texts).join(" ")).not.toContain("apparmor");
  });

  test.each<[string, Record<string, string>, string]>([
    ["it is not installed", { "lib/modules/6.1.0-31-amd64/modules.dep": "a.ko:\n" }, "is not installed"],
    [
      "DKMS has not built it",
      { "lib/modules/6.1.0-31-amd64/modules.dep": "a.ko:\n", "var/lib/dkms/kvmfr/source": "" },
      "dkms autoinstall",
    ],
    ["nothing tells which modules there are", { "proc/sys/kernel/osrelease": "" }, "could not be read"],
    [
      "the kernel's line says less",
      { "proc/cmdline": "quiet kvmfr.static_size_mb=16\n" },
      "Take it off there",
    ],
    ["the list is none", { "etc/libvirt/qemu.conf": 'cgroup_device_acl = "x"\n' }, "not written as a list"],
    [
      "the size is none",
      { "etc/modprobe.d/k.conf": "options kvmfr static_size_mb=big\n" },
      "not written as a number",
    ],
    [
      "libvirt's rules leave out the host's own",
      { "etc/apparmor.d/abstractions/libvirt-qemu": "" },
      "does not include",
    ],
    ["NixOS makes all files", { "etc/os-release": "ID=nixos\n" }, "NixOS makes these files"],
  ])("is refused where %s", async (_, files, why) => {
    expect((await plan({ ...debian, ...files }, kvmfr)).refused?.reason).toContain(why);
  });

  test("is refused where libvirt's file can't be read", async () => {
    const { "etc/libvirt/qemu.conf": _hidden, ...files } = debian;
    expect((await plan(files, kvmfr)).refused?.reason).toContain("may not be read");
  });
});

test("there is nothing to be tried at one start", async () => {
  const host = await trialHostOf(debian);
  const { refused } = planTrial(host, hostChangeOf(wishedChangeSchema.parse({ lookingGlass: shm })));
  expect(refused?.reason).toContain("count at once");
});
