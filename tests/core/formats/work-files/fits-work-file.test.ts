import { expect, test } from 'vitest';
import { fitsWorkFile } from '../../../../core/formats/work-files/fits-work-file.ts';
import { serializeWork } from '../../../../core/text/work-file.ts';
import { sampleWork } from '../../text/sample-work.ts';

test('a work fits as long as its text is no longer than allowed', () => {
  const { length } = JSON.stringify(serializeWork(sampleWork));
  expect(fitsWorkFile(sampleWork)).toBe(true);
  expect(fitsWorkFile(sampleWork, length)).toBe(true);
  expect(fitsWorkFile(sampleWork, length - 1)).toBe(false);
});
