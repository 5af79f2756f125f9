-- Hosts are reached by ssh or by TLS from here on; those that were added before are reached by ssh.
UPDATE `managed_hosts` SET `route` = json_set(`route`, '$.transport', 'ssh')
WHERE CASE WHEN json_valid(`route`) THEN json_type(`route`, '$.transport') IS NULL ELSE 0 END;
