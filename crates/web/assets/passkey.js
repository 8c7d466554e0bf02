// Hands a page's question to the device's passkeys and the answer to the form. Without it, or
// without passkeys, the page says how else to sign in.
"use strict";
(() => {
  const form = document.querySelector("form[data-passkey]");
  const failed = document.querySelector("[data-passkey-failed]");
  if (!form || !window.PublicKeyCredential) return;
  failed.hidden = true;
  form.hidden = false;

  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const put = (name, value) => { form.elements[name].value = value; };

  const ask = async () => {
    const publicKey = JSON.parse(form.dataset.options);
    publicKey.challenge = bytes(publicKey.challenge);
    const making = form.dataset.passkey === "create";
    if (making) {
      publicKey.user.id = bytes(publicKey.user.id);
      for (const known of publicKey.excludeCredentials) known.id = bytes(known.id);
    }
    const made = await navigator.credentials[making ? "create" : "get"]({ publicKey });
    const said = made.response;
    put("credential", text(made.rawId));
    put("client_data", text(said.clientDataJSON));
    if (making) {
      put("device_data", text(said.getAuthenticatorData()));
      put("public_key", text(said.getPublicKey()));
      put("algorithm", said.getPublicKeyAlgorithm());
    } else {
      put("device_data", text(said.authenticatorData));
      put("signature", text(said.signature));
    }
    form.submit();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask().catch(() => { failed.hidden = false; });
  });
})();
