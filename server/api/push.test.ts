import { describe, expect, test } from "vitest";
import { push } from "./push";

async function take<T>(iterator: AsyncGenerator<T>, count: number): Promise<T[]> {
  const items: T[] = [];
  while (items.length < count) {
    const { value, done } = await iterator.next();
    if (done) break;
    items.push(value);
  }
  return items;
}

describe("push", () => {
  test("hands on everything in order, at once or later", async () => {
    let sink: (item: number) => void = () => undefined;
    const items = push<number>(undefined, (given) => {
      sink = given;
      given(1);
      return () => undefined;
    });
    expect(await take(items, 1)).toEqual([1]);
    const next = take(items, 2);
    sink(2);
    sink(3);
    expect(await next).toEqual([2, 3]);
  });

  test("leaves its source when the subscriber goes away", async () => {
    const gone = new AbortController();
    let left = false;
    const items = push<number>(gone.signal, () => () => {
      left = true;
    });
    const end = items.next();
    gone.abort();
    expect((await end).done).toBe(true);
    expect(left).toBe(true);
  });

  test("ends rather than grow without bound or skip an item", async () => {
    const items = push<number>(
      undefined,
      (sink) => {
        for (let item = 0; item < 5; item += 1) sink(item);
        return () => undefined;
      },
      3,
    );
    expect(await take(items, 9)).toEqual([0, 1, 2]);
  });
});
