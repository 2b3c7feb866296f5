/**
 * Imported first by tests whose subject reaches the package `electron` (by way of electron-store): outside Electron it is
 * a path to the executable, and fetches that executable unless it is told where one would be.
 */
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/nowhere';
