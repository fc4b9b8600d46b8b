//! Words that are printed in commands.

use std::iter::Peekable;

/// Words, one a line: what is printed reads back to the same.
pub fn quoted(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let words: Vec<&str> = text.split('\0').collect();
    let line: Vec<String> = words.iter().map(|word| plenary::shell::quoted(word)).collect();
    for (word, quoted) in words.iter().zip(&line) {
        crate::assert_harmless(quoted);
        assert!(
            !quoted.trim_end_matches(['\'', '\n']).contains('\n'),
            "{quoted:?} of {word:?} breaks the line"
        );
    }
    assert_eq!(read(&line.join(" ")), words);
    true
}

/// The words of a line as POSIX has them, of what is written here: bare words, single quotes, escaped quotes and printf.
fn read(line: &str) -> Vec<String> {
    let (mut words, mut rest) = (Vec::new(), line.chars().peekable());
    while rest.peek().is_some() {
        let mut word = String::new();
        while let Some(c) = rest.next_if(|c| *c != ' ') {
            match c {
                '\'' => word.push_str(&single(&mut rest)),
                '\\' => word.extend(rest.next()),
                '"' => {
                    assert!("$(printf '".chars().all(|c| rest.next() == Some(c)));
                    word.push_str(&printed(&format(&mut rest)));
                    assert_eq!((rest.next(), rest.next()), (Some(')'), Some('"')));
                }
                c => {
                    assert!(!"~*?[]{}$`()&;|<>#!^ \t".contains(c), "{c} is bare");
                    word.push(c);
                }
            }
        }
        words.push(word);
        rest.next();
    }
    words
}

fn single(rest: &mut impl Iterator<Item = char>) -> String {
    rest.take_while(|c| *c != '\'').collect()
}

/// A word in single quotes, of which one has been read, and what touches it.
fn format(rest: &mut Peekable<impl Iterator<Item = char>>) -> String {
    let mut word = single(rest);
    while rest.next_if_eq(&'\\').is_some() {
        word.extend(rest.next());
        assert_eq!(rest.next(), Some('\''));
        word.push_str(&single(rest));
    }
    word
}

/// What printf makes of a format without arguments.
fn printed(format: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), format.bytes().peekable());
    while let Some(byte) = rest.next() {
        match (byte, rest.peek()) {
            (b'%', _) => assert_eq!(rest.next(), Some(b'%')),
            (b'\\', Some(b'\\')) => _ = rest.next(),
            (b'\\', _) => {
                let digits: Vec<u8> = rest.by_ref().take(3).collect();
                let number = u8::from_str_radix(std::str::from_utf8(&digits).expect("digits"), 8);
                bytes.push(number.expect("an octal number"));
                continue;
            }
            _ => {}
        }
        bytes.push(byte);
    }
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(!text.ends_with('\n'), "a shell drops the line break");
    text
}
