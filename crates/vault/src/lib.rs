//! Keys, sealing, search tokens, and a log that shows tampering. Knows no case and no policy: bytes, names and keys.
