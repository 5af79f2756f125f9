import { describe, expect, test } from "vitest";
import { SetupError } from "./project.mjs";
import { runCommand, tryCommand } from "./run-command.mjs";

const node = (script: string) => ["--eval", script];

describe("tryCommand", () => {
  test("gives what was printed on both streams, and each line as it comes", async () => {
    const lines: string[] = [];
    const script = 'console.log("one\\ntwo"); console.error("three")';
    const { status, output } = await tryCommand(process.execPath, node(script), {
      onLine: (line: string) => lines.push(line),
    });
    expect(status).toBe(0);
    expect(output.split("\n").filter(Boolean).sort()).toEqual(["one", "three", "two"]);
    expect(lines.sort()).toEqual(["one", "three", "two"]);
  });

  test("does not start a shell", async () => {
    const { output } = await tryCommand(process.execPath, [
      ...node("console.log(process.argv[1])"),
      "$(id); `id`",
    ]);
    expect(output).toBe("$(id); `id`\n");
  });
});

describe("runCommand", () => {
  test("fails with all that the command printed", async () => {
    const failing = runCommand(process.execPath, node('console.error("no space left"); process.exit(3)'));
    await expect(failing).rejects.toThrow(SetupError);
    await expect(failing).rejects.toThrow(/no space left[\s\S]*exit status 3/);
  });
});
