import { describe, expect, test } from "vitest";
import { typedParameter, typedParametersToMap } from "./typed-parameters";

describe("typed parameters", () => {
  test("come back from a map's values as they went in", () => {
    const parameters = [
      typedParameter("int", "int", -1),
      typedParameter("uint", "uint", 4_000_000_000),
      typedParameter("llong", "llong", -(2n ** 60n)),
      typedParameter("ullong", "ullong", 2n ** 63n),
      typedParameter("double", "double", 0.5),
      typedParameter("boolean", "boolean", true),
      typedParameter("string", "string", "text"),
    ];
    expect(Object.fromEntries(typedParametersToMap(parameters))).toEqual({
      int: -1,
      uint: 4_000_000_000,
      llong: -(2n ** 60n),
      ullong: 2n ** 63n,
      double: 0.5,
      boolean: true,
      string: "text",
    });
    expect(parameters.map(({ value }) => value.type)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
