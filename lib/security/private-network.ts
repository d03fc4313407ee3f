import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * Networks that are not public: this machine, private networks, cloud-internal ones, and IPv6 forms of IPv4
 * addresses.
 */
const PRIVATE = new BlockList();
for (const net of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
  // IPv4 as IPv6, in all its forms: compatible, translated, NAT64 (the well-known and the local prefix),
  // 6to4.
  '::/96',
  '::ffff:0:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2002::/16',
  // Other networks of IANA's special-purpose registry without public hosts: discard, protocols (including
  // Teredo), examples, segment routing.
  '100::/64',
  '100:0:0:1::/64',
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]) {
  const [address = '', bits] = net.split('/');
  PRIVATE.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
}

/** ISATAP: an IPv4 address at the end of any IPv6 network, after `5efe`. */
const isIsatap = (address: string): boolean =>
  /(?:^|:)5efe:[0-9a-f]{1,4}:[0-9a-f]{1,4}\]$/.test(URL.parse(`http://[${address}]`)?.hostname ?? '');

export function isPrivateAddress(address: string): boolean {
  // A zone refers to an interface of this machine: `fe80::1%eth0`.
  if (isIP(address) !== 6) return PRIVATE.check(address, 'ipv4');
  return address.includes('%') || PRIVATE.check(address, 'ipv6') || isIsatap(address);
}

/** The address in a host, without the brackets of IPv6; undefined for a name. */
export function addressOf(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) ? bare : undefined;
}

export class PrivateNetwork extends Error {}

/**
 * Resolves a name for a connection and fails if it has a private address. The connection uses the checked
 * address.
 */
export const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error('no address'), '', 0);
    if (addresses.some(({ address }) => isPrivateAddress(address)))
      return callback(new PrivateNetwork('leads inside'), '', 0);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};
