import { describe, expect, test } from "vitest";
import { checkOf, debianFiles, type Files, started } from "./checks.test-data";

const pool = (kibibytes: number, count: number): Files => ({
  [`sys/kernel/mm/hugepages/hugepages-${kibibytes}kB/nr_hugepages`]: `${count}\n`,
});
const transparent = (text: string): Files => ({ "sys/kernel/mm/transparent_hugepage/enabled": text });

describe("hugepages", () => {
  test("counts each size's pool", async () => {
    const files = { "proc/sys/vm/nr_hugepages": "0\n", ...pool(2048, 0), ...pool(1_048_576, 16) };
    expect(await checkOf("hugepages", files)).toMatchObject({
      status: "pass",
      detail: "Reserved: 16 huge pages of 1 GiB.",
    });
    const both = await checkOf("hugepages", { ...pool(2048, 512), ...pool(1_048_576, 1) });
    expect(both.detail).toBe("Reserved: 512 huge pages of 2 MiB and 1 huge page of 1 GiB.");
    expect((await checkOf("hugepages", { "proc/sys/vm/nr_hugepages": "512\n" })).status).toBe("pass");
  });

  test.each<[string, string, Files, string]>([
    [
      "fewer of 1 GiB",
      "hugepagesz=1G hugepages=16",
      pool(1_048_576, 12),
      "asks for 16 huge pages of 1 GiB, and 12 could be",
    ],
    [
      "none of 1 GiB beside 2 MiB",
      "hugepages=64 hugepagesz=1G hugepages=4",
      { ...pool(2048, 64), ...pool(1_048_576, 0) },
      "asks for 4 huge pages of 1 GiB, and 0 could be",
    ],
    [
      "fewer of the default size",
      "default_hugepagesz=1G hugepages=8",
      pool(1_048_576, 7),
      "asks for 8 huge pages of 1 GiB, and 7",
    ],
    [
      "fewer by node",
      "hugepagesz=1G hugepages=0:8,1:8",
      pool(1_048_576, 15),
      "asks for 16 huge pages of 1 GiB, and 15",
    ],
  ])("tells that there are %s than were asked for", async (_, line, files, detail) => {
    const found = await checkOf("hugepages", { ...started(line), ...files });
    expect(found.status).toBe("warn");
    expect(found.detail).toContain(detail);
  });

  test("tells that the host is left with too little memory", async () => {
    const found = await checkOf("hugepages", pool(1_048_576, 31));
    expect(found).toMatchObject({
      status: "warn",
      detail: expect.stringContaining("leaves the host 1.0 GiB"),
    });
  });

  test("does without them where the kernel makes its own", async () => {
    expect((await checkOf("hugepages", transparent("always [madvise] never\n"))).status).toBe("pass");
    const off = await checkOf("hugepages", { ...debianFiles, ...transparent("always madvise [never]\n") });
    expect(off).toMatchObject({
      status: "warn",
      fix: expect.stringContaining("Append transparent_hugepage=madvise to GRUB_"),
    });
  });
});
