// Written by `npm run generate:protocol` from libvirt's protocol definitions. Do not edit.

import { type Procedure, readNothing, writeNothing } from "../procedure";
import * as codecs from "./codecs.gen";
import type * as types from "./types.gen";

/** Numbers of the protocol's programs. */
export const programs = {
  REMOTE: 0x20008086,
  QEMU: 0x20008087,
  KEEPALIVE: 0x6b656570,
} as const;

/** What each procedure takes, under the names of the `.x` files; undefined where it takes nothing. */
export interface ProcedureArguments {
  connect_open: types.ConnectOpenArguments;
  connect_close: undefined;
  connect_get_type: undefined;
  connect_get_version: undefined;
  connect_get_max_vcpus: types.ConnectGetMaxVcpusArguments;
  node_get_info: undefined;
  connect_get_capabilities: undefined;
  domain_attach_device: types.DomainAttachDeviceArguments;
  domain_create: types.DomainCreateArguments;
  domain_create_xml: types.DomainCreateXmlArguments;
  domain_define_xml: types.DomainDefineXmlArguments;
  domain_destroy: types.DomainDestroyArguments;
  domain_detach_device: types.DomainDetachDeviceArguments;
  domain_get_xml_desc: types.DomainGetXmlDescArguments;
  domain_get_autostart: types.DomainGetAutostartArguments;
  domain_get_info: types.DomainGetInfoArguments;
  domain_get_max_memory: types.DomainGetMaxMemoryArguments;
  domain_get_max_vcpus: types.DomainGetMaxVcpusArguments;
  domain_get_os_type: types.DomainGetOsTypeArguments;
  domain_get_vcpus: types.DomainGetVcpusArguments;
  connect_list_defined_domains: types.ConnectListDefinedDomainsArguments;
  domain_lookup_by_id: types.DomainLookupByIdArguments;
  domain_lookup_by_name: types.DomainLookupByNameArguments;
  domain_lookup_by_uuid: types.DomainLookupByUuidArguments;
  connect_num_of_defined_domains: undefined;
  domain_pin_vcpu: types.DomainPinVcpuArguments;
  domain_reboot: types.DomainRebootArguments;
  domain_resume: types.DomainResumeArguments;
  domain_set_autostart: types.DomainSetAutostartArguments;
  domain_set_max_memory: types.DomainSetMaxMemoryArguments;
  domain_set_memory: types.DomainSetMemoryArguments;
  domain_set_vcpus: types.DomainSetVcpusArguments;
  domain_shutdown: types.DomainShutdownArguments;
  domain_suspend: types.DomainSuspendArguments;
  domain_undefine: types.DomainUndefineArguments;
  connect_list_defined_networks: types.ConnectListDefinedNetworksArguments;
  connect_list_domains: types.ConnectListDomainsArguments;
  connect_list_networks: types.ConnectListNetworksArguments;
  network_create: types.NetworkCreateArguments;
  network_create_xml: types.NetworkCreateXmlArguments;
  network_define_xml: types.NetworkDefineXmlArguments;
  network_destroy: types.NetworkDestroyArguments;
  network_get_xml_desc: types.NetworkGetXmlDescArguments;
  network_get_autostart: types.NetworkGetAutostartArguments;
  network_get_bridge_name: types.NetworkGetBridgeNameArguments;
  network_lookup_by_name: types.NetworkLookupByNameArguments;
  network_lookup_by_uuid: types.NetworkLookupByUuidArguments;
  network_set_autostart: types.NetworkSetAutostartArguments;
  network_undefine: types.NetworkUndefineArguments;
  connect_num_of_defined_networks: undefined;
  connect_num_of_domains: undefined;
  connect_num_of_networks: undefined;
  domain_core_dump: types.DomainCoreDumpArguments;
  domain_restore: types.DomainRestoreArguments;
  domain_save: types.DomainSaveArguments;
  domain_get_scheduler_type: types.DomainGetSchedulerTypeArguments;
  domain_get_scheduler_parameters: types.DomainGetSchedulerParametersArguments;
  domain_set_scheduler_parameters: types.DomainSetSchedulerParametersArguments;
  connect_get_hostname: undefined;
  connect_supports_feature: types.ConnectSupportsFeatureArguments;
  domain_migrate_prepare: types.DomainMigratePrepareArguments;
  domain_migrate_perform: types.DomainMigratePerformArguments;
  domain_migrate_finish: types.DomainMigrateFinishArguments;
  domain_block_stats: types.DomainBlockStatsArguments;
  domain_interface_stats: types.DomainInterfaceStatsArguments;
  auth_list: undefined;
  auth_sasl_init: undefined;
  auth_sasl_start: types.AuthSaslStartArguments;
  auth_sasl_step: types.AuthSaslStepArguments;
  auth_polkit: undefined;
  connect_num_of_storage_pools: undefined;
  connect_list_storage_pools: types.ConnectListStoragePoolsArguments;
  connect_num_of_defined_storage_pools: undefined;
  connect_list_defined_storage_pools: types.ConnectListDefinedStoragePoolsArguments;
  connect_find_storage_pool_sources: types.ConnectFindStoragePoolSourcesArguments;
  storage_pool_create_xml: types.StoragePoolCreateXmlArguments;
  storage_pool_define_xml: types.StoragePoolDefineXmlArguments;
  storage_pool_create: types.StoragePoolCreateArguments;
  storage_pool_build: types.StoragePoolBuildArguments;
  storage_pool_destroy: types.StoragePoolDestroyArguments;
  storage_pool_delete: types.StoragePoolDeleteArguments;
  storage_pool_undefine: types.StoragePoolUndefineArguments;
  storage_pool_refresh: types.StoragePoolRefreshArguments;
  storage_pool_lookup_by_name: types.StoragePoolLookupByNameArguments;
  storage_pool_lookup_by_uuid: types.StoragePoolLookupByUuidArguments;
  storage_pool_lookup_by_volume: types.StoragePoolLookupByVolumeArguments;
  storage_pool_get_info: types.StoragePoolGetInfoArguments;
  storage_pool_get_xml_desc: types.StoragePoolGetXmlDescArguments;
  storage_pool_get_autostart: types.StoragePoolGetAutostartArguments;
  storage_pool_set_autostart: types.StoragePoolSetAutostartArguments;
  storage_pool_num_of_volumes: types.StoragePoolNumOfVolumesArguments;
  storage_pool_list_volumes: types.StoragePoolListVolumesArguments;
  storage_vol_create_xml: types.StorageVolCreateXmlArguments;
  storage_vol_delete: types.StorageVolDeleteArguments;
  storage_vol_lookup_by_name: types.StorageVolLookupByNameArguments;
  storage_vol_lookup_by_key: types.StorageVolLookupByKeyArguments;
  storage_vol_lookup_by_path: types.StorageVolLookupByPathArguments;
  storage_vol_get_info: types.StorageVolGetInfoArguments;
  storage_vol_get_xml_desc: types.StorageVolGetXmlDescArguments;
  storage_vol_get_path: types.StorageVolGetPathArguments;
  node_get_cells_free_memory: types.NodeGetCellsFreeMemoryArguments;
  node_get_free_memory: undefined;
  domain_block_peek: types.DomainBlockPeekArguments;
  domain_memory_peek: types.DomainMemoryPeekArguments;
  connect_domain_event_register: undefined;
  connect_domain_event_deregister: undefined;
  domain_migrate_prepare2: types.DomainMigratePrepare2Arguments;
  domain_migrate_finish2: types.DomainMigrateFinish2Arguments;
  connect_get_uri: undefined;
  node_num_of_devices: types.NodeNumOfDevicesArguments;
  node_list_devices: types.NodeListDevicesArguments;
  node_device_lookup_by_name: types.NodeDeviceLookupByNameArguments;
  node_device_get_xml_desc: types.NodeDeviceGetXmlDescArguments;
  node_device_get_parent: types.NodeDeviceGetParentArguments;
  node_device_num_of_caps: types.NodeDeviceNumOfCapsArguments;
  node_device_list_caps: types.NodeDeviceListCapsArguments;
  node_device_dettach: types.NodeDeviceDettachArguments;
  node_device_re_attach: types.NodeDeviceReAttachArguments;
  node_device_reset: types.NodeDeviceResetArguments;
  domain_get_security_label: types.DomainGetSecurityLabelArguments;
  node_get_security_model: undefined;
  node_device_create_xml: types.NodeDeviceCreateXmlArguments;
  node_device_destroy: types.NodeDeviceDestroyArguments;
  storage_vol_create_xml_from: types.StorageVolCreateXmlFromArguments;
  connect_num_of_interfaces: undefined;
  connect_list_interfaces: types.ConnectListInterfacesArguments;
  interface_lookup_by_name: types.InterfaceLookupByNameArguments;
  interface_lookup_by_mac_string: types.InterfaceLookupByMacStringArguments;
  interface_get_xml_desc: types.InterfaceGetXmlDescArguments;
  interface_define_xml: types.InterfaceDefineXmlArguments;
  interface_undefine: types.InterfaceUndefineArguments;
  interface_create: types.InterfaceCreateArguments;
  interface_destroy: types.InterfaceDestroyArguments;
  connect_domain_xml_from_native: types.ConnectDomainXmlFromNativeArguments;
  connect_domain_xml_to_native: types.ConnectDomainXmlToNativeArguments;
  connect_num_of_defined_interfaces: undefined;
  connect_list_defined_interfaces: types.ConnectListDefinedInterfacesArguments;
  connect_num_of_secrets: undefined;
  connect_list_secrets: types.ConnectListSecretsArguments;
  secret_lookup_by_uuid: types.SecretLookupByUuidArguments;
  secret_define_xml: types.SecretDefineXmlArguments;
  secret_get_xml_desc: types.SecretGetXmlDescArguments;
  secret_set_value: types.SecretSetValueArguments;
  secret_get_value: types.SecretGetValueArguments;
  secret_undefine: types.SecretUndefineArguments;
  secret_lookup_by_usage: types.SecretLookupByUsageArguments;
  domain_migrate_prepare_tunnel: types.DomainMigratePrepareTunnelArguments;
  connect_is_secure: undefined;
  domain_is_active: types.DomainIsActiveArguments;
  domain_is_persistent: types.DomainIsPersistentArguments;
  network_is_active: types.NetworkIsActiveArguments;
  network_is_persistent: types.NetworkIsPersistentArguments;
  storage_pool_is_active: types.StoragePoolIsActiveArguments;
  storage_pool_is_persistent: types.StoragePoolIsPersistentArguments;
  interface_is_active: types.InterfaceIsActiveArguments;
  connect_get_lib_version: undefined;
  connect_compare_cpu: types.ConnectCompareCpuArguments;
  domain_memory_stats: types.DomainMemoryStatsArguments;
  domain_attach_device_flags: types.DomainAttachDeviceFlagsArguments;
  domain_detach_device_flags: types.DomainDetachDeviceFlagsArguments;
  connect_baseline_cpu: types.ConnectBaselineCpuArguments;
  domain_get_job_info: types.DomainGetJobInfoArguments;
  domain_abort_job: types.DomainAbortJobArguments;
  storage_vol_wipe: types.StorageVolWipeArguments;
  domain_migrate_set_max_downtime: types.DomainMigrateSetMaxDowntimeArguments;
  connect_domain_event_register_any: types.ConnectDomainEventRegisterAnyArguments;
  connect_domain_event_deregister_any: types.ConnectDomainEventDeregisterAnyArguments;
  domain_update_device_flags: types.DomainUpdateDeviceFlagsArguments;
  nwfilter_lookup_by_name: types.NwfilterLookupByNameArguments;
  nwfilter_lookup_by_uuid: types.NwfilterLookupByUuidArguments;
  nwfilter_get_xml_desc: types.NwfilterGetXmlDescArguments;
  connect_num_of_nwfilters: undefined;
  connect_list_nwfilters: types.ConnectListNwfiltersArguments;
  nwfilter_define_xml: types.NwfilterDefineXmlArguments;
  nwfilter_undefine: types.NwfilterUndefineArguments;
  domain_managed_save: types.DomainManagedSaveArguments;
  domain_has_managed_save_image: types.DomainHasManagedSaveImageArguments;
  domain_managed_save_remove: types.DomainManagedSaveRemoveArguments;
  domain_snapshot_create_xml: types.DomainSnapshotCreateXmlArguments;
  domain_snapshot_get_xml_desc: types.DomainSnapshotGetXmlDescArguments;
  domain_snapshot_num: types.DomainSnapshotNumArguments;
  domain_snapshot_list_names: types.DomainSnapshotListNamesArguments;
  domain_snapshot_lookup_by_name: types.DomainSnapshotLookupByNameArguments;
  domain_has_current_snapshot: types.DomainHasCurrentSnapshotArguments;
  domain_snapshot_current: types.DomainSnapshotCurrentArguments;
  domain_revert_to_snapshot: types.DomainRevertToSnapshotArguments;
  domain_snapshot_delete: types.DomainSnapshotDeleteArguments;
  domain_get_block_info: types.DomainGetBlockInfoArguments;
  domain_create_with_flags: types.DomainCreateWithFlagsArguments;
  domain_set_memory_parameters: types.DomainSetMemoryParametersArguments;
  domain_get_memory_parameters: types.DomainGetMemoryParametersArguments;
  domain_set_vcpus_flags: types.DomainSetVcpusFlagsArguments;
  domain_get_vcpus_flags: types.DomainGetVcpusFlagsArguments;
  domain_open_console: types.DomainOpenConsoleArguments;
  domain_is_updated: types.DomainIsUpdatedArguments;
  connect_get_sysinfo: types.ConnectGetSysinfoArguments;
  domain_set_memory_flags: types.DomainSetMemoryFlagsArguments;
  domain_set_blkio_parameters: types.DomainSetBlkioParametersArguments;
  domain_get_blkio_parameters: types.DomainGetBlkioParametersArguments;
  domain_migrate_set_max_speed: types.DomainMigrateSetMaxSpeedArguments;
  storage_vol_upload: types.StorageVolUploadArguments;
  storage_vol_download: types.StorageVolDownloadArguments;
  domain_inject_nmi: types.DomainInjectNmiArguments;
  domain_screenshot: types.DomainScreenshotArguments;
  domain_get_state: types.DomainGetStateArguments;
  domain_migrate_begin3: types.DomainMigrateBegin3Arguments;
  domain_migrate_prepare3: types.DomainMigratePrepare3Arguments;
  domain_migrate_prepare_tunnel3: types.DomainMigratePrepareTunnel3Arguments;
  domain_migrate_perform3: types.DomainMigratePerform3Arguments;
  domain_migrate_finish3: types.DomainMigrateFinish3Arguments;
  domain_migrate_confirm3: types.DomainMigrateConfirm3Arguments;
  domain_set_scheduler_parameters_flags: types.DomainSetSchedulerParametersFlagsArguments;
  interface_change_begin: types.InterfaceChangeBeginArguments;
  interface_change_commit: types.InterfaceChangeCommitArguments;
  interface_change_rollback: types.InterfaceChangeRollbackArguments;
  domain_get_scheduler_parameters_flags: types.DomainGetSchedulerParametersFlagsArguments;
  domain_pin_vcpu_flags: types.DomainPinVcpuFlagsArguments;
  domain_send_key: types.DomainSendKeyArguments;
  node_get_cpu_stats: types.NodeGetCpuStatsArguments;
  node_get_memory_stats: types.NodeGetMemoryStatsArguments;
  domain_get_control_info: types.DomainGetControlInfoArguments;
  domain_get_vcpu_pin_info: types.DomainGetVcpuPinInfoArguments;
  domain_undefine_flags: types.DomainUndefineFlagsArguments;
  domain_save_flags: types.DomainSaveFlagsArguments;
  domain_restore_flags: types.DomainRestoreFlagsArguments;
  domain_destroy_flags: types.DomainDestroyFlagsArguments;
  domain_save_image_get_xml_desc: types.DomainSaveImageGetXmlDescArguments;
  domain_save_image_define_xml: types.DomainSaveImageDefineXmlArguments;
  domain_block_job_abort: types.DomainBlockJobAbortArguments;
  domain_get_block_job_info: types.DomainGetBlockJobInfoArguments;
  domain_block_job_set_speed: types.DomainBlockJobSetSpeedArguments;
  domain_block_pull: types.DomainBlockPullArguments;
  domain_migrate_get_max_speed: types.DomainMigrateGetMaxSpeedArguments;
  domain_block_stats_flags: types.DomainBlockStatsFlagsArguments;
  domain_snapshot_get_parent: types.DomainSnapshotGetParentArguments;
  domain_reset: types.DomainResetArguments;
  domain_snapshot_num_children: types.DomainSnapshotNumChildrenArguments;
  domain_snapshot_list_children_names: types.DomainSnapshotListChildrenNamesArguments;
  domain_open_graphics: types.DomainOpenGraphicsArguments;
  node_suspend_for_duration: types.NodeSuspendForDurationArguments;
  domain_block_resize: types.DomainBlockResizeArguments;
  domain_set_block_io_tune: types.DomainSetBlockIoTuneArguments;
  domain_get_block_io_tune: types.DomainGetBlockIoTuneArguments;
  domain_set_numa_parameters: types.DomainSetNumaParametersArguments;
  domain_get_numa_parameters: types.DomainGetNumaParametersArguments;
  domain_set_interface_parameters: types.DomainSetInterfaceParametersArguments;
  domain_get_interface_parameters: types.DomainGetInterfaceParametersArguments;
  domain_shutdown_flags: types.DomainShutdownFlagsArguments;
  storage_vol_wipe_pattern: types.StorageVolWipePatternArguments;
  storage_vol_resize: types.StorageVolResizeArguments;
  domain_pm_suspend_for_duration: types.DomainPmSuspendForDurationArguments;
  domain_get_cpu_stats: types.DomainGetCpuStatsArguments;
  domain_get_disk_errors: types.DomainGetDiskErrorsArguments;
  domain_set_metadata: types.DomainSetMetadataArguments;
  domain_get_metadata: types.DomainGetMetadataArguments;
  domain_block_rebase: types.DomainBlockRebaseArguments;
  domain_pm_wakeup: types.DomainPmWakeupArguments;
  domain_snapshot_is_current: types.DomainSnapshotIsCurrentArguments;
  domain_snapshot_has_metadata: types.DomainSnapshotHasMetadataArguments;
  connect_list_all_domains: types.ConnectListAllDomainsArguments;
  domain_list_all_snapshots: types.DomainListAllSnapshotsArguments;
  domain_snapshot_list_all_children: types.DomainSnapshotListAllChildrenArguments;
  domain_get_hostname: types.DomainGetHostnameArguments;
  domain_get_security_label_list: types.DomainGetSecurityLabelListArguments;
  domain_pin_emulator: types.DomainPinEmulatorArguments;
  domain_get_emulator_pin_info: types.DomainGetEmulatorPinInfoArguments;
  connect_list_all_storage_pools: types.ConnectListAllStoragePoolsArguments;
  storage_pool_list_all_volumes: types.StoragePoolListAllVolumesArguments;
  connect_list_all_networks: types.ConnectListAllNetworksArguments;
  connect_list_all_interfaces: types.ConnectListAllInterfacesArguments;
  connect_list_all_node_devices: types.ConnectListAllNodeDevicesArguments;
  connect_list_all_nwfilters: types.ConnectListAllNwfiltersArguments;
  connect_list_all_secrets: types.ConnectListAllSecretsArguments;
  node_set_memory_parameters: types.NodeSetMemoryParametersArguments;
  node_get_memory_parameters: types.NodeGetMemoryParametersArguments;
  domain_block_commit: types.DomainBlockCommitArguments;
  network_update: types.NetworkUpdateArguments;
  node_get_cpu_map: types.NodeGetCpuMapArguments;
  domain_fstrim: types.DomainFstrimArguments;
  domain_send_process_signal: types.DomainSendProcessSignalArguments;
  domain_open_channel: types.DomainOpenChannelArguments;
  node_device_lookup_scsi_host_by_wwn: types.NodeDeviceLookupScsiHostByWwnArguments;
  domain_get_job_stats: types.DomainGetJobStatsArguments;
  domain_migrate_get_compression_cache: types.DomainMigrateGetCompressionCacheArguments;
  domain_migrate_set_compression_cache: types.DomainMigrateSetCompressionCacheArguments;
  node_device_detach_flags: types.NodeDeviceDetachFlagsArguments;
  domain_migrate_begin3_params: types.DomainMigrateBegin3ParamsArguments;
  domain_migrate_prepare3_params: types.DomainMigratePrepare3ParamsArguments;
  domain_migrate_prepare_tunnel3_params: types.DomainMigratePrepareTunnel3ParamsArguments;
  domain_migrate_perform3_params: types.DomainMigratePerform3ParamsArguments;
  domain_migrate_finish3_params: types.DomainMigrateFinish3ParamsArguments;
  domain_migrate_confirm3_params: types.DomainMigrateConfirm3ParamsArguments;
  domain_set_memory_stats_period: types.DomainSetMemoryStatsPeriodArguments;
  domain_create_xml_with_files: types.DomainCreateXmlWithFilesArguments;
  domain_create_with_files: types.DomainCreateWithFilesArguments;
  connect_get_cpu_model_names: types.ConnectGetCpuModelNamesArguments;
  connect_network_event_register_any: types.ConnectNetworkEventRegisterAnyArguments;
  connect_network_event_deregister_any: types.ConnectNetworkEventDeregisterAnyArguments;
  connect_domain_event_callback_register_any: types.ConnectDomainEventCallbackRegisterAnyArguments;
  connect_domain_event_callback_deregister_any: types.ConnectDomainEventCallbackDeregisterAnyArguments;
  domain_core_dump_with_format: types.DomainCoreDumpWithFormatArguments;
  domain_fsfreeze: types.DomainFsfreezeArguments;
  domain_fsthaw: types.DomainFsthawArguments;
  domain_get_time: types.DomainGetTimeArguments;
  domain_set_time: types.DomainSetTimeArguments;
  node_get_free_pages: types.NodeGetFreePagesArguments;
  network_get_dhcp_leases: types.NetworkGetDhcpLeasesArguments;
  connect_get_domain_capabilities: types.ConnectGetDomainCapabilitiesArguments;
  domain_open_graphics_fd: types.DomainOpenGraphicsFdArguments;
  connect_get_all_domain_stats: types.ConnectGetAllDomainStatsArguments;
  domain_block_copy: types.DomainBlockCopyArguments;
  node_alloc_pages: types.NodeAllocPagesArguments;
  domain_get_fsinfo: types.DomainGetFsinfoArguments;
  domain_define_xml_flags: types.DomainDefineXmlFlagsArguments;
  domain_get_iothread_info: types.DomainGetIothreadInfoArguments;
  domain_pin_iothread: types.DomainPinIothreadArguments;
  domain_interface_addresses: types.DomainInterfaceAddressesArguments;
  domain_add_iothread: types.DomainAddIothreadArguments;
  domain_del_iothread: types.DomainDelIothreadArguments;
  domain_set_user_password: types.DomainSetUserPasswordArguments;
  domain_rename: types.DomainRenameArguments;
  connect_register_close_callback: undefined;
  connect_unregister_close_callback: undefined;
  domain_migrate_start_post_copy: types.DomainMigrateStartPostCopyArguments;
  domain_get_perf_events: types.DomainGetPerfEventsArguments;
  domain_set_perf_events: types.DomainSetPerfEventsArguments;
  connect_storage_pool_event_register_any: types.ConnectStoragePoolEventRegisterAnyArguments;
  connect_storage_pool_event_deregister_any: types.ConnectStoragePoolEventDeregisterAnyArguments;
  domain_get_guest_vcpus: types.DomainGetGuestVcpusArguments;
  domain_set_guest_vcpus: types.DomainSetGuestVcpusArguments;
  connect_node_device_event_register_any: types.ConnectNodeDeviceEventRegisterAnyArguments;
  connect_node_device_event_deregister_any: types.ConnectNodeDeviceEventDeregisterAnyArguments;
  storage_vol_get_info_flags: types.StorageVolGetInfoFlagsArguments;
  connect_secret_event_register_any: types.ConnectSecretEventRegisterAnyArguments;
  connect_secret_event_deregister_any: types.ConnectSecretEventDeregisterAnyArguments;
  domain_set_vcpu: types.DomainSetVcpuArguments;
  domain_set_block_threshold: types.DomainSetBlockThresholdArguments;
  domain_migrate_get_max_downtime: types.DomainMigrateGetMaxDowntimeArguments;
  domain_managed_save_get_xml_desc: types.DomainManagedSaveGetXmlDescArguments;
  domain_managed_save_define_xml: types.DomainManagedSaveDefineXmlArguments;
  domain_set_lifecycle_action: types.DomainSetLifecycleActionArguments;
  storage_pool_lookup_by_target_path: types.StoragePoolLookupByTargetPathArguments;
  domain_detach_device_alias: types.DomainDetachDeviceAliasArguments;
  connect_compare_hypervisor_cpu: types.ConnectCompareHypervisorCpuArguments;
  connect_baseline_hypervisor_cpu: types.ConnectBaselineHypervisorCpuArguments;
  node_get_sev_info: types.NodeGetSevInfoArguments;
  domain_get_launch_security_info: types.DomainGetLaunchSecurityInfoArguments;
  nwfilter_binding_lookup_by_port_dev: types.NwfilterBindingLookupByPortDevArguments;
  nwfilter_binding_get_xml_desc: types.NwfilterBindingGetXmlDescArguments;
  nwfilter_binding_create_xml: types.NwfilterBindingCreateXmlArguments;
  nwfilter_binding_delete: types.NwfilterBindingDeleteArguments;
  connect_list_all_nwfilter_bindings: types.ConnectListAllNwfilterBindingsArguments;
  domain_set_iothread_params: types.DomainSetIothreadParamsArguments;
  connect_get_storage_pool_capabilities: types.ConnectGetStoragePoolCapabilitiesArguments;
  network_list_all_ports: types.NetworkListAllPortsArguments;
  network_port_lookup_by_uuid: types.NetworkPortLookupByUuidArguments;
  network_port_create_xml: types.NetworkPortCreateXmlArguments;
  network_port_get_parameters: types.NetworkPortGetParametersArguments;
  network_port_set_parameters: types.NetworkPortSetParametersArguments;
  network_port_get_xml_desc: types.NetworkPortGetXmlDescArguments;
  network_port_delete: types.NetworkPortDeleteArguments;
  domain_checkpoint_create_xml: types.DomainCheckpointCreateXmlArguments;
  domain_checkpoint_get_xml_desc: types.DomainCheckpointGetXmlDescArguments;
  domain_list_all_checkpoints: types.DomainListAllCheckpointsArguments;
  domain_checkpoint_list_all_children: types.DomainCheckpointListAllChildrenArguments;
  domain_checkpoint_lookup_by_name: types.DomainCheckpointLookupByNameArguments;
  domain_checkpoint_get_parent: types.DomainCheckpointGetParentArguments;
  domain_checkpoint_delete: types.DomainCheckpointDeleteArguments;
  domain_get_guest_info: types.DomainGetGuestInfoArguments;
  connect_set_identity: types.ConnectSetIdentityArguments;
  domain_agent_set_response_timeout: types.DomainAgentSetResponseTimeoutArguments;
  domain_backup_begin: types.DomainBackupBeginArguments;
  domain_backup_get_xml_desc: types.DomainBackupGetXmlDescArguments;
  domain_authorized_ssh_keys_get: types.DomainAuthorizedSshKeysGetArguments;
  domain_authorized_ssh_keys_set: types.DomainAuthorizedSshKeysSetArguments;
  domain_get_messages: types.DomainGetMessagesArguments;
  domain_start_dirty_rate_calc: types.DomainStartDirtyRateCalcArguments;
  node_device_define_xml: types.NodeDeviceDefineXmlArguments;
  node_device_undefine: types.NodeDeviceUndefineArguments;
  node_device_create: types.NodeDeviceCreateArguments;
  nwfilter_define_xml_flags: types.NwfilterDefineXmlFlagsArguments;
  network_define_xml_flags: types.NetworkDefineXmlFlagsArguments;
  node_device_get_autostart: types.NodeDeviceGetAutostartArguments;
  node_device_set_autostart: types.NodeDeviceSetAutostartArguments;
  node_device_is_persistent: types.NodeDeviceIsPersistentArguments;
  node_device_is_active: types.NodeDeviceIsActiveArguments;
  network_create_xml_flags: types.NetworkCreateXmlFlagsArguments;
  domain_set_launch_security_state: types.DomainSetLaunchSecurityStateArguments;
  domain_save_params: types.DomainSaveParamsArguments;
  domain_restore_params: types.DomainRestoreParamsArguments;
  domain_abort_job_flags: types.DomainAbortJobFlagsArguments;
  domain_fd_associate: types.DomainFdAssociateArguments;
  qemu_domain_monitor_command: types.QemuDomainMonitorCommandArguments;
  qemu_domain_attach: types.QemuDomainAttachArguments;
  qemu_domain_agent_command: types.QemuDomainAgentCommandArguments;
  qemu_connect_domain_monitor_event_register: types.QemuConnectDomainMonitorEventRegisterArguments;
  qemu_connect_domain_monitor_event_deregister: types.QemuConnectDomainMonitorEventDeregisterArguments;
  qemu_domain_monitor_command_with_files: types.QemuDomainMonitorCommandWithFilesArguments;
}

/** What each procedure answers; undefined where it answers nothing. */
export interface ProcedureResult {
  connect_open: undefined;
  connect_close: undefined;
  connect_get_type: types.ConnectGetTypeResult;
  connect_get_version: types.ConnectGetVersionResult;
  connect_get_max_vcpus: types.ConnectGetMaxVcpusResult;
  node_get_info: types.NodeGetInfoResult;
  connect_get_capabilities: types.ConnectGetCapabilitiesResult;
  domain_attach_device: undefined;
  domain_create: undefined;
  domain_create_xml: types.DomainCreateXmlResult;
  domain_define_xml: types.DomainDefineXmlResult;
  domain_destroy: undefined;
  domain_detach_device: undefined;
  domain_get_xml_desc: types.DomainGetXmlDescResult;
  domain_get_autostart: types.DomainGetAutostartResult;
  domain_get_info: types.DomainGetInfoResult;
  domain_get_max_memory: types.DomainGetMaxMemoryResult;
  domain_get_max_vcpus: types.DomainGetMaxVcpusResult;
  domain_get_os_type: types.DomainGetOsTypeResult;
  domain_get_vcpus: types.DomainGetVcpusResult;
  connect_list_defined_domains: types.ConnectListDefinedDomainsResult;
  domain_lookup_by_id: types.DomainLookupByIdResult;
  domain_lookup_by_name: types.DomainLookupByNameResult;
  domain_lookup_by_uuid: types.DomainLookupByUuidResult;
  connect_num_of_defined_domains: types.ConnectNumOfDefinedDomainsResult;
  domain_pin_vcpu: undefined;
  domain_reboot: undefined;
  domain_resume: undefined;
  domain_set_autostart: undefined;
  domain_set_max_memory: undefined;
  domain_set_memory: undefined;
  domain_set_vcpus: undefined;
  domain_shutdown: undefined;
  domain_suspend: undefined;
  domain_undefine: undefined;
  connect_list_defined_networks: types.ConnectListDefinedNetworksResult;
  connect_list_domains: types.ConnectListDomainsResult;
  connect_list_networks: types.ConnectListNetworksResult;
  network_create: undefined;
  network_create_xml: types.NetworkCreateXmlResult;
  network_define_xml: types.NetworkDefineXmlResult;
  network_destroy: undefined;
  network_get_xml_desc: types.NetworkGetXmlDescResult;
  network_get_autostart: types.NetworkGetAutostartResult;
  network_get_bridge_name: types.NetworkGetBridgeNameResult;
  network_lookup_by_name: types.NetworkLookupByNameResult;
  network_lookup_by_uuid: types.NetworkLookupByUuidResult;
  network_set_autostart: undefined;
  network_undefine: undefined;
  connect_num_of_defined_networks: types.ConnectNumOfDefinedNetworksResult;
  connect_num_of_domains: types.ConnectNumOfDomainsResult;
  connect_num_of_networks: types.ConnectNumOfNetworksResult;
  domain_core_dump: undefined;
  domain_restore: undefined;
  domain_save: undefined;
  domain_get_scheduler_type: types.DomainGetSchedulerTypeResult;
  domain_get_scheduler_parameters: types.DomainGetSchedulerParametersResult;
  domain_set_scheduler_parameters: undefined;
  connect_get_hostname: types.ConnectGetHostnameResult;
  connect_supports_feature: types.ConnectSupportsFeatureResult;
  domain_migrate_prepare: types.DomainMigratePrepareResult;
  domain_migrate_perform: undefined;
  domain_migrate_finish: types.DomainMigrateFinishResult;
  domain_block_stats: types.DomainBlockStatsResult;
  domain_interface_stats: types.DomainInterfaceStatsResult;
  auth_list: types.AuthListResult;
  auth_sasl_init: types.AuthSaslInitResult;
  auth_sasl_start: types.AuthSaslStartResult;
  auth_sasl_step: types.AuthSaslStepResult;
  auth_polkit: types.AuthPolkitResult;
  connect_num_of_storage_pools: types.ConnectNumOfStoragePoolsResult;
  connect_list_storage_pools: types.ConnectListStoragePoolsResult;
  connect_num_of_defined_storage_pools: types.ConnectNumOfDefinedStoragePoolsResult;
  connect_list_defined_storage_pools: types.ConnectListDefinedStoragePoolsResult;
  connect_find_storage_pool_sources: types.ConnectFindStoragePoolSourcesResult;
  storage_pool_create_xml: types.StoragePoolCreateXmlResult;
  storage_pool_define_xml: types.StoragePoolDefineXmlResult;
  storage_pool_create: undefined;
  storage_pool_build: undefined;
  storage_pool_destroy: undefined;
  storage_pool_delete: undefined;
  storage_pool_undefine: undefined;
  storage_pool_refresh: undefined;
  storage_pool_lookup_by_name: types.StoragePoolLookupByNameResult;
  storage_pool_lookup_by_uuid: types.StoragePoolLookupByUuidResult;
  storage_pool_lookup_by_volume: types.StoragePoolLookupByVolumeResult;
  storage_pool_get_info: types.StoragePoolGetInfoResult;
  storage_pool_get_xml_desc: types.StoragePoolGetXmlDescResult;
  storage_pool_get_autostart: types.StoragePoolGetAutostartResult;
  storage_pool_set_autostart: undefined;
  storage_pool_num_of_volumes: types.StoragePoolNumOfVolumesResult;
  storage_pool_list_volumes: types.StoragePoolListVolumesResult;
  storage_vol_create_xml: types.StorageVolCreateXmlResult;
  storage_vol_delete: undefined;
  storage_vol_lookup_by_name: types.StorageVolLookupByNameResult;
  storage_vol_lookup_by_key: types.StorageVolLookupByKeyResult;
  storage_vol_lookup_by_path: types.StorageVolLookupByPathResult;
  storage_vol_get_info: types.StorageVolGetInfoResult;
  storage_vol_get_xml_desc: types.StorageVolGetXmlDescResult;
  storage_vol_get_path: types.StorageVolGetPathResult;
  node_get_cells_free_memory: types.NodeGetCellsFreeMemoryResult;
  node_get_free_memory: types.NodeGetFreeMemoryResult;
  domain_block_peek: types.DomainBlockPeekResult;
  domain_memory_peek: types.DomainMemoryPeekResult;
  connect_domain_event_register: types.ConnectDomainEventRegisterResult;
  connect_domain_event_deregister: types.ConnectDomainEventDeregisterResult;
  domain_migrate_prepare2: types.DomainMigratePrepare2Result;
  domain_migrate_finish2: types.DomainMigrateFinish2Result;
  connect_get_uri: types.ConnectGetUriResult;
  node_num_of_devices: types.NodeNumOfDevicesResult;
  node_list_devices: types.NodeListDevicesResult;
  node_device_lookup_by_name: types.NodeDeviceLookupByNameResult;
  node_device_get_xml_desc: types.NodeDeviceGetXmlDescResult;
  node_device_get_parent: types.NodeDeviceGetParentResult;
  node_device_num_of_caps: types.NodeDeviceNumOfCapsResult;
  node_device_list_caps: types.NodeDeviceListCapsResult;
  node_device_dettach: undefined;
  node_device_re_attach: undefined;
  node_device_reset: undefined;
  domain_get_security_label: types.DomainGetSecurityLabelResult;
  node_get_security_model: types.NodeGetSecurityModelResult;
  node_device_create_xml: types.NodeDeviceCreateXmlResult;
  node_device_destroy: undefined;
  storage_vol_create_xml_from: types.StorageVolCreateXmlFromResult;
  connect_num_of_interfaces: types.ConnectNumOfInterfacesResult;
  connect_list_interfaces: types.ConnectListInterfacesResult;
  interface_lookup_by_name: types.InterfaceLookupByNameResult;
  interface_lookup_by_mac_string: types.InterfaceLookupByMacStringResult;
  interface_get_xml_desc: types.InterfaceGetXmlDescResult;
  interface_define_xml: types.InterfaceDefineXmlResult;
  interface_undefine: undefined;
  interface_create: undefined;
  interface_destroy: undefined;
  connect_domain_xml_from_native: types.ConnectDomainXmlFromNativeResult;
  connect_domain_xml_to_native: types.ConnectDomainXmlToNativeResult;
  connect_num_of_defined_interfaces: types.ConnectNumOfDefinedInterfacesResult;
  connect_list_defined_interfaces: types.ConnectListDefinedInterfacesResult;
  connect_num_of_secrets: types.ConnectNumOfSecretsResult;
  connect_list_secrets: types.ConnectListSecretsResult;
  secret_lookup_by_uuid: types.SecretLookupByUuidResult;
  secret_define_xml: types.SecretDefineXmlResult;
  secret_get_xml_desc: types.SecretGetXmlDescResult;
  secret_set_value: undefined;
  secret_get_value: types.SecretGetValueResult;
  secret_undefine: undefined;
  secret_lookup_by_usage: types.SecretLookupByUsageResult;
  domain_migrate_prepare_tunnel: undefined;
  connect_is_secure: types.ConnectIsSecureResult;
  domain_is_active: types.DomainIsActiveResult;
  domain_is_persistent: types.DomainIsPersistentResult;
  network_is_active: types.NetworkIsActiveResult;
  network_is_persistent: types.NetworkIsPersistentResult;
  storage_pool_is_active: types.StoragePoolIsActiveResult;
  storage_pool_is_persistent: types.StoragePoolIsPersistentResult;
  interface_is_active: types.InterfaceIsActiveResult;
  connect_get_lib_version: types.ConnectGetLibVersionResult;
  connect_compare_cpu: types.ConnectCompareCpuResult;
  domain_memory_stats: types.DomainMemoryStatsResult;
  domain_attach_device_flags: undefined;
  domain_detach_device_flags: undefined;
  connect_baseline_cpu: types.ConnectBaselineCpuResult;
  domain_get_job_info: types.DomainGetJobInfoResult;
  domain_abort_job: undefined;
  storage_vol_wipe: undefined;
  domain_migrate_set_max_downtime: undefined;
  connect_domain_event_register_any: undefined;
  connect_domain_event_deregister_any: undefined;
  domain_update_device_flags: undefined;
  nwfilter_lookup_by_name: types.NwfilterLookupByNameResult;
  nwfilter_lookup_by_uuid: types.NwfilterLookupByUuidResult;
  nwfilter_get_xml_desc: types.NwfilterGetXmlDescResult;
  connect_num_of_nwfilters: types.ConnectNumOfNwfiltersResult;
  connect_list_nwfilters: types.ConnectListNwfiltersResult;
  nwfilter_define_xml: types.NwfilterDefineXmlResult;
  nwfilter_undefine: undefined;
  domain_managed_save: undefined;
  domain_has_managed_save_image: types.DomainHasManagedSaveImageResult;
  domain_managed_save_remove: undefined;
  domain_snapshot_create_xml: types.DomainSnapshotCreateXmlResult;
  domain_snapshot_get_xml_desc: types.DomainSnapshotGetXmlDescResult;
  domain_snapshot_num: types.DomainSnapshotNumResult;
  domain_snapshot_list_names: types.DomainSnapshotListNamesResult;
  domain_snapshot_lookup_by_name: types.DomainSnapshotLookupByNameResult;
  domain_has_current_snapshot: types.DomainHasCurrentSnapshotResult;
  domain_snapshot_current: types.DomainSnapshotCurrentResult;
  domain_revert_to_snapshot: undefined;
  domain_snapshot_delete: undefined;
  domain_get_block_info: types.DomainGetBlockInfoResult;
  domain_create_with_flags: types.DomainCreateWithFlagsResult;
  domain_set_memory_parameters: undefined;
  domain_get_memory_parameters: types.DomainGetMemoryParametersResult;
  domain_set_vcpus_flags: undefined;
  domain_get_vcpus_flags: types.DomainGetVcpusFlagsResult;
  domain_open_console: undefined;
  domain_is_updated: types.DomainIsUpdatedResult;
  connect_get_sysinfo: types.ConnectGetSysinfoResult;
  domain_set_memory_flags: undefined;
  domain_set_blkio_parameters: undefined;
  domain_get_blkio_parameters: types.DomainGetBlkioParametersResult;
  domain_migrate_set_max_speed: undefined;
  storage_vol_upload: undefined;
  storage_vol_download: undefined;
  domain_inject_nmi: undefined;
  domain_screenshot: types.DomainScreenshotResult;
  domain_get_state: types.DomainGetStateResult;
  domain_migrate_begin3: types.DomainMigrateBegin3Result;
  domain_migrate_prepare3: types.DomainMigratePrepare3Result;
  domain_migrate_prepare_tunnel3: types.DomainMigratePrepareTunnel3Result;
  domain_migrate_perform3: types.DomainMigratePerform3Result;
  domain_migrate_finish3: types.DomainMigrateFinish3Result;
  domain_migrate_confirm3: undefined;
  domain_set_scheduler_parameters_flags: undefined;
  interface_change_begin: undefined;
  interface_change_commit: undefined;
  interface_change_rollback: undefined;
  domain_get_scheduler_parameters_flags: types.DomainGetSchedulerParametersFlagsResult;
  domain_pin_vcpu_flags: undefined;
  domain_send_key: undefined;
  node_get_cpu_stats: types.NodeGetCpuStatsResult;
  node_get_memory_stats: types.NodeGetMemoryStatsResult;
  domain_get_control_info: types.DomainGetControlInfoResult;
  domain_get_vcpu_pin_info: types.DomainGetVcpuPinInfoResult;
  domain_undefine_flags: undefined;
  domain_save_flags: undefined;
  domain_restore_flags: undefined;
  domain_destroy_flags: undefined;
  domain_save_image_get_xml_desc: types.DomainSaveImageGetXmlDescResult;
  domain_save_image_define_xml: undefined;
  domain_block_job_abort: undefined;
  domain_get_block_job_info: types.DomainGetBlockJobInfoResult;
  domain_block_job_set_speed: undefined;
  domain_block_pull: undefined;
  domain_migrate_get_max_speed: types.DomainMigrateGetMaxSpeedResult;
  domain_block_stats_flags: types.DomainBlockStatsFlagsResult;
  domain_snapshot_get_parent: types.DomainSnapshotGetParentResult;
  domain_reset: undefined;
  domain_snapshot_num_children: types.DomainSnapshotNumChildrenResult;
  domain_snapshot_list_children_names: types.DomainSnapshotListChildrenNamesResult;
  domain_open_graphics: undefined;
  node_suspend_for_duration: undefined;
  domain_block_resize: undefined;
  domain_set_block_io_tune: undefined;
  domain_get_block_io_tune: types.DomainGetBlockIoTuneResult;
  domain_set_numa_parameters: undefined;
  domain_get_numa_parameters: types.DomainGetNumaParametersResult;
  domain_set_interface_parameters: undefined;
  domain_get_interface_parameters: types.DomainGetInterfaceParametersResult;
  domain_shutdown_flags: undefined;
  storage_vol_wipe_pattern: undefined;
  storage_vol_resize: undefined;
  domain_pm_suspend_for_duration: undefined;
  domain_get_cpu_stats: types.DomainGetCpuStatsResult;
  domain_get_disk_errors: types.DomainGetDiskErrorsResult;
  domain_set_metadata: undefined;
  domain_get_metadata: types.DomainGetMetadataResult;
  domain_block_rebase: undefined;
  domain_pm_wakeup: undefined;
  domain_snapshot_is_current: types.DomainSnapshotIsCurrentResult;
  domain_snapshot_has_metadata: types.DomainSnapshotHasMetadataResult;
  connect_list_all_domains: types.ConnectListAllDomainsResult;
  domain_list_all_snapshots: types.DomainListAllSnapshotsResult;
  domain_snapshot_list_all_children: types.DomainSnapshotListAllChildrenResult;
  domain_get_hostname: types.DomainGetHostnameResult;
  domain_get_security_label_list: types.DomainGetSecurityLabelListResult;
  domain_pin_emulator: undefined;
  domain_get_emulator_pin_info: types.DomainGetEmulatorPinInfoResult;
  connect_list_all_storage_pools: types.ConnectListAllStoragePoolsResult;
  storage_pool_list_all_volumes: types.StoragePoolListAllVolumesResult;
  connect_list_all_networks: types.ConnectListAllNetworksResult;
  connect_list_all_interfaces: types.ConnectListAllInterfacesResult;
  connect_list_all_node_devices: types.ConnectListAllNodeDevicesResult;
  connect_list_all_nwfilters: types.ConnectListAllNwfiltersResult;
  connect_list_all_secrets: types.ConnectListAllSecretsResult;
  node_set_memory_parameters: undefined;
  node_get_memory_parameters: types.NodeGetMemoryParametersResult;
  domain_block_commit: undefined;
  network_update: undefined;
  node_get_cpu_map: types.NodeGetCpuMapResult;
  domain_fstrim: undefined;
  domain_send_process_signal: undefined;
  domain_open_channel: undefined;
  node_device_lookup_scsi_host_by_wwn: types.NodeDeviceLookupScsiHostByWwnResult;
  domain_get_job_stats: types.DomainGetJobStatsResult;
  domain_migrate_get_compression_cache: types.DomainMigrateGetCompressionCacheResult;
  domain_migrate_set_compression_cache: undefined;
  node_device_detach_flags: undefined;
  domain_migrate_begin3_params: types.DomainMigrateBegin3ParamsResult;
  domain_migrate_prepare3_params: types.DomainMigratePrepare3ParamsResult;
  domain_migrate_prepare_tunnel3_params: types.DomainMigratePrepareTunnel3ParamsResult;
  domain_migrate_perform3_params: types.DomainMigratePerform3ParamsResult;
  domain_migrate_finish3_params: types.DomainMigrateFinish3ParamsResult;
  domain_migrate_confirm3_params: undefined;
  domain_set_memory_stats_period: undefined;
  domain_create_xml_with_files: types.DomainCreateXmlWithFilesResult;
  domain_create_with_files: types.DomainCreateWithFilesResult;
  connect_get_cpu_model_names: types.ConnectGetCpuModelNamesResult;
  connect_network_event_register_any: types.ConnectNetworkEventRegisterAnyResult;
  connect_network_event_deregister_any: undefined;
  connect_domain_event_callback_register_any: types.ConnectDomainEventCallbackRegisterAnyResult;
  connect_domain_event_callback_deregister_any: undefined;
  domain_core_dump_with_format: undefined;
  domain_fsfreeze: types.DomainFsfreezeResult;
  domain_fsthaw: types.DomainFsthawResult;
  domain_get_time: types.DomainGetTimeResult;
  domain_set_time: undefined;
  node_get_free_pages: types.NodeGetFreePagesResult;
  network_get_dhcp_leases: types.NetworkGetDhcpLeasesResult;
  connect_get_domain_capabilities: types.ConnectGetDomainCapabilitiesResult;
  domain_open_graphics_fd: undefined;
  connect_get_all_domain_stats: types.ConnectGetAllDomainStatsResult;
  domain_block_copy: undefined;
  node_alloc_pages: types.NodeAllocPagesResult;
  domain_get_fsinfo: types.DomainGetFsinfoResult;
  domain_define_xml_flags: types.DomainDefineXmlFlagsResult;
  domain_get_iothread_info: types.DomainGetIothreadInfoResult;
  domain_pin_iothread: undefined;
  domain_interface_addresses: types.DomainInterfaceAddressesResult;
  domain_add_iothread: undefined;
  domain_del_iothread: undefined;
  domain_set_user_password: undefined;
  domain_rename: types.DomainRenameResult;
  connect_register_close_callback: undefined;
  connect_unregister_close_callback: undefined;
  domain_migrate_start_post_copy: undefined;
  domain_get_perf_events: types.DomainGetPerfEventsResult;
  domain_set_perf_events: undefined;
  connect_storage_pool_event_register_any: types.ConnectStoragePoolEventRegisterAnyResult;
  connect_storage_pool_event_deregister_any: undefined;
  domain_get_guest_vcpus: types.DomainGetGuestVcpusResult;
  domain_set_guest_vcpus: undefined;
  connect_node_device_event_register_any: types.ConnectNodeDeviceEventRegisterAnyResult;
  connect_node_device_event_deregister_any: undefined;
  storage_vol_get_info_flags: types.StorageVolGetInfoFlagsResult;
  connect_secret_event_register_any: types.ConnectSecretEventRegisterAnyResult;
  connect_secret_event_deregister_any: undefined;
  domain_set_vcpu: undefined;
  domain_set_block_threshold: undefined;
  domain_migrate_get_max_downtime: types.DomainMigrateGetMaxDowntimeResult;
  domain_managed_save_get_xml_desc: types.DomainManagedSaveGetXmlDescResult;
  domain_managed_save_define_xml: undefined;
  domain_set_lifecycle_action: undefined;
  storage_pool_lookup_by_target_path: types.StoragePoolLookupByTargetPathResult;
  domain_detach_device_alias: undefined;
  connect_compare_hypervisor_cpu: types.ConnectCompareHypervisorCpuResult;
  connect_baseline_hypervisor_cpu: types.ConnectBaselineHypervisorCpuResult;
  node_get_sev_info: types.NodeGetSevInfoResult;
  domain_get_launch_security_info: types.DomainGetLaunchSecurityInfoResult;
  nwfilter_binding_lookup_by_port_dev: types.NwfilterBindingLookupByPortDevResult;
  nwfilter_binding_get_xml_desc: types.NwfilterBindingGetXmlDescResult;
  nwfilter_binding_create_xml: types.NwfilterBindingCreateXmlResult;
  nwfilter_binding_delete: undefined;
  connect_list_all_nwfilter_bindings: types.ConnectListAllNwfilterBindingsResult;
  domain_set_iothread_params: undefined;
  connect_get_storage_pool_capabilities: types.ConnectGetStoragePoolCapabilitiesResult;
  network_list_all_ports: types.NetworkListAllPortsResult;
  network_port_lookup_by_uuid: types.NetworkPortLookupByUuidResult;
  network_port_create_xml: types.NetworkPortCreateXmlResult;
  network_port_get_parameters: types.NetworkPortGetParametersResult;
  network_port_set_parameters: undefined;
  network_port_get_xml_desc: types.NetworkPortGetXmlDescResult;
  network_port_delete: undefined;
  domain_checkpoint_create_xml: types.DomainCheckpointCreateXmlResult;
  domain_checkpoint_get_xml_desc: types.DomainCheckpointGetXmlDescResult;
  domain_list_all_checkpoints: types.DomainListAllCheckpointsResult;
  domain_checkpoint_list_all_children: types.DomainCheckpointListAllChildrenResult;
  domain_checkpoint_lookup_by_name: types.DomainCheckpointLookupByNameResult;
  domain_checkpoint_get_parent: types.DomainCheckpointGetParentResult;
  domain_checkpoint_delete: undefined;
  domain_get_guest_info: types.DomainGetGuestInfoResult;
  connect_set_identity: undefined;
  domain_agent_set_response_timeout: types.DomainAgentSetResponseTimeoutResult;
  domain_backup_begin: undefined;
  domain_backup_get_xml_desc: types.DomainBackupGetXmlDescResult;
  domain_authorized_ssh_keys_get: types.DomainAuthorizedSshKeysGetResult;
  domain_authorized_ssh_keys_set: undefined;
  domain_get_messages: types.DomainGetMessagesResult;
  domain_start_dirty_rate_calc: undefined;
  node_device_define_xml: types.NodeDeviceDefineXmlResult;
  node_device_undefine: undefined;
  node_device_create: undefined;
  nwfilter_define_xml_flags: types.NwfilterDefineXmlFlagsResult;
  network_define_xml_flags: types.NetworkDefineXmlFlagsResult;
  node_device_get_autostart: types.NodeDeviceGetAutostartResult;
  node_device_set_autostart: undefined;
  node_device_is_persistent: types.NodeDeviceIsPersistentResult;
  node_device_is_active: types.NodeDeviceIsActiveResult;
  network_create_xml_flags: types.NetworkCreateXmlFlagsResult;
  domain_set_launch_security_state: undefined;
  domain_save_params: undefined;
  domain_restore_params: undefined;
  domain_abort_job_flags: undefined;
  domain_fd_associate: undefined;
  qemu_domain_monitor_command: types.QemuDomainMonitorCommandResult;
  qemu_domain_attach: types.QemuDomainAttachResult;
  qemu_domain_agent_command: types.QemuDomainAgentCommandResult;
  qemu_connect_domain_monitor_event_register: types.QemuConnectDomainMonitorEventRegisterResult;
  qemu_connect_domain_monitor_event_deregister: undefined;
  qemu_domain_monitor_command_with_files: types.QemuDomainMonitorCommandWithFilesResult;
}

/** Procedures that open a stream. */
export type StreamProcedureName =
  | "domain_migrate_prepare_tunnel"
  | "domain_open_console"
  | "storage_vol_upload"
  | "storage_vol_download"
  | "domain_screenshot"
  | "domain_migrate_prepare_tunnel3"
  | "domain_open_channel";

/** Procedures that are an ordinary call. */
export type ProcedureName = Exclude<keyof ProcedureArguments, StreamProcedureName>;

export const procedures: { readonly [P in keyof ProcedureArguments]: Procedure<ProcedureArguments[P], ProcedureResult[P]> } = {
  connect_open: { program: programs.REMOTE, number: 1, write: codecs.writeConnectOpenArguments, read: readNothing },
  connect_close: { program: programs.REMOTE, number: 2, write: writeNothing, read: readNothing },
  connect_get_type: { program: programs.REMOTE, number: 3, write: writeNothing, read: codecs.readConnectGetTypeResult },
  connect_get_version: { program: programs.REMOTE, number: 4, write: writeNothing, read: codecs.readConnectGetVersionResult },
  connect_get_max_vcpus: { program: programs.REMOTE, number: 5, write: codecs.writeConnectGetMaxVcpusArguments, read: codecs.readConnectGetMaxVcpusResult },
  node_get_info: { program: programs.REMOTE, number: 6, write: writeNothing, read: codecs.readNodeGetInfoResult },
  connect_get_capabilities: { program: programs.REMOTE, number: 7, write: writeNothing, read: codecs.readConnectGetCapabilitiesResult },
  domain_attach_device: { program: programs.REMOTE, number: 8, write: codecs.writeDomainAttachDeviceArguments, read: readNothing },
  domain_create: { program: programs.REMOTE, number: 9, write: codecs.writeDomainCreateArguments, read: readNothing },
  domain_create_xml: { program: programs.REMOTE, number: 10, write: codecs.writeDomainCreateXmlArguments, read: codecs.readDomainCreateXmlResult },
  domain_define_xml: { program: programs.REMOTE, number: 11, write: codecs.writeDomainDefineXmlArguments, read: codecs.readDomainDefineXmlResult },
  domain_destroy: { program: programs.REMOTE, number: 12, write: codecs.writeDomainDestroyArguments, read: readNothing },
  domain_detach_device: { program: programs.REMOTE, number: 13, write: codecs.writeDomainDetachDeviceArguments, read: readNothing },
  domain_get_xml_desc: { program: programs.REMOTE, number: 14, write: codecs.writeDomainGetXmlDescArguments, read: codecs.readDomainGetXmlDescResult },
  domain_get_autostart: { program: programs.REMOTE, number: 15, write: codecs.writeDomainGetAutostartArguments, read: codecs.readDomainGetAutostartResult },
  domain_get_info: { program: programs.REMOTE, number: 16, write: codecs.writeDomainGetInfoArguments, read: codecs.readDomainGetInfoResult },
  domain_get_max_memory: { program: programs.REMOTE, number: 17, write: codecs.writeDomainGetMaxMemoryArguments, read: codecs.readDomainGetMaxMemoryResult },
  domain_get_max_vcpus: { program: programs.REMOTE, number: 18, write: codecs.writeDomainGetMaxVcpusArguments, read: codecs.readDomainGetMaxVcpusResult },
  domain_get_os_type: { program: programs.REMOTE, number: 19, write: codecs.writeDomainGetOsTypeArguments, read: codecs.readDomainGetOsTypeResult },
  domain_get_vcpus: { program: programs.REMOTE, number: 20, write: codecs.writeDomainGetVcpusArguments, read: codecs.readDomainGetVcpusResult },
  connect_list_defined_domains: { program: programs.REMOTE, number: 21, write: codecs.writeConnectListDefinedDomainsArguments, read: codecs.readConnectListDefinedDomainsResult },
  domain_lookup_by_id: { program: programs.REMOTE, number: 22, write: codecs.writeDomainLookupByIdArguments, read: codecs.readDomainLookupByIdResult },
  domain_lookup_by_name: { program: programs.REMOTE, number: 23, write: codecs.writeDomainLookupByNameArguments, read: codecs.readDomainLookupByNameResult },
  domain_lookup_by_uuid: { program: programs.REMOTE, number: 24, write: codecs.writeDomainLookupByUuidArguments, read: codecs.readDomainLookupByUuidResult },
  connect_num_of_defined_domains: { program: programs.REMOTE, number: 25, write: writeNothing, read: codecs.readConnectNumOfDefinedDomainsResult },
  domain_pin_vcpu: { program: programs.REMOTE, number: 26, write: codecs.writeDomainPinVcpuArguments, read: readNothing },
  domain_reboot: { program: programs.REMOTE, number: 27, write: codecs.writeDomainRebootArguments, read: readNothing },
  domain_resume: { program: programs.REMOTE, number: 28, write: codecs.writeDomainResumeArguments, read: readNothing },
  domain_set_autostart: { program: programs.REMOTE, number: 29, write: codecs.writeDomainSetAutostartArguments, read: readNothing },
  domain_set_max_memory: { program: programs.REMOTE, number: 30, write: codecs.writeDomainSetMaxMemoryArguments, read: readNothing },
  domain_set_memory: { program: programs.REMOTE, number: 31, write: codecs.writeDomainSetMemoryArguments, read: readNothing },
  domain_set_vcpus: { program: programs.REMOTE, number: 32, write: codecs.writeDomainSetVcpusArguments, read: readNothing },
  domain_shutdown: { program: programs.REMOTE, number: 33, write: codecs.writeDomainShutdownArguments, read: readNothing },
  domain_suspend: { program: programs.REMOTE, number: 34, write: codecs.writeDomainSuspendArguments, read: readNothing },
  domain_undefine: { program: programs.REMOTE, number: 35, write: codecs.writeDomainUndefineArguments, read: readNothing },
  connect_list_defined_networks: { program: programs.REMOTE, number: 36, write: codecs.writeConnectListDefinedNetworksArguments, read: codecs.readConnectListDefinedNetworksResult },
  connect_list_domains: { program: programs.REMOTE, number: 37, write: codecs.writeConnectListDomainsArguments, read: codecs.readConnectListDomainsResult },
  connect_list_networks: { program: programs.REMOTE, number: 38, write: codecs.writeConnectListNetworksArguments, read: codecs.readConnectListNetworksResult },
  network_create: { program: programs.REMOTE, number: 39, write: codecs.writeNetworkCreateArguments, read: readNothing },
  network_create_xml: { program: programs.REMOTE, number: 40, write: codecs.writeNetworkCreateXmlArguments, read: codecs.readNetworkCreateXmlResult },
  network_define_xml: { program: programs.REMOTE, number: 41, write: codecs.writeNetworkDefineXmlArguments, read: codecs.readNetworkDefineXmlResult },
  network_destroy: { program: programs.REMOTE, number: 42, write: codecs.writeNetworkDestroyArguments, read: readNothing },
  network_get_xml_desc: { program: programs.REMOTE, number: 43, write: codecs.writeNetworkGetXmlDescArguments, read: codecs.readNetworkGetXmlDescResult },
  network_get_autostart: { program: programs.REMOTE, number: 44, write: codecs.writeNetworkGetAutostartArguments, read: codecs.readNetworkGetAutostartResult },
  network_get_bridge_name: { program: programs.REMOTE, number: 45, write: codecs.writeNetworkGetBridgeNameArguments, read: codecs.readNetworkGetBridgeNameResult },
  network_lookup_by_name: { program: programs.REMOTE, number: 46, write: codecs.writeNetworkLookupByNameArguments, read: codecs.readNetworkLookupByNameResult },
  network_lookup_by_uuid: { program: programs.REMOTE, number: 47, write: codecs.writeNetworkLookupByUuidArguments, read: codecs.readNetworkLookupByUuidResult },
  network_set_autostart: { program: programs.REMOTE, number: 48, write: codecs.writeNetworkSetAutostartArguments, read: readNothing },
  network_undefine: { program: programs.REMOTE, number: 49, write: codecs.writeNetworkUndefineArguments, read: readNothing },
  connect_num_of_defined_networks: { program: programs.REMOTE, number: 50, write: writeNothing, read: codecs.readConnectNumOfDefinedNetworksResult },
  connect_num_of_domains: { program: programs.REMOTE, number: 51, write: writeNothing, read: codecs.readConnectNumOfDomainsResult },
  connect_num_of_networks: { program: programs.REMOTE, number: 52, write: writeNothing, read: codecs.readConnectNumOfNetworksResult },
  domain_core_dump: { program: programs.REMOTE, number: 53, write: codecs.writeDomainCoreDumpArguments, read: readNothing },
  domain_restore: { program: programs.REMOTE, number: 54, write: codecs.writeDomainRestoreArguments, read: readNothing },
  domain_save: { program: programs.REMOTE, number: 55, write: codecs.writeDomainSaveArguments, read: readNothing },
  domain_get_scheduler_type: { program: programs.REMOTE, number: 56, write: codecs.writeDomainGetSchedulerTypeArguments, read: codecs.readDomainGetSchedulerTypeResult },
  domain_get_scheduler_parameters: { program: programs.REMOTE, number: 57, write: codecs.writeDomainGetSchedulerParametersArguments, read: codecs.readDomainGetSchedulerParametersResult },
  domain_set_scheduler_parameters: { program: programs.REMOTE, number: 58, write: codecs.writeDomainSetSchedulerParametersArguments, read: readNothing },
  connect_get_hostname: { program: programs.REMOTE, number: 59, write: writeNothing, read: codecs.readConnectGetHostnameResult },
  connect_supports_feature: { program: programs.REMOTE, number: 60, write: codecs.writeConnectSupportsFeatureArguments, read: codecs.readConnectSupportsFeatureResult },
  domain_migrate_prepare: { program: programs.REMOTE, number: 61, write: codecs.writeDomainMigratePrepareArguments, read: codecs.readDomainMigratePrepareResult },
  domain_migrate_perform: { program: programs.REMOTE, number: 62, write: codecs.writeDomainMigratePerformArguments, read: readNothing },
  domain_migrate_finish: { program: programs.REMOTE, number: 63, write: codecs.writeDomainMigrateFinishArguments, read: codecs.readDomainMigrateFinishResult },
  domain_block_stats: { program: programs.REMOTE, number: 64, write: codecs.writeDomainBlockStatsArguments, read: codecs.readDomainBlockStatsResult },
  domain_interface_stats: { program: programs.REMOTE, number: 65, write: codecs.writeDomainInterfaceStatsArguments, read: codecs.readDomainInterfaceStatsResult },
  auth_list: { program: programs.REMOTE, number: 66, write: writeNothing, read: codecs.readAuthListResult },
  auth_sasl_init: { program: programs.REMOTE, number: 67, write: writeNothing, read: codecs.readAuthSaslInitResult },
  auth_sasl_start: { program: programs.REMOTE, number: 68, write: codecs.writeAuthSaslStartArguments, read: codecs.readAuthSaslStartResult },
  auth_sasl_step: { program: programs.REMOTE, number: 69, write: codecs.writeAuthSaslStepArguments, read: codecs.readAuthSaslStepResult },
  auth_polkit: { program: programs.REMOTE, number: 70, write: writeNothing, read: codecs.readAuthPolkitResult },
  connect_num_of_storage_pools: { program: programs.REMOTE, number: 71, write: writeNothing, read: codecs.readConnectNumOfStoragePoolsResult },
  connect_list_storage_pools: { program: programs.REMOTE, number: 72, write: codecs.writeConnectListStoragePoolsArguments, read: codecs.readConnectListStoragePoolsResult },
  connect_num_of_defined_storage_pools: { program: programs.REMOTE, number: 73, write: writeNothing, read: codecs.readConnectNumOfDefinedStoragePoolsResult },
  connect_list_defined_storage_pools: { program: programs.REMOTE, number: 74, write: codecs.writeConnectListDefinedStoragePoolsArguments, read: codecs.readConnectListDefinedStoragePoolsResult },
  connect_find_storage_pool_sources: { program: programs.REMOTE, number: 75, write: codecs.writeConnectFindStoragePoolSourcesArguments, read: codecs.readConnectFindStoragePoolSourcesResult },
  storage_pool_create_xml: { program: programs.REMOTE, number: 76, write: codecs.writeStoragePoolCreateXmlArguments, read: codecs.readStoragePoolCreateXmlResult },
  storage_pool_define_xml: { program: programs.REMOTE, number: 77, write: codecs.writeStoragePoolDefineXmlArguments, read: codecs.readStoragePoolDefineXmlResult },
  storage_pool_create: { program: programs.REMOTE, number: 78, write: codecs.writeStoragePoolCreateArguments, read: readNothing },
  storage_pool_build: { program: programs.REMOTE, number: 79, write: codecs.writeStoragePoolBuildArguments, read: readNothing },
  storage_pool_destroy: { program: programs.REMOTE, number: 80, write: codecs.writeStoragePoolDestroyArguments, read: readNothing },
  storage_pool_delete: { program: programs.REMOTE, number: 81, write: codecs.writeStoragePoolDeleteArguments, read: readNothing },
  storage_pool_undefine: { program: programs.REMOTE, number: 82, write: codecs.writeStoragePoolUndefineArguments, read: readNothing },
  storage_pool_refresh: { program: programs.REMOTE, number: 83, write: codecs.writeStoragePoolRefreshArguments, read: readNothing },
  storage_pool_lookup_by_name: { program: programs.REMOTE, number: 84, write: codecs.writeStoragePoolLookupByNameArguments, read: codecs.readStoragePoolLookupByNameResult },
  storage_pool_lookup_by_uuid: { program: programs.REMOTE, number: 85, write: codecs.writeStoragePoolLookupByUuidArguments, read: codecs.readStoragePoolLookupByUuidResult },
  storage_pool_lookup_by_volume: { program: programs.REMOTE, number: 86, write: codecs.writeStoragePoolLookupByVolumeArguments, read: codecs.readStoragePoolLookupByVolumeResult },
  storage_pool_get_info: { program: programs.REMOTE, number: 87, write: codecs.writeStoragePoolGetInfoArguments, read: codecs.readStoragePoolGetInfoResult },
  storage_pool_get_xml_desc: { program: programs.REMOTE, number: 88, write: codecs.writeStoragePoolGetXmlDescArguments, read: codecs.readStoragePoolGetXmlDescResult },
  storage_pool_get_autostart: { program: programs.REMOTE, number: 89, write: codecs.writeStoragePoolGetAutostartArguments, read: codecs.readStoragePoolGetAutostartResult },
  storage_pool_set_autostart: { program: programs.REMOTE, number: 90, write: codecs.writeStoragePoolSetAutostartArguments, read: readNothing },
  storage_pool_num_of_volumes: { program: programs.REMOTE, number: 91, write: codecs.writeStoragePoolNumOfVolumesArguments, read: codecs.readStoragePoolNumOfVolumesResult },
  storage_pool_list_volumes: { program: programs.REMOTE, number: 92, write: codecs.writeStoragePoolListVolumesArguments, read: codecs.readStoragePoolListVolumesResult },
  storage_vol_create_xml: { program: programs.REMOTE, number: 93, write: codecs.writeStorageVolCreateXmlArguments, read: codecs.readStorageVolCreateXmlResult },
  storage_vol_delete: { program: programs.REMOTE, number: 94, write: codecs.writeStorageVolDeleteArguments, read: readNothing },
  storage_vol_lookup_by_name: { program: programs.REMOTE, number: 95, write: codecs.writeStorageVolLookupByNameArguments, read: codecs.readStorageVolLookupByNameResult },
  storage_vol_lookup_by_key: { program: programs.REMOTE, number: 96, write: codecs.writeStorageVolLookupByKeyArguments, read: codecs.readStorageVolLookupByKeyResult },
  storage_vol_lookup_by_path: { program: programs.REMOTE, number: 97, write: codecs.writeStorageVolLookupByPathArguments, read: codecs.readStorageVolLookupByPathResult },
  storage_vol_get_info: { program: programs.REMOTE, number: 98, write: codecs.writeStorageVolGetInfoArguments, read: codecs.readStorageVolGetInfoResult },
  storage_vol_get_xml_desc: { program: programs.REMOTE, number: 99, write: codecs.writeStorageVolGetXmlDescArguments, read: codecs.readStorageVolGetXmlDescResult },
  storage_vol_get_path: { program: programs.REMOTE, number: 100, write: codecs.writeStorageVolGetPathArguments, read: codecs.readStorageVolGetPathResult },
  node_get_cells_free_memory: { program: programs.REMOTE, number: 101, write: codecs.writeNodeGetCellsFreeMemoryArguments, read: codecs.readNodeGetCellsFreeMemoryResult },
  node_get_free_memory: { program: programs.REMOTE, number: 102, write: writeNothing, read: codecs.readNodeGetFreeMemoryResult },
  domain_block_peek: { program: programs.REMOTE, number: 103, write: codecs.writeDomainBlockPeekArguments, read: codecs.readDomainBlockPeekResult },
  domain_memory_peek: { program: programs.REMOTE, number: 104, write: codecs.writeDomainMemoryPeekArguments, read: codecs.readDomainMemoryPeekResult },
  connect_domain_event_register: { program: programs.REMOTE, number: 105, write: writeNothing, read: codecs.readConnectDomainEventRegisterResult },
  connect_domain_event_deregister: { program: programs.REMOTE, number: 106, write: writeNothing, read: codecs.readConnectDomainEventDeregisterResult },
  domain_migrate_prepare2: { program: programs.REMOTE, number: 108, write: codecs.writeDomainMigratePrepare2Arguments, read: codecs.readDomainMigratePrepare2Result },
  domain_migrate_finish2: { program: programs.REMOTE, number: 109, write: codecs.writeDomainMigrateFinish2Arguments, read: codecs.readDomainMigrateFinish2Result },
  connect_get_uri: { program: programs.REMOTE, number: 110, write: writeNothing, read: codecs.readConnectGetUriResult },
  node_num_of_devices: { program: programs.REMOTE, number: 111, write: codecs.writeNodeNumOfDevicesArguments, read: codecs.readNodeNumOfDevicesResult },
  node_list_devices: { program: programs.REMOTE, number: 112, write: codecs.writeNodeListDevicesArguments, read: codecs.readNodeListDevicesResult },
  node_device_lookup_by_name: { program: programs.REMOTE, number: 113, write: codecs.writeNodeDeviceLookupByNameArguments, read: codecs.readNodeDeviceLookupByNameResult },
  node_device_get_xml_desc: { program: programs.REMOTE, number: 114, write: codecs.writeNodeDeviceGetXmlDescArguments, read: codecs.readNodeDeviceGetXmlDescResult },
  node_device_get_parent: { program: programs.REMOTE, number: 115, write: codecs.writeNodeDeviceGetParentArguments, read: codecs.readNodeDeviceGetParentResult },
  node_device_num_of_caps: { program: programs.REMOTE, number: 116, write: codecs.writeNodeDeviceNumOfCapsArguments, read: codecs.readNodeDeviceNumOfCapsResult },
  node_device_list_caps: { program: programs.REMOTE, number: 117, write: codecs.writeNodeDeviceListCapsArguments, read: codecs.readNodeDeviceListCapsResult },
  node_device_dettach: { program: programs.REMOTE, number: 118, write: codecs.writeNodeDeviceDettachArguments, read: readNothing },
  node_device_re_attach: { program: programs.REMOTE, number: 119, write: codecs.writeNodeDeviceReAttachArguments, read: readNothing },
  node_device_reset: { program: programs.REMOTE, number: 120, write: codecs.writeNodeDeviceResetArguments, read: readNothing },
  domain_get_security_label: { program: programs.REMOTE, number: 121, write: codecs.writeDomainGetSecurityLabelArguments, read: codecs.readDomainGetSecurityLabelResult },
  node_get_security_model: { program: programs.REMOTE, number: 122, write: writeNothing, read: codecs.readNodeGetSecurityModelResult },
  node_device_create_xml: { program: programs.REMOTE, number: 123, write: codecs.writeNodeDeviceCreateXmlArguments, read: codecs.readNodeDeviceCreateXmlResult },
  node_device_destroy: { program: programs.REMOTE, number: 124, write: codecs.writeNodeDeviceDestroyArguments, read: readNothing },
  storage_vol_create_xml_from: { program: programs.REMOTE, number: 125, write: codecs.writeStorageVolCreateXmlFromArguments, read: codecs.readStorageVolCreateXmlFromResult },
  connect_num_of_interfaces: { program: programs.REMOTE, number: 126, write: writeNothing, read: codecs.readConnectNumOfInterfacesResult },
  connect_list_interfaces: { program: programs.REMOTE, number: 127, write: codecs.writeConnectListInterfacesArguments, read: codecs.readConnectListInterfacesResult },
  interface_lookup_by_name: { program: programs.REMOTE, number: 128, write: codecs.writeInterfaceLookupByNameArguments, read: codecs.readInterfaceLookupByNameResult },
  interface_lookup_by_mac_string: { program: programs.REMOTE, number: 129, write: codecs.writeInterfaceLookupByMacStringArguments, read: codecs.readInterfaceLookupByMacStringResult },
  interface_get_xml_desc: { program: programs.REMOTE, number: 130, write: codecs.writeInterfaceGetXmlDescArguments, read: codecs.readInterfaceGetXmlDescResult },
  interface_define_xml: { program: programs.REMOTE, number: 131, write: codecs.writeInterfaceDefineXmlArguments, read: codecs.readInterfaceDefineXmlResult },
  interface_undefine: { program: programs.REMOTE, number: 132, write: codecs.writeInterfaceUndefineArguments, read: readNothing },
  interface_create: { program: programs.REMOTE, number: 133, write: codecs.writeInterfaceCreateArguments, read: readNothing },
  interface_destroy: { program: programs.REMOTE, number: 134, write: codecs.writeInterfaceDestroyArguments, read: readNothing },
  connect_domain_xml_from_native: { program: programs.REMOTE, number: 135, write: codecs.writeConnectDomainXmlFromNativeArguments, read: codecs.readConnectDomainXmlFromNativeResult },
  connect_domain_xml_to_native: { program: programs.REMOTE, number: 136, write: codecs.writeConnectDomainXmlToNativeArguments, read: codecs.readConnectDomainXmlToNativeResult },
  connect_num_of_defined_interfaces: { program: programs.REMOTE, number: 137, write: writeNothing, read: codecs.readConnectNumOfDefinedInterfacesResult },
  connect_list_defined_interfaces: { program: programs.REMOTE, number: 138, write: codecs.writeConnectListDefinedInterfacesArguments, read: codecs.readConnectListDefinedInterfacesResult },
  connect_num_of_secrets: { program: programs.REMOTE, number: 139, write: writeNothing, read: codecs.readConnectNumOfSecretsResult },
  connect_list_secrets: { program: programs.REMOTE, number: 140, write: codecs.writeConnectListSecretsArguments, read: codecs.readConnectListSecretsResult },
  secret_lookup_by_uuid: { program: programs.REMOTE, number: 141, write: codecs.writeSecretLookupByUuidArguments, read: codecs.readSecretLookupByUuidResult },
  secret_define_xml: { program: programs.REMOTE, number: 142, write: codecs.writeSecretDefineXmlArguments, read: codecs.readSecretDefineXmlResult },
  secret_get_xml_desc: { program: programs.REMOTE, number: 143, write: codecs.writeSecretGetXmlDescArguments, read: codecs.readSecretGetXmlDescResult },
  secret_set_value: { program: programs.REMOTE, number: 144, write: codecs.writeSecretSetValueArguments, read: readNothing },
  secret_get_value: { program: programs.REMOTE, number: 145, write: codecs.writeSecretGetValueArguments, read: codecs.readSecretGetValueResult },
  secret_undefine: { program: programs.REMOTE, number: 146, write: codecs.writeSecretUndefineArguments, read: readNothing },
  secret_lookup_by_usage: { program: programs.REMOTE, number: 147, write: codecs.writeSecretLookupByUsageArguments, read: codecs.readSecretLookupByUsageResult },
  domain_migrate_prepare_tunnel: { program: programs.REMOTE, number: 148, write: codecs.writeDomainMigratePrepareTunnelArguments, read: readNothing },
  connect_is_secure: { program: programs.REMOTE, number: 149, write: writeNothing, read: codecs.readConnectIsSecureResult },
  domain_is_active: { program: programs.REMOTE, number: 150, write: codecs.writeDomainIsActiveArguments, read: codecs.readDomainIsActiveResult },
  domain_is_persistent: { program: programs.REMOTE, number: 151, write: codecs.writeDomainIsPersistentArguments, read: codecs.readDomainIsPersistentResult },
  network_is_active: { program: programs.REMOTE, number: 152, write: codecs.writeNetworkIsActiveArguments, read: codecs.readNetworkIsActiveResult },
  network_is_persistent: { program: programs.REMOTE, number: 153, write: codecs.writeNetworkIsPersistentArguments, read: codecs.readNetworkIsPersistentResult },
  storage_pool_is_active: { program: programs.REMOTE, number: 154, write: codecs.writeStoragePoolIsActiveArguments, read: codecs.readStoragePoolIsActiveResult },
  storage_pool_is_persistent: { program: programs.REMOTE, number: 155, write: codecs.writeStoragePoolIsPersistentArguments, read: codecs.readStoragePoolIsPersistentResult },
  interface_is_active: { program: programs.REMOTE, number: 156, write: codecs.writeInterfaceIsActiveArguments, read: codecs.readInterfaceIsActiveResult },
  connect_get_lib_version: { program: programs.REMOTE, number: 157, write: writeNothing, read: codecs.readConnectGetLibVersionResult },
  connect_compare_cpu: { program: programs.REMOTE, number: 158, write: codecs.writeConnectCompareCpuArguments, read: codecs.readConnectCompareCpuResult },
  domain_memory_stats: { program: programs.REMOTE, number: 159, write: codecs.writeDomainMemoryStatsArguments, read: codecs.readDomainMemoryStatsResult },
  domain_attach_device_flags: { program: programs.REMOTE, number: 160, write: codecs.writeDomainAttachDeviceFlagsArguments, read: readNothing },
  domain_detach_device_flags: { program: programs.REMOTE, number: 161, write: codecs.writeDomainDetachDeviceFlagsArguments, read: readNothing },
  connect_baseline_cpu: { program: programs.REMOTE, number: 162, write: codecs.writeConnectBaselineCpuArguments, read: codecs.readConnectBaselineCpuResult },
  domain_get_job_info: { program: programs.REMOTE, number: 163, write: codecs.writeDomainGetJobInfoArguments, read: codecs.readDomainGetJobInfoResult },
  domain_abort_job: { program: programs.REMOTE, number: 164, write: codecs.writeDomainAbortJobArguments, read: readNothing },
  storage_vol_wipe: { program: programs.REMOTE, number: 165, write: codecs.writeStorageVolWipeArguments, read: readNothing },
  domain_migrate_set_max_downtime: { program: programs.REMOTE, number: 166, write: codecs.writeDomainMigrateSetMaxDowntimeArguments, read: readNothing },
  connect_domain_event_register_any: { program: programs.REMOTE, number: 167, write: codecs.writeConnectDomainEventRegisterAnyArguments, read: readNothing },
  connect_domain_event_deregister_any: { program: programs.REMOTE, number: 168, write: codecs.writeConnectDomainEventDeregisterAnyArguments, read: readNothing },
  domain_update_device_flags: { program: programs.REMOTE, number: 174, write: codecs.writeDomainUpdateDeviceFlagsArguments, read: readNothing },
  nwfilter_lookup_by_name: { program: programs.REMOTE, number: 175, write: codecs.writeNwfilterLookupByNameArguments, read: codecs.readNwfilterLookupByNameResult },
  nwfilter_lookup_by_uuid: { program: programs.REMOTE, number: 176, write: codecs.writeNwfilterLookupByUuidArguments, read: codecs.readNwfilterLookupByUuidResult },
  nwfilter_get_xml_desc: { program: programs.REMOTE, number: 177, write: codecs.writeNwfilterGetXmlDescArguments, read: codecs.readNwfilterGetXmlDescResult },
  connect_num_of_nwfilters: { program: programs.REMOTE, number: 178, write: writeNothing, read: codecs.readConnectNumOfNwfiltersResult },
  connect_list_nwfilters: { program: programs.REMOTE, number: 179, write: codecs.writeConnectListNwfiltersArguments, read: codecs.readConnectListNwfiltersResult },
  nwfilter_define_xml: { program: programs.REMOTE, number: 180, write: codecs.writeNwfilterDefineXmlArguments, read: codecs.readNwfilterDefineXmlResult },
  nwfilter_undefine: { program: programs.REMOTE, number: 181, write: codecs.writeNwfilterUndefineArguments, read: readNothing },
  domain_managed_save: { program: programs.REMOTE, number: 182, write: codecs.writeDomainManagedSaveArguments, read: readNothing },
  domain_has_managed_save_image: { program: programs.REMOTE, number: 183, write: codecs.writeDomainHasManagedSaveImageArguments, read: codecs.readDomainHasManagedSaveImageResult },
  domain_managed_save_remove: { program: programs.REMOTE, number: 184, write: codecs.writeDomainManagedSaveRemoveArguments, read: readNothing },
  domain_snapshot_create_xml: { program: programs.REMOTE, number: 185, write: codecs.writeDomainSnapshotCreateXmlArguments, read: codecs.readDomainSnapshotCreateXmlResult },
  domain_snapshot_get_xml_desc: { program: programs.REMOTE, number: 186, write: codecs.writeDomainSnapshotGetXmlDescArguments, read: codecs.readDomainSnapshotGetXmlDescResult },
  domain_snapshot_num: { program: programs.REMOTE, number: 187, write: codecs.writeDomainSnapshotNumArguments, read: codecs.readDomainSnapshotNumResult },
  domain_snapshot_list_names: { program: programs.REMOTE, number: 188, write: codecs.writeDomainSnapshotListNamesArguments, read: codecs.readDomainSnapshotListNamesResult },
  domain_snapshot_lookup_by_name: { program: programs.REMOTE, number: 189, write: codecs.writeDomainSnapshotLookupByNameArguments, read: codecs.readDomainSnapshotLookupByNameResult },
  domain_has_current_snapshot: { program: programs.REMOTE, number: 190, write: codecs.writeDomainHasCurrentSnapshotArguments, read: codecs.readDomainHasCurrentSnapshotResult },
  domain_snapshot_current: { program: programs.REMOTE, number: 191, write: codecs.writeDomainSnapshotCurrentArguments, read: codecs.readDomainSnapshotCurrentResult },
  domain_revert_to_snapshot: { program: programs.REMOTE, number: 192, write: codecs.writeDomainRevertToSnapshotArguments, read: readNothing },
  domain_snapshot_delete: { program: programs.REMOTE, number: 193, write: codecs.writeDomainSnapshotDeleteArguments, read: readNothing },
  domain_get_block_info: { program: programs.REMOTE, number: 194, write: codecs.writeDomainGetBlockInfoArguments, read: codecs.readDomainGetBlockInfoResult },
  domain_create_with_flags: { program: programs.REMOTE, number: 196, write: codecs.writeDomainCreateWithFlagsArguments, read: codecs.readDomainCreateWithFlagsResult },
  domain_set_memory_parameters: { program: programs.REMOTE, number: 197, write: codecs.writeDomainSetMemoryParametersArguments, read: readNothing },
  domain_get_memory_parameters: { program: programs.REMOTE, number: 198, write: codecs.writeDomainGetMemoryParametersArguments, read: codecs.readDomainGetMemoryParametersResult },
  domain_set_vcpus_flags: { program: programs.REMOTE, number: 199, write: codecs.writeDomainSetVcpusFlagsArguments, read: readNothing },
  domain_get_vcpus_flags: { program: programs.REMOTE, number: 200, write: codecs.writeDomainGetVcpusFlagsArguments, read: codecs.readDomainGetVcpusFlagsResult },
  domain_open_console: { program: programs.REMOTE, number: 201, write: codecs.writeDomainOpenConsoleArguments, read: readNothing },
  domain_is_updated: { program: programs.REMOTE, number: 202, write: codecs.writeDomainIsUpdatedArguments, read: codecs.readDomainIsUpdatedResult },
  connect_get_sysinfo: { program: programs.REMOTE, number: 203, write: codecs.writeConnectGetSysinfoArguments, read: codecs.readConnectGetSysinfoResult },
  domain_set_memory_flags: { program: programs.REMOTE, number: 204, write: codecs.writeDomainSetMemoryFlagsArguments, read: readNothing },
  domain_set_blkio_parameters: { program: programs.REMOTE, number: 205, write: codecs.writeDomainSetBlkioParametersArguments, read: readNothing },
  domain_get_blkio_parameters: { program: programs.REMOTE, number: 206, write: codecs.writeDomainGetBlkioParametersArguments, read: codecs.readDomainGetBlkioParametersResult },
  domain_migrate_set_max_speed: { program: programs.REMOTE, number: 207, write: codecs.writeDomainMigrateSetMaxSpeedArguments, read: readNothing },
  storage_vol_upload: { program: programs.REMOTE, number: 208, write: codecs.writeStorageVolUploadArguments, read: readNothing },
  storage_vol_download: { program: programs.REMOTE, number: 209, write: codecs.writeStorageVolDownloadArguments, read: readNothing },
  domain_inject_nmi: { program: programs.REMOTE, number: 210, write: codecs.writeDomainInjectNmiArguments, read: readNothing },
  domain_screenshot: { program: programs.REMOTE, number: 211, write: codecs.writeDomainScreenshotArguments, read: codecs.readDomainScreenshotResult },
  domain_get_state: { program: programs.REMOTE, number: 212, write: codecs.writeDomainGetStateArguments, read: codecs.readDomainGetStateResult },
  domain_migrate_begin3: { program: programs.REMOTE, number: 213, write: codecs.writeDomainMigrateBegin3Arguments, read: codecs.readDomainMigrateBegin3Result },
  domain_migrate_prepare3: { program: programs.REMOTE, number: 214, write: codecs.writeDomainMigratePrepare3Arguments, read: codecs.readDomainMigratePrepare3Result },
  domain_migrate_prepare_tunnel3: { program: programs.REMOTE, number: 215, write: codecs.writeDomainMigratePrepareTunnel3Arguments, read: codecs.readDomainMigratePrepareTunnel3Result },
  domain_migrate_perform3: { program: programs.REMOTE, number: 216, write: codecs.writeDomainMigratePerform3Arguments, read: codecs.readDomainMigratePerform3Result },
  domain_migrate_finish3: { program: programs.REMOTE, number: 217, write: codecs.writeDomainMigrateFinish3Arguments, read: codecs.readDomainMigrateFinish3Result },
  domain_migrate_confirm3: { program: programs.REMOTE, number: 218, write: codecs.writeDomainMigrateConfirm3Arguments, read: readNothing },
  domain_set_scheduler_parameters_flags: { program: programs.REMOTE, number: 219, write: codecs.writeDomainSetSchedulerParametersFlagsArguments, read: readNothing },
  interface_change_begin: { program: programs.REMOTE, number: 220, write: codecs.writeInterfaceChangeBeginArguments, read: readNothing },
  interface_change_commit: { program: programs.REMOTE, number: 221, write: codecs.writeInterfaceChangeCommitArguments, read: readNothing },
  interface_change_rollback: { program: programs.REMOTE, number: 222, write: codecs.writeInterfaceChangeRollbackArguments, read: readNothing },
  domain_get_scheduler_parameters_flags: { program: programs.REMOTE, number: 223, write: codecs.writeDomainGetSchedulerParametersFlagsArguments, read: codecs.readDomainGetSchedulerParametersFlagsResult },
  domain_pin_vcpu_flags: { program: programs.REMOTE, number: 225, write: codecs.writeDomainPinVcpuFlagsArguments, read: readNothing },
  domain_send_key: { program: programs.REMOTE, number: 226, write: codecs.writeDomainSendKeyArguments, read: readNothing },
  node_get_cpu_stats: { program: programs.REMOTE, number: 227, write: codecs.writeNodeGetCpuStatsArguments, read: codecs.readNodeGetCpuStatsResult },
  node_get_memory_stats: { program: programs.REMOTE, number: 228, write: codecs.writeNodeGetMemoryStatsArguments, read: codecs.readNodeGetMemoryStatsResult },
  domain_get_control_info: { program: programs.REMOTE, number: 229, write: codecs.writeDomainGetControlInfoArguments, read: codecs.readDomainGetControlInfoResult },
  domain_get_vcpu_pin_info: { program: programs.REMOTE, number: 230, write: codecs.writeDomainGetVcpuPinInfoArguments, read: codecs.readDomainGetVcpuPinInfoResult },
  domain_undefine_flags: { program: programs.REMOTE, number: 231, write: codecs.writeDomainUndefineFlagsArguments, read: readNothing },
  domain_save_flags: { program: programs.REMOTE, number: 232, write: codecs.writeDomainSaveFlagsArguments, read: readNothing },
  domain_restore_flags: { program: programs.REMOTE, number: 233, write: codecs.writeDomainRestoreFlagsArguments, read: readNothing },
  domain_destroy_flags: { program: programs.REMOTE, number: 234, write: codecs.writeDomainDestroyFlagsArguments, read: readNothing },
  domain_save_image_get_xml_desc: { program: programs.REMOTE, number: 235, write: codecs.writeDomainSaveImageGetXmlDescArguments, read: codecs.readDomainSaveImageGetXmlDescResult },
  domain_save_image_define_xml: { program: programs.REMOTE, number: 236, write: codecs.writeDomainSaveImageDefineXmlArguments, read: readNothing },
  domain_block_job_abort: { program: programs.REMOTE, number: 237, write: codecs.writeDomainBlockJobAbortArguments, read: readNothing },
  domain_get_block_job_info: { program: programs.REMOTE, number: 238, write: codecs.writeDomainGetBlockJobInfoArguments, read: codecs.readDomainGetBlockJobInfoResult },
  domain_block_job_set_speed: { program: programs.REMOTE, number: 239, write: codecs.writeDomainBlockJobSetSpeedArguments, read: readNothing },
  domain_block_pull: { program: programs.REMOTE, number: 240, write: codecs.writeDomainBlockPullArguments, read: readNothing },
  domain_migrate_get_max_speed: { program: programs.REMOTE, number: 242, write: codecs.writeDomainMigrateGetMaxSpeedArguments, read: codecs.readDomainMigrateGetMaxSpeedResult },
  domain_block_stats_flags: { program: programs.REMOTE, number: 243, write: codecs.writeDomainBlockStatsFlagsArguments, read: codecs.readDomainBlockStatsFlagsResult },
  domain_snapshot_get_parent: { program: programs.REMOTE, number: 244, write: codecs.writeDomainSnapshotGetParentArguments, read: codecs.readDomainSnapshotGetParentResult },
  domain_reset: { program: programs.REMOTE, number: 245, write: codecs.writeDomainResetArguments, read: readNothing },
  domain_snapshot_num_children: { program: programs.REMOTE, number: 246, write: codecs.writeDomainSnapshotNumChildrenArguments, read: codecs.readDomainSnapshotNumChildrenResult },
  domain_snapshot_list_children_names: { program: programs.REMOTE, number: 247, write: codecs.writeDomainSnapshotListChildrenNamesArguments, read: codecs.readDomainSnapshotListChildrenNamesResult },
  domain_open_graphics: { program: programs.REMOTE, number: 249, write: codecs.writeDomainOpenGraphicsArguments, read: readNothing },
  node_suspend_for_duration: { program: programs.REMOTE, number: 250, write: codecs.writeNodeSuspendForDurationArguments, read: readNothing },
  domain_block_resize: { program: programs.REMOTE, number: 251, write: codecs.writeDomainBlockResizeArguments, read: readNothing },
  domain_set_block_io_tune: { program: programs.REMOTE, number: 252, write: codecs.writeDomainSetBlockIoTuneArguments, read: readNothing },
  domain_get_block_io_tune: { program: programs.REMOTE, number: 253, write: codecs.writeDomainGetBlockIoTuneArguments, read: codecs.readDomainGetBlockIoTuneResult },
  domain_set_numa_parameters: { program: programs.REMOTE, number: 254, write: codecs.writeDomainSetNumaParametersArguments, read: readNothing },
  domain_get_numa_parameters: { program: programs.REMOTE, number: 255, write: codecs.writeDomainGetNumaParametersArguments, read: codecs.readDomainGetNumaParametersResult },
  domain_set_interface_parameters: { program: programs.REMOTE, number: 256, write: codecs.writeDomainSetInterfaceParametersArguments, read: readNothing },
  domain_get_interface_parameters: { program: programs.REMOTE, number: 257, write: codecs.writeDomainGetInterfaceParametersArguments, read: codecs.readDomainGetInterfaceParametersResult },
  domain_shutdown_flags: { program: programs.REMOTE, number: 258, write: codecs.writeDomainShutdownFlagsArguments, read: readNothing },
  storage_vol_wipe_pattern: { program: programs.REMOTE, number: 259, write: codecs.writeStorageVolWipePatternArguments, read: readNothing },
  storage_vol_resize: { program: programs.REMOTE, number: 260, write: codecs.writeStorageVolResizeArguments, read: readNothing },
  domain_pm_suspend_for_duration: { program: programs.REMOTE, number: 261, write: codecs.writeDomainPmSuspendForDurationArguments, read: readNothing },
  domain_get_cpu_stats: { program: programs.REMOTE, number: 262, write: codecs.writeDomainGetCpuStatsArguments, read: codecs.readDomainGetCpuStatsResult },
  domain_get_disk_errors: { program: programs.REMOTE, number: 263, write: codecs.writeDomainGetDiskErrorsArguments, read: codecs.readDomainGetDiskErrorsResult },
  domain_set_metadata: { program: programs.REMOTE, number: 264, write: codecs.writeDomainSetMetadataArguments, read: readNothing },
  domain_get_metadata: { program: programs.REMOTE, number: 265, write: codecs.writeDomainGetMetadataArguments, read: codecs.readDomainGetMetadataResult },
  domain_block_rebase: { program: programs.REMOTE, number: 266, write: codecs.writeDomainBlockRebaseArguments, read: readNothing },
  domain_pm_wakeup: { program: programs.REMOTE, number: 267, write: codecs.writeDomainPmWakeupArguments, read: readNothing },
  domain_snapshot_is_current: { program: programs.REMOTE, number: 271, write: codecs.writeDomainSnapshotIsCurrentArguments, read: codecs.readDomainSnapshotIsCurrentResult },
  domain_snapshot_has_metadata: { program: programs.REMOTE, number: 272, write: codecs.writeDomainSnapshotHasMetadataArguments, read: codecs.readDomainSnapshotHasMetadataResult },
  connect_list_all_domains: { program: programs.REMOTE, number: 273, write: codecs.writeConnectListAllDomainsArguments, read: codecs.readConnectListAllDomainsResult },
  domain_list_all_snapshots: { program: programs.REMOTE, number: 274, write: codecs.writeDomainListAllSnapshotsArguments, read: codecs.readDomainListAllSnapshotsResult },
  domain_snapshot_list_all_children: { program: programs.REMOTE, number: 275, write: codecs.writeDomainSnapshotListAllChildrenArguments, read: codecs.readDomainSnapshotListAllChildrenResult },
  domain_get_hostname: { program: programs.REMOTE, number: 277, write: codecs.writeDomainGetHostnameArguments, read: codecs.readDomainGetHostnameResult },
  domain_get_security_label_list: { program: programs.REMOTE, number: 278, write: codecs.writeDomainGetSecurityLabelListArguments, read: codecs.readDomainGetSecurityLabelListResult },
  domain_pin_emulator: { program: programs.REMOTE, number: 279, write: codecs.writeDomainPinEmulatorArguments, read: readNothing },
  domain_get_emulator_pin_info: { program: programs.REMOTE, number: 280, write: codecs.writeDomainGetEmulatorPinInfoArguments, read: codecs.readDomainGetEmulatorPinInfoResult },
  connect_list_all_storage_pools: { program: programs.REMOTE, number: 281, write: codecs.writeConnectListAllStoragePoolsArguments, read: codecs.readConnectListAllStoragePoolsResult },
  storage_pool_list_all_volumes: { program: programs.REMOTE, number: 282, write: codecs.writeStoragePoolListAllVolumesArguments, read: codecs.readStoragePoolListAllVolumesResult },
  connect_list_all_networks: { program: programs.REMOTE, number: 283, write: codecs.writeConnectListAllNetworksArguments, read: codecs.readConnectListAllNetworksResult },
  connect_list_all_interfaces: { program: programs.REMOTE, number: 284, write: codecs.writeConnectListAllInterfacesArguments, read: codecs.readConnectListAllInterfacesResult },
  connect_list_all_node_devices: { program: programs.REMOTE, number: 285, write: codecs.writeConnectListAllNodeDevicesArguments, read: codecs.readConnectListAllNodeDevicesResult },
  connect_list_all_nwfilters: { program: programs.REMOTE, number: 286, write: codecs.writeConnectListAllNwfiltersArguments, read: codecs.readConnectListAllNwfiltersResult },
  connect_list_all_secrets: { program: programs.REMOTE, number: 287, write: codecs.writeConnectListAllSecretsArguments, read: codecs.readConnectListAllSecretsResult },
  node_set_memory_parameters: { program: programs.REMOTE, number: 288, write: codecs.writeNodeSetMemoryParametersArguments, read: readNothing },
  node_get_memory_parameters: { program: programs.REMOTE, number: 289, write: codecs.writeNodeGetMemoryParametersArguments, read: codecs.readNodeGetMemoryParametersResult },
  domain_block_commit: { program: programs.REMOTE, number: 290, write: codecs.writeDomainBlockCommitArguments, read: readNothing },
  network_update: { program: programs.REMOTE, number: 291, write: codecs.writeNetworkUpdateArguments, read: readNothing },
  node_get_cpu_map: { program: programs.REMOTE, number: 293, write: codecs.writeNodeGetCpuMapArguments, read: codecs.readNodeGetCpuMapResult },
  domain_fstrim: { program: programs.REMOTE, number: 294, write: codecs.writeDomainFstrimArguments, read: readNothing },
  domain_send_process_signal: { program: programs.REMOTE, number: 295, write: codecs.writeDomainSendProcessSignalArguments, read: readNothing },
  domain_open_channel: { program: programs.REMOTE, number: 296, write: codecs.writeDomainOpenChannelArguments, read: readNothing },
  node_device_lookup_scsi_host_by_wwn: { program: programs.REMOTE, number: 297, write: codecs.writeNodeDeviceLookupScsiHostByWwnArguments, read: codecs.readNodeDeviceLookupScsiHostByWwnResult },
  domain_get_job_stats: { program: programs.REMOTE, number: 298, write: codecs.writeDomainGetJobStatsArguments, read: codecs.readDomainGetJobStatsResult },
  domain_migrate_get_compression_cache: { program: programs.REMOTE, number: 299, write: codecs.writeDomainMigrateGetCompressionCacheArguments, read: codecs.readDomainMigrateGetCompressionCacheResult },
  domain_migrate_set_compression_cache: { program: programs.REMOTE, number: 300, write: codecs.writeDomainMigrateSetCompressionCacheArguments, read: readNothing },
  node_device_detach_flags: { program: programs.REMOTE, number: 301, write: codecs.writeNodeDeviceDetachFlagsArguments, read: readNothing },
  domain_migrate_begin3_params: { program: programs.REMOTE, number: 302, write: codecs.writeDomainMigrateBegin3ParamsArguments, read: codecs.readDomainMigrateBegin3ParamsResult },
  domain_migrate_prepare3_params: { program: programs.REMOTE, number: 303, write: codecs.writeDomainMigratePrepare3ParamsArguments, read: codecs.readDomainMigratePrepare3ParamsResult },
  domain_migrate_prepare_tunnel3_params: { program: programs.REMOTE, number: 304, write: codecs.writeDomainMigratePrepareTunnel3ParamsArguments, read: codecs.readDomainMigratePrepareTunnel3ParamsResult },
  domain_migrate_perform3_params: { program: programs.REMOTE, number: 305, write: codecs.writeDomainMigratePerform3ParamsArguments, read: codecs.readDomainMigratePerform3ParamsResult },
  domain_migrate_finish3_params: { program: programs.REMOTE, number: 306, write: codecs.writeDomainMigrateFinish3ParamsArguments, read: codecs.readDomainMigrateFinish3ParamsResult },
  domain_migrate_confirm3_params: { program: programs.REMOTE, number: 307, write: codecs.writeDomainMigrateConfirm3ParamsArguments, read: readNothing },
  domain_set_memory_stats_period: { program: programs.REMOTE, number: 308, write: codecs.writeDomainSetMemoryStatsPeriodArguments, read: readNothing },
  domain_create_xml_with_files: { program: programs.REMOTE, number: 309, write: codecs.writeDomainCreateXmlWithFilesArguments, read: codecs.readDomainCreateXmlWithFilesResult },
  domain_create_with_files: { program: programs.REMOTE, number: 310, write: codecs.writeDomainCreateWithFilesArguments, read: codecs.readDomainCreateWithFilesResult },
  connect_get_cpu_model_names: { program: programs.REMOTE, number: 312, write: codecs.writeConnectGetCpuModelNamesArguments, read: codecs.readConnectGetCpuModelNamesResult },
  connect_network_event_register_any: { program: programs.REMOTE, number: 313, write: codecs.writeConnectNetworkEventRegisterAnyArguments, read: codecs.readConnectNetworkEventRegisterAnyResult },
  connect_network_event_deregister_any: { program: programs.REMOTE, number: 314, write: codecs.writeConnectNetworkEventDeregisterAnyArguments, read: readNothing },
  connect_domain_event_callback_register_any: { program: programs.REMOTE, number: 316, write: codecs.writeConnectDomainEventCallbackRegisterAnyArguments, read: codecs.readConnectDomainEventCallbackRegisterAnyResult },
  connect_domain_event_callback_deregister_any: { program: programs.REMOTE, number: 317, write: codecs.writeConnectDomainEventCallbackDeregisterAnyArguments, read: readNothing },
  domain_core_dump_with_format: { program: programs.REMOTE, number: 334, write: codecs.writeDomainCoreDumpWithFormatArguments, read: readNothing },
  domain_fsfreeze: { program: programs.REMOTE, number: 335, write: codecs.writeDomainFsfreezeArguments, read: codecs.readDomainFsfreezeResult },
  domain_fsthaw: { program: programs.REMOTE, number: 336, write: codecs.writeDomainFsthawArguments, read: codecs.readDomainFsthawResult },
  domain_get_time: { program: programs.REMOTE, number: 337, write: codecs.writeDomainGetTimeArguments, read: codecs.readDomainGetTimeResult },
  domain_set_time: { program: programs.REMOTE, number: 338, write: codecs.writeDomainSetTimeArguments, read: readNothing },
  node_get_free_pages: { program: programs.REMOTE, number: 340, write: codecs.writeNodeGetFreePagesArguments, read: codecs.readNodeGetFreePagesResult },
  network_get_dhcp_leases: { program: programs.REMOTE, number: 341, write: codecs.writeNetworkGetDhcpLeasesArguments, read: codecs.readNetworkGetDhcpLeasesResult },
  connect_get_domain_capabilities: { program: programs.REMOTE, number: 342, write: codecs.writeConnectGetDomainCapabilitiesArguments, read: codecs.readConnectGetDomainCapabilitiesResult },
  domain_open_graphics_fd: { program: programs.REMOTE, number: 343, write: codecs.writeDomainOpenGraphicsFdArguments, read: readNothing },
  connect_get_all_domain_stats: { program: programs.REMOTE, number: 344, write: codecs.writeConnectGetAllDomainStatsArguments, read: codecs.readConnectGetAllDomainStatsResult },
  domain_block_copy: { program: programs.REMOTE, number: 345, write: codecs.writeDomainBlockCopyArguments, read: readNothing },
  node_alloc_pages: { program: programs.REMOTE, number: 347, write: codecs.writeNodeAllocPagesArguments, read: codecs.readNodeAllocPagesResult },
  domain_get_fsinfo: { program: programs.REMOTE, number: 349, write: codecs.writeDomainGetFsinfoArguments, read: codecs.readDomainGetFsinfoResult },
  domain_define_xml_flags: { program: programs.REMOTE, number: 350, write: codecs.writeDomainDefineXmlFlagsArguments, read: codecs.readDomainDefineXmlFlagsResult },
  domain_get_iothread_info: { program: programs.REMOTE, number: 351, write: codecs.writeDomainGetIothreadInfoArguments, read: codecs.readDomainGetIothreadInfoResult },
  domain_pin_iothread: { program: programs.REMOTE, number: 352, write: codecs.writeDomainPinIothreadArguments, read: readNothing },
  domain_interface_addresses: { program: programs.REMOTE, number: 353, write: codecs.writeDomainInterfaceAddressesArguments, read: codecs.readDomainInterfaceAddressesResult },
  domain_add_iothread: { program: programs.REMOTE, number: 355, write: codecs.writeDomainAddIothreadArguments, read: readNothing },
  domain_del_iothread: { program: programs.REMOTE, number: 356, write: codecs.writeDomainDelIothreadArguments, read: readNothing },
  domain_set_user_password: { program: programs.REMOTE, number: 357, write: codecs.writeDomainSetUserPasswordArguments, read: readNothing },
  domain_rename: { program: programs.REMOTE, number: 358, write: codecs.writeDomainRenameArguments, read: codecs.readDomainRenameResult },
  connect_register_close_callback: { program: programs.REMOTE, number: 360, write: writeNothing, read: readNothing },
  connect_unregister_close_callback: { program: programs.REMOTE, number: 361, write: writeNothing, read: readNothing },
  domain_migrate_start_post_copy: { program: programs.REMOTE, number: 364, write: codecs.writeDomainMigrateStartPostCopyArguments, read: readNothing },
  domain_get_perf_events: { program: programs.REMOTE, number: 365, write: codecs.writeDomainGetPerfEventsArguments, read: codecs.readDomainGetPerfEventsResult },
  domain_set_perf_events: { program: programs.REMOTE, number: 366, write: codecs.writeDomainSetPerfEventsArguments, read: readNothing },
  connect_storage_pool_event_register_any: { program: programs.REMOTE, number: 368, write: codecs.writeConnectStoragePoolEventRegisterAnyArguments, read: codecs.readConnectStoragePoolEventRegisterAnyResult },
  connect_storage_pool_event_deregister_any: { program: programs.REMOTE, number: 369, write: codecs.writeConnectStoragePoolEventDeregisterAnyArguments, read: readNothing },
  domain_get_guest_vcpus: { program: programs.REMOTE, number: 371, write: codecs.writeDomainGetGuestVcpusArguments, read: codecs.readDomainGetGuestVcpusResult },
  domain_set_guest_vcpus: { program: programs.REMOTE, number: 372, write: codecs.writeDomainSetGuestVcpusArguments, read: readNothing },
  connect_node_device_event_register_any: { program: programs.REMOTE, number: 374, write: codecs.writeConnectNodeDeviceEventRegisterAnyArguments, read: codecs.readConnectNodeDeviceEventRegisterAnyResult },
  connect_node_device_event_deregister_any: { program: programs.REMOTE, number: 375, write: codecs.writeConnectNodeDeviceEventDeregisterAnyArguments, read: readNothing },
  storage_vol_get_info_flags: { program: programs.REMOTE, number: 378, write: codecs.writeStorageVolGetInfoFlagsArguments, read: codecs.readStorageVolGetInfoFlagsResult },
  connect_secret_event_register_any: { program: programs.REMOTE, number: 380, write: codecs.writeConnectSecretEventRegisterAnyArguments, read: codecs.readConnectSecretEventRegisterAnyResult },
  connect_secret_event_deregister_any: { program: programs.REMOTE, number: 381, write: codecs.writeConnectSecretEventDeregisterAnyArguments, read: readNothing },
  domain_set_vcpu: { program: programs.REMOTE, number: 384, write: codecs.writeDomainSetVcpuArguments, read: readNothing },
  domain_set_block_threshold: { program: programs.REMOTE, number: 386, write: codecs.writeDomainSetBlockThresholdArguments, read: readNothing },
  domain_migrate_get_max_downtime: { program: programs.REMOTE, number: 387, write: codecs.writeDomainMigrateGetMaxDowntimeArguments, read: codecs.readDomainMigrateGetMaxDowntimeResult },
  domain_managed_save_get_xml_desc: { program: programs.REMOTE, number: 388, write: codecs.writeDomainManagedSaveGetXmlDescArguments, read: codecs.readDomainManagedSaveGetXmlDescResult },
  domain_managed_save_define_xml: { program: programs.REMOTE, number: 389, write: codecs.writeDomainManagedSaveDefineXmlArguments, read: readNothing },
  domain_set_lifecycle_action: { program: programs.REMOTE, number: 390, write: codecs.writeDomainSetLifecycleActionArguments, read: readNothing },
  storage_pool_lookup_by_target_path: { program: programs.REMOTE, number: 391, write: codecs.writeStoragePoolLookupByTargetPathArguments, read: codecs.readStoragePoolLookupByTargetPathResult },
  domain_detach_device_alias: { program: programs.REMOTE, number: 392, write: codecs.writeDomainDetachDeviceAliasArguments, read: readNothing },
  connect_compare_hypervisor_cpu: { program: programs.REMOTE, number: 393, write: codecs.writeConnectCompareHypervisorCpuArguments, read: codecs.readConnectCompareHypervisorCpuResult },
  connect_baseline_hypervisor_cpu: { program: programs.REMOTE, number: 394, write: codecs.writeConnectBaselineHypervisorCpuArguments, read: codecs.readConnectBaselineHypervisorCpuResult },
  node_get_sev_info: { program: programs.REMOTE, number: 395, write: codecs.writeNodeGetSevInfoArguments, read: codecs.readNodeGetSevInfoResult },
  domain_get_launch_security_info: { program: programs.REMOTE, number: 396, write: codecs.writeDomainGetLaunchSecurityInfoArguments, read: codecs.readDomainGetLaunchSecurityInfoResult },
  nwfilter_binding_lookup_by_port_dev: { program: programs.REMOTE, number: 397, write: codecs.writeNwfilterBindingLookupByPortDevArguments, read: codecs.readNwfilterBindingLookupByPortDevResult },
  nwfilter_binding_get_xml_desc: { program: programs.REMOTE, number: 398, write: codecs.writeNwfilterBindingGetXmlDescArguments, read: codecs.readNwfilterBindingGetXmlDescResult },
  nwfilter_binding_create_xml: { program: programs.REMOTE, number: 399, write: codecs.writeNwfilterBindingCreateXmlArguments, read: codecs.readNwfilterBindingCreateXmlResult },
  nwfilter_binding_delete: { program: programs.REMOTE, number: 400, write: codecs.writeNwfilterBindingDeleteArguments, read: readNothing },
  connect_list_all_nwfilter_bindings: { program: programs.REMOTE, number: 401, write: codecs.writeConnectListAllNwfilterBindingsArguments, read: codecs.readConnectListAllNwfilterBindingsResult },
  domain_set_iothread_params: { program: programs.REMOTE, number: 402, write: codecs.writeDomainSetIothreadParamsArguments, read: readNothing },
  connect_get_storage_pool_capabilities: { program: programs.REMOTE, number: 403, write: codecs.writeConnectGetStoragePoolCapabilitiesArguments, read: codecs.readConnectGetStoragePoolCapabilitiesResult },
  network_list_all_ports: { program: programs.REMOTE, number: 404, write: codecs.writeNetworkListAllPortsArguments, read: codecs.readNetworkListAllPortsResult },
  network_port_lookup_by_uuid: { program: programs.REMOTE, number: 405, write: codecs.writeNetworkPortLookupByUuidArguments, read: codecs.readNetworkPortLookupByUuidResult },
  network_port_create_xml: { program: programs.REMOTE, number: 406, write: codecs.writeNetworkPortCreateXmlArguments, read: codecs.readNetworkPortCreateXmlResult },
  network_port_get_parameters: { program: programs.REMOTE, number: 407, write: codecs.writeNetworkPortGetParametersArguments, read: codecs.readNetworkPortGetParametersResult },
  network_port_set_parameters: { program: programs.REMOTE, number: 408, write: codecs.writeNetworkPortSetParametersArguments, read: readNothing },
  network_port_get_xml_desc: { program: programs.REMOTE, number: 409, write: codecs.writeNetworkPortGetXmlDescArguments, read: codecs.readNetworkPortGetXmlDescResult },
  network_port_delete: { program: programs.REMOTE, number: 410, write: codecs.writeNetworkPortDeleteArguments, read: readNothing },
  domain_checkpoint_create_xml: { program: programs.REMOTE, number: 411, write: codecs.writeDomainCheckpointCreateXmlArguments, read: codecs.readDomainCheckpointCreateXmlResult },
  domain_checkpoint_get_xml_desc: { program: programs.REMOTE, number: 412, write: codecs.writeDomainCheckpointGetXmlDescArguments, read: codecs.readDomainCheckpointGetXmlDescResult },
  domain_list_all_checkpoints: { program: programs.REMOTE, number: 413, write: codecs.writeDomainListAllCheckpointsArguments, read: codecs.readDomainListAllCheckpointsResult },
  domain_checkpoint_list_all_children: { program: programs.REMOTE, number: 414, write: codecs.writeDomainCheckpointListAllChildrenArguments, read: codecs.readDomainCheckpointListAllChildrenResult },
  domain_checkpoint_lookup_by_name: { program: programs.REMOTE, number: 415, write: codecs.writeDomainCheckpointLookupByNameArguments, read: codecs.readDomainCheckpointLookupByNameResult },
  domain_checkpoint_get_parent: { program: programs.REMOTE, number: 416, write: codecs.writeDomainCheckpointGetParentArguments, read: codecs.readDomainCheckpointGetParentResult },
  domain_checkpoint_delete: { program: programs.REMOTE, number: 417, write: codecs.writeDomainCheckpointDeleteArguments, read: readNothing },
  domain_get_guest_info: { program: programs.REMOTE, number: 418, write: codecs.writeDomainGetGuestInfoArguments, read: codecs.readDomainGetGuestInfoResult },
  connect_set_identity: { program: programs.REMOTE, number: 419, write: codecs.writeConnectSetIdentityArguments, read: readNothing },
  domain_agent_set_response_timeout: { program: programs.REMOTE, number: 420, write: codecs.writeDomainAgentSetResponseTimeoutArguments, read: codecs.readDomainAgentSetResponseTimeoutResult },
  domain_backup_begin: { program: programs.REMOTE, number: 421, write: codecs.writeDomainBackupBeginArguments, read: readNothing },
  domain_backup_get_xml_desc: { program: programs.REMOTE, number: 422, write: codecs.writeDomainBackupGetXmlDescArguments, read: codecs.readDomainBackupGetXmlDescResult },
  domain_authorized_ssh_keys_get: { program: programs.REMOTE, number: 424, write: codecs.writeDomainAuthorizedSshKeysGetArguments, read: codecs.readDomainAuthorizedSshKeysGetResult },
  domain_authorized_ssh_keys_set: { program: programs.REMOTE, number: 425, write: codecs.writeDomainAuthorizedSshKeysSetArguments, read: readNothing },
  domain_get_messages: { program: programs.REMOTE, number: 426, write: codecs.writeDomainGetMessagesArguments, read: codecs.readDomainGetMessagesResult },
  domain_start_dirty_rate_calc: { program: programs.REMOTE, number: 427, write: codecs.writeDomainStartDirtyRateCalcArguments, read: readNothing },
  node_device_define_xml: { program: programs.REMOTE, number: 428, write: codecs.writeNodeDeviceDefineXmlArguments, read: codecs.readNodeDeviceDefineXmlResult },
  node_device_undefine: { program: programs.REMOTE, number: 429, write: codecs.writeNodeDeviceUndefineArguments, read: readNothing },
  node_device_create: { program: programs.REMOTE, number: 430, write: codecs.writeNodeDeviceCreateArguments, read: readNothing },
  nwfilter_define_xml_flags: { program: programs.REMOTE, number: 431, write: codecs.writeNwfilterDefineXmlFlagsArguments, read: codecs.readNwfilterDefineXmlFlagsResult },
  network_define_xml_flags: { program: programs.REMOTE, number: 432, write: codecs.writeNetworkDefineXmlFlagsArguments, read: codecs.readNetworkDefineXmlFlagsResult },
  node_device_get_autostart: { program: programs.REMOTE, number: 433, write: codecs.writeNodeDeviceGetAutostartArguments, read: codecs.readNodeDeviceGetAutostartResult },
  node_device_set_autostart: { program: programs.REMOTE, number: 434, write: codecs.writeNodeDeviceSetAutostartArguments, read: readNothing },
  node_device_is_persistent: { program: programs.REMOTE, number: 435, write: codecs.writeNodeDeviceIsPersistentArguments, read: codecs.readNodeDeviceIsPersistentResult },
  node_device_is_active: { program: programs.REMOTE, number: 436, write: codecs.writeNodeDeviceIsActiveArguments, read: codecs.readNodeDeviceIsActiveResult },
  network_create_xml_flags: { program: programs.REMOTE, number: 437, write: codecs.writeNetworkCreateXmlFlagsArguments, read: codecs.readNetworkCreateXmlFlagsResult },
  domain_set_launch_security_state: { program: programs.REMOTE, number: 439, write: codecs.writeDomainSetLaunchSecurityStateArguments, read: readNothing },
  domain_save_params: { program: programs.REMOTE, number: 440, write: codecs.writeDomainSaveParamsArguments, read: readNothing },
  domain_restore_params: { program: programs.REMOTE, number: 441, write: codecs.writeDomainRestoreParamsArguments, read: readNothing },
  domain_abort_job_flags: { program: programs.REMOTE, number: 442, write: codecs.writeDomainAbortJobFlagsArguments, read: readNothing },
  domain_fd_associate: { program: programs.REMOTE, number: 443, write: codecs.writeDomainFdAssociateArguments, read: readNothing },
  qemu_domain_monitor_command: { program: programs.QEMU, number: 1, write: codecs.writeQemuDomainMonitorCommandArguments, read: codecs.readQemuDomainMonitorCommandResult },
  qemu_domain_attach: { program: programs.QEMU, number: 2, write: codecs.writeQemuDomainAttachArguments, read: codecs.readQemuDomainAttachResult },
  qemu_domain_agent_command: { program: programs.QEMU, number: 3, write: codecs.writeQemuDomainAgentCommandArguments, read: codecs.readQemuDomainAgentCommandResult },
  qemu_connect_domain_monitor_event_register: { program: programs.QEMU, number: 4, write: codecs.writeQemuConnectDomainMonitorEventRegisterArguments, read: codecs.readQemuConnectDomainMonitorEventRegisterResult },
  qemu_connect_domain_monitor_event_deregister: { program: programs.QEMU, number: 5, write: codecs.writeQemuConnectDomainMonitorEventDeregisterArguments, read: readNothing },
  qemu_domain_monitor_command_with_files: { program: programs.QEMU, number: 7, write: codecs.writeQemuDomainMonitorCommandWithFilesArguments, read: codecs.readQemuDomainMonitorCommandWithFilesResult },
};
