//! A delegate that is another program: lines of JSON on its standard input and output.
//!
//! It has a limited time to answer in each round and a limited length of a line. Once it hangs, dies, floods, speaks out of
//! turn or says what is no JSON object, it is ended, and the model decides for its seat from then on.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, TryRecvError, channel, sync_channel},
    },
    thread,
    time::Duration,
};

use super::protocol;
use crate::{
    diagnostic::Diagnose,
    language::Message,
    negotiation::{Delegate, Refusal, Saying, Situation},
};

/// Most bytes of a line that a process says.
const LINE: usize = 1 << 16;
/// Bytes of its last complaints that are kept.
const COMPLAINTS: usize = 2_000;

/// A process that cannot be started.
#[derive(Debug, thiserror::Error)]
#[error("cannot start \"{command}\": {source}")]
pub struct ProcessError {
    /// As given.
    pub command: String,
    source: io::Error,
}

impl Diagnose for ProcessError {
    fn help(&self) -> Option<Message> {
        Some("write the program with its arguments, as in --seat \"France=process:python3 bot.py\"".into())
    }
}

/// A delegate that is another program.
#[derive(Debug)]
pub struct Process {
    command: String,
    limit: Duration,
    /// None once it is lost.
    running: Option<Running>,
}

/// A program that runs.
#[derive(Debug)]
struct Running {
    child: Child,
    asks: Sender<String>,
    answers: Receiver<Result<String, String>>,
    complaints: Arc<Mutex<Vec<u8>>>,
}

impl Process {
    /// Starts a program, given with its arguments; each of its answers may take so long.
    ///
    /// # Errors
    /// If it cannot be started.
    pub fn start(command: &str, limit: Duration) -> Result<Self, ProcessError> {
        let words = split(command);
        let error = |source| ProcessError { command: command.to_owned(), source };
        let program = words.first().ok_or_else(|| error(io::Error::other("no program is named")))?;
        let mut child = Command::new(program)
            .args(&words[1..])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(error)?;
        let (asks, asked) = channel();
        // One answer may wait: a program that says more waits itself.
        let (answer, answers) = sync_channel(1);
        let complaints = Arc::new(Mutex::new(Vec::new()));
        if let (Some(stdin), Some(stdout), Some(stderr)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        {
            let kept = Arc::clone(&complaints);
            thread::spawn(move || pass_on(stdin, &asked));
            thread::spawn(move || listen(stdout, &answer));
            thread::spawn(move || keep_complaints(stderr, &kept));
        }
        let running = Running { child, asks, answers, complaints };
        Ok(Self { command: command.to_owned(), limit, running: Some(running) })
    }

    /// Asks the program; why it is lost, where it does not answer as it should.
    fn ask(&mut self, situation: &Situation<'_>) -> Result<Saying, String> {
        let Some(running) = &self.running else { return Ok(Saying::default()) };
        match running.answers.try_recv() {
            Err(TryRecvError::Empty) => {}
            Ok(Ok(_)) => return Err("it spoke without being asked".to_owned()),
            Ok(Err(lost)) => return Err(lost),
            Err(TryRecvError::Disconnected) => return Err("it has ended".to_owned()),
        }
        // Whoever does not take the question does not answer in time either.
        let _ = running.asks.send(protocol::situation(situation));
        let line = match running.answers.recv_timeout(self.limit) {
            Ok(line) => line?,
            Err(RecvTimeoutError::Timeout) => {
                return Err(format!("it did not answer within {} s", self.limit.as_secs_f64()));
            }
            Err(RecvTimeoutError::Disconnected) => return Err("it has ended".to_owned()),
        };
        protocol::read_line(situation.model, &line).map_err(|refusal| refusal.to_string())
    }

    /// Ends the program; the last line of its complaints.
    fn end(&mut self) -> Option<String> {
        let mut running = self.running.take()?;
        // Whoever has ended already cannot be ended.
        let _ = running.child.kill();
        let _ = running.child.wait();
        // What it has written is read in a moment, if at all.
        thread::sleep(Duration::from_millis(20));
        let complaints = running.complaints.lock().map(|kept| kept.clone()).unwrap_or_default();
        let complaints = String::from_utf8_lossy(&complaints).into_owned();
        complaints.lines().rev().map(str::trim).find(|line| !line.is_empty()).map(str::to_owned)
    }
}

impl Delegate for Process {
    fn speak(&mut self, situation: &Situation<'_>) -> Saying {
        self.ask(situation).unwrap_or_else(|why| {
            let complaint = self.end().map_or_else(String::new, |line| format!(" ({line})"));
            let lost = format!("{}: {why}{complaint}", self.command);
            Saying { unreadable: vec![Refusal::Lost(lost)], ..Saying::default() }
        })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.end();
    }
}

/// Passes questions on to a program until it takes no more, or none are asked.
fn pass_on(mut stdin: ChildStdin, asked: &Receiver<String>) {
    for line in asked {
        if writeln!(stdin, "{line}").and_then(|()| stdin.flush()).is_err() {
            break;
        }
    }
}

/// Passes on what a program says, line by line, until it ends or says too much at once.
fn listen(stdout: ChildStdout, answer: &SyncSender<Result<String, String>>) {
    let mut reader = BufReader::new(stdout);
    loop {
        let mut line = Vec::new();
        let read = reader.by_ref().take(LINE as u64 + 1).read_until(b'\n', &mut line);
        let said = match read {
            Ok(0) | Err(_) => Err("it has ended".to_owned()),
            Ok(_) if line.len() > LINE => Err(format!("it said more than {LINE} bytes in a line")),
            Ok(_) => String::from_utf8(line).map_err(|_| "what it says is no UTF-8".to_owned()),
        };
        let is_lost = said.is_err();
        if answer.send(said).is_err() || is_lost {
            break;
        }
    }
}

/// Keeps the last of what a program complains of.
fn keep_complaints(mut stderr: impl Read, kept: &Mutex<Vec<u8>>) {
    let mut buffer = [0; 1024];
    while let Ok(n @ 1..) = stderr.read(&mut buffer) {
        let Ok(mut kept) = kept.lock() else { break };
        kept.extend_from_slice(&buffer[..n]);
        let surplus = kept.len().saturating_sub(COMPLAINTS);
        kept.drain(..surplus);
    }
}

/// The words of a command; quotes keep words together.
fn split(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut is_word) = (Vec::new(), String::new(), None, false);
    for c in command.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => (quote, is_word) = (Some(c), true),
            (None, c) if c.is_whitespace() => {
                if std::mem::take(&mut is_word) {
                    words.push(std::mem::take(&mut word));
                }
            }
            (_, c) => {
                word.push(c);
                is_word = true;
            }
        }
    }
    if is_word {
        words.push(word);
    }
    words
}
