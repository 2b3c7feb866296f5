/** `npm run setup:test`: installs what tests need beyond npm, on Debian and Ubuntu; elsewhere says what is missing. */
import { describeUnmet, findInstaller, findUnmet, install, TEST_NEEDS } from './system-packages.ts';

const unmet = findUnmet(TEST_NEEDS);
const installer = findInstaller();
if (unmet.length > 0 && (installer === null || !install(unmet, installer))) {
  console.error(describeUnmet(findUnmet(TEST_NEEDS)));
  process.exitCode = 1;
}
