import { QueryClient, skipToken } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { api } from "./api";

afterEach(() => void vi.unstubAllGlobals());

const reference = { hostId: "local", vmId: "6d7b1ffc-0000-4000-8000-000000000001" };

/** The server's answer, and what it was asked. */
function answering(data: unknown): URL[] {
  const asked: URL[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(new URL(address, "https://passdeck.test"));
    return new Response(JSON.stringify({ result: { data } }));
  });
  return asked;
}

test("a query asks its procedure with its input", async () => {
  const asked = answering({ xml: "<domain/>" });
  const answer = await new QueryClient().fetchQuery(api.vm.xml.queryOptions(reference));
  expect(answer).toEqual({ xml: "<domain/>" });
  expect(asked[0]?.pathname).toBe("/api/trpc/vm.xml");
  expect(JSON.parse(asked[0]?.searchParams.get("input") ?? "")).toEqual(reference);
});

test("other inputs and other procedures are other questions", () => {
  const keys = [
    api.vm.xml.queryOptions(reference),
    api.vm.xml.queryOptions({ ...reference, hostId: "other" }),
    api.definition.get.queryOptions(reference),
  ].map(({ queryKey }) => JSON.stringify(queryKey));
  expect(new Set(keys).size).toBe(3);
});

test("skipToken asks nothing", () => {
  expect(api.vm.xml.queryOptions(skipToken).queryFn).toBe(skipToken);
  expect(api.vm.events.subscriptionOptions(skipToken).enabled).toBe(false);
});

test("a mutation calls its procedure", async () => {
  const asked = answering(null);
  const { mutationFn } = api.vm.rename.mutationOptions();
  const client = new QueryClient();
  await mutationFn?.({ ...reference, name: "web-02" }, { client, meta: undefined });
  expect(asked[0]?.pathname).toBe("/api/trpc/vm.rename");
});
