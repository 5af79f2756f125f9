import { type Rule, reason } from "../rule";
import { byNumber, listed, namedWithDriver } from "../words";
import { carriesConnection, usesOf } from "./indispensable";

/** The network card that the user's own connection goes through: reserving it would cut that connection. */
export const managementNetwork: Rule = ({ functions }, host) => {
  const carriers = functions.filter((device) => carriesConnection(device, host));
  if (carriers.length === 0) return [];
  const isUnsure = carriers.some((device) => usesOf(device, "possible-route").length > 0);
  const message = `Your connection to this host ${isUnsure ? "may go" : "goes"} through ${listed(carriers, namedWithDriver)}. Reserving ${byNumber(carriers, "it", "them")} for VMs would lock you out.`;
  const fix = "Connect to the host through another network interface, then try again.";
  return [reason("block", "management-network", carriers, message, fix)];
};
