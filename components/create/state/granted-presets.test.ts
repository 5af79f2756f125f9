import { expect, test } from "vitest";
import { grantedRequestSchema } from "@/server/create/granted/granted-request.schema";
import { presetIds } from "@/server/create/presets/preset-ids.schema";
import { presetTable } from "@/server/create/presets/preset-table.schema";
import { sampleChoices } from "./choices.test-data";
import { ourPreset } from "./chosen-preset";
import { needHost } from "./need-host";
import { requestOf } from "./request";
import { waysOf } from "./way";
import { openWizard } from "./wizard";

const choices = {
  ...sampleChoices,
  pools: sampleChoices.pools.map((pool) => ({ ...pool, takesDisks: pool.name === "default" })),
  grant: { owners: [] },
};
const offered = presetIds.filter((id) => !needHost.has(id));

test.each(waysOf(true).flatMap((way) => offered.map((id) => [way, id] as const)))(
  "what is offered by a grant is what it allows: %s, %s",
  (way, id) => {
    const wizard = openWizard(way, ourPreset(presetTable[id]), choices);
    const { disks, opticalDrives } = wizard.draft;
    const [disk] = disks;
    if (disk?.source.kind !== "new-volume") expect.unreachable();
    const copyOf = way === "cloud-image" ? { pool: "isos", volume: "cloud.qcow2" } : null;
    const iso = { kind: "volume" as const, pool: "isos", volume: "debian.iso" };
    const draft = {
      ...wizard.draft,
      disks: [{ ...disk, source: { ...disk.source, copyOf } }],
      opticalDrives: opticalDrives.map((drive) => ({ ...drive, source: iso })),
    };
    const cloud = { ...wizard.cloud, password: "secret" };
    const { request, problems } = requestOf({ ...wizard, draft, cloud }, choices);
    expect(problems).toEqual([]);
    expect(grantedRequestSchema.safeParse(request).error?.issues).toBeUndefined();
    expect(disk.source.pool).toBe("default");
  },
);
