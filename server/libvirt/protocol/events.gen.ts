// Written by `npm run generate:protocol` from libvirt's protocol definitions. Do not edit.

import type { MessageType } from "../procedure";
import * as codecs from "./codecs.gen";
import { programs } from "./procedures.gen";
import type * as types from "./types.gen";

/** What each event carries. */
export interface EventMessage {
  domain_event_lifecycle: types.DomainEventLifecycleMessage;
  domain_event_reboot: types.DomainEventRebootMessage;
  domain_event_rtc_change: types.DomainEventRtcChangeMessage;
  domain_event_watchdog: types.DomainEventWatchdogMessage;
  domain_event_io_error: types.DomainEventIoErrorMessage;
  domain_event_graphics: types.DomainEventGraphicsMessage;
  domain_event_io_error_reason: types.DomainEventIoErrorReasonMessage;
  domain_event_control_error: types.DomainEventControlErrorMessage;
  domain_event_block_job: types.DomainEventBlockJobMessage;
  domain_event_disk_change: types.DomainEventDiskChangeMessage;
  domain_event_tray_change: types.DomainEventTrayChangeMessage;
  domain_event_pmwakeup: types.DomainEventPmwakeupMessage;
  domain_event_pmsuspend: types.DomainEventPmsuspendMessage;
  domain_event_balloon_change: types.DomainEventBalloonChangeMessage;
  domain_event_pmsuspend_disk: types.DomainEventPmsuspendDiskMessage;
  domain_event_device_removed: types.DomainEventDeviceRemovedMessage;
  network_event_lifecycle: types.NetworkEventLifecycleMessage;
  domain_event_callback_lifecycle: types.DomainEventCallbackLifecycleMessage;
  domain_event_callback_reboot: types.DomainEventCallbackRebootMessage;
  domain_event_callback_rtc_change: types.DomainEventCallbackRtcChangeMessage;
  domain_event_callback_watchdog: types.DomainEventCallbackWatchdogMessage;
  domain_event_callback_io_error: types.DomainEventCallbackIoErrorMessage;
  domain_event_callback_graphics: types.DomainEventCallbackGraphicsMessage;
  domain_event_callback_io_error_reason: types.DomainEventCallbackIoErrorReasonMessage;
  domain_event_callback_control_error: types.DomainEventCallbackControlErrorMessage;
  domain_event_callback_block_job: types.DomainEventCallbackBlockJobMessage;
  domain_event_callback_disk_change: types.DomainEventCallbackDiskChangeMessage;
  domain_event_callback_tray_change: types.DomainEventCallbackTrayChangeMessage;
  domain_event_callback_pmwakeup: types.DomainEventCallbackPmwakeupMessage;
  domain_event_callback_pmsuspend: types.DomainEventCallbackPmsuspendMessage;
  domain_event_callback_balloon_change: types.DomainEventCallbackBalloonChangeMessage;
  domain_event_callback_pmsuspend_disk: types.DomainEventCallbackPmsuspendDiskMessage;
  domain_event_callback_device_removed: types.DomainEventCallbackDeviceRemovedMessage;
  domain_event_block_job_2: types.DomainEventBlockJob2Message;
  domain_event_callback_tunable: types.DomainEventCallbackTunableMessage;
  domain_event_callback_agent_lifecycle: types.DomainEventCallbackAgentLifecycleMessage;
  domain_event_callback_device_added: types.DomainEventCallbackDeviceAddedMessage;
  domain_event_callback_migration_iteration: types.DomainEventCallbackMigrationIterationMessage;
  connect_event_connection_closed: types.ConnectEventConnectionClosedMessage;
  domain_event_callback_job_completed: types.DomainEventCallbackJobCompletedMessage;
  domain_event_callback_device_removal_failed: types.DomainEventCallbackDeviceRemovalFailedMessage;
  storage_pool_event_lifecycle: types.StoragePoolEventLifecycleMessage;
  storage_pool_event_refresh: types.StoragePoolEventRefreshMessage;
  node_device_event_lifecycle: types.NodeDeviceEventLifecycleMessage;
  node_device_event_update: types.NodeDeviceEventUpdateMessage;
  domain_event_callback_metadata_change: types.DomainEventCallbackMetadataChangeMessage;
  secret_event_lifecycle: types.SecretEventLifecycleMessage;
  secret_event_value_changed: types.SecretEventValueChangedMessage;
  domain_event_block_threshold: types.DomainEventBlockThresholdMessage;
  domain_event_memory_failure: types.DomainEventMemoryFailureMessage;
  domain_event_memory_device_size_change: types.DomainEventMemoryDeviceSizeChangeMessage;
  qemu_domain_monitor_event: types.QemuDomainMonitorEventMessage;
}

export type EventName = keyof EventMessage;

export const events: { readonly [E in EventName]: MessageType<EventMessage[E]> } = {
  domain_event_lifecycle: { program: programs.REMOTE, number: 107, read: codecs.readDomainEventLifecycleMessage },
  domain_event_reboot: { program: programs.REMOTE, number: 169, read: codecs.readDomainEventRebootMessage },
  domain_event_rtc_change: { program: programs.REMOTE, number: 170, read: codecs.readDomainEventRtcChangeMessage },
  domain_event_watchdog: { program: programs.REMOTE, number: 171, read: codecs.readDomainEventWatchdogMessage },
  domain_event_io_error: { program: programs.REMOTE, number: 172, read: codecs.readDomainEventIoErrorMessage },
  domain_event_graphics: { program: programs.REMOTE, number: 173, read: codecs.readDomainEventGraphicsMessage },
  domain_event_io_error_reason: { program: programs.REMOTE, number: 195, read: codecs.readDomainEventIoErrorReasonMessage },
  domain_event_control_error: { program: programs.REMOTE, number: 224, read: codecs.readDomainEventControlErrorMessage },
  domain_event_block_job: { program: programs.REMOTE, number: 241, read: codecs.readDomainEventBlockJobMessage },
  domain_event_disk_change: { program: programs.REMOTE, number: 248, read: codecs.readDomainEventDiskChangeMessage },
  domain_event_tray_change: { program: programs.REMOTE, number: 268, read: codecs.readDomainEventTrayChangeMessage },
  domain_event_pmwakeup: { program: programs.REMOTE, number: 269, read: codecs.readDomainEventPmwakeupMessage },
  domain_event_pmsuspend: { program: programs.REMOTE, number: 270, read: codecs.readDomainEventPmsuspendMessage },
  domain_event_balloon_change: { program: programs.REMOTE, number: 276, read: codecs.readDomainEventBalloonChangeMessage },
  domain_event_pmsuspend_disk: { program: programs.REMOTE, number: 292, read: codecs.readDomainEventPmsuspendDiskMessage },
  domain_event_device_removed: { program: programs.REMOTE, number: 311, read: codecs.readDomainEventDeviceRemovedMessage },
  network_event_lifecycle: { program: programs.REMOTE, number: 315, read: codecs.readNetworkEventLifecycleMessage },
  domain_event_callback_lifecycle: { program: programs.REMOTE, number: 318, read: codecs.readDomainEventCallbackLifecycleMessage },
  domain_event_callback_reboot: { program: programs.REMOTE, number: 319, read: codecs.readDomainEventCallbackRebootMessage },
  domain_event_callback_rtc_change: { program: programs.REMOTE, number: 320, read: codecs.readDomainEventCallbackRtcChangeMessage },
  domain_event_callback_watchdog: { program: programs.REMOTE, number: 321, read: codecs.readDomainEventCallbackWatchdogMessage },
  domain_event_callback_io_error: { program: programs.REMOTE, number: 322, read: codecs.readDomainEventCallbackIoErrorMessage },
  domain_event_callback_graphics: { program: programs.REMOTE, number: 323, read: codecs.readDomainEventCallbackGraphicsMessage },
  domain_event_callback_io_error_reason: { program: programs.REMOTE, number: 324, read: codecs.readDomainEventCallbackIoErrorReasonMessage },
  domain_event_callback_control_error: { program: programs.REMOTE, number: 325, read: codecs.readDomainEventCallbackControlErrorMessage },
  domain_event_callback_block_job: { program: programs.REMOTE, number: 326, read: codecs.readDomainEventCallbackBlockJobMessage },
  domain_event_callback_disk_change: { program: programs.REMOTE, number: 327, read: codecs.readDomainEventCallbackDiskChangeMessage },
  domain_event_callback_tray_change: { program: programs.REMOTE, number: 328, read: codecs.readDomainEventCallbackTrayChangeMessage },
  domain_event_callback_pmwakeup: { program: programs.REMOTE, number: 329, read: codecs.readDomainEventCallbackPmwakeupMessage },
  domain_event_callback_pmsuspend: { program: programs.REMOTE, number: 330, read: codecs.readDomainEventCallbackPmsuspendMessage },
  domain_event_callback_balloon_change: { program: programs.REMOTE, number: 331, read: codecs.readDomainEventCallbackBalloonChangeMessage },
  domain_event_callback_pmsuspend_disk: { program: programs.REMOTE, number: 332, read: codecs.readDomainEventCallbackPmsuspendDiskMessage },
  domain_event_callback_device_removed: { program: programs.REMOTE, number: 333, read: codecs.readDomainEventCallbackDeviceRemovedMessage },
  domain_event_block_job_2: { program: programs.REMOTE, number: 339, read: codecs.readDomainEventBlockJob2Message },
  domain_event_callback_tunable: { program: programs.REMOTE, number: 346, read: codecs.readDomainEventCallbackTunableMessage },
  domain_event_callback_agent_lifecycle: { program: programs.REMOTE, number: 348, read: codecs.readDomainEventCallbackAgentLifecycleMessage },
  domain_event_callback_device_added: { program: programs.REMOTE, number: 354, read: codecs.readDomainEventCallbackDeviceAddedMessage },
  domain_event_callback_migration_iteration: { program: programs.REMOTE, number: 359, read: codecs.readDomainEventCallbackMigrationIterationMessage },
  connect_event_connection_closed: { program: programs.REMOTE, number: 362, read: codecs.readConnectEventConnectionClosedMessage },
  domain_event_callback_job_completed: { program: programs.REMOTE, number: 363, read: codecs.readDomainEventCallbackJobCompletedMessage },
  domain_event_callback_device_removal_failed: { program: programs.REMOTE, number: 367, read: codecs.readDomainEventCallbackDeviceRemovalFailedMessage },
  storage_pool_event_lifecycle: { program: programs.REMOTE, number: 370, read: codecs.readStoragePoolEventLifecycleMessage },
  storage_pool_event_refresh: { program: programs.REMOTE, number: 373, read: codecs.readStoragePoolEventRefreshMessage },
  node_device_event_lifecycle: { program: programs.REMOTE, number: 376, read: codecs.readNodeDeviceEventLifecycleMessage },
  node_device_event_update: { program: programs.REMOTE, number: 377, read: codecs.readNodeDeviceEventUpdateMessage },
  domain_event_callback_metadata_change: { program: programs.REMOTE, number: 379, read: codecs.readDomainEventCallbackMetadataChangeMessage },
  secret_event_lifecycle: { program: programs.REMOTE, number: 382, read: codecs.readSecretEventLifecycleMessage },
  secret_event_value_changed: { program: programs.REMOTE, number: 383, read: codecs.readSecretEventValueChangedMessage },
  domain_event_block_threshold: { program: programs.REMOTE, number: 385, read: codecs.readDomainEventBlockThresholdMessage },
  domain_event_memory_failure: { program: programs.REMOTE, number: 423, read: codecs.readDomainEventMemoryFailureMessage },
  domain_event_memory_device_size_change: { program: programs.REMOTE, number: 438, read: codecs.readDomainEventMemoryDeviceSizeChangeMessage },
  qemu_domain_monitor_event: { program: programs.QEMU, number: 6, read: codecs.readQemuDomainMonitorEventMessage },
};
