import { describe, expect, test } from "vitest";
import { withPreset } from "@/server/create/presets/apply-preset.schema";
import { type PresetId, presetIds } from "@/server/create/presets/preset-ids.schema";
import { presetTable } from "@/server/create/presets/preset-table.schema";
import { vmSpecificationSchema } from "@/server/create/vm-specification.schema";
import { sampleChoices } from "./choices.test-data";
import { chosenPreset, ourPreset } from "./chosen-preset";
import { cloudSettings, seededVm } from "./cloud";
import { requestOf } from "./request";
import { openWizard, type Wizard, withChoices, withName, withOtherPreset, withWay } from "./wizard";

const ours = (id: PresetId) => ourPreset(presetTable[id]);
const open = (way: Wizard["way"], id: PresetId = "linux-server") => openWizard(way, ours(id), sampleChoices);
const messages = (wizard: Wizard) => requestOf(wizard, sampleChoices).problems.map(({ message }) => message);
const iso = { kind: "volume" as const, pool: "isos", volume: "debian.iso" };

describe("a wizard that was just opened", () => {
  test("asks for what only the user knows, and for nothing else", () => {
    expect(messages(open("iso"))).toEqual(["Choose the ISO to install from."]);
    expect(messages(open("disk"))).toEqual(["Choose the disk to boot from."]);
    expect(messages(open("network"))).toEqual([]);
    expect(messages(open("clone"))).toContain("Choose the VM to clone.");
    expect(messages(open("xml"))).toEqual(["Paste the definition, or choose a file."]);
    expect(messages(open("cloud-image"))).toContain("Choose the image to copy.");
  });

  test("describes a whole VM by every preset, under a free name, in the pool and network that are there", () => {
    for (const id of presetIds) {
      const { draft } = open("iso", id);
      expect(draft.disks[0]?.source).toMatchObject({ kind: "new-volume", pool: "default" });
      expect(draft.networks).toHaveLength(1);
    }
    expect(open("iso").draft.name).toBe("linux-server-2");
    expect(open("iso").draft.networks[0]?.source).toEqual({ kind: "network", network: "default" });
    expect(open("iso", "industrial-igd").draft.networks[0]?.source).toEqual({
      kind: "bridge",
      bridge: "br0",
    });
  });

  test("describes the VM that the preset makes of its name, its disk and its network", () => {
    for (const id of presetIds) {
      const { name, disks, networks, ...rest } = open("iso", id).draft;
      const given = {
        name,
        disks: disks.map(({ source }) => ({ source })),
        opticalDrives: [{ source: null }],
        networks: networks.map(({ source }) => ({ source })),
      };
      const whole = vmSpecificationSchema.parse(withPreset(presetTable[id], given));
      expect({ name, disks, networks, ...rest }).toEqual(whole);
    }
  });

  test("gets no other name by a preset while somebody is at the field of the name", () => {
    const naming = { ...open("iso"), naming: true };
    const { draft } = withOtherPreset(naming, ours("minimal-test"), sampleChoices);
    expect(draft.name).toBe(naming.draft.name);
    expect(draft.disks[0]?.source).toMatchObject({ volume: `${naming.draft.name}.qcow2` });
    const after = withOtherPreset({ ...naming, naming: false }, ours("minimal-test"), sampleChoices);
    expect(after.draft.name).not.toBe(naming.draft.name);
  });

  test("is given the pool and the network that its host got meanwhile, and keeps what was typed", () => {
    const nothing = { ...sampleChoices, pools: [], networks: [], interfaces: null };
    const wizard = withName(openWizard("iso", ours("linux-server"), nothing), "web");
    expect(wizard.draft).toMatchObject({ disks: [], networks: [] });
    const { draft } = withChoices(wizard, sampleChoices);
    expect(draft.name).toBe("web");
    expect(draft.disks[0]?.source).toMatchObject({ pool: "default", volume: "web.qcow2" });
    expect(draft.networks[0]?.source).toEqual({ kind: "network", network: "default" });
  });

  test("is like a kept one, but for what is that one's alone", () => {
    const { draft } = open("iso");
    const specification = {
      ...draft,
      title: "The first",
      disks: draft.disks.map((disk) => ({ ...disk, cache: "none" as const, serial: "1", bootOrder: 1 })),
      networks: draft.networks.map((nic) => ({ ...nic, model: "e1000e" as const, mac: "52:54:00:00:00:01" })),
      cards: [{ functions: [{ address: "0000:01:00.0" }], options: {} }],
    };
    const kept = { id: "1", name: "Like the first", note: "", specification };
    const preset = chosenPreset("1", [kept], sampleChoices, null);
    if (preset === null) throw new Error("a kept preset was expected");
    const like = openWizard("iso", preset, sampleChoices).draft;
    expect(like).toMatchObject({ name: "like-the-first", title: null, cards: [] });
    expect(like.disks).toMatchObject([{ cache: "none", serial: null, bootOrder: null }]);
    expect(like.networks).toMatchObject([{ model: "e1000e", mac: null }]);
    const bare = { ...kept, specification: { ...specification, disks: [], networks: [] } };
    const plain = chosenPreset("1", [bare], sampleChoices, null);
    expect(plain?.pattern.disks[0].bus).toBe("virtio");
    expect(chosenPreset("gone", [kept], sampleChoices, null)).toBeNull();
  });

  test("boots the network once, and the disk from then on", () => {
    const { draft } = open("network");
    expect([draft.disks[0]?.bootOrder, draft.networks[0]?.bootOrder]).toEqual([1, 2]);
  });
});

describe("a wizard's answers", () => {
  test("stay when another preset is chosen; what was left alone follows it", () => {
    const before = open("iso");
    const changed = {
      ...before,
      draft: { ...before.draft, memory: { ...before.draft.memory, bytes: 2 ** 30 } },
    };
    const { draft } = withOtherPreset(withName(changed, "web"), ours("windows-11"), sampleChoices);
    expect(draft.memory.bytes).toBe(2 ** 30);
    expect(draft.tpm).not.toBeNull();
    expect(draft.name).toBe("web");
    expect(draft.disks[0]?.source).toMatchObject({ volume: "web.qcow2", bytes: 64 * 2 ** 30 });
  });

  test("stay when another source is chosen, but for disks and drives", () => {
    const named = withName(open("iso"), "web");
    const { draft } = withWay(named, "network", sampleChoices);
    expect(draft.opticalDrives).toEqual([]);
    expect(draft.disks[0]?.source).toMatchObject({ volume: "web.qcow2" });
    expect(withWay(withWay(named, "xml", sampleChoices), "iso", sampleChoices).draft).toEqual(named.draft);
  });

  test("name new volumes after the VM until the user names them", () => {
    const { draft } = withName(open("iso"), "a b/c");
    expect(draft.disks[0]?.source).toMatchObject({ volume: "a-b-c.qcow2" });
    const [disk] = draft.disks;
    if (disk?.source.kind !== "new-volume") throw new Error("a new volume was expected");
    const own = { ...draft, disks: [{ ...disk, source: { ...disk.source, volume: "mine.qcow2" } }] };
    expect(withName({ ...open("iso"), draft: own }, "x").draft.disks[0]?.source).toMatchObject({
      volume: "mine.qcow2",
    });
  });

  test("become a request once nothing is missing", () => {
    const before = open("iso");
    const wizard = {
      ...before,
      draft: { ...before.draft, opticalDrives: [{ source: iso, bus: null, bootOrder: null }] },
    };
    expect(requestOf(wizard, sampleChoices).request).toEqual({
      source: { kind: "specification", specification: wizard.draft, answers: null, cloudInit: null },
      start: true,
    });
  });

  test("have what is wrong with them where the fields are", () => {
    const before = open("network");
    const wrong = {
      ...before,
      draft: { ...before.draft, name: "-x", cpu: { ...before.draft.cpu, cores: Number.NaN } },
    };
    const { request, problems } = requestOf(wrong, sampleChoices);
    expect(request).toBeNull();
    expect(problems.map(({ path }) => path.join("."))).toEqual(["name", "cpu.cores"]);
  });

  test("tell a cloud image its user in the pool of its disk", () => {
    const before = open("cloud-image");
    const [disk] = before.draft.disks;
    if (disk?.source.kind !== "new-volume") throw new Error("a new volume was expected");
    const copyOf = { pool: "default", volume: "cloud.qcow2" };
    const draft = { ...before.draft, disks: [{ ...disk, source: { ...disk.source, copyOf } }] };
    expect(messages({ ...before, draft })).toEqual([
      "Without a password or an SSH key nobody can log in as this user.",
    ]);
    const cloud = { ...before.cloud, sshKeys: ["ssh-ed25519 AAAA"] };
    expect(requestOf({ ...before, draft, cloud }, sampleChoices).request?.source).toMatchObject({
      cloudInit: { kind: "settings", pool: "default", settings: { hostname: "linux-server-2" } },
    });
  });

  test("give each NIC of a cloud image the MAC address that its seed names", () => {
    const before = open("cloud-image");
    const [nic] = before.draft.networks;
    if (nic === undefined) throw new Error("a NIC was expected");
    const own = "52:54:00:aa:bb:cc";
    const wizard = {
      ...before,
      draft: { ...before.draft, networks: [nic, { ...nic, mac: own }, nic] },
      cloud: {
        ...before.cloud,
        network: { kind: "nics" as const, nics: [{ ipv4: { kind: "dhcp" as const } }] },
      },
    };
    const macs = seededVm(wizard.draft, wizard.cloud).networks.map(({ mac }) => mac);
    expect(macs).toEqual([expect.stringMatching(/^52:54:00(:[0-9a-f]{2}){3}$/), own, expect.anything()]);
    expect(new Set(macs).size).toBe(3);
    expect(seededVm(wizard.draft, wizard.cloud).networks.map(({ mac }) => mac)).toEqual(macs);
    expect(cloudSettings(wizard.cloud, { name: "web", networks: [] }, null).network).toEqual({
      kind: "nics",
      nics: [],
    });
  });
});
