import { expect, test } from "vitest";
import { NoticeBoard } from "./notify";

test("notices stand in the order in which they came, four at most", () => {
  const board = new NoticeBoard();
  for (const title of ["a", "b", "c", "d", "e"]) board.add("success", title, null);
  expect(board.current().map(({ title }) => title)).toEqual(["b", "c", "d", "e"]);
});

test("taking one away twice tells its watchers once", () => {
  const board = new NoticeBoard();
  const id = board.add("error", "a", "because");
  let told = 0;
  board.subscribe(() => {
    told += 1;
  });
  board.remove(id);
  board.remove(id);
  expect(told).toBe(1);
  expect(board.current()).toEqual([]);
});
