import { describe, expect, test } from "vitest";
import type { OperatingSystem } from "@/server/create/osinfo/operating-system.schema";
import { opening } from "../../opening";
import { sampleChoices } from "../../state/choices.test-data";
import { openWizard } from "../../state/wizard";
import { withSystem } from "./with-system";

const old: OperatingSystem = {
  id: "http://example.org/old/1",
  shortId: "old1",
  name: "Old 1",
  family: "other",
  releasedAt: null,
  supported: false,
  vcpus: 1,
  memoryBytes: 5.5 * 2 ** 30,
  diskBytes: 40 * 2 ** 30,
  virtioDisk: false,
  virtioNetwork: false,
};
const open = () => openWizard("iso", opening().preset, sampleChoices);

describe("withSystem", () => {
  test("takes over what the system recommends, and spares it drivers that it has not", () => {
    const { draft } = withSystem(open(), old);
    expect(draft.operatingSystem).toBe(old.id);
    expect(draft.memory.bytes).toBe(5.5 * 2 ** 30);
    expect(draft.disks[0]).toMatchObject({ bus: "sata", iothread: null, source: { bytes: 40 * 2 ** 30 } });
    expect(draft.networks[0]?.model).toBe("e1000e");
    expect(draft.cpu.cores).toBe(open().draft.cpu.cores);
  });

  test("leaves alone what the user has said", () => {
    const wizard = open();
    const memory = { ...wizard.draft.memory, bytes: 2 ** 30 };
    const { draft } = withSystem({ ...wizard, draft: { ...wizard.draft, memory } }, old);
    expect(draft.memory.bytes).toBe(2 ** 30);
  });

  test("keeps virtio for Windows, whose driver comes on a CD", () => {
    const { draft } = withSystem(open(), { ...old, family: "windows" });
    expect(draft.disks[0]?.bus).toBe("virtio");
    expect(draft.clock.offset).toBe("localtime");
  });

  test("forgets a system", () => {
    expect(withSystem(withSystem(open(), old), null).draft.operatingSystem).toBeNull();
  });
});
