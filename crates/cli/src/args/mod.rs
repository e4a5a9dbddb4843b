//! What can be typed.

pub mod confided;
mod estimate;
mod index;

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use pana_text::Lang;

pub use estimate::{Draws, Estimate, EstimateWhat, Missing, Mse, Nsum, Rds, Survey};
pub use index::Index;

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  failed: a file, a database or the network could not be used
  2  the command was typed wrongly
  3  refused: the question cannot be answered from the facts, and the reason is given
  4  the input has faults; each is listed with file, line and column
  5  what is kept was altered or is damaged; the first bad place is named";

/// Carries a country's response to human trafficking and modern slavery from the single case to the published figure.
#[derive(Debug, Parser)]
#[command(name = "pana", version, after_help = EXIT_CODES)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a data folder with the built-in facts and serve the observatory
    Demo(Demo),
    /// Serve the observatory from a data folder or a database
    Serve(Serve),
    /// Bring facts in
    Import(Import),
    /// Score ratings of government response by a ruleset
    Score(Score),
    /// Make the snapshot of a country as a page, a PDF or JSON
    Snapshot(Snapshot),
    /// List observations, as of today or of a day in the past
    Observations(Observations),
    /// State the trend of an indicator, or why there is none
    Trend(Trend),
    /// Check claims against the evidence, or record what a person decided
    Claims(Claims),
    /// Assess a table of countries and years by a rule that an assessor has published
    Assess(Assess),
    /// Write the public room in an open format
    Export(Export),
    /// Write the public room of a country as a folder of files that works on any web host and offline on a phone
    Publish(Publish),
    /// Say what became of recommendations, and why: regressed and unanswered first
    Recommendations(Recommendations),
    /// List commitments: treaties, laws, plans, measures, with who answers for them and what is late
    Commitments(Commitments),
    /// Ask about plans of measures
    Plan(Plan),
    /// Estimate a hidden number, with its interval and how far to trust it
    Estimate(Estimate),
    /// Make a composite index from a model file and a table, with the intervals of its ranks
    Index(Index),
    /// Search everything public, in Kazakh, Russian or English
    Search(Search),
    /// Make the confided room and invite its first administrator
    Init(confided::Init),
    /// Accounts of the confided room: invite, list, end, start anew
    User(confided::User),
    /// Who may see and do what in the confided room
    Policy(confided::Policy),
    /// Show whether the log of the confided room is whole
    Audit(confided::Audit),
    /// Erase what is kept no longer
    Retention(confided::Retention),
    /// Make an encrypted backup of the confided room
    Backup(confided::Backup),
    /// Put a backup of the confided room back
    Restore(confided::Restore),
    /// Look through everything of the confided room for damage
    Scrub(confided::Look),
    /// Check how this machine keeps the confided room
    Doctor(confided::Look),
    /// The key that opens backups, on paper shares
    Recovery(confided::Recovery),
}

#[derive(Debug, ClapArgs)]
pub struct Search {
    /// What to look for; "words in quotation marks" follow each other, and after `--` a -word must not occur
    #[arg(required = true)]
    pub words: Vec<String>,
    /// Only this kind: place, indicator, method, source, observation, or a table such as findings or claims
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// The language of the answer; texts in it come first
    #[arg(long, value_parser = lang, default_value = "en", value_name = "LANG")]
    pub lang: Lang,
    /// How many results at most
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: u32,
    /// Print JSON instead of text
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub place: Place,
}

#[derive(Debug, ClapArgs)]
pub struct Export {
    /// The format
    #[arg(value_enum)]
    pub format: ExportFormat,
    /// The folder for all files of the format [default: the main file to stdout]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The language of headings, where the format has them
    #[arg(long, value_parser = lang, default_value = "en", value_name = "LANG")]
    pub lang: Lang,
    /// Where the pages are served, for addresses in the files
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub base: String,
    #[command(flatten)]
    pub place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Verdicts of named persons as schema.org ClaimReview (JSON-LD)
    Claimreview,
    /// Observations as SDMX-CSV 2.0 with their structure
    Sdmx,
    /// Every table with its description, as a Frictionless Data Package
    Datapackage,
    /// Observations as a sheet with the hashtags of the Humanitarian Exchange Language
    Hxl,
    /// Every table as CSV
    Csv,
}

#[derive(Debug, ClapArgs)]
pub struct Publish {
    /// The folder; new, empty, or made by this command before
    pub dir: PathBuf,
    /// The country [default: the one this copy is about]
    #[arg(long, value_name = "CODE")]
    pub country: Option<String>,
    #[command(flatten)]
    pub place: Place,
    /// Print what was written as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, ClapArgs)]
pub struct Claims {
    #[command(subcommand)]
    pub what: ClaimsWhat,
}

#[derive(Debug, Subcommand)]
pub enum ClaimsWhat {
    /// Lay the evidence beside claims: verdict, reasons, figures used and refused
    Check {
        /// A table of claims (CSV, columns as in the pack) instead of the recorded ones
        #[arg(long, value_name = "FILE")]
        file: Option<PathBuf>,
        /// Only this claim
        #[arg(long, value_name = "ID")]
        claim: Option<String>,
        /// Use only what had been published by this day
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
        /// The language of the sentences
        #[arg(long, value_parser = lang, default_value = "en", value_name = "LANG")]
        lang: Lang,
        /// Print the answers as JSON, with sentences in every language
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        place: Place,
    },
    /// Record a named person's verdict beside the proposed one
    Decide {
        /// The claim
        claim: String,
        /// consistent, consistent_incomplete, contradicted, disputed, internally_inconsistent, not_comparable or unverifiable
        #[arg(long)]
        verdict: String,
        /// The person's name
        #[arg(long)]
        by: String,
        /// Her reasons
        #[arg(long)]
        because: String,
        /// Print the record as JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, ClapArgs)]
pub struct Assess {
    #[command(subcommand)]
    pub what: AssessWhat,
}

#[derive(Debug, Subcommand)]
pub enum AssessWhat {
    /// The advancement level of ILAB: from inputs, with the answer of each row and what each input changes; or from published
    /// labels, taken apart and counted
    Ilab {
        /// A CSV table: country, year, kind (effort, regression, complicity, ...) with effort_area, domain, what, since,
        /// remedied; or country, reporting_year, level_label
        file: PathBuf,
        /// The language of the text
        #[arg(long, value_parser = lang, default_value = "en", value_name = "LANG")]
        lang: Lang,
        /// Print JSON instead of text
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, ClapArgs)]
pub struct ImportIlab {
    /// The file: CSV in the shape of its releases, or a country file of the Sweat & Toil app (XML or JSON)
    pub file: PathBuf,
    /// The country, where the file does not name it
    #[arg(long, value_name = "CODE")]
    pub country: Option<String>,
    /// The reporting year, where the file does not name it
    #[arg(long, value_name = "YYYY")]
    pub year: Option<i16>,
    /// The day of release, where the file does not name it
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub released: Option<Date>,
    /// Say what would be recorded, and record nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Print what was done as JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub place: Place,
}

#[derive(Debug, ClapArgs)]
pub struct Recommendations {
    /// Only with this status: regressed, not_started, unanswered, evidence_missing, partly or implemented
    #[arg(long, value_name = "STATUS")]
    pub status: Option<String>,
    /// Only of this theme, such as trafficking
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,
    /// Use only what was certainly public by this day
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<Date>,
    /// The language of the sentences
    #[arg(long, value_parser = lang, default_value = "en", value_name = "LANG")]
    pub lang: Lang,
    /// Print the answers as JSON, with sentences in every language
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub place: Place,
}

#[derive(Debug, ClapArgs)]
pub struct Commitments {
    /// Only those of which something is known to be late
    #[arg(long)]
    pub late: bool,
    /// Count delays up to this day [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub on: Option<Date>,
    /// The language of the sentences
    #[arg(long, value_parser = lang, default_value = "en", value_name = "LANG")]
    pub lang: Lang,
    /// Print the answers as JSON, with sentences in every language
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub place: Place,
}

#[derive(Debug, ClapArgs)]
pub struct Plan {
    #[command(subcommand)]
    pub what: PlanWhat,
}

#[derive(Debug, Subcommand)]
pub enum PlanWhat {
    /// Say how well plans are made: lead, date, money and figure of each measure, or why that cannot be said
    Quality {
        /// Only this plan
        plan: Option<String>,
        /// The language of the sentences
        #[arg(long, value_parser = lang, default_value = "en", value_name = "LANG")]
        lang: Lang,
        /// Print the answers as JSON, with sentences in every language
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, ClapArgs)]
pub struct Demo {
    /// The folder for the data; it is made when it is missing
    #[arg(long, value_name = "DIR", default_value = "pana-data")]
    pub data: PathBuf,
    /// The address to serve on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: String,
    #[command(flatten)]
    pub encryption: Encryption,
    /// Print one line of JSON with the address once it serves
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, ClapArgs)]
pub struct Serve {
    #[command(flatten)]
    pub place: Place,
    /// The address to serve on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: String,
    #[command(flatten)]
    pub encryption: Encryption,
    /// Print one line of JSON with the address once it serves
    #[arg(long)]
    pub json: bool,
    /// Offer to load tables and enter estimates. Anyone who can reach this address can then load tables and enter estimates:
    /// for one's own machine
    #[arg(long)]
    pub workbench: bool,
}

/// How the connection is encrypted. On an address of this machine alone it is not; everywhere else it is, with a certificate of the
/// program's own making unless one is given.
#[derive(Debug, ClapArgs)]
pub struct Encryption {
    /// The certificate to serve with, PEM, with those of its issuers after it
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,
    /// The key of the certificate, PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,
    /// The name under which people reach this server, with a port where it is not 443. Passkeys are bound to it; without it, and on
    /// other addresses than those of this machine alone, there are none
    #[arg(long, value_name = "NAME[:PORT]")]
    pub host: Option<String>,
    /// Do not encrypt although others can reach the address: a proxy on this machine or in this network does
    #[arg(long, conflicts_with = "tls_cert")]
    pub behind_proxy: bool,
    /// The address of a proxy before this server: it is believed who a visitor is (X-Forwarded-For), everybody else is not. Without
    /// it all who come through a proxy count as one when tries to sign in are counted
    #[arg(long, value_name = "ADDRESS")]
    pub proxy: Vec<std::net::IpAddr>,
}

/// Where the facts are.
#[derive(Debug, ClapArgs)]
pub struct Place {
    /// The data folder [default: pana-data]
    #[arg(long, value_name = "DIR", conflicts_with = "db")]
    pub data: Option<PathBuf>,
    /// A PostgreSQL database, postgres://user@host/name; the password is best given in PGPASSWORD
    #[arg(long, value_name = "URL")]
    pub db: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub struct Import {
    #[command(subcommand)]
    pub what: ImportWhat,
}

#[derive(Debug, Subcommand)]
pub enum ImportWhat {
    /// A folder with datapackage.json and its tables
    Facts {
        /// The folder
        dir: PathBuf,
        #[command(flatten)]
        place: Place,
        /// Print what was done as JSON
        #[arg(long)]
        json: bool,
    },
    /// An export of the Universal Human Rights Index (OHCHR): recommendations of all mechanisms
    Uhri(Box<Table>),
    /// A matrix of recommendations of the Universal Periodic Review
    Upr(Box<Table>),
    /// An action plan: measures with responsible bodies, deadlines and money
    Plan(Box<Table>),
    /// A table of figures
    Observations(Box<Table>),
    /// An official data workbook of the Global Slavery Index, 2018 or 2023 (.xlsx)
    Gsi {
        /// The workbook
        file: PathBuf,
        #[command(flatten)]
        place: Place,
        /// Print what was done as JSON
        #[arg(long)]
        json: bool,
    },
    /// A data file of ILAB's reports on child labour and forced labour, for any country
    Ilab(ImportIlab),
}

/// A table that somebody else made.
#[derive(Debug, ClapArgs)]
pub struct Table {
    /// The table: CSV in any usual dress, or .xlsx
    pub file: PathBuf,
    /// How to read it, as saved with --save-mapping and corrected
    #[arg(long, value_name = "FILE.toml")]
    pub mapping: Option<PathBuf>,
    /// Save how it is read, to be corrected and given with --mapping
    #[arg(long, value_name = "FILE.toml")]
    pub save_mapping: Option<PathBuf>,
    /// Record although the reading was only proposed; it is remembered for the next table with this header
    #[arg(long)]
    pub accept: bool,
    /// Record nothing; show what would be recorded
    #[arg(long)]
    pub dry_run: bool,
    /// Record the rows that can be read, although others are refused
    #[arg(long)]
    pub skip_refused: bool,
    /// Take the rows of an index about this country; or the place that all figures are about
    #[arg(long, value_name = "CODE")]
    pub country: Option<String>,
    /// The plan that the measures belong to
    #[arg(long, value_name = "ID")]
    pub plan_id: Option<String>,
    /// The source that the table is
    #[arg(long, value_name = "ID")]
    pub source: Option<String>,
    /// The title of that source, where it is not known yet
    #[arg(long, value_name = "TITLE")]
    pub source_title: Option<String>,
    /// What a field is in every row; may be given several times
    #[arg(long, value_name = "FIELD=VALUE", value_parser = constant)]
    pub set: Vec<(String, String)>,
    /// The sheet of a workbook
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The day the figures were published, where neither rows nor source say
    #[arg(long, value_name = "DATE")]
    pub released: Option<Date>,
    /// The language of the report
    #[arg(long, value_parser = lang, default_value = "en", value_name = "LANG")]
    pub lang: Lang,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub place: Place,
}

fn constant(given: &str) -> Result<(String, String), String> {
    let (field, value) = given.split_once('=').ok_or("write FIELD=VALUE, such as unit=persons")?;
    Ok((field.trim().to_owned(), value.trim().to_owned()))
}

#[derive(Debug, ClapArgs)]
pub struct Score {
    /// The ruleset, such as gsi-2023
    #[arg(long, value_name = "RULESET")]
    pub ruleset: String,
    /// A CSV table: a column iso3 or country, and one column an indicator code; an empty cell is unknown, not zero
    pub ratings: PathBuf,
    /// Print JSON instead of CSV
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Html,
    Pdf,
    Json,
}

/// How an answer is told: to a reader in her language, to a program, as a report.
#[derive(Debug, ClapArgs)]
pub struct Told {
    /// The language of the answer
    #[arg(long, value_parser = lang, default_value = "en", value_name = "LANG")]
    pub lang: Lang,
    /// Print JSON instead of text
    #[arg(long)]
    pub json: bool,
    /// Also write a report, as .html or .pdf by its name
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

fn lang(given: &str) -> Result<Lang, String> {
    Lang::parse(given).ok_or_else(|| "use en, ru or kk".to_owned())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangWish {
    En,
    Ru,
    Kk,
    /// All three; only with --all
    All,
}

impl LangWish {
    pub fn langs(self) -> Vec<Lang> {
        match self {
            Self::En => vec![Lang::En],
            Self::Ru => vec![Lang::Ru],
            Self::Kk => vec![Lang::Kk],
            Self::All => Lang::ALL.to_vec(),
        }
    }
}

#[derive(Debug, ClapArgs)]
pub struct Snapshot {
    /// The country by its ISO 3166-1 code, such as KAZ
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub country: Option<String>,
    /// The edition [default: the newest]
    #[arg(long)]
    pub edition: Option<String>,
    /// The language
    #[arg(long, value_enum, default_value = "en")]
    pub lang: LangWish,
    /// The format
    #[arg(long, value_enum, default_value = "html")]
    pub format: Format,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// The file to write [default: stdout]
    #[arg(long, value_name = "FILE", conflicts_with = "all")]
    pub out: Option<PathBuf>,
    /// Every country of the edition, into --out-dir
    #[arg(long, requires = "out_dir")]
    pub all: bool,
    /// The folder for --all
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<PathBuf>,
    #[command(flatten)]
    pub place: Place,
}

#[derive(Debug, ClapArgs)]
pub struct Observations {
    /// Only of this indicator, such as vict.identified
    #[arg(long, value_name = "ID")]
    pub indicator: Option<String>,
    /// Only about this place, such as KZ
    #[arg(long = "place", value_name = "CODE")]
    pub about: Option<String>,
    /// Only what was certainly public on this day
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<Date>,
    /// Print JSON instead of a table
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub place: Place,
}

#[derive(Debug, ClapArgs)]
pub struct Trend {
    /// The indicator, such as ms.prevalence.number
    #[arg(long, value_name = "ID")]
    pub indicator: String,
    /// The place, such as KZ
    #[arg(long = "place", value_name = "CODE")]
    pub about: String,
    /// Print JSON instead of text
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub place: Place,
}
