import { expect, test } from "vitest";
import type { FleetMessage, HostSummary } from "../../fleet/schema";
import { followConnections } from "./follow-connections";

test("each connection of an added host is told once", () => {
  let tell: (message: FleetMessage) => void = () => undefined;
  const told: string[] = [];
  const fleet = {
    watch(listener: typeof tell) {
      tell = listener;
      return () => undefined;
    },
  };
  followConnections(fleet, { has: (id) => id !== "local" }, (id) => told.push(id));
  const say = (id: string, connection: HostSummary["connection"]) =>
    tell({
      type: "delta",
      sequence: 1,
      hosts: [{ id, connection } as HostSummary],
      removedHosts: [],
      vms: [],
      removed: [],
    });
  say("local", "connected");
  say("atlas", "connecting");
  say("atlas", "connected");
  say("atlas", "connected");
  say("atlas", "lost");
  say("atlas", "connected");
  expect(told).toEqual(["atlas", "atlas"]);
});
