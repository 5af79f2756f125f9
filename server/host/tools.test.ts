import { expect, test } from "vitest";
import { localTools } from "./tools";

const tools = localTools();

test("a program gets its words as they are, and its status, output and errors come back", async () => {
  const script = 'process.stdout.write(process.argv[1]); console.error("no"); process.exitCode = 3;';
  const words = ["-e", script, "$(true) 'a b'"];
  expect(await tools.run(process.execPath, words)).toEqual({
    status: 3,
    output: "$(true) 'a b'",
    errors: "no",
  });
});

test("a program that is not there has no status, and says so", async () => {
  const result = await tools.run("no-such-program-anywhere", []);
  expect(result).toMatchObject({ status: null, errors: expect.stringContaining("ENOENT") });
});

test("one that does not end is not waited for", async () => {
  const { status, errors } = await localTools({ timeLimitMs: 50 }).run("sleep", ["2"]);
  expect(status).toBeNull();
  expect(errors).toContain("did not end within");
});
