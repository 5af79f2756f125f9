import { expect, test } from "vitest";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import { refusal } from "../libvirt/testing/refusal";
import { keptBeside, placedSource } from "./copy-source";
import { parseVolume } from "./read-volumes";

type Connection = Parameters<typeof keptBeside>[0];

/** What is told of a volume that libvirt takes for `format`, and whose beginning it does not give. */
function toldOf(format: string, code: number): Promise<string[]> {
  const openStream = () => Promise.reject(refusal(code, "not here"));
  const volume = parseVolume(
    `<volume><name>disk</name><key>/p/disk</key><target><path>/p/disk</path><format type='${format}'/></target></volume>`,
  );
  return keptBeside({ openStream } as unknown as Connection, placedSource({ ...volume, pool: "p" }));
}

test("an object of a pool that gives no bytes is what libvirt says that it is", async () => {
  expect(await toldOf("raw", errorNumber.NO_SUPPORT)).toEqual([]);
});

test.each([
  ["an image that can't be looked into", "qcow2", errorNumber.NO_SUPPORT],
  ["a file that can't be read", "raw", errorNumber.OPERATION_FAILED],
])("of %s it is said that it is not known what else it reaches", async (_, format, code) => {
  expect(await toldOf(format, code)).toEqual([
    "It can’t be told which other files disk refers to (not here). Only disk itself is deleted.",
  ]);
});
