import { Terminal } from "@xterm/xterm";
import { describe, expect, test } from "vitest";
import { muteAnswers } from "./mute-answers";

/** Queries of every kind that a guest may print: attributes, status, cursor, modes, version, settings, colours. */
const queries =
  "\x1b[c\x1b[>c\x1b[=c\x1b[5n\x1b[6n\x1b[?6n\x1b[25$p\x1b[?25$p\x1b[>q\x1b[18t" +
  "\x1bP$qm\x1b\\\x1bP+q544e\x1b\\\x1b]4;1;?\x07\x1b]10;?\x07\x1b]11;?\x07\x1b]12;?\x07";

/** What an xterm of ours answers to what it is shown. */
async function answersTo(output: string, mayAnswer: () => boolean): Promise<string[]> {
  const terminal = new Terminal({ allowProposedApi: true });
  const answers: string[] = [];
  muteAnswers(terminal.parser, mayAnswer);
  terminal.onData((answer) => answers.push(answer));
  await new Promise<void>((drawn) => terminal.write(output, drawn));
  terminal.dispose();
  return answers;
}

describe("muteAnswers", () => {
  test("answers nothing while it may not", async () => {
    expect(await answersTo(queries, () => false)).toEqual([]);
  });

  test("answers as ever while it may", async () => {
    expect(await answersTo("\x1b[6n", () => true)).toEqual(["\x1b[1;1R"]);
    expect((await answersTo(queries, () => true)).length).toBeGreaterThan(4);
  });

  test("neither gives nor takes the clipboard, whatever it may", async () => {
    expect(await answersTo("\x1b]52;c;?\x07\x1b]52;c;aGFjaw==\x07", () => true)).toEqual([]);
  });

  test("lets colours be set that are not asked for", async () => {
    expect(await answersTo("\x1b]11;#ff0000\x07ok\x1b[6n", () => true)).toEqual(["\x1b[1;3R"]);
  });
});
