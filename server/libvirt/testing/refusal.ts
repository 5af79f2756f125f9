import { LibvirtError } from "../errors";

/** What libvirt throws where it refuses a call. @param code virErrorNumber, see `errorNumber` in constants.gen. */
export function refusal(code: number, message = "no"): LibvirtError {
  const nothing = { dom: null, net: null, str1: null, str2: null, str3: null, int1: 0, int2: 0 };
  return new LibvirtError({ ...nothing, code, domain: 0, level: 2, message }, "a_call");
}
