import { parseArgs } from 'node:util';
import { closeDatabase } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { listPeople, resetTwoStep } from '#db/people/people.ts';
import { makeResetLink } from '#db/people/reset-password.ts';
import { invitationSchema, inviteStaff } from '#db/people/staff.ts';
import { ROLES } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { readMailAddress } from '#lib/mail/address.ts';
import { showAddress } from '#lib/mail/show-address.ts';

const USAGE = `Usage:
  npm run user:invite -- --email name@example.com --name "Name" --role ${ROLES.join('|')}
  npm run user:list
  npm run user:reset-two-step -- --email name@example.com
  npm run user:reset-password -- --email name@example.com`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
});

async function invite() {
  const parsed = invitationSchema.safeParse(values);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) console.error(`--${path.join('.')}: ${message}`);
    console.error(USAGE);
    return 1;
  }
  const invitation = await inviteStaff(parsed.data, null);
  if (!invitation) {
    console.error(`${showAddress(parsed.data.email)} is a member already`);
    return 1;
  }
  console.log(`Send this link to ${showAddress(parsed.data.email)}; it works once, for seven days:`);
  console.log(`${env.siteUrl}/newsroom/invitation/${invitation.token}`);
  return 0;
}

async function list() {
  const people = await listPeople();
  console.table(
    people.map(({ name, email, role, twoStepOn, passkeys, disabledAt }) => ({
      name,
      email: showAddress(email),
      role,
      code: twoStepOn ? 'yes' : 'no',
      passkeys,
      disabled: disabledAt ? 'yes' : '',
    })),
  );
  return 0;
}

const findPerson = async () =>
  (await listPeople()).find(({ email }) => email === readMailAddress(values.email ?? ''));

/** Makes a link to choose a new password; two-step sign-in is still required. */
async function resetPassword() {
  const person = await findPerson();
  if (!person) {
    console.error('--email: nobody here has this address');
    return 1;
  }
  const made = await makeResetLink(person.id, null);
  if ('fault' in made) {
    console.error(
      made.fault === 'disabled'
        ? `The account of ${showAddress(person.email)} is disabled: an administrator enables it on the page of people first`
        : made.fault,
    );
    return 1;
  }
  console.log(`Send this link to ${showAddress(person.email)}; it works once, for a day:`);
  console.log(`${env.siteUrl}/newsroom/reset/${made.token}`);
  return 0;
}

/**
 * Restores access for the only administrator when phone and backup codes are lost. Anyone who can run this
 * has the database anyway.
 */
async function reset() {
  const person = await findPerson();
  if (!person) {
    console.error(`--email: nobody here has this address`);
    return 1;
  }
  await resetTwoStep(person.id, null);
  console.log(
    `${showAddress(person.email)} signs in with the password alone once more, and must then set up the second step again.`,
  );
  return 0;
}

const commands: Record<string, () => Promise<number>> = {
  invite,
  list,
  'reset-two-step': reset,
  'reset-password': resetPassword,
};

async function run() {
  const command = commands[positionals[0] ?? ''];
  if (!command) {
    console.error(USAGE);
    return 1;
  }
  engine.migrate();
  return command();
}

process.exitCode = await run();
closeDatabase();
