import type { ApiConstants } from "./api-constants";

/** libvirt's enumeration, our name for it, and what its members' names begin with. */
const wanted: readonly (readonly [enumeration: string, name: string, prefix: string])[] = [
  ["virDomainState", "domainState", "VIR_DOMAIN_"],
  ["virDomainPausedReason", "domainPausedReason", "VIR_DOMAIN_PAUSED_"],
  ["virDomainShutoffReason", "domainShutoffReason", "VIR_DOMAIN_SHUTOFF_"],
  ["virDomainEventID", "domainEventId", "VIR_DOMAIN_EVENT_ID_"],
  ["virDomainEventType", "domainEventType", "VIR_DOMAIN_EVENT_"],
  ["virDomainEventDefinedDetailType", "domainDefinedDetail", "VIR_DOMAIN_EVENT_DEFINED_"],
  ["virDomainEventUndefinedDetailType", "domainUndefinedDetail", "VIR_DOMAIN_EVENT_UNDEFINED_"],
  ["virDomainEventStartedDetailType", "domainStartedDetail", "VIR_DOMAIN_EVENT_STARTED_"],
  ["virDomainEventSuspendedDetailType", "domainSuspendedDetail", "VIR_DOMAIN_EVENT_SUSPENDED_"],
  ["virDomainEventResumedDetailType", "domainResumedDetail", "VIR_DOMAIN_EVENT_RESUMED_"],
  ["virDomainEventStoppedDetailType", "domainStoppedDetail", "VIR_DOMAIN_EVENT_STOPPED_"],
  ["virDomainEventShutdownDetailType", "domainShutdownDetail", "VIR_DOMAIN_EVENT_SHUTDOWN_"],
  ["virDomainEventPMSuspendedDetailType", "domainPmSuspendedDetail", "VIR_DOMAIN_EVENT_PMSUSPENDED_"],
  ["virDomainEventCrashedDetailType", "domainCrashedDetail", "VIR_DOMAIN_EVENT_CRASHED_"],
  ["virConnectDomainEventBlockJobStatus", "blockJobStatus", "VIR_DOMAIN_BLOCK_JOB_"],
  ["virDomainEventTrayChangeReason", "trayChangeReason", "VIR_DOMAIN_EVENT_TRAY_CHANGE_"],
  [
    "virConnectDomainEventAgentLifecycleState",
    "agentState",
    "VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_",
  ],
  ["virDomainControlState", "domainControlState", "VIR_DOMAIN_CONTROL_"],
  ["virNetworkEventID", "networkEventId", "VIR_NETWORK_EVENT_ID_"],
  ["virStoragePoolEventID", "storagePoolEventId", "VIR_STORAGE_POOL_EVENT_ID_"],
  ["virNodeDeviceEventID", "nodeDeviceEventId", "VIR_NODE_DEVICE_EVENT_ID_"],
  ["virSecretEventID", "secretEventId", "VIR_SECRET_EVENT_ID_"],
  ["virDomainXMLFlags", "domainXmlFlags", "VIR_DOMAIN_XML_"],
  ["virDomainDefineFlags", "domainDefineFlags", "VIR_DOMAIN_DEFINE_"],
  ["virDomainCreateFlags", "domainCreateFlags", "VIR_DOMAIN_"],
  ["virDomainUndefineFlagsValues", "domainUndefineFlags", "VIR_DOMAIN_UNDEFINE_"],
  ["virDomainShutdownFlagValues", "domainShutdownFlags", "VIR_DOMAIN_SHUTDOWN_"],
  ["virDomainDestroyFlagsValues", "domainDestroyFlags", "VIR_DOMAIN_DESTROY_"],
  ["virDomainModificationImpact", "domainAffect", "VIR_DOMAIN_AFFECT_"],
  ["virDomainConsoleFlags", "domainConsoleFlags", "VIR_DOMAIN_CONSOLE_"],
  ["virDomainChannelFlags", "domainChannelFlags", "VIR_DOMAIN_CHANNEL_"],
  ["virDomainMigrateFlags", "migrateFlags", "VIR_MIGRATE_"],
  ["virDomainJobType", "domainJobType", "VIR_DOMAIN_JOB_"],
  ["virDomainGetJobStatsFlags", "jobStatsFlags", "VIR_DOMAIN_JOB_STATS_"],
  ["virDomainAbortJobFlagsValues", "abortJobFlags", "VIR_DOMAIN_ABORT_JOB_"],
  ["virCPUCompareResult", "cpuCompareResult", "VIR_CPU_COMPARE_"],
  ["virConnectCompareCPUFlags", "compareCpuFlags", "VIR_CONNECT_COMPARE_CPU_"],
  ["virDomainModificationImpact", "domainImpact", "VIR_DOMAIN_AFFECT_"],
  ["virDomainMetadataType", "domainMetadataType", "VIR_DOMAIN_METADATA_"],
  ["virDomainStatsTypes", "domainStats", "VIR_DOMAIN_STATS_"],
  ["virConnectGetAllDomainStatsFlags", "allDomainStatsFlags", "VIR_CONNECT_GET_ALL_DOMAINS_STATS_"],
  ["virConnectListAllDomainsFlags", "listDomainsFlags", "VIR_CONNECT_LIST_DOMAINS_"],
  ["virConnectListAllNodeDeviceFlags", "listNodeDevicesFlags", "VIR_CONNECT_LIST_NODE_DEVICES_"],
  ["virConnectListAllNetworksFlags", "listNetworksFlags", "VIR_CONNECT_LIST_NETWORKS_"],
  ["virConnectListAllStoragePoolsFlags", "listStoragePoolsFlags", "VIR_CONNECT_LIST_STORAGE_POOLS_"],
  ["virDomainInterfaceAddressesSource", "interfaceAddressesSource", "VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_"],
  ["virNetworkXMLFlags", "networkXmlFlags", "VIR_NETWORK_XML_"],
  ["virNetworkUpdateCommand", "networkUpdateCommand", "VIR_NETWORK_UPDATE_COMMAND_"],
  ["virNetworkUpdateSection", "networkSection", "VIR_NETWORK_SECTION_"],
  ["virNetworkUpdateFlags", "networkUpdateFlags", "VIR_NETWORK_UPDATE_"],
  ["virNodeGetCPUStatsAllCPUs", "nodeCpuStats", "VIR_NODE_CPU_STATS_"],
  ["virNodeGetMemoryStatsAllCells", "nodeMemoryStats", "VIR_NODE_MEMORY_STATS_"],
  ["virStoragePoolState", "storagePoolState", "VIR_STORAGE_POOL_"],
  ["virStoragePoolCreateFlags", "storagePoolCreateFlags", "VIR_STORAGE_POOL_CREATE_"],
  ["virStorageVolInfoFlags", "storageVolumeInfoFlags", "VIR_STORAGE_VOL_"],
  ["virStorageVolResizeFlags", "storageVolumeResizeFlags", "VIR_STORAGE_VOL_RESIZE_"],
  ["virStorageVolDownloadFlags", "storageVolumeDownloadFlags", "VIR_STORAGE_VOL_DOWNLOAD_"],
  ["virStorageVolUploadFlags", "storageVolumeUploadFlags", "VIR_STORAGE_VOL_UPLOAD_"],
  ["virStorageXMLFlags", "storageXmlFlags", "VIR_STORAGE_XML_"],
  ["virStorageVolCreateFlags", "storageVolumeCreateFlags", "VIR_STORAGE_VOL_CREATE_"],
  ["virTypedParameterType", "typedParameterType", "VIR_TYPED_PARAM_"],
  ["virConnectFlags", "connectFlags", "VIR_CONNECT_"],
  ["virErrorNumber", "errorNumber", "VIR_ERR_"],
  ["virErrorDomain", "errorDomain", "VIR_FROM_"],
  ["virErrorLevel", "errorLevel", "VIR_ERR_"],
];

/** Numbers of libvirt's public API under short names: `domainState.RUNNING`. */
export function emitConstants({ enumerations }: ApiConstants): string {
  const blocks = wanted.map(([enumeration, name, prefix]) => {
    const members = enumerations.get(enumeration);
    if (!members) throw new Error(`libvirt-api.xml has no ${enumeration}`);
    return `/** ${enumeration} */\nexport const ${name} = {\n${emitMembers(members, prefix)}} as const;\n`;
  });
  const banner = "// Written by `npm run generate:protocol` from libvirt-api.xml. Do not edit.\n";
  return [banner, ...blocks].join("\n");
}

function emitMembers(members: ReadonlyMap<string, number>, prefix: string): string {
  return [...members]
    .filter(([name]) => name.startsWith(prefix) && !isEnd(name))
    .sort(([left, leftValue], [right, rightValue]) => leftValue - rightValue || left.localeCompare(right))
    .map(([name, value]) => `  ${memberName(name.slice(prefix.length))}: ${value},\n`)
    .join("");
}

/** What ends an enumeration is named "…_LAST", and is no member; VIR_NETWORK_UPDATE_COMMAND_ADD_LAST is one. */
function isEnd(name: string): boolean {
  return name.endsWith("_LAST") && !name.endsWith("_ADD_LAST");
}

/** A few members begin with a digit once their prefix is gone. */
function memberName(name: string): string {
  return /^\d/.test(name) ? `"${name}"` : name;
}
