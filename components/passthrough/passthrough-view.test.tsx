import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { demoReport, reportWithoutIommu } from "@/e2e/hosts/reports";
import type { HostReport } from "@/server/pci/schema";
import { noOwners } from "./device-owner";
import { PassthroughView } from "./passthrough-view";

function shown(report: HostReport, owners = noOwners): string {
  return renderToStaticMarkup(<PassthroughView report={report} owners={owners} />);
}

describe("PassthroughView", () => {
  it("shows each device once in its group, with its whole address", () => {
    const report = demoReport;
    const groups = shown(report).split('id="groups-heading"')[1] ?? "";
    for (const { address } of report.devices) expect(groups.split(`>${address}<`)).toHaveLength(2);
  });

  it("says who has a device, and leads there", () => {
    const owner = { vmName: "gaming", href: "/vms/local/1", running: false };
    const markup = shown(demoReport, { "0000:01:00.0": [owner] });
    expect(markup).toContain('href="/vms/local/1"');
    expect(markup).toContain("Assigned to gaming");
  });

  it("puts the boot display behind the graphics that can be given away", () => {
    const graphics = shown(demoReport).split('id="groups-heading"')[0] ?? "";
    expect(graphics.indexOf("GeForce GTX 970")).toBeLessThan(graphics.indexOf("Boot display"));
  });

  it("says what to do where the IOMMU is off", () => {
    const markup = shown(reportWithoutIommu);
    expect(markup).toContain("No device can be given to a VM yet");
    expect(markup).toContain("No group");
  });

  it("names devices that make no sense", () => {
    const report = demoReport;
    const unreadable = [
      { address: "0000:09:00.0", detail: "its class is missing or is no hexadecimal number" },
    ];
    expect(shown({ ...report, unreadable })).toContain("0000:09:00.0");
  });
});
