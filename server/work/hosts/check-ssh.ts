import { lookAtKey } from "../../host/ssh/host-keys";
import { hopsOf, hopWords } from "../../host/ssh/ssh-hops.schema";
import { type SshAccess, SshMaster } from "../../host/ssh/ssh-master";
import { asked, passed, runs } from "./check-news";
import type { CheckNews } from "./host-request.schema";

/** Tries the way to a host by ssh up to the sign-in; true where libvirt can be asked for. Throws what keeps it from that. */
export async function* checkSshWay(access: SshAccess): AsyncGenerator<CheckNews, boolean, undefined> {
  yield runs("route");
  if (yield* keysDiffer(access)) return false;
  yield runs("sign-in");
  const master = await SshMaster.open(access);
  await master.close();
  yield passed("sign-in", `Signed in to ${hopWords(access.route.target)}.`);
  return true;
}

/** Looks at the key of each hop; true where one isn't accepted, which is told. */
async function* keysDiffer(access: SshAccess): AsyncGenerator<CheckNews, boolean, undefined> {
  for (const [index, hop] of hopsOf(access.route).entries()) {
    const place = hopWords(hop);
    const { key } = await lookAtKey(access, index);
    yield passed("route", `${place} answers.`);
    const accepted = access.pins[index];
    if (accepted?.key !== key.key) {
      yield asked({ place, key, accepted, compare, renewal: "was installed anew" });
      return true;
    }
  }
  yield passed("key", "Each host key is the accepted one.");
  return false;
}

const compare =
  "Compare its fingerprint with the host’s own (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub there), and accept it if they are the same.";
