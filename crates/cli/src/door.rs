//! The door of the server: plain on one's own machine, TLS everywhere else.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::IncomingStream;
use rustls::ServerConfig;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tokio_util::either::Either;

/// A handshake that takes longer is given up.
const PATIENCE: Duration = Duration::from_secs(10);
/// So many handshakes go on at once; whoever comes later waits in the queue of the system.
const AT_ONCE: usize = 256;

/// A connection.
pub type Line = Either<TcpStream, TlsStream<TcpStream>>;

/// What the server listens on.
pub enum Door {
    /// Without encryption: the machine itself, or a proxy before it that encrypts.
    Plain(TcpListener),
    /// With TLS: connections whose handshake is done.
    Tls(mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>, SocketAddr),
}

impl Door {
    /// A door that speaks TLS. Handshakes are done beside each other, so that a slow one keeps nobody waiting.
    pub fn tls(listener: TcpListener, address: SocketAddr, config: Arc<ServerConfig>) -> Self {
        let (done, ready) = mpsc::channel(AT_ONCE);
        tokio::spawn(shake_hands(listener, TlsAcceptor::from(config), done));
        Self::Tls(ready, address)
    }
}

/// Where a request comes from.
#[derive(Clone, Copy, Debug)]
pub struct Visitor(pub SocketAddr);

impl Connected<IncomingStream<'_, Door>> for Visitor {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        Self(*stream.remote_addr())
    }
}

async fn shake_hands(
    listener: TcpListener,
    acceptor: TlsAcceptor,
    done: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    let places = Arc::new(Semaphore::new(AT_ONCE));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Some((stream, from)) = next(&listener).await else { continue };
        let (acceptor, done) = (acceptor.clone(), done.clone());
        tokio::spawn(async move {
            // Who does not speak TLS, or not in time, is not our concern; nothing of it is logged.
            if let Ok(Ok(stream)) = tokio::time::timeout(PATIENCE, acceptor.accept(stream)).await {
                drop(done.send((stream, from)).await);
            }
            drop(place);
        });
    }
}

/// The next connection. Where the system has no more of them for now, a moment passes.
async fn next(listener: &TcpListener) -> Option<(TcpStream, SocketAddr)> {
    if let Ok(found) = listener.accept().await {
        return Some(found);
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    None
}

impl axum::serve::Listener for Door {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        match self {
            Self::Plain(listener) => loop {
                if let Some((stream, from)) = next(listener).await {
                    return (Either::Left(stream), from);
                }
            },
            Self::Tls(ready, _) => match ready.recv().await {
                Some((stream, from)) => (Either::Right(stream), from),
                // The task that shakes hands lives as long as the program.
                None => std::future::pending().await,
            },
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        match self {
            Self::Plain(listener) => listener.local_addr(),
            Self::Tls(_, address) => Ok(*address),
        }
    }
}
