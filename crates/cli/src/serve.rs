//! Serving the observatory.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::map_request_with_state;
use pana_app::casework::passkey::Site;
use pana_app::{Desk, search};
use pana_publish::pdf::Press;
use pana_web::casework::Confided;
use pana_web::estimate::workbench::Workbench;
use tokio::net::TcpListener;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::args;
use crate::certificate::{self, Certificate};
use crate::confided::room;
use crate::door::{Door, Visitor};
use crate::exit::Exit;
use crate::open;
use crate::output::print;
use crate::proxy;

/// `pana serve`.
pub async fn run(args: args::Serve) -> Result<(), Exit> {
    let listener = listen(&args.listen).await?;
    let library = open::library()?;
    let folder = args.place.data.clone().unwrap_or_else(|| PathBuf::from(open::FOLDER));
    let db = open::for_writing(&args.place, &library).await?;
    let keys = keys(&args.encryption, &listener, &folder)?;
    let site = site(&args.encryption, &listener)?;
    let confided = match args.place.db {
        None if room::is_there(&folder) => Some(Confided { site, ..room::open(&folder, &library).await? }),
        _ => None,
    };
    let desk = Desk::open(db, library).await?;
    let entrance = Entrance { listener, keys, proxies: args.encryption.proxy };
    serve(entrance, desk, Told { json: args.json, accounts: None }, args.workbench, confided).await
}

/// Takes the address before anything is made, so that a port in use leaves no trace.
pub async fn listen(address: &str) -> Result<TcpListener, Exit> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => Exit::Failed(format!(
            "{address} is in use by another program; choose another with --listen, such as 127.0.0.1:8081"
        )),
        std::io::ErrorKind::InvalidInput => {
            Exit::Usage(format!("`{address}` is not an address; write host:port, such as 127.0.0.1:8080"))
        }
        _ => Exit::Failed(format!("cannot serve on {address}: {error}; choose another with --listen")),
    })
}

/// With which certificate it serves: none on one's own machine, and none behind a proxy that encrypts; everywhere else the one that was
/// given, or one of its own making.
pub fn keys(typed: &args::Encryption, listener: &TcpListener, folder: &Path) -> Result<Option<Certificate>, Exit> {
    let address = listener.local_addr().map_err(|error| Exit::Failed(error.to_string()))?;
    match (&typed.tls_cert, &typed.tls_key) {
        (Some(file), Some(key)) => certificate::given(file, key).map(Some),
        _ if typed.behind_proxy || address.ip().to_canonical().is_loopback() => Ok(None),
        _ => {
            open::make_folder(folder)?;
            certificate::own(folder, &address.ip().to_string()).map(Some)
        }
    }
}

/// Where people find it, which passkeys are bound to: the name that was given, or this machine.
pub fn site(typed: &args::Encryption, listener: &TcpListener) -> Result<Option<Site>, Exit> {
    let address = listener.local_addr().map_err(|error| Exit::Failed(error.to_string()))?;
    let alone = address.ip().to_canonical().is_loopback() && typed.tls_cert.is_none() && !typed.behind_proxy;
    match &typed.host {
        Some(name) => Site::named(name).map(Some).ok_or_else(|| {
            Exit::Usage(format!("`{name}` is no name for --host; write it as people type it, such as pana.example.org"))
        }),
        None => Ok(alone.then(|| Site::here(address.port()))),
    }
}

/// Where visitors come in.
pub struct Entrance {
    /// What listens.
    pub listener: TcpListener,
    /// With which certificate.
    pub keys: Option<Certificate>,
    /// The proxies that are believed who a visitor is.
    pub proxies: Vec<IpAddr>,
}

/// What is told once it serves.
pub struct Told {
    /// As one line of JSON.
    pub json: bool,
    /// The accounts of the demonstration.
    pub accounts: Option<serde_json::Value>,
}

/// Serves until it is asked to stop, and finishes what it began to answer.
/// With a workbench, whoever reaches the address can load tables and enter estimates.
pub async fn serve(
    Entrance { listener, keys, proxies }: Entrance,
    desk: Desk,
    told: Told,
    workbench: bool,
    confided: Option<Confided>,
) -> Result<(), Exit> {
    let address = listener.local_addr().map_err(|error| Exit::Failed(error.to_string()))?;
    let url = format!("{}://{address}/", if keys.is_some() { "https" } else { "http" });
    let desk = Arc::new(desk);
    tokio::spawn(index(Arc::clone(&desk)));
    let workbench = if workbench {
        let made = Workbench::new();
        Some(made.ok_or_else(|| Exit::Failed("the system gives no random numbers for names of estimates".to_owned()))?)
    } else {
        None
    };
    let state = pana_web::State {
        desk,
        press: Arc::new(Press::new()),
        today: open::today,
        workbench: workbench.clone(),
        confided,
    };
    if told.json {
        let mut line = serde_json::json!({ "url": url });
        if let Some(accounts) = told.accounts {
            line["accounts"] = accounts;
        }
        print(format!("{line}\n").as_bytes())?;
    } else {
        eprintln!("Pana serves on {url}   (stop with Ctrl-C)");
    }
    if let Some(keys) = keys.as_ref().filter(|keys| keys.own) {
        eprintln!(
            "Its certificate is of its own making; a browser warns until one is given with --tls-cert and --tls-key."
        );
        eprintln!("Compare this before you go on, SHA-256: {}", keys.fingerprint);
    }
    let mut router = pana_web::router(state);
    if keys.as_ref().is_some_and(|keys| !keys.own) {
        // Only with a certificate that others vouch for: a browser that was told this lets nobody pass a warning.
        let strict = HeaderValue::from_static("max-age=63072000; includeSubDomains");
        router = router.layer(SetResponseHeaderLayer::overriding(header::STRICT_TRANSPORT_SECURITY, strict));
    }
    let door = match keys {
        Some(keys) => Door::tls(listener, address, keys.config),
        None => Door::Plain(listener),
    };
    let service = router
        .layer(map_request_with_state(Arc::from(proxies), known))
        .into_make_service_with_connect_info::<Visitor>();
    let served = axum::serve(door, service).with_graceful_shutdown(stopped());
    let ended = served.await.map_err(|error| Exit::Failed(error.to_string()));
    if let Some(workbench) = workbench {
        workbench.stop();
    }
    ended
}

/// The pages know where a request comes from, not through which door. What a visitor says of herself in place of a proxy is dropped.
async fn known(
    State(proxies): State<Arc<[IpAddr]>>,
    ConnectInfo(Visitor(peer)): ConnectInfo<Visitor>,
    mut request: Request,
) -> Request {
    let from = proxy::visitor(peer, request.headers(), &proxies);
    if !proxies.contains(&peer.ip().to_canonical()) {
        proxy::CLAIMS.iter().for_each(|claim| drop(request.headers_mut().remove(*claim)));
    }
    request.extensions_mut().insert(ConnectInfo::<SocketAddr>(from));
    request
}

/// Makes the search index before somebody searches. Where that fails the first search tries again, and says so.
async fn index(desk: Arc<Desk>) {
    if let Err(error) = search::prepare(&desk).await {
        eprintln!("pana: the search index is not ready: {error}");
    }
}

async fn stopped() {
    let interrupted = tokio::signal::ctrl_c();
    let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        return drop(interrupted.await);
    };
    tokio::select! {
        _ = interrupted => {}
        _ = terminated.recv() => {}
    }
}
