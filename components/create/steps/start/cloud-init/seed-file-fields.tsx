"use client";

import { AreaField } from "@/components/ui/form/lines-field";
import type { SeedFiles } from "@/server/create/cloud-init/cloud-init.schema";

/** The seed's files, as they are written. */
export function SeedFileFields({ files, onEdit }: { files: SeedFiles; onEdit(files: SeedFiles): void }) {
  const path = (name: string) => ["cloudInit", name];
  return (
    <>
      <AreaField
        label="user-data"
        path={path("user-data")}
        rows={14}
        wrap={false}
        value={files["user-data"]}
        onChange={(text) => onEdit({ ...files, "user-data": text })}
      />
      <AreaField
        label="meta-data"
        path={path("meta-data")}
        rows={3}
        wrap={false}
        value={files["meta-data"]}
        onChange={(text) => onEdit({ ...files, "meta-data": text })}
      />
      <AreaField
        label="network-config"
        note="Leave empty for the image's default."
        path={path("network-config")}
        rows={5}
        wrap={false}
        value={files["network-config"] ?? ""}
        onChange={(text) => onEdit({ ...files, "network-config": text === "" ? null : text })}
      />
    </>
  );
}
