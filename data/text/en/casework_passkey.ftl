# Passkeys: signing in and confirming with one, adding and removing one.

passkey-sign-in = Sign in with a passkey
passkey-sign-in-about = With your fingerprint, your face or the PIN of your device. Nothing to type.
passkey-or = Or with passphrase and code
passkey-confirm = Confirm with a passkey instead
passkey-otherwise = Use passphrase and code instead

passkeys = Passkeys
passkeys-about = A passkey is a key inside your telephone, your computer or a security key. It answers to you alone and on this site alone: a false page gets nothing from it. Passphrase, code and recovery code stay as they are. If you lose the device, remove its passkey here.
passkeys-none = You have none yet.
passkey-opens = Signs you in by itself.
passkey-stands-in = Stands in place of the code. This device cannot open your keys, so you type your passphrase as well.
passkey-added = Added { $when }.
passkey-used = Last used { $when }.
passkey-unused = Not used yet.
passkey-remove = Remove

passkey-new-title = Add a passkey
passkey-new-lead = Your device will ask for fingerprint, face or PIN. Whatever it checks stays in the device. Your other sessions end.
passkey-new-button = Add this passkey
passkey-new-back = Back to the account
passkey-name = What you call it
passkey-name-hint = Such as “blue key” or “my telephone”. The device keeps and shows this name: write neither the centre nor a person into it.

passkey-in-title = Sign in with a passkey
passkey-in-lead = Your device will ask for fingerprint, face or PIN.
passkey-in-button = Ask my device
passkey-confirm-lead = What you are about to do affects others. Confirming counts for ten minutes.
passkey-confirm-button = Ask my device

passkey-off = Only a script can ask your device, and your browser runs none here. Passphrase and code do the same.
passkey-when-waiting = Your device is asking you now.
passkey-when-again = Once more, please: your device has to show that it opens your keys.
passkey-when-refused = Nothing came from your device: it was cancelled, it took too long, it did not recognise you, or it has no passkey for this site. Try again, or use passphrase and code.
passkey-when-known = This device has a passkey of your account already.
passkey-when-elsewhere = Your browser says that this page is not where your passkeys belong. Check the address before you type anything.
passkey-when-missing = This browser or this device knows no passkeys. Passphrase and code do the same.
passkey-when-old = This page was open for too long. Load it again.
passkey-mismatch = This answer does not fit. The passkey may have been removed, or the page was open for too long. Try again, or use passphrase and code.

passkey-passphrase-title = Now your passphrase
passkey-passphrase-lead = Your passkey is right and stands in place of the code. This device cannot open your keys, so your passphrase is needed as well.
passkey-passphrase-mismatch = The passphrase does not fit. Check the keyboard layout.

passkey-fault-empty = Give it a name.
passkey-fault-long = At most 40 letters in one line.
passkey-fault-known = This passkey is here already.

act-passkey-added = Added a passkey
act-passkey-removed = Removed a passkey
