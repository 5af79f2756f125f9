import { expect, test } from "vitest";
import { nodePages, poolKey, usersOf, wishedPools } from "./page-pools";

const pools = [
  { node: 0, pageBytes: 2 ** 21, total: 512, free: 128 },
  { node: 0, pageBytes: 2 ** 30, total: 2, free: 2 },
];
const all = { totalBytes: 16 * 2 ** 30, freeBytes: 3 * 2 ** 30 };
const nodes = [{ id: 0, totalBytes: 8 * 2 ** 30, freeBytes: 2 ** 30 }];

test("a node's memory is told apart, and comes to the whole", () => {
  const [node] = nodePages({ ...all, nodes, pools });
  const gibibytes = Object.values(node?.parts ?? {}).map((bytes) => Number(bytes) / 2 ** 30);
  expect(gibibytes).toEqual([0.75, 2.25, 4, 1]);
});

test("a kernel without nodes is one", () => {
  const whole = pools.map((pool) => ({ ...pool, node: null }));
  expect(nodePages({ ...all, nodes: [], pools: whole })).toMatchObject([
    { node: null, totalBytes: 16 * 2 ** 30, parts: { other: 10 * 2 ** 30, available: 3 * 2 ** 30 } },
  ]);
});

test("memory that the host does not tell of is unknown, not none", () => {
  const unknown = [{ id: 0, totalBytes: null, freeBytes: null }];
  expect(nodePages({ ...all, nodes: unknown, pools })).toMatchObject([
    { totalBytes: null, parts: { other: null, available: null } },
  ]);
});

test("only what is to be another number is asked for", () => {
  const key = poolKey({ node: 0, pageBytes: 2 ** 30 });
  expect(wishedPools(pools, new Map())).toEqual([]);
  expect(wishedPools(pools, new Map([[key, 4]]))).toEqual([{ node: 0, pageBytes: 2 ** 30, count: 4 }]);
  expect(wishedPools(pools, new Map([[key, Number.NaN]]))).toBeNull();
});

test("who uses a pool is of its size and its node", () => {
  const vm = { vmId: "1", name: "a", bytes: 1, pageBytes: 2 ** 30, nodes: [1] };
  const anywhere = { ...vm, vmId: "2", pageBytes: null, nodes: null };
  expect(usersOf({ node: 0, pageBytes: 2 ** 30 }, [vm, anywhere])).toEqual([anywhere]);
  expect(usersOf({ node: 1, pageBytes: 2 ** 30 }, [vm, anywhere])).toEqual([vm, anywhere]);
});
