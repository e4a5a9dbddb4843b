# Another passphrase, as a page.

passphrase-title = Change the passphrase
passphrase-lead = Your other sessions end. Nobody else can do this for you, and your recovery code stays as it is.
passphrase-current = Passphrase of now
passphrase-button = Change it
