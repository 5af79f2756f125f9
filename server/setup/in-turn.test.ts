import { expect, test } from "vitest";
import { InTurn } from "./in-turn.mjs";

function scene() {
  const printed: string[] = [];
  const inTurn = new InTurn((text) => printed.push(text));
  return { printed, inTurn };
}

test("the first is printed as it comes, and the second from the first one's end on", () => {
  const { printed, inTurn } = scene();
  const [first, second] = [inTurn.open(), inTurn.open()];
  second.write("2a ");
  first.write("1a ");
  second.write("2b ");
  expect(printed).toEqual(["1a "]);
  first.end();
  expect(printed.join("")).toBe("1a 2a 2b ");
  second.write("2c ");
  expect(printed.join("")).toBe("1a 2a 2b 2c ");
});

test("who has ended before having the word is printed whole", () => {
  const { printed, inTurn } = scene();
  const [first, second, third] = [inTurn.open(), inTurn.open(), inTurn.open()];
  second.write("2 ");
  second.end();
  third.write("3 ");
  first.end();
  expect(printed.join("")).toBe("2 3 ");
  third.end();
  const fourth = inTurn.open();
  fourth.write("4");
  expect(printed.join("")).toBe("2 3 4");
});
