// Asks the device for a passkey and puts what it says into the form. It reads nothing but this form, writes into its hidden fields and
// shows one of the sentences that stand in the page already.
'use strict';

const form = document.querySelector('form[data-passkey]');
const button = form.querySelector('button');

/// Bytes out of base64url, and back.
function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
function text(buffer) {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/// Shows the one sentence about `what`, or none.
function say(what) {
  for (const sentence of document.querySelectorAll('[data-when]')) sentence.hidden = sentence.dataset.when !== what;
}

function fill(name, buffer) {
  form.elements[name].value = buffer ? text(buffer) : '';
}

const asked = { challenge: bytes(form.dataset.question), timeout: 120_000 };
const extensions = { prf: { eval: { first: new TextEncoder().encode(form.dataset.input) } } };
const output = (credential) => credential.getClientExtensionResults().prf?.results?.first;

async function make() {
  const name = form.elements.name.value.trim();
  const known = form.dataset.known.split(' ').filter(Boolean);
  const made = await navigator.credentials.create({
    publicKey: {
      ...asked,
      rp: { id: form.dataset.host, name: 'Pana' },
      // The device keeps and shows the name of the key, and nothing of the person.
      user: { id: bytes(form.dataset.handle), name, displayName: name },
      pubKeyCredParams: [-7, -8].map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      excludeCredentials: known.map((id) => ({ type: 'public-key', id: bytes(id) })),
      extensions,
    },
  });
  fill('client_data', made.response.clientDataJSON);
  fill('attestation', made.response.attestationObject);
  fill('output', output(made) ?? (await second(made)));
}

/// Some devices give what their function says only when they sign. Where that is refused, the key stands in place of the code.
async function second(made) {
  if (!made.getClientExtensionResults().prf?.enabled) return undefined;
  say('again');
  try {
    const allowCredentials = [{ type: 'public-key', id: made.rawId }];
    const challenge = crypto.getRandomValues(new Uint8Array(32));
    const publicKey = { challenge, rpId: form.dataset.host, allowCredentials, userVerification: 'required', extensions };
    return output(await navigator.credentials.get({ publicKey }));
  } catch {
    return undefined;
  }
}

async function sign() {
  const publicKey = { ...asked, rpId: form.dataset.host, userVerification: 'required', extensions };
  const signed = await navigator.credentials.get({ publicKey });
  fill('passkey', signed.rawId);
  fill('client_data', signed.response.clientDataJSON);
  fill('authenticator_data', signed.response.authenticatorData);
  fill('signature', signed.response.signature);
  fill('handle', signed.response.userHandle);
  fill('output', output(signed));
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  // The question is good for five minutes.
  if (performance.now() > 280_000) return say('old');
  button.disabled = true;
  say('waiting');
  try {
    await (form.dataset.passkey === 'make' ? make() : sign());
    form.submit();
  } catch (error) {
    say({ InvalidStateError: 'known', SecurityError: 'elsewhere' }[error.name] ?? 'refused');
    button.disabled = false;
  }
});

const able = Boolean(globalThis.PublicKeyCredential && navigator.credentials);
button.hidden = !able;
say(able ? '' : 'missing');
