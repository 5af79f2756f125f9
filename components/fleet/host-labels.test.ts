import { expect, test } from "vitest";
import { hostLabels } from "./host-labels";

test("hosts are called by their names, and told apart where two have the same", () => {
  const hosts = [
    { id: "local", name: "debian" },
    { id: "atlas", name: "debian" },
    { id: "gpu-2", name: "rhea" },
  ];
  expect([...hostLabels(hosts).values()]).toEqual(["debian (local)", "debian (atlas)", "rhea"]);
});
