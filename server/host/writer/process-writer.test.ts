import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../tree.test-data";
import { HostWriteError } from "./host-writer";
import { ProcessWriter } from "./process-writer";

const writer = new ProcessWriter();

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error("it was accepted"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof HostWriteError) return error.code;
  throw error;
}

/** A path as the host's trees have it, without the leading slash. */
const below = (...parts: string[]) => join(...parts).slice(1);

describe("a writer in processes of its own", () => {
  test("writes a value and its line feed over a file that is there, and reads it", async () => {
    const file = join(temporaryFolder(), "driver_override");
    writeFileSync(file, "(null)\n");
    await writer.write(below(file), "vfio-pci");
    expect(readFileSync(file, "utf8")).toBe("vfio-pci\n");
    expect(await writer.read(below(file))).toBe("vfio-pci\n");
    expect(await writer.read(below(file), "base64")).toBe(Buffer.from("vfio-pci\n").toString("base64"));
  });

  test("makes no file", async () => {
    const file = join(temporaryFolder(), "unbind");
    expect(await refusal(writer.write(below(file), "x"))).toBe("ENOENT");
    expect(await refusal(writer.read(below(file)))).toBe("ENOENT");
  });

  test("tells the kernel's own errno", async () => {
    expect(await refusal(writer.write("dev/full", "x"))).toBe("ENOSPC");
    expect(await refusal(writer.write("proc/version", "x"))).toMatch(/^E(ACCES|IO|PERM|ROFS)$/);
    expect(await refusal(writer.write(below(temporaryFolder()), "x"))).toBe("EISDIR");
  });

  test("waits no longer than it may for a write that hangs, and goes on with the next", async () => {
    const folder = temporaryFolder();
    const [pipe, file] = [join(folder, "pipe"), join(folder, "file")];
    execFileSync("mkfifo", [pipe]);
    writeFileSync(file, "");
    const impatient = new ProcessWriter({ timeLimitMs: 500 });
    // Nobody reads the pipe, so that opening it waits for ever.
    const hanging = refusal(impatient.write(below(pipe), "x"));
    await writer.write(below(file), "meanwhile");
    expect(await hanging).toBe("timed-out");
    await writer.write(below(file), "afterwards");
    expect(readFileSync(file, "utf8")).toContain("afterwards");
  });

  test("does many at once, each with its own answer", async () => {
    const folder = temporaryFolder();
    const files = Array.from({ length: 6 }, (_, number) => join(folder, String(number)));
    for (const file of files.slice(0, 3)) writeFileSync(file, "");
    const answers = await Promise.allSettled(files.map((file) => writer.write(below(file), "x")));
    expect(answers.map(({ status }) => status)).toEqual([
      ...Array(3).fill("fulfilled"),
      ...Array(3).fill("rejected"),
    ]);
  });
});
