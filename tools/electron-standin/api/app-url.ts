/**
 * Chromium opens no scheme it does not know, so a page of `SCHEME://HOST/path` is loaded from
 * `https://HOST.SCHEME.invalid/path`. The domain "invalid" is reserved and never resolves.
 */
const SUFFIX = '.invalid';

/** The URL Chromium gets for one of the app's; any other stays as it is. */
export function toChromiumUrl(url: string, schemes: ReadonlySet<string>): string {
  const { protocol, host, pathname, search, hash } = new URL(url);
  const scheme = protocol.slice(0, -1);
  return schemes.has(scheme) ? `https://${host}.${scheme}${SUFFIX}${pathname}${search}${hash}` : url;
}

/** The app's URL for one of Chromium's; any other stays as it is. */
export function toAppUrl(url: string, schemes: ReadonlySet<string>): string {
  if (!URL.canParse(url)) return url;
  const { protocol, hostname, pathname, search, hash } = new URL(url);
  if (protocol !== 'https:' || !hostname.endsWith(SUFFIX)) return url;
  const name = hostname.slice(0, -SUFFIX.length);
  const dot = name.lastIndexOf('.');
  const scheme = name.slice(dot + 1);
  return dot > 0 && schemes.has(scheme)
    ? `${scheme}://${name.slice(0, dot)}${pathname}${search}${hash}`
    : url;
}
