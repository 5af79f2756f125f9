import { AppError } from "../../errors";
import type { QemuFiles } from "../qemu-files";
import { wordsAsCode } from "./shell-code";
import { hopWords } from "./ssh-hops.schema";
import type { SshLink } from "./ssh-link";
import type { SshRoute } from "./ssh-route.schema";
import { bytesOf } from "./ssh-tools";

/** Where packages keep what belongs to a service; QEMU may look in there. */
const folder = "/var/lib/passdeck-roms";

/** A folder for QEMU's files on a host that ssh leads to; made when it is needed, by a user who may. */
export function sshQemuFiles(link: SshLink, route: SshRoute): QemuFiles {
  const pathOf = (name: string) => `${folder}/${name}`;
  const sh = (code: string, name: string, input?: Uint8Array) =>
    bytesOf(link, `set -- ${wordsAsCode([pathOf(name)])}; ${code}`, input);
  const must = async (done: Promise<Uint8Array | null>) => {
    if ((await done) !== null) return;
    throw new AppError("forbidden", {
      userMessage: `${hopWords(route.target)} does not let Passdeck keep files in ${folder}. Sign in there as root, or make the folder and give it to the user that Passdeck signs in as (mode 0755).`,
    });
  };
  return {
    async names() {
      const listed = await bytesOf(link, `cd ${folder} 2>/dev/null && ls -A || true`);
      return Buffer.from(listed ?? [])
        .toString()
        .split("\n")
        .filter(Boolean)
        .sort();
    },
    pathOf,
    read: (name) => sh('cat -- "$1"', name),
    write: (name, bytes) =>
      must(sh(`${ownFolder} && cat > "$1.new" && chmod 644 "$1.new" && mv -- "$1.new" "$1"`, name, bytes)),
    remove: (name) => must(sh('rm -- "$1"', name)),
  };
}

/** Not one that another user put there or may write to: a link in it would have us write elsewhere. */
const ownFolder = `umask 022; mkdir -p ${folder} && [ ! -L ${folder} ] && [ -O ${folder} ] && [ -z "$(find ${folder} -maxdepth 0 -perm /022)" ]`;
