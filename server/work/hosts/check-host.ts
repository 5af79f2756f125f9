import { AppError } from "../../errors";
import { connectProblem } from "../../fleet/connect-problem";
import { loadLibvirtFacts } from "../../fleet/host-facts";
import { need } from "../../host/ability";
import { fingerprintOf, lookAtKey } from "../../host/ssh/host-keys";
import { HostRouteError, type RouteTrouble } from "../../host/ssh/host-route-error";
import { hopsOf, hopWords } from "../../host/ssh/ssh-hops.schema";
import { sshHost } from "../../host/ssh/ssh-host";
import { type SshAccess, SshMaster } from "../../host/ssh/ssh-master";
import type { HostKey } from "../../host/ssh/ssh-route.schema";
import type { CheckNews, CheckStep } from "./host-request.schema";

/** Where a trouble belongs that came up on the way to the host. */
const stepOf: Readonly<Record<RouteTrouble, CheckStep>> = {
  "no-name": "route",
  unreachable: "route",
  "key-unknown": "key",
  "key-changed": "key",
  "sign-in": "sign-in",
  denied: "rights",
  refused: "libvirt",
  ended: "route",
};

/**
 * Tries each step of the way to a host, and tells of each; ends with the first that fails or asks. Nothing is changed there,
 * and nothing is kept.
 * @param uri As the host itself would be asked: "qemu:///system".
 */
export async function* checkHost(access: SshAccess, uri: string): AsyncGenerator<CheckNews, void, undefined> {
  let step: CheckStep = "route";
  try {
    yield runs(step);
    if (yield* keysDiffer(access)) return;
    step = "sign-in";
    yield runs(step);
    const master = await SshMaster.open(access);
    await master.close();
    yield passed("sign-in", `Signed in to ${hopWords(access.route.target)}.`);
    for await (const news of whatIsThere(access, uri)) {
      ({ step } = news);
      yield news;
    }
  } catch (error) {
    yield failure(error, uri, step);
  }
}

/** Looks at the key of each hop; true where one isn't accepted, which is told. */
async function* keysDiffer(access: SshAccess): AsyncGenerator<CheckNews, boolean, undefined> {
  for (const [index, hop] of hopsOf(access.route).entries()) {
    const { key } = await lookAtKey(access, index);
    yield passed("route", `${hopWords(hop)} answers.`);
    const accepted = access.pins[index];
    if (accepted?.key !== key.key) {
      yield asked(hopWords(hop), key, accepted);
      return true;
    }
  }
  yield passed("key", "Each host key is the accepted one.");
  return false;
}

async function* whatIsThere(access: SshAccess, uri: string): AsyncGenerator<CheckNews, void, undefined> {
  const { host, close } = sshHost({ id: "check", uri, ...access });
  try {
    yield runs("libvirt");
    const connection = await host.libvirt.dial();
    yield passed("libvirt", `libvirt answers on ${uri}.`);
    yield passed("rights", "The user may use libvirt.");
    yield runs("version");
    const facts = await loadLibvirtFacts(connection);
    await connection.close();
    yield passed("version", `${facts.name} has libvirt ${facts.libvirtVersion} and ${facts.hypervisor}.`);
    yield runs("files");
    const release = await need(host.files).readText("proc/sys/kernel/osrelease");
    yield passed("files", `Its files are read: Linux ${release?.trim() ?? "of an unknown release"}.`);
  } finally {
    await host.libvirt.pool.close();
    await close();
  }
}

function runs(step: CheckStep): CheckNews {
  return { step, state: "runs", said: null, fix: null, seen: null };
}

function passed(step: CheckStep, said: string): CheckNews {
  return { step, state: "passed", said, fix: null, seen: null };
}

function asked(hop: string, key: HostKey, accepted: HostKey | undefined): CheckNews {
  const seen = {
    hop,
    ...key,
    fingerprint: fingerprintOf(key),
    acceptedFingerprint: accepted ? fingerprintOf(accepted) : null,
  };
  return accepted === undefined
    ? {
        step: "key",
        state: "asks",
        said: `${hop} shows a key that nobody has accepted yet.`,
        fix: "Compare its fingerprint with the host’s own (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub there), and accept it if they are the same.",
        seen,
      }
    : {
        step: "key",
        state: "failed",
        said: `${hop} shows another key than the accepted one.`,
        fix: "If the host was installed anew, accept the new key. If not, somebody may be in between: do not go on.",
        seen,
      };
}

/** @param begun The step that was under way. */
function failure(error: unknown, uri: string, begun: CheckStep): CheckNews {
  const step = error instanceof HostRouteError ? stepOf[error.trouble] : begun;
  if (error instanceof AppError)
    return { step, state: "failed", said: error.userMessage, fix: null, seen: null };
  const { message, fix } = connectProblem(error, uri);
  return { step, state: "failed", said: message, fix, seen: null };
}
