import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * What is not the open network: this machine, the house's own nets, the cloud's neighbours, and what wraps an
 * IPv4 address in IPv6.
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
  // IPv4 written as IPv6, in each of the ways there have been: compatible, translated, behind NAT64 (the
  // known prefix and the local one), 6to4.
  '::/96',
  '::ffff:0:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2002::/16',
  // The rest of IANA's special registry that leads to no host of the open network: discard, protocols (Teredo
  // among them), examples, segment routing.
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

/** ISATAP: an IPv4 address at the end of any IPv6 net, behind `5efe`. */
const isIsatap = (address: string): boolean =>
  /(?:^|:)5efe:[0-9a-f]{1,4}:[0-9a-f]{1,4}\]$/.test(URL.parse(`http://[${address}]`)?.hostname ?? '');

export function isPrivateAddress(address: string): boolean {
  // A zone names a link of this machine: `fe80::1%eth0`.
  if (isIP(address) !== 6) return PRIVATE.check(address, 'ipv4');
  return address.includes('%') || PRIVATE.check(address, 'ipv6') || isIsatap(address);
}

/** A host written as an address, without the brackets of IPv6; nothing for a name. */
export function addressOf(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) ? bare : undefined;
}

export class PrivateNetwork extends Error {}

/**
 * Resolves a name for a connection, and fails when it leads inside: what is connected to is what was looked
 * at.
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
