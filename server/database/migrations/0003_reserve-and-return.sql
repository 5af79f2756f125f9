-- The acts have the field's names now; jobs of before, interrupted ones among them, go on under these.
UPDATE `jobs` SET
  `kind` = CASE `kind` WHEN 'give-away' THEN 'reserve' WHEN 'give-back' THEN 'return' ELSE `kind` END,
  `input` = replace(replace(`input`, '"give-away"', '"reserve"'), '"give-back"', '"return"')
WHERE `kind` IN ('give-away', 'give-back');
