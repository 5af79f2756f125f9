import { QueryObserver } from "@tanstack/react-query";
import { expect, onTestFinished, test, vi } from "vitest";
import { pageQueryClient } from "@/components/data/query-client";
import type { HostSummary } from "@/server/fleet/schema";
import { FleetStore } from "./fleet-store";
import { readWhenConnected } from "./read-when-connected";
import { aHost } from "./sample.test-data";

/** A page's query of a host that fails each time; how often it was asked. */
function failing(hostId: string) {
  const queryFn = vi.fn(() => Promise.reject(new Error("The host is gone.")));
  const observer = new QueryObserver(pageQueryClient(), {
    queryKey: ["network.filters", { hostId }],
    queryFn,
  });
  onTestFinished(observer.subscribe(() => undefined));
  return queryFn;
}

test("what failed of a host is read anew once it is connected, and nothing of another", async () => {
  const store = new FleetStore();
  onTestFinished(readWhenConnected(store));
  const snapshot = (...hosts: HostSummary[]) =>
    store.apply({ type: "snapshot", sequence: 1, hosts, vms: [] });
  snapshot(aHost({ id: "here", connection: "lost" }), aHost({ id: "there" }));
  const [here, there] = [failing("here"), failing("there")];
  await vi.waitFor(() => expect(pageQueryClient().isFetching()).toBe(0));

  snapshot(aHost({ id: "here" }), aHost({ id: "there" }));
  await vi.waitFor(() => expect(here).toHaveBeenCalledTimes(2));
  expect(there).toHaveBeenCalledTimes(1);
});
