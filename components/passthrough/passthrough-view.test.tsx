import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { HostReport } from "@/server/pci/schema";
import { noOwners } from "./device-owner";
import { PassthroughView } from "./passthrough-view";
import { demoReport, reportWithoutIommu } from "./report.test-data";

function shown(report: HostReport, owners = noOwners): string {
  return renderToStaticMarkup(<PassthroughView report={report} owners={owners} />);
}

describe("PassthroughView", () => {
  it("shows each device once in its group, with its whole address", async () => {
    const report = await demoReport();
    const groups = shown(report).split('id="groups-heading"')[1] ?? "";
    for (const { address } of report.devices) expect(groups.split(`>${address}<`)).toHaveLength(2);
  });

  it("says who has a device, and leads there", async () => {
    const owner = { vmName: "gaming", href: "/vms/local/1", running: false };
    const markup = shown(await demoReport(), { "0000:01:00.0": [owner] });
    expect(markup).toContain('href="/vms/local/1"');
    expect(markup).toContain("Assigned to gaming");
  });

  it("puts the boot display behind the graphics that can be given away", async () => {
    const graphics = shown(await demoReport()).split('id="groups-heading"')[0] ?? "";
    expect(graphics.indexOf("GeForce GTX 970")).toBeLessThan(graphics.indexOf("Boot display"));
  });

  it("says what to do where the IOMMU is off", async () => {
    const markup = shown(await reportWithoutIommu());
    expect(markup).toContain("No device can be given to a VM yet");
    expect(markup).toContain("No group");
  });

  it("names devices that make no sense", async () => {
    const report = await demoReport();
    const unreadable = [
      { address: "0000:09:00.0", detail: "its class is missing or is no hexadecimal number" },
    ];
    expect(shown({ ...report, unreadable })).toContain("0000:09:00.0");
  });
});
