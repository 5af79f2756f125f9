import { type Rule, reason } from "../rule";
import { listed, namedWithDriver } from "../words";
import { carriesConnection } from "./indispensable";

/** The network card that the user sits on: reserving it would cut the very connection that asks for it. */
export const managementNetwork: Rule = ({ functions }, host) => {
  const carriers = functions.filter((device) => carriesConnection(device, host));
  if (carriers.length === 0) return [];
  const message = `Your connection to this host goes through ${listed(carriers, namedWithDriver)}. Reserving it would lock you out.`;
  const fix = "Connect to the host through another network card, then try again.";
  return [reason("block", "management-network", carriers, message, fix)];
};
