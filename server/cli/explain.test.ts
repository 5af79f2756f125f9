import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { passdeck } from "./passdeck.test-data";

const z97 = fileURLToPath(new URL("../../e2e/hosts/z97.tar.gz", import.meta.url));
const lost =
  "[   87.4] vfio-pci 0000:01:00.0: Unable to change power state from D3cold to D0, device inaccessible\n";

describe("passdeck explain", { timeout: 180_000 }, () => {
  test("says what happened and what to do", () => {
    const { status, stdout, stderr } = passdeck(["explain"], lost);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^PCI device 0000:01:00\.0 does not wake up: .+\.\n.+\.\n$/);
  });

  test("names the devices of a host", () => {
    const { stdout } = passdeck(["explain", "--json", "--root", z97], lost);
    expect(JSON.parse(stdout)).toEqual({
      message: expect.stringMatching(/^.*GeForce GTX 970.* \(0000:01:00\.0\) does not wake up/),
      fix: expect.stringContaining("disable_idle_d3"),
      devices: ["0000:01:00.0"],
    });
  });

  test("a text that is not known is said to be so, and no failure", () => {
    const inWords = passdeck(["explain"], "no such thing\n");
    expect([inWords.status, inWords.stdout]).toEqual([0, "This text is not known.\n"]);
    const asJson = passdeck(["explain", "--json"], "");
    expect([asJson.status, asJson.stdout]).toEqual([0, "null\n"]);
  });

  test("a host that is not there is one line of complaint", () => {
    const { status, stderr } = passdeck(["explain", "--root", "/no/such"], lost);
    expect([status, stderr]).toEqual([1, "passdeck: There is no file or folder /no/such.\n"]);
  });
});
