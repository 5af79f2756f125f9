import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../errors";
import { commandsOf } from "./commands";

const words = (script: string) => commandsOf(script).commands;

describe("a shell script's commands", () => {
  test("are split at what ends a command, and have quotes and backslashes taken away", () => {
    expect(words(`a 'b c' "d \\" e" f\\ g; h && i | j\nk \\\n  l`)).toEqual([
      ["a", "b c", 'd " e', "f g"],
      ["h"],
      ["i"],
      ["j"],
      ["k", "l"],
    ]);
  });

  test("have no comments, redirections and here-documents in them", () => {
    expect(words("a # b\nc#d 2>&1 >/dev/null <file &>log & e\ncat <<EOF >f\nnot -here\nEOF\ng")).toEqual([
      ["a"],
      ["c#d"],
      ["e"],
      ["cat"],
      ["g"],
    ]);
  });

  test("have variables replaced, split at white space outside quotes", () => {
    const script = `A=1\nexport B="2 3" C=c$A\nOPTIONS="-m $A"\nOPTIONS+=" -x"\nrun $OPTIONS "$B" $B \${C}d \${E:-e f} '$A'`;
    expect(words(script).at(-1)).toEqual(["run", "-m", "1", "-x", "2 3", "2", "3", "c1d", "e", "f", "$A"]);
  });

  test("have arrays, with comments between their words and words added later", () => {
    const script = `args=(\n  -m 4 # memory\n  "a b"\n)\nargs+=(-x)\nrun "\${args[@]}" \${args[1]} $args`;
    expect(words(script)).toEqual([["run", "-m", "4", "a b", "-x", "4", "-m"]]);
  });

  test("keep what a script does not tell as it is written", () => {
    const kept = ["$NAME", `\${SIZE}`, "$(nproc)", "`date +%s`", "$((2 * 3))", `\${X%y}`];
    expect(words(`run ${kept.join(" ")}`)).toEqual([["run", ...kept]]);
    expect(words(`run "${kept[1]}"`)).toEqual([["run", kept[1]]]);
  });

  test("are read in all branches, which is told", () => {
    const script = 'if [ -e /x ]; then\n  A="-m 1"\nelse\n  B="-s"\nfi\nrun $A $B';
    expect(commandsOf(script)).toMatchObject({ conditional: true });
    expect(words(script).at(-1)).toEqual(["run", "-m", "1", "-s"]);
    expect(commandsOf("run a")).toMatchObject({ conditional: false, joined: false });
  });

  test("go on in a line that begins with an option, which is told", () => {
    expect(commandsOf("run -a\n  -b c")).toMatchObject({
      commands: [["run", "-a", "-b", "c"]],
      joined: true,
    });
  });

  test.each(["'a", '"a', "a=(b", "$(a", "`a", `\${a`])("refuse what is not closed: %s", (script) => {
    expect(() => commandsOf(script)).toThrow(/not closed/);
  });

  test("come to an end, whatever the script is", () => {
    const letters = fc.constantFrom(
      ..."ab \n\t\f\r'\"\\$`;&|()<>{}[]#=+-!*@:0".split(""),
      "<<E",
      "$(",
      "x=(",
      "if ",
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (script) => {
        try {
          expect(commandsOf(script.join("")).commands.flat().length).toBeLessThanOrEqual(1000);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
