import { AppError } from "../../errors";
import { connectProblem } from "../../fleet/connect-problem";
import { loadLibvirtFacts } from "../../fleet/host-facts";
import type { Host } from "../../host/host";
import { accessOf, type HostAccess, type HostWay, reachHost } from "../../host/route/host-access";
import { HostRouteError, type RouteTrouble } from "../../host/route/host-route-error";
import { left, passed, runs } from "./check-news";
import { checkSshWay } from "./check-ssh";
import { checkTlsWay } from "./check-tls";
import type { CheckNews, CheckStep } from "./host-request.schema";

/** Where a trouble belongs that came up on the way to the host. */
const stepOf: Readonly<Record<RouteTrouble, CheckStep>> = {
  "no-name": "route",
  unreachable: "route",
  certificate: "certificate",
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
export async function* checkHost(way: HostWay, uri: string): AsyncGenerator<CheckNews, void, undefined> {
  let step: CheckStep = "route";
  try {
    for await (const news of steps(way, uri)) {
      ({ step } = news);
      yield news;
    }
  } catch (error) {
    yield failure(error, uri, step);
  }
}

async function* steps(way: HostWay, uri: string): AsyncGenerator<CheckNews, void, undefined> {
  const access = accessOf(way);
  const leads =
    access.transport === "ssh" ? yield* checkSshWay(access) : yield* checkTlsWay(access, way.pins[0]);
  if (leads) yield* whatIsThere(access, uri);
}

async function* whatIsThere(access: HostAccess, uri: string): AsyncGenerator<CheckNews, void, undefined> {
  const { host, close } = reachHost("check", uri, access);
  try {
    if (access.transport === "ssh") yield runs("libvirt");
    const connection = await host.libvirt.dial();
    if (access.transport === "tls") yield passed("sign-in", "The host took the client’s certificate.");
    yield passed("libvirt", `libvirt answers on ${uri}.`);
    yield passed("rights", access.transport === "ssh" ? "The user may use libvirt." : "It may use libvirt.");
    yield runs("version");
    const facts = await loadLibvirtFacts(connection);
    await connection.close();
    yield passed("version", `${facts.name} has libvirt ${facts.libvirtVersion} and ${facts.hypervisor}.`);
    yield runs("files");
    yield await lookAtFiles(host.files);
  } finally {
    await host.libvirt.pool.close();
    await close();
  }
}

async function lookAtFiles({ value: files, why }: Host["files"]): Promise<CheckNews> {
  if (files === null) return left("files", why);
  const release = await files.readText("proc/sys/kernel/osrelease");
  return passed("files", `Its files are read: Linux ${release?.trim() ?? "of an unknown release"}.`);
}

/** @param begun The step that was under way. */
function failure(error: unknown, uri: string, begun: CheckStep): CheckNews {
  const step = error instanceof HostRouteError ? stepOf[error.trouble] : begun;
  if (error instanceof AppError)
    return { step, state: "failed", said: error.userMessage, fix: null, seen: null };
  const { message, fix } = connectProblem(error, uri);
  return { step, state: "failed", said: message, fix, seen: null };
}
