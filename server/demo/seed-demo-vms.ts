import { Connection } from "../libvirt/connection";
import { parseLibvirtUri } from "../libvirt/uri";
import { demoDomainXml } from "./demo-domain-xml";
import { type DemoVm, demoVms } from "./demo-vms";

/**
 * Gives libvirt's test driver the demo's VMs instead of the one that it has of its own. The driver forgets
 * everything with its last connection: what is returned holds one open, to be closed at the very end.
 */
export async function seedDemoVms(uri: string): Promise<Connection> {
  const target = parseLibvirtUri(uri);
  const connection = await Connection.open(target.dialer, target.uri);
  await removeAllVms(connection);
  for (const vm of demoVms) await seed(connection, vm);
  return connection;
}

async function removeAllVms(connection: Connection): Promise<void> {
  const { domains } = await connection.call("connect_list_all_domains", { need_results: 1, flags: 0 });
  for (const dom of domains) {
    const { active } = await connection.call("domain_is_active", { dom });
    if (active !== 0) await connection.call("domain_destroy_flags", { dom, flags: 0 });
    await connection.call("domain_undefine_flags", { dom, flags: 0 });
  }
}

async function seed(connection: Connection, vm: DemoVm): Promise<void> {
  const { dom } = await connection.call("domain_define_xml_flags", { xml: demoDomainXml(vm), flags: 0 });
  if (vm.autostart) await connection.call("domain_set_autostart", { dom, autostart: 1 });
  if (vm.state === "off") return;
  await connection.call("domain_create_with_flags", { dom, flags: 0 });
  if (vm.state === "paused") await connection.call("domain_suspend", { dom });
  if (vm.state === "saved") await connection.call("domain_managed_save", { dom, flags: 0 });
}
