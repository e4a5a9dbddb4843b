//! What happens in the confided room, as the log names it.

/// An act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Somebody signed in.
    SignIn,
    /// A try to sign in that did not fit.
    SignInRefused,
    /// Somebody signed out, or a session was ended.
    SignOut,
    /// All sessions of somebody were ended by whoever keeps accounts.
    EndSessions,
    /// The session says what it is for.
    Purpose,
    /// Somebody confirmed who she is.
    Confirm,
    /// An account was made.
    Invite,
    /// Somebody took her account over with her own passphrase.
    Join,
    /// A passphrase, code or key was changed.
    Credentials,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// An account was ended.
    EndAccount,
    /// A recovery code was used.
    Recover,
    /// A centre was made.
    Centre,
    /// A case was opened.
    OpenCase,
    /// Something was read.
    Read,
    /// More cases were opened in a day than the limit of the house.
    ManyCases,
    /// A search, by tokens.
    Search,
    /// Something was written.
    Write,
    /// Something was refused by the policy.
    Denied,
    /// Somebody was let in.
    Grant,
    /// Somebody's keys were taken away.
    Revoke,
    /// A paper was printed.
    Print,
    /// A file was taken out.
    Export,
    /// A case was opened in an emergency.
    Emergency,
    /// A class or a whole record was erased.
    Erase,
    /// A backup was made, or one was put back.
    Backup,
    /// Somebody set out to change something in the public room. How it ended stands in the next act on it.
    PublicBegun,
    /// Something was changed in the public room.
    Public,
    /// Something was to be changed in the public room, and was not.
    PublicFailed,
}

impl Act {
    /// All.
    pub const ALL: [Self; 30] = [
        Self::SignIn,
        Self::SignInRefused,
        Self::SignOut,
        Self::EndSessions,
        Self::Purpose,
        Self::Confirm,
        Self::Invite,
        Self::Join,
        Self::Credentials,
        Self::PasskeyAdded,
        Self::PasskeyRemoved,
        Self::EndAccount,
        Self::Recover,
        Self::Centre,
        Self::OpenCase,
        Self::Read,
        Self::ManyCases,
        Self::Search,
        Self::Write,
        Self::Denied,
        Self::Grant,
        Self::Revoke,
        Self::Print,
        Self::Export,
        Self::Emergency,
        Self::Erase,
        Self::Backup,
        Self::PublicBegun,
        Self::Public,
        Self::PublicFailed,
    ];

    /// The name in the log, and the end of the message key.
    pub fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::SignInRefused => "sign-in-refused",
            Self::SignOut => "sign-out",
            Self::EndSessions => "end-sessions",
            Self::Purpose => "purpose",
            Self::Confirm => "confirm",
            Self::Invite => "invite",
            Self::Join => "join",
            Self::Credentials => "credentials",
            Self::PasskeyAdded => "passkey-added",
            Self::PasskeyRemoved => "passkey-removed",
            Self::EndAccount => "end-account",
            Self::Recover => "recover",
            Self::Centre => "centre",
            Self::OpenCase => "open-case",
            Self::Read => "read",
            Self::ManyCases => "many-cases",
            Self::Search => "search",
            Self::Write => "write",
            Self::Denied => "denied",
            Self::Grant => "grant",
            Self::Revoke => "revoke",
            Self::Print => "print",
            Self::Export => "export",
            Self::Emergency => "emergency",
            Self::Erase => "erase",
            Self::Backup => "backup",
            Self::PublicBegun => "public-begun",
            Self::Public => "public",
            Self::PublicFailed => "public-failed",
        }
    }
}
