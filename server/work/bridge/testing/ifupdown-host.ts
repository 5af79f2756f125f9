import { chmodSync } from "node:fs";
import { join } from "node:path";
import { able } from "../../../host/ability";
import { LocalConfiguration } from "../../../host/configuration/local-configuration";
import { folderTree } from "../../../host/folder-tree";
import { localGuard } from "../../../host/guard/host-guard";
import type { Host } from "../../../host/host";
import { localTools } from "../../../host/tools";
import { NetworkRoot } from "../../../network/bridge/testing/network-root";

/** What ifupdown does, as far as one sees it: which devices are up, each by which stanza. */
const programs = {
  ifdown: `shift
test "$1" != -i || shift 2
for name; do grep -v "^$name " "$ROOT/etc/live" >"$ROOT/etc/live.new"; mv "$ROOT/etc/live.new" "$ROOT/etc/live"; done`,
  ifup: `file="$ROOT/etc/network/interfaces"
if test "$1" = -i; then file="$ROOT$2"; shift 2; fi
for name; do
  if grep -q "^$name " "$ROOT/etc/live"; then continue; fi
  stanza=$(grep "^iface $name " "$file") || { echo "ifup: unknown interface $name" >&2; exit 1; }
  { cat "$ROOT/etc/live"; echo "$name $stanza"; } | sort >"$ROOT/etc/live.new"
  mv "$ROOT/etc/live.new" "$ROOT/etc/live"
done`,
  ip: "exit 1",
};

const files = {
  "usr/lib/bridge-utils/ifupdown.sh": "",
  "etc/network/interfaces":
    "auto lo\niface lo inet loopback\n\nallow-hotplug eno1\niface eno1 inet static\n\taddress 192.168.1.5/24\n",
  "etc/live": "eno1 iface eno1 inet static\n",
};

const guardProgram = "test-bin/guard-program";

/** A Debian with ifupdown in a folder: real files, programs of its own, and a guard. */
export class IfupdownHost extends NetworkRoot {
  readonly kind = "ifupdown";
  readonly #guard: string;

  /** @param guard The guard's program, where it is installed anew; else the one that it was installed with counts. */
  constructor(root?: string, guard = "") {
    super(root);
    this.#guard = guard;
  }

  /** Makes it as it was installed. */
  override install(): void {
    super.install(files);
    this.write(guardProgram, this.#guard);
    for (const [name, script] of Object.entries(programs)) {
      this.write(`test-bin/${name}`, `#!/bin/sh\nROOT='${this.root}'\n${script}\n`);
      chmodSync(join(this.root, "test-bin", name), 0o755);
    }
  }

  /** The parts of a Host that change it. */
  get parts(): Pick<Host, "files" | "configuration" | "guard" | "unchangeable"> {
    const path = `${join(this.root, "test-bin")}:/usr/bin:/bin`;
    const tools = localTools({ timeLimitMs: 60_000, environment: { PATH: path } });
    return {
      files: able(folderTree(this.root)),
      configuration: able(new LocalConfiguration({ root: this.root, tools })),
      guard: able(localGuard([this.root], () => this.read(guardProgram))),
      unchangeable: null,
    };
  }
}
