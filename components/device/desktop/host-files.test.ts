import { expect, test } from "vitest";
import { hostTexts, userProblem } from "./host-files";
import { memoryFor, resolutions } from "./resolutions";

const textsOf = (memory: "shm" | "kvmfr", confinement: readonly string[] = []) =>
  hostTexts({ memory, mebibytes: 64 }, { user: "ada", confinement });

test("a shared file is made for its user", () => {
  expect(textsOf("shm")[0]).toEqual({
    title: "/etc/tmpfiles.d/10-looking-glass.conf",
    text: "f /dev/shm/looking-glass 0660 ada kvm -\n",
  });
});

test("the module is as large as is asked for, is loaded at each start, and may be opened", () => {
  const text = textsOf("kvmfr").map((one) => one.text);
  expect(text[0]).toBe("options kvmfr static_size_mb=64\n");
  expect(text[2]).toBe('SUBSYSTEM=="kvmfr", OWNER="ada", GROUP="kvm", MODE="0660"\n');
  expect(text[3]).toContain('"/dev/kvmfr0"');
  expect(textsOf("kvmfr", ["AppArmor"]).map(({ title }) => title)).toContainEqual(
    expect.stringContaining("/etc/apparmor.d/"),
  );
});

test.each(['root" 0', "a b", "", "../x", "a\nb"])("%j is no user's name", (user) => {
  expect(userProblem(user)).not.toBeNull();
});

test("resolutions have the memory of Looking Glass's own table", () => {
  expect(userProblem("ada")).toBeNull();
  expect(resolutions.map(({ value }) => memoryFor(value, false))).toEqual([
    32, 32, 64, 64, 64, 128, 128, 128, 512,
  ]);
});
