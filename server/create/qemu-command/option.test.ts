import { describe, expect, test } from "vitest";
import { QemuOption } from "./option";

const device = (value: string) => new QemuOption("device", value, 0);

describe("an option", () => {
  test("gives the last value of a property, by any of its names", () => {
    const option = device("x,rx_queue_size=1,rx-queue-size=2");
    expect(option.kind).toBe("x");
    expect(option.take("rx-queue-size")).toBe("2");
    expect(option.unread()).toEqual([]);
  });

  test("knows what nobody took, as it is written", () => {
    const option = device("x,a=1,b,c=2,,3");
    expect(option.unread()).toBeNull();
    option.take("a");
    expect(option.unread()).toEqual(["b", "c=2,3"]);
    expect(option.takeUnread("a")).toBeUndefined();
    option.takeAll();
    expect(option.unread()).toEqual([]);
  });

  test("leaves a value that can't be kept", () => {
    const option = device("x,aio=threads");
    expect(option.takeIf("aio", (value) => value === "native")).toBeUndefined();
    expect(option.kind).toBe("x");
    expect(option.unread()).toEqual(["aio=threads"]);
  });

  test("reads JSON, nested by dotted names", () => {
    const option = device('{"driver":"x","cache":{"direct":true,"no-flush":false},"n":3,"none":null}');
    expect([option.kind, option.take("cache.direct"), option.take("n")]).toEqual(["x", "on", "3"]);
    expect(option.unread()).toEqual(["driver=x", "cache.no-flush=off", "none=null"]);
  });

  test("takes what is no JSON for one property that nobody knows", () => {
    const option = device("{broken");
    expect([option.kind, option.names()]).toEqual([null, ["{broken"]]);
  });
});
