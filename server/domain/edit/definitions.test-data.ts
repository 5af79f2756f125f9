/** As libvirt writes one: single quotes, addresses on everything, and a port that is free. */
export const q35 = `<domain type='kvm' id='3' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>win11</name>
  <uuid>6170299a-f9b6-41f0-7eda-d3feadc8d5f1</uuid>
  <metadata>
    <libosinfo:libosinfo xmlns:libosinfo="http://libosinfo.org/xmlns/libvirt/domain/1.0">
      <libosinfo:os id="http://microsoft.com/win/11"/>
    </libosinfo:libosinfo>
  </metadata>
  <memory unit='KiB'>8388608</memory>
  <currentMemory unit='KiB'>4194304</currentMemory>
  <vcpu placement='static' current='4'>8</vcpu>
  <cputune>
    <vcpupin vcpu='0' cpuset='2'/>
    <!-- the second half -->
    <vcpupin vcpu='5' cpuset='10'/>
    <emulatorpin cpuset='0-1'/>
  </cputune>
  <os firmware='efi'>
    <type arch='x86_64' machine='pc-q35-8.2'>hvm</type>
  </os>
  <features>
    <acpi/>
    <hyperv mode='custom'>
      <relaxed state='on'/>
    </hyperv>
  </features>
  <cpu mode='host-passthrough'>
    <topology sockets='1' dies='1' cores='4' threads='2'/>
  </cpu>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <controller type='pci' index='0' model='pcie-root'/>
    <controller type='pci' index='1' model='pcie-root-port'>
      <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0' multifunction='on'/>
    </controller>
    <controller type='pci' index='2' model='pcie-root-port'/>
    <interface type='network'>
      <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
    </interface>
  </devices>
  <qemu:commandline>
    <qemu:arg value='-name'/>
    <qemu:arg value='a&quot;b'/>
  </qemu:commandline>
</domain>
`;

/** An old one by hand: no addresses, tabs, a comment behind an element, text that needs escapes. */
export const i440fx = `<?xml version="1.0"?>
<!-- kept -->
<domain type="qemu">
\t<name>old &amp; small</name> <!-- its name -->
\t<description><![CDATA[a < b]]></description>
\t<memory>219136</memory>
\t<os><type arch="i686" machine="pc-0.12">hvm</type></os>
\t<vendor:note xmlns:vendor="urn:v" vendor:line="one&#10;two">x&#13;y</vendor:note>
\t<devices>
\t\t<disk type="file"><address type="pci" slot="3"/></disk>
\t</devices>
</domain>`;

/** On one line, without devices. */
export const bare =
  "<domain type='kvm'><name>a</name><os><type arch='x86_64' machine='q35'>hvm</type></os></domain>";

/** With all that is empty. */
const empty = `<domain type='kvm'>
  <name>a</name>
  <metadata/>
  <vcpu>2</vcpu>
  <cputune/>
  <features> </features>
  <memoryBacking></memoryBacking>
  <devices/>
</domain>
`;

const aarch64 = `<domain type='qemu'>
  <name>arm</name>
  <memory unit='GiB'>2</memory>
  <os><type arch='aarch64' machine='virt'>hvm</type></os>
  <cpu><numa><cell id='0' cpus='0-1' memory='1' unit='GiB'/><cell id='1' cpus='2-3' memory='1' unit='GiB'/></numa></cpu>
  <vcpu>4</vcpu>
  <devices>
  </devices>
</domain>
`;

const xen = `<domain type='xen'><name>x</name><memory>524288</memory><devices><disk type='file'/></devices></domain>`;

export const definitions = { q35, i440fx, bare, empty, aarch64, xen };
