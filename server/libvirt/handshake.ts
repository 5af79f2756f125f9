import { ConnectionError, LibvirtError } from "./errors";
import { connectFlags } from "./protocol/constants.gen";
import type { ProcedureArguments, ProcedureResult } from "./protocol/procedures.gen";

/** `enum remote_auth_type` of libvirt's `remote_protocol.x`. */
const authentication = { NONE: 0, SASL: 1, POLKIT: 2 } as const;

/** VIR_DRV_FEATURE_PROGRAM_KEEPALIVE: asking for it makes the daemon begin to ping. */
const keepAliveFeature = 10;

/** What the handshake needs of a connection. */
export interface Caller {
  call<P extends HandshakeProcedure>(
    name: P,
    ...args: ProcedureArguments[P] extends undefined ? [] : [args: ProcedureArguments[P]]
  ): Promise<ProcedureResult[P]>;
}

type HandshakeProcedure = "auth_list" | "auth_polkit" | "connect_supports_feature" | "connect_open";

export interface HandshakeOptions {
  readOnly: boolean;
  daemonPings: boolean;
  description: string;
}

/** Signs in and opens the hypervisor driver that `uri` names: what every connection begins with. */
export async function shakeHands(connection: Caller, uri: string, options: HandshakeOptions): Promise<void> {
  const { types } = await connection.call("auth_list");
  if (types.includes(authentication.POLKIT)) await signInByPolkit(connection, options.description);
  else if (types.includes(authentication.SASL) && !types.includes(authentication.NONE)) {
    throw new ConnectionError(
      "permission",
      `${options.description}: libvirt asks for a user name and a password (SASL), which this client does not offer. Set auth_unix_rw = "none" or "polkit" in libvirtd.conf.`,
    );
  }
  if (options.daemonPings) await connection.call("connect_supports_feature", { feature: keepAliveFeature });
  await connection.call("connect_open", { name: uri, flags: options.readOnly ? connectFlags.RO : 0 });
}

async function signInByPolkit(connection: Caller, description: string): Promise<void> {
  try {
    await connection.call("auth_polkit");
  } catch (error) {
    if (!(error instanceof LibvirtError)) throw error;
    const message = `${description}: polkit refuses this user: ${error.message}`;
    throw new ConnectionError("permission", message, { cause: error });
  }
}
