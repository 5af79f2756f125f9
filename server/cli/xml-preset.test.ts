import { describe, expect, test } from "vitest";
import { definitions } from "../domain/edit/definitions.test-data";
import { canonical } from "../xml/canonical.test-data";
import { passdeck } from "./passdeck.test-data";

function passdeckXml(input: string, ...words: string[]) {
  return passdeck(["xml", ...words], input);
}

describe("passdeck xml --preset", { timeout: 180_000 }, () => {
  test("sets what the preset is about, and takes it back", () => {
    const edited = passdeckXml(definitions.q35, "--preset", "industrial-igd");
    expect({ status: edited.status, stderr: edited.stderr }).toEqual({ status: 0, stderr: "" });
    expect(edited.stdout).toContain("<ioapic driver='kvm'/>");
    const { stdout } = passdeckXml(edited.stdout, "--no-preset");
    expect(canonical(stdout)).toBe(canonical(definitions.q35));
  });

  test("names the presets that there are", () => {
    const { status, stderr, stdout } = passdeckXml(definitions.bare, "--preset", "gaming");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(
      /^passdeck: There is no preset "gaming"\. Choose from linux-server, .*minimal-test\.\n$/,
    );
  });
});
