import { expect, test } from "vitest";
import { inPostgres } from "./dialect";

test.each([
  [
    'select "a" from "t" where "b" = ? and "c" in (?, ?)',
    'select "a" from "t" where "b" = $1 and "c" in ($2, $3)',
  ],
  [`select '?' as "why?" where 'it''s?' = ?`, `select '?' as "why?" where 'it''s?' = $1`],
  ['select "?""?" = ?', 'select "?""?" = $1'],
  [
    'insert into "t" values (?, ?) on conflict ("t"."a", "t"."b") do update set "c" = "t"."c" + ?',
    'insert into "t" values ($1, $2) on conflict ("a", "b") do update set "c" = "t"."c" + $3',
  ],
  ["select 1", "select 1"],
])("%s", (sqlite, postgres) => {
  expect(inPostgres(sqlite)).toBe(postgres);
});
