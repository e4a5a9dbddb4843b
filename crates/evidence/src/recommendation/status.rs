//! Status: what became of a recommendation, derived from dated evidence and explained.
//!
//! The rules stand in `status.md` beside this file, with what always holds of them. In short: pieces that came before the
//! recommendation, that are not public yet or that decide nothing are set aside and named. Of the rest, a contradiction that
//! stands makes *regressed*; a support in full without any limit *implemented*; any support *partly*; limits alone *not
//! started*. Where nothing is left, later silence is *unanswered* and no later fact at all is *evidence missing*. The
//! weight a person gave a piece says how far that piece goes if taken alone; it is never the answer.

use jiff::civil::Date;

use super::Action;
use super::evidence::{Effect, Grade, Piece, Standing, Weight};
use crate::observation::coded;

coded! {
    /// What became of a recommendation, from worst to best: the order that the laws in `status.md` speak of.
    Status {
        /// The opposite was done.
        Regressed = "regressed",
        /// Later sources name what is missing, and none names what was done.
        NotStarted = "not_started",
        /// Later sources speak of the matter, and none gives an answer.
        Unanswered = "unanswered",
        /// Nothing later is known.
        EvidenceMissing = "evidence_missing",
        /// A part is done.
        Partly = "partly",
        /// All of it is done, as far as is known.
        Implemented = "implemented",
    }
}

coded! {
    /// Why a status was reached, and what qualifies it.
    Reason {
        /// A fact shows the opposite of what was asked, and nothing later has lifted that.
        Contradicted = "contradicted",
        /// A fact showed the opposite; later all of it was done.
        ContradictionLifted = "contradiction_lifted",
        /// A fact shows that all of it is done.
        ShownInFull = "shown_in_full",
        /// The facts show a part of it.
        ShownInPart = "shown_in_part",
        /// Something asked for is not there.
        Limited = "limited",
        /// Conduct was asked for, and there are only texts.
        OnPaperOnly = "on_paper_only",
        /// Conduct was asked for, and no sound figure shows it.
        EffectNotMeasured = "effect_not_measured",
        /// Only what is missing is known.
        OnlyLimits = "only_limits",
        /// A later source speaks of the matter, and no answer is in it.
        LaterSourceWithoutAnswer = "later_source_without_answer",
        /// No later fact is known.
        NothingLater = "nothing_later",
    }
}

coded! {
    /// Why a piece was set aside.
    Why {
        /// The fact it names is not known here.
        Unknown = "unknown",
        /// It speaks of something else.
        NotApplicable = "not_applicable",
        /// The recommendation has no date.
        AskedUndated = "asked_undated",
        /// The fact has no date.
        Undated = "undated",
        /// It is not certainly later than the recommendation.
        NotLater = "not_later",
        /// It was published later and speaks of a time before.
        SpeaksOfBefore = "speaks_of_before",
        /// It was not certainly public on the day asked about.
        NotYetPublic = "not_yet_public",
        /// It decides nothing.
        Context = "context",
        /// It is linked as a support and, in the judgement of the linker, shows no progress.
        ShowsNoProgress = "shows_no_progress",
    }
}

coded! {
    /// Done on paper?
    Formal {
        /// No supporting text is known.
        NotShown = "not_shown",
        /// A text is being drafted.
        Drafted = "drafted",
        /// A text stands.
        Done = "done",
    }
}

coded! {
    /// Done in fact?
    Effective {
        /// The opposite is the case.
        Reversed = "reversed",
        /// Nothing tells.
        NotShown = "not_shown",
        /// Somebody says so, without a sound figure.
        Reported = "reported",
        /// A sound figure shows it.
        Observed = "observed",
    }
}

/// What was asked, as far as the rules need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The day by which the recommendation was certainly public.
    pub public: Option<Date>,
    /// The kind of act; where it is unknown, conduct is assumed, so that a text alone is never enough.
    pub action: Option<Action>,
}

/// A piece that counts, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// The piece.
    pub piece: Piece,
    /// The day by which it was certainly public.
    pub public: Date,
    /// What kind of proof it is.
    pub grade: Grade,
}

/// A piece that does not count, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The piece.
    pub piece: Piece,
    /// Why.
    pub why: Why,
}

/// A derived status with everything it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The status.
    pub status: Status,
    /// Whether evidence of the effect is missing besides.
    pub evidence_missing: bool,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Done on paper?
    pub formal: Formal,
    /// Done in fact?
    pub effective: Effective,
    /// The pieces that count.
    pub used: Vec<Used>,
    /// The pieces that do not.
    pub set_aside: Vec<SetAside>,
}

/// Derives the status of a recommendation from its pieces, as far as they were public on a day.
pub fn assess(asked: Asked, pieces: &[Piece], as_of: Option<Date>) -> Assessment {
    let (used, set_aside) = sort_out(asked, pieces, as_of);
    let evidence = Evidence::of(asked, &used);
    let (status, mut reasons) = evidence.status(&set_aside);
    let effective = evidence.effective();
    let done = matches!(status, Status::Partly | Status::Implemented);
    let evidence_missing = done && evidence.conduct && effective != Effective::Observed;
    reasons.extend(evidence_missing.then_some(Reason::EffectNotMeasured));
    let formal = evidence.formal();
    Assessment { status, evidence_missing, reasons, formal, effective, used, set_aside }
}

fn sort_out(asked: Asked, pieces: &[Piece], as_of: Option<Date>) -> (Vec<Used>, Vec<SetAside>) {
    let mut ordered: Vec<&Piece> = pieces.iter().collect();
    ordered.sort();
    let (mut used, mut set_aside) = (Vec::new(), Vec::new());
    for piece in ordered {
        match counts(asked, piece, as_of) {
            Ok((public, grade)) => used.push(Used { piece: piece.clone(), public, grade }),
            Err(why) => set_aside.push(SetAside { piece: piece.clone(), why }),
        }
    }
    (used, set_aside)
}

/// Whether a piece counts: since when, and as what kind of proof.
fn counts(asked: Asked, piece: &Piece, as_of: Option<Date>) -> Result<(Date, Grade), Why> {
    let standing = piece.standing.as_ref().ok_or(Why::Unknown)?;
    if piece.link.effect == Effect::NotApplicable {
        return Err(Why::NotApplicable);
    }
    let public = public_since(asked.public.ok_or(Why::AskedUndated)?, standing, as_of)?;
    match (piece.link.effect, piece.link.shows) {
        (Effect::Context, _) => Err(Why::Context),
        (Effect::Supports, Some(Weight::NotImplemented | Weight::Regressed | Weight::NoEvidence)) => {
            Err(Why::ShowsNoProgress)
        }
        _ => Ok((public, standing.grade)),
    }
}

fn public_since(asked: Date, standing: &Standing, as_of: Option<Date>) -> Result<Date, Why> {
    if standing.marks.is_empty() {
        return Err(Why::Undated);
    }
    let later = || standing.marks.iter().filter(|mark| mark.earliest > asked).map(|mark| mark.certain);
    let first = later().min().ok_or(Why::NotLater)?;
    if standing.speaks_until.is_some_and(|until| until <= asked) {
        return Err(Why::SpeaksOfBefore);
    }
    if as_of.is_some_and(|day| first > day) { Err(Why::NotYetPublic) } else { Ok(first) }
}

/// The pieces that count, by what they do.
struct Evidence<'a> {
    supports: Vec<&'a Used>,
    limits: Vec<&'a Used>,
    standing: Vec<&'a Used>,
    lifted: Vec<&'a Used>,
    conduct: bool,
}

impl<'a> Evidence<'a> {
    fn of(asked: Asked, used: &'a [Used]) -> Self {
        let with = |effect| used.iter().filter(|used| used.piece.link.effect == effect).collect::<Vec<&Used>>();
        let supports = with(Effect::Supports);
        let lifts = supports.iter().filter(|used| shows_all(used)).map(|used| used.public).max();
        let (lifted, standing) =
            with(Effect::Contradicts).into_iter().partition(|against| lifts.is_some_and(|day| day > against.public));
        let conduct = !asked.action.is_some_and(Action::asks_for_a_text);
        Self { supports, limits: with(Effect::Limits), standing, lifted, conduct }
    }

    fn status(&self, set_aside: &[SetAside]) -> (Status, Vec<Reason>) {
        let mut reasons = Vec::new();
        reasons.extend((!self.standing.is_empty()).then_some(Reason::Contradicted));
        reasons.extend((!self.lifted.is_empty()).then_some(Reason::ContradictionLifted));
        let all = self.supports.iter().any(|used| shows_all(used));
        let on_paper = self.conduct && !self.supports.iter().any(|used| used.grade.is_fact());
        if !self.supports.is_empty() {
            reasons.push(if all { Reason::ShownInFull } else { Reason::ShownInPart });
            reasons.extend(on_paper.then_some(Reason::OnPaperOnly));
        }
        reasons.extend((!self.limits.is_empty()).then_some(Reason::Limited));
        let limited = !self.limits.is_empty() || !self.lifted.is_empty();
        let status = if !self.standing.is_empty() {
            Status::Regressed
        } else if all && !on_paper && !limited {
            Status::Implemented
        } else if !self.supports.is_empty() {
            Status::Partly
        } else if limited {
            reasons.push(Reason::OnlyLimits);
            Status::NotStarted
        } else if set_aside.iter().any(shows_silence) {
            reasons.push(Reason::LaterSourceWithoutAnswer);
            Status::Unanswered
        } else {
            reasons.push(Reason::NothingLater);
            Status::EvidenceMissing
        };
        (status, reasons)
    }

    fn formal(&self) -> Formal {
        let best = self.supports.iter().map(|used| used.grade).filter(|grade| !grade.is_fact()).max();
        match best {
            Some(Grade::Text) => Formal::Done,
            Some(_) => Formal::Drafted,
            None => Formal::NotShown,
        }
    }

    fn effective(&self) -> Effective {
        let best = self.supports.iter().map(|used| used.grade).max();
        match best {
            _ if !self.standing.is_empty() => Effective::Reversed,
            Some(Grade::Figure) => Effective::Observed,
            Some(grade) if grade.is_fact() => Effective::Reported,
            _ => Effective::NotShown,
        }
    }
}

/// A text still in the making shows nothing in full, whatever the linker thought of it.
fn shows_all(used: &Used) -> bool {
    used.piece.link.shows == Some(Weight::Implemented) && used.grade > Grade::Draft
}

/// Context passed every test of dates before it was set aside as context, so it is later.
fn shows_silence(aside: &SetAside) -> bool {
    aside.why == Why::Context && aside.piece.link.shows == Some(Weight::NotImplemented)
}
