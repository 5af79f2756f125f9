import { expect, test } from "vitest";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { testHost } from "../host/test-host.test-data";
import { createLog } from "../log";
import { Fleet } from "./fleet";

test("stops while it is still connecting", async () => {
  const libvirtd = await startPrivateLibvirtd();
  try {
    const log = createLog("silent", { write: () => undefined });
    const fleet = new Fleet([testHost("local", libvirtd.uri)], log);
    fleet.start();
    await expect(fleet.stop()).resolves.toBeUndefined();
    expect(fleet.hostSummaries()[0]?.connection).toBe("connecting");
    expect(fleet.hostSummaries()[0]?.filesProblem).toContain("not for the test");
  } finally {
    await libvirtd.stop();
  }
});
