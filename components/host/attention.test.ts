import { describe, expect, test } from "vitest";
import { aHost, aVm } from "@/components/fleet/sample.test-data";
import { aGpu } from "@/components/fleet/sample-device.test-data";
import type { VmSummary } from "@/server/fleet/schema";
import type { Check, CheckId } from "@/server/host/checks/check.schema";
import { findAttention } from "./attention";
import { aReport } from "./sample-report.test-data";

const withGpu = aVm({ name: "gaming", passthrough: ["0000:01:00.0"] });

describe("what needs attention", () => {
  test("nothing, where all is well", () => {
    const report = aReport([aGpu()]);
    expect(
      findAttention([aHost({ networks: [{ name: "lab", active: false }] })], [withGpu], () => report),
    ).toEqual([]);
  });

  test("nothing is said of hardware that is not known", () => {
    expect(findAttention([aHost()], [withGpu], () => null)).toEqual([]);
  });

  test("a crashed VM, with the way to its events", () => {
    const [first] = findAttention([aHost()], [aVm({ id: "x", name: "web", state: "crashed" })], () => null);
    expect(first).toMatchObject({ title: "web has crashed", href: "/vms/local/x?tab=events" });
  });

  test("a device that is not there any more", () => {
    const report = aReport([aGpu({ address: "0000:02:00.0" })]);
    const [first] = findAttention([aHost()], [withGpu], () => report);
    expect(first?.title).toContain("gaming");
    expect(first?.detail).toContain("0000:01:00.0");
  });

  test("an IOMMU that is off while VMs need it", () => {
    const report = aReport([aGpu()], {
      iommu: { enabled: false, kind: null, offeredByFirmware: null, parameters: [] },
    });
    const found = findAttention([aHost()], [withGpu, aVm({ id: "b" })], () => report);
    expect(found.map(({ id }) => id)).toEqual(["iommu local"]);
  });

  const check = (id: CheckId, status: Check["status"]): Check => ({
    ...{ id, status, title: id, detail: "It is so.", group: "iommu", why: "", fix: null },
    ...{ evidence: [], change: null },
  });

  test("what keeps a GPU from VMs, with the way to its fix; what is only a warning is not told", () => {
    const checks = [check("kvm-device", "fail"), check("swtpm", "warn"), check("ksm", "unknown")];
    const found = findAttention([aHost()], [], () => aReport([aGpu()], { checks }));
    expect(found).toMatchObject([
      { title: "kvm-device", tone: "warning", href: "/host#kvm-device", button: "Show the fix" },
    ]);
    expect(findAttention([aHost()], [], () => aReport([], { checks }))).toEqual([]);
  });

  test("where Passdeck has a plan, the way is straight to it", () => {
    const change = { add: ["intel_iommu=on"], remove: [], vfioAddresses: [], loadModules: [] };
    const checks = [{ ...check("iommu-kernel", "fail"), change }];
    const iommu = { enabled: false, kind: null, offeredByFirmware: null, parameters: [] };
    const report = aReport([aGpu()], { iommu, checks });
    const address = "/host?fix=iommu-kernel#iommu-kernel";
    expect(findAttention([aHost()], [], () => report)).toMatchObject([{ href: address }]);
    expect(findAttention([aHost()], [withGpu], () => report)).toMatchObject([{ href: address }]);
    expect(findAttention([aHost(), aHost({ id: "b" })], [], () => report)[0]?.href).toBe(
      "/host?host=local&fix=iommu-kernel#iommu-kernel",
    );
  });

  test("what follows from an IOMMU that is off is not told beside it", () => {
    const report = aReport([aGpu()], {
      iommu: { enabled: false, kind: null, offeredByFirmware: null, parameters: [] },
      checks: [check("iommu-kernel", "fail"), check("iommu-groups", "fail")],
    });
    const idsWith = (vms: VmSummary[]) => findAttention([aHost()], vms, () => report).map(({ id }) => id);
    expect(idsWith([])).toEqual(["check local iommu-kernel"]);
    expect(idsWith([withGpu])).toEqual(["iommu local"]);
  });

  test("a network that is off while VMs are on it, after what is graver", () => {
    const host = aHost({ networks: [{ name: "default", active: false }] });
    const card = { mac: "52:54:00:00:00:01", source: "network default", model: null, filter: null };
    const vms = Array.from({ length: 7 }, (_, index) =>
      aVm({ id: String(index), name: `vm${index}`, interfaces: [card] }),
    );
    const found = findAttention([host], [...vms, aVm({ id: "c", state: "crashed" })], () => null);
    expect(found.map(({ tone }) => tone)).toEqual(["danger", "warning"]);
    expect(found[1]?.detail).toContain("vm0, vm1, vm2, vm3, vm4 and 2 more");
  });
});
