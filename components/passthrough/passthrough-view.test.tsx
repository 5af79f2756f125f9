import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { desktop } from "@/components/device/desktop.test-data";
import { eightGpuServer } from "@/components/device/eight-gpus.test-data";
import { withRouter } from "@/components/ui/with-router.test-data";
import type { JudgedReport } from "@/server/pci/schema";
import OpenCard from "./card/open-card";
import { noOwners } from "./device-owner";
import GroupSection from "./group-section";
import { PassthroughView } from "./passthrough-view";
import { NextStartProvider } from "./reservation/use-next-start";

function shown(report: JudgedReport, owners = noOwners): string {
  return renderToStaticMarkup(
    withRouter(
      <PassthroughView hostId="local" report={report} owners={owners} openAddress={null} onOpen={() => {}} />,
    ),
  );
}

describe("the picture", () => {
  test("names each device that is worth it once, with its whole address", () => {
    for (const report of [desktop(), eightGpuServer()]) {
      const markup = shown(report);
      const worthwhile = report.devices.filter(({ class: code }) => /^(03|0108|0c03|02)/.test(code));
      for (const { address } of worthwhile) {
        expect(markup.split(`>${address}<`), address).toHaveLength(2);
        expect(markup.split(`data-card="${address}"`), address).toHaveLength(2);
      }
    }
  });

  test("says who has a device, and leads there", () => {
    const owner = { vmId: "1", vmName: "gaming", href: "/vms/local/1", running: false };
    const markup = shown(desktop(), { "0000:01:00.0": [owner] });
    expect(markup).toContain('href="/vms/local/1"');
    expect(markup).toContain("Assigned to</span> gaming");
  });

  test("puts the boot display behind the graphics that can be reserved for VMs", () => {
    const markup = shown(desktop());
    expect(markup.indexOf("0000:01:00.0")).toBeLessThan(markup.indexOf("Boot display"));
  });

  test("folds the chipset's clutter and says how much there is", () => {
    expect(shown(eightGpuServer())).toContain("144 more devices");
  });
});

describe("an open card", () => {
  const opened = (address: string) =>
    renderToStaticMarkup(
      <OpenCard hostId="local" report={desktop()} owners={noOwners} address={address} onOpen={() => {}} />,
    );

  test("has its verdict, reasons, others and facts", () => {
    const markup = opened("0000:00:1f.2");
    expect(markup).toContain("holds the root file system");
    expect(markup).toContain("Move the root file system to another drive.");
    expect(opened("0000:02:00.0")).toContain("BAR 1: 256 MiB, prefetchable");
  });

  test("is none where the device is gone", () => {
    expect(opened("0000:77:00.0")).toBe("");
  });
});

describe("a card's reservation", () => {
  const gpu = "0000:01:00.0";
  const [device] = desktop().devices.filter(({ address }) => address === gpu);
  const words = (driver: string | null, start: readonly string[] | null) => {
    const report = desktop();
    const devices = report.devices.map((one) =>
      device?.needs.guestGets.includes(one.address) ? { ...one, driver } : one,
    );
    const nextStart = start && new Map(start.map((address) => [address, "/etc/rules"]));
    return renderToStaticMarkup(
      withRouter(
        <NextStartProvider value={nextStart}>
          <PassthroughView
            hostId="local"
            report={{ ...report, devices }}
            owners={noOwners}
            openAddress={null}
            onOpen={() => {}}
          />
        </NextStartProvider>,
      ),
    );
  };
  const whole = device?.needs.guestGets ?? [];

  test.each([
    ["vfio-pci", whole, "Reserved now and at every start"],
    ["vfio-pci", [], "Reserved until the restart"],
    ["nouveau", whole, "Reserved from the next start"],
    ["vfio-pci", [gpu], "Reserved in part"],
    ["vfio-pci", null, "Reserved now"],
  ] as const)("on %s, with %j at the next start, is said in words", (driver, start, word) => {
    expect(words(driver, start)).toContain(`${word}</span>`);
  });

  test("is not spoken of where there is none", () => {
    expect(words("nouveau", [])).not.toContain("Reserved");
  });

  test("stands in its panel, with what reserves it", () => {
    const markup = renderToStaticMarkup(
      <NextStartProvider value={new Map([[gpu, "/etc/rules"]])}>
        <OpenCard hostId="local" report={desktop()} owners={noOwners} address={gpu} onOpen={() => {}} />
      </NextStartProvider>,
    );
    expect(markup).toContain("reserved at the next start by /etc/rules");
    expect(markup).toContain("Keep reserved over restarts…");
    expect(markup).toContain("Return to host");
  });
});

describe("the page", () => {
  test("says what to do where the IOMMU is off", () => {
    const report: JudgedReport = {
      ...desktop(),
      iommu: { enabled: false, kind: null, offeredByFirmware: false, parameters: [] },
      groups: [],
      devices: desktop().devices.map((device) => ({ ...device, iommuGroup: null })),
    };
    expect(shown(report)).toContain("No device can be given to a VM yet");
  });

  test("names devices that make no sense", () => {
    const unreadable = [
      { address: "0000:09:00.0", detail: "its class is missing or is no hexadecimal number" },
    ];
    expect(shown({ ...desktop(), unreadable })).toContain("0000:09:00.0");
  });
});

describe("the list", () => {
  test("shows each device once in its group, with its whole address and its verdict", () => {
    const report = desktop();
    const markup = renderToStaticMarkup(
      <GroupSection report={report} owners={noOwners} openAddress={null} onOpen={() => {}} />,
    );
    for (const { address } of report.devices) expect(markup.split(`>${address}<`)).toHaveLength(2);
    expect(markup.match(/Risky/g)).toHaveLength(3);
  });
});
