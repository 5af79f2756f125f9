import { describe, expect, test } from "vitest";
import type { InitramfsTool } from "../../../host/boot/boot-setup";
import type { ModuleChange, ModuleContext } from "./module-change";
import { noModuleChange } from "./module-change";
import { contextOf } from "./module-change.test-data";
import { planModules } from "./plan-modules";

type Texts = Record<string, string>;

interface Given {
  tool?: InitramfsTool | null;
  links?: Texts;
  context?: Partial<ModuleContext>;
}

function plan(
  texts: Texts,
  change: Partial<ModuleChange>,
  { tool = "initramfs-tools", links = {}, context }: Given = {},
) {
  return planModules(
    { texts: new Map(Object.entries(texts)), links: new Map(Object.entries(links)) },
    { ...noModuleChange, ...change },
    { ...contextOf(tool), ...context },
  );
}

/** The files that come of a change, or why it is refused. */
function outcome(texts: Texts, change: Partial<ModuleChange>, given: Given = {}): Texts | string {
  const { steps, refused } = plan(texts, change, given);
  return refused?.reason ?? Object.fromEntries(steps.map(({ file, after }) => [file, after]));
}

const vfio = ["vfio_pci", "vfio", "vfio_iommu_type1"];
const add = (...ids: string[]) => ({ vfioIds: { add: ids, remove: [] } });
const remove = (...ids: string[]) => ({ vfioIds: { add: [], remove: ids } });

describe("modprobe.d", () => {
  test("a host without any gets a file of ours, and new initial RAM disks", () => {
    const { steps, rebuild } = plan(
      {},
      { ...add("10de:2206"), softdeps: ["nvidia"], blacklist: { add: ["nouveau"], remove: [] } },
    );
    const after = "options vfio-pci ids=10de:2206\nsoftdep nvidia pre: vfio-pci\nblacklist nouveau\n";
    expect(steps).toEqual([
      { file: "etc/modprobe.d/passdeck-vfio.conf", before: null, after, executable: false },
    ]);
    expect(rebuild).toBe(true);
  });

  test("ids join the list that counts, which is the last of all files", () => {
    const files = {
      "etc/modprobe.d/a.conf": "options vfio-pci ids=1:1\n",
      "etc/modprobe.d/b.conf": "options vfio-pci ids=2:2\n",
    };
    expect(outcome(files, add("10de:2206"))).toEqual({
      "etc/modprobe.d/b.conf": "options vfio-pci ids=2:2,10de:2206\n",
    });
  });

  test("a list that did not count does not come to count by a removal", () => {
    const files = {
      "etc/modprobe.d/a.conf": "options vfio-pci ids=1:1\n",
      "etc/modprobe.d/b.conf": "options vfio-pci ids=2:2\n",
    };
    expect(outcome(files, remove("2:2"))).toContain("1:1");
    const one = { "etc/modprobe.d/a.conf": "options vfio-pci ids=1:1\noptions vfio_pci ids=2:2\n" };
    expect(outcome(one, remove("2:2"))).toContain("1:1");
    expect(outcome(one, remove("1:1", "2:2"))).toEqual({ "etc/modprobe.d/a.conf": "" });
    const same = { "etc/modprobe.d/a.conf": "# ours\noptions vfio-pci ids=1:1 ids=1:1,2:2\n" };
    expect(outcome(same, remove("1:1", "2:2"))).toEqual({ "etc/modprobe.d/a.conf": "# ours\n" });
  });

  test("a packaged file stays; a changed copy in /etc hides it", () => {
    const packaged = {
      "usr/lib/modprobe.d/nvidia.conf": "blacklist nova_core\nsoftdep nvidia post: nvidia-uvm\n",
    };
    expect(outcome(packaged, { softdeps: ["nvidia"] })).toEqual({
      "etc/modprobe.d/nvidia.conf": "blacklist nova_core\nsoftdep nvidia pre: vfio-pci post: nvidia-uvm\n",
    });
  });

  test.each([
    [
      "softdep nouveau pre: i2c_core\nsoftdep nouveau pre: vfio-pci\n",
      "softdep nouveau pre: vfio-pci i2c_core\nsoftdep nouveau pre: vfio-pci\n",
    ],
    ["softdep nouv* pre: vfio_pci\n", null],
    ["softdep nouveau pre:vfio-pci\n", "softdep nouveau pre: vfio-pci\n"],
    ["softdep nouveau \\\n  post: vfio-pci", "softdep nouveau pre: vfio-pci \\\n  post: vfio-pci"],
    [
      "# vfio-pci \\\nsoftdep nouveau pre: vfio-pci\n",
      "# vfio-pci \\\nsoftdep nouveau pre: vfio-pci\nsoftdep nouveau pre: vfio-pci\n",
    ],
  ])("of softdep commands the first counts: %j", (before, after) => {
    const file = "etc/modprobe.d/vfio.conf";
    expect(outcome({ [file]: before }, { softdeps: ["nouveau"] })).toEqual(
      after === null ? {} : { [file]: after },
    );
  });

  test.each([
    [
      "options vfio-pci ids=10de:1b80,\\\n10de:10f0 disable_vga=1\n",
      "options vfio-pci ids=10de:1b80,\\\n10de:10f0,1:2 disable_vga=1\n",
    ],
    ['options vfio_pci "ids=10de:1b80"', 'options vfio_pci "ids=10de:1b80,1:2"'],
    ["options vfio-pci disable_vga=1\r\n", "options vfio-pci disable_vga=1\r\noptions vfio-pci ids=1:2\n"],
    ["options vfio-pci ids=10de:1b80\r\n", "options vfio-pci ids=10de:1b80,1:2\r\n"],
    ["options vfio-pci ids= # none\n", "options vfio-pci ids=1:2 # none\n"],
  ])("ids are merged into %j, and taken out again", (before, after) => {
    const file = "etc/modprobe.d/vfio.conf";
    expect(outcome({ [file]: before }, add("1:2"))).toEqual({ [file]: after });
  });

  test.each<[string, Partial<ModuleChange>, Partial<ModuleContext>, RegExp]>([
    ["", add("10de:2206"), { twins: new Set(["10de:2206"]) }, /stays with the host is 10de:2206/],
    ["", add("10de:2206"), { builtIn: new Set(["vfio_pci"]) }, /part of the kernel/],
    ["", { softdeps: ["xhci-pci"] }, { builtIn: new Set(["xhci_pci"]) }, /xhci-pci is part of the kernel/],
    [
      `options vfio-pci ids=${"10de:2206,".repeat(101)}`,
      add("10de:2207", "10de:2208"),
      {},
      /1023 characters/,
    ],
    ["install vfio_* /bin/true", add("10de:2206"), {}, /\/bin\/true/],
  ])("%# is refused", (text, change, context, reason) => {
    expect(outcome({ "etc/modprobe.d/x.conf": text }, change, { context })).toMatch(reason);
  });
});

describe("lists of modules", () => {
  test("Debian's link is left alone, and modules go out of the file behind it", () => {
    const texts = {
      "etc/modules": "vfio\nvfio_virqfd\n",
      "etc/modules-load.d/modules.conf": "vfio\nvfio_virqfd\n",
    };
    const links = { "etc/modules-load.d/modules.conf": "etc/modules" };
    const change = { removeModules: ["vfio-virqfd"], loadModules: ["vfio_pci", "vfio"] };
    const { steps, rebuild } = plan(texts, change, { links });
    expect(steps.map(({ file, after }) => [file, after])).toEqual([
      ["etc/modules", "vfio\n"],
      ["etc/modules-load.d/passdeck-vfio.conf", "vfio_pci\n"],
    ]);
    expect(rebuild).toBe(false);
  });

  test("initramfs-tools loads a module, with its parameters, before the rival that stood in front of it", () => {
    const file = "etc/initramfs-tools/modules";
    const before = "# list\namdgpu\next4\nvfio-pci ids=1:2";
    const given = { context: { rivals: ["amdgpu"] } };
    expect(outcome({ [file]: before }, { earlyModules: ["vfio_pci"] }, given)).toEqual({
      [file]: "# list\nvfio-pci ids=1:2\namdgpu\next4",
    });
  });
});

describe("mkinitcpio", () => {
  const main = "etc/mkinitcpio.conf";
  const own = "etc/mkinitcpio.conf.d/zz-passdeck.conf";
  const given: Given = { tool: "mkinitcpio", context: { rivals: ["amdgpu"] } };

  test("a drop-in that has a say keeps it; ours comes first of all, and once", () => {
    const texts = { [main]: 'MODULES="ext4"\n', "etc/mkinitcpio.conf.d/gpu.conf": 'MODULES+=" amdgpu"\n' };
    const after = `MODULES="vfio_pci vfio vfio_iommu_type1 $MODULES"\n`;
    expect(outcome(texts, { earlyModules: vfio }, given)).toEqual({ [own]: after });
    expect(outcome({ ...texts, [own]: after }, { earlyModules: vfio }, given)).toEqual({});
    expect(outcome({ ...texts, [own]: after }, { earlyModules: ["vfio_pci", "kvm"] }, given)).toEqual({
      [own]: `MODULES="kvm vfio_pci vfio vfio_iommu_type1 $MODULES"\n`,
    });
  });

  test("a list that commands make is not touched", () => {
    const texts = { [main]: "MODULES=(ext4)\nif true; then\n  MODULES+=(amdgpu)\nfi\n" };
    expect(outcome(texts, { earlyModules: ["vfio_pci"] }, given)).toEqual({
      [own]: `MODULES=(vfio_pci "\${MODULES[@]}")\n`,
    });
  });

  test("where a preset hands over a configuration, drop-ins are not read", () => {
    const texts = {
      [main]: "MODULES=()\n",
      "etc/mkinitcpio.d/linux.preset":
        'ALL_config="/etc/mkinitcpio.conf"\n#default_config="/etc/other.conf"\n',
      "etc/mkinitcpio.conf.d/gpu.conf": "MODULES+=(amdgpu)\n",
    };
    expect(outcome(texts, { earlyModules: ["vfio_pci"] }, given)).toEqual({ [main]: "MODULES=(vfio_pci)\n" });
  });

  test.each([
    ["MODULES=\n", 'MODULES="vfio_pci"\n'],
    ["MODULES=ext4 # root\n", 'MODULES="vfio_pci ext4" # root\n'],
    ["MODULES=(#none\n)\n", "MODULES=(vfio_pci #none\n)\n"],
    [
      "MODULES+=(ext4); MODULES=(xfs)\nMODULES+=('btrfs')",
      "MODULES+=(ext4); MODULES=(vfio_pci xfs)\nMODULES+=('btrfs')",
    ],
  ])("%j", (before, after) => {
    expect(outcome({ [main]: before }, { earlyModules: ["vfio_pci"] }, given)).toEqual({ [main]: after });
  });

  test("lists over several lines keep their form", () => {
    const before = "MODULES=(\n  ext4 # root\n  amdgpu # screen\n)\n";
    const after = "MODULES=(\n  ext4 # root\n  vfio_pci amdgpu # screen\n)\n";
    expect(outcome({ [main]: before }, { earlyModules: ["vfio_pci"] }, given)).toEqual({ [main]: after });
  });
});

describe("dracut", () => {
  const own = "etc/dracut.conf.d/90-passdeck-vfio.conf";

  test("values without blanks at their ends are read as bash joins them", () => {
    const texts = {
      "etc/dracut.conf.d/1.conf": 'force_drivers+="vfio_pci"\n',
      "etc/dracut.conf.d/2.conf": 'force_drivers+="ext4"\n',
    };
    const ours = { [own]: 'force_drivers+=" vfio_pci "\n' };
    expect(outcome(texts, { earlyModules: ["vfio_pci"] }, { tool: "dracut" })).toEqual(ours);
    expect(outcome({ ...texts, ...ours }, { earlyModules: ["vfio_pci"] }, { tool: "dracut" })).toEqual({});
  });

  test("a rival that is forced before gets behind; a later file that sets the list anew is said", () => {
    const rival = { "etc/dracut.conf.d/1.conf": 'force_drivers+=" amdgpu "\n' };
    const given: Given = { tool: "dracut", context: { rivals: ["amdgpu"] } };
    expect(outcome(rival, { earlyModules: ["vfio_pci"] }, given)).toEqual({
      [own]: 'force_drivers=" vfio_pci $force_drivers "\n',
    });
    const anew = { "etc/dracut.conf.d/99.conf": 'force_drivers="ext4"\n' };
    expect(outcome(anew, { earlyModules: ["vfio_pci"] }, given)).toContain("sets force_drivers anew");
  });

  test("a packaged file without the module hides its original", () => {
    const texts = { "usr/lib/dracut/dracut.conf.d/v.conf": 'add_drivers+=" vfio vfio_virqfd "\n' };
    expect(outcome(texts, { removeModules: ["vfio_virqfd"] }, { tool: "dracut" })).toEqual({
      "etc/dracut.conf.d/v.conf": 'add_drivers+=" vfio "\n',
    });
  });
});

test.each<[string, string, Partial<ModuleChange>, InitramfsTool, RegExp]>([
  [
    "etc/initramfs-tools/modules",
    "vfio-pci ids=1:2\n",
    add("10de:2206"),
    "initramfs-tools",
    /ids of its own/,
  ],
  ["etc/dracut.conf", 'omit_drivers+=" vfio-pci "\n', { earlyModules: vfio }, "dracut", /never packed/],
  [
    "etc/mkinitcpio.conf",
    "MODULES=()\n",
    { vfioAddresses: ["0000:0b:00.0"] },
    "mkinitcpio",
    /HOOKS is set in none/,
  ],
  [
    "etc/mkinitcpio.conf.d/a.conf",
    "FILES=()\n",
    { earlyModules: vfio },
    "mkinitcpio",
    /MODULES is set in none/,
  ],
  ["etc/booster.yaml", "modules_force_load: >\n  vfio\n", { earlyModules: vfio }, "booster", /by hand/],
  ["etc/modules", "vfio_virqfd\n", { removeModules: ["vfio_virqfd"] }, "booster", /symbolic link/],
])("/%s, %j: refused", (file, text, change, tool, reason) => {
  const links: Texts = file === "etc/modules" ? { [file]: "usr/share/modules" } : {};
  expect(outcome({ [file]: text }, change, { tool, links })).toMatch(reason);
});

test("what is asked for twice is written once", () => {
  const change = {
    ...add("1:2", "1:2"),
    loadModules: ["kvm", "kvm"],
    blacklist: { add: ["xe", "xe"], remove: [] },
  };
  expect(outcome({}, change)).toEqual({
    "etc/modprobe.d/passdeck-vfio.conf": "options vfio-pci ids=1:2\nblacklist xe\n",
    "etc/modules-load.d/passdeck-vfio.conf": "kvm\n",
  });
});

test("huge pages go where the last file sets them", () => {
  const memory = { bytes: 64n * 1024n ** 3n, defaultPageBytes: 2n * 1024n ** 2n };
  const hugePages = { count: 16_384, pageBytes: 2n * 1024n ** 2n };
  const own = "etc/sysctl.d/90-passdeck-hugepages.conf";
  expect(outcome({}, { hugePages }, { context: { memory } })).toEqual({ [own]: "vm.nr_hugepages = 16384\n" });
  const texts = {
    "usr/lib/sysctl.d/50.conf": "vm.nr_hugepages=1\n",
    "etc/sysctl.d/60.conf": "#vm.nr_hugepages=2\n",
  };
  expect(outcome(texts, { hugePages }, { context: { memory } })).toEqual({
    "etc/sysctl.d/50.conf": "vm.nr_hugepages=16384\n",
  });
  const large = { count: 1, pageBytes: 1024n ** 3n };
  expect(outcome({}, { hugePages: large }, { context: { memory } })).toContain("kernel's command line");
  expect(outcome({}, { hugePages }, {})).toContain("not known");
});

test("a tool whose list is not known is said, and what to do", () => {
  expect(outcome({}, { earlyModules: vfio }, { tool: null })).toContain("rd.driver.pre=vfio_pci");
});
