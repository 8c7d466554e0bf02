//! What stands between the values of a line.

/// Candidates in the order that breaks a tie.
const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Lines looked at.
const LINES: usize = 20;

/// The delimiter that stands most often in the first line outside quotes; among those
/// that stand there, one that stands equally often in each of the first lines is
/// preferred. A comma if there is none.
pub(super) fn detect(text: &str) -> u8 {
    let lines: Vec<[usize; 4]> = counts(text);
    let Some(head) = lines.first() else {
        return CANDIDATES[0];
    };
    let steady = |at: usize| lines.iter().filter(|line| line[at] == head[at]).count();
    let best = (0..CANDIDATES.len())
        .filter(|at| head[*at] > 0)
        .max_by_key(|at| (steady(*at) == lines.len(), head[*at], std::cmp::Reverse(*at)));
    CANDIDATES[best.unwrap_or(0)]
}

/// Occurrences of each candidate outside quotes in each of the first lines.
fn counts(text: &str) -> Vec<[usize; 4]> {
    let mut lines = Vec::new();
    let (mut line, mut quoted, mut any) = ([0; 4], false, false);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => {
                if any {
                    lines.push(line);
                }
                (line, any) = ([0; 4], false);
                if lines.len() == LINES {
                    return lines;
                }
                continue;
            }
            _ if !quoted => {
                if let Some(at) = CANDIDATES.iter().position(|c| *c == byte) {
                    line[at] += 1;
                }
            }
            _ => {}
        }
        any = true;
    }
    if any {
        lines.push(line);
    }
    lines
}

/// The `sep=;` line that Excel writes above the header: the delimiter and the rest.
pub(super) fn stated(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP="))?;
    let delimiter = *rest.as_bytes().first()?;
    if !CANDIDATES.contains(&delimiter) {
        return None;
    }
    let rest = &rest[1..];
    let body = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    Some((delimiter, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_are_told() {
        assert_eq!(detect("a,b\n1,2\n"), b',');
        assert_eq!(detect("a;b\n1,5;2\n"), b';');
        assert_eq!(detect("name\tskills\nx\tReact;Go;SQL\n"), b'\t');
        assert_eq!(detect("\"a,b\";c\n1;2"), b';');
        assert_eq!(detect("alone\n1\n"), b',');
        assert_eq!(detect(""), b',');
        assert_eq!(stated("sep=;\r\na;b"), Some((b';', "a;b")));
    }
}
