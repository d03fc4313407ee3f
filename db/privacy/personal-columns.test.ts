import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import { expect, it } from 'vitest';
import * as tables from '#db/tables/tables.ts';

/** Columns that hold something of a person outside the texts they publish, and what ends it. */
const ENDS: Record<string, string> = {
  'comment_contacts.email_cipher': 'forgetAddresses, forgetUnconfirmed',
  'comment_contacts.email_index': 'forgetAddresses, forgetUnconfirmed',
  'comment_contacts.network_index': 'forgetNetworks',
  'comment_contacts.network_expires_at': 'forgetNetworks',
  'comment_notices.email_cipher': 'forgetAddresses, forgetUnconfirmed',
  'comment_notices.email_index': 'forgetAddresses, forgetUnconfirmed',
  'comment_reports.source': 'a keyed hash that holds the day: nobody can be found by it on another day',
  'comment_appreciations.source': 'a keyed hash that holds the day: nobody can be found by it on another day',
  'writer_addresses.email_index': 'forgetWriterLinks, forgetConfirmed',
  'writer_links.email_index': 'forgetWriterLinks',
  'writer_links.source': 'forgetWriterLinks',
  'users.email': 'an account of the staff',
  'users.email_verified': 'an account of the staff',
  'sessions.ip_address': 'the end of the session',
  'invitations.email': 'the end of the invitation',
  'account_links.email': 'forgetLinks',
};

it('every column with an address or a network has something that ends it', () => {
  const found = Object.values(tables)
    .filter((each) => is(each, Table))
    .flatMap((table) =>
      Object.values(getTableColumns(table)).map((column) => `${getTableName(table)}.${column.name}`),
    )
    .filter((name) => /\.(?:.*(?:email|network|ip_address|phone).*|.*_cipher|.*_index|source)$/.test(name))
    // The dateline and the settings of the site are published.
    .filter((name) => !/^(?:articles\.source|settings\.)/.test(name));
  expect(found.toSorted()).toEqual(Object.keys(ENDS).toSorted());
});
