# Passkeys, and a provider of identities.
passkey-title = Passkeys
passkey-lead = A passkey signs you in with your device’s own lock: a finger, a face, a PIN. It stays on the device.
passkey-none = You have none yet.
passkey-added = Added on { $day }
passkey-used = Last used on { $day }
passkey-remove = Remove
passkey-add = Add a passkey
passkey-add-lead = Give it a name you will know it by, then follow your device.
passkey-name = Name, for instance “My phone”
passkey-go = Continue with your device
passkey-sign-in = Sign in with a passkey
passkey-sign-in-lead = Your device asks who you are; what it asks for does not leave it.
passkey-failed = This needs scripts and a device with passkeys, and your device’s yes.
passkey-back = Choose another way
passkey-provider = Sign in with { $name }
said-passkey-added = The passkey was added.
said-passkey-removed = The passkey was removed. Remove it on your device too.
