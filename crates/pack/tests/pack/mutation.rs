//! Whatever stands in the files, reading them ends in findings, not in a panic.

use crate::{corridor, mini};
use proptest::prelude::*;
use pul_pack::check;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn bytes_at_random(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..12)) {
        let mut files = mini::files();
        for (file, at, byte, how) in changes {
            let path = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
            let bytes = files.get_mut(&path).unwrap();
            if bytes.is_empty() {
                continue;
            }
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => { bytes.remove(at); }
                _ => bytes.truncate(at),
            }
        }
        let (pack, findings) = check(&files);
        prop_assert_eq!(pack.is_some(), !findings.has_faults());
    }

    #[test]
    fn lines_of_one_file_in_another(from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), until in any::<prop::sample::Index>()) {
        let mut files = mini::files();
        let paths: Vec<String> = files.keys().cloned().collect();
        let (from, to) = (from.get(&paths), to.get(&paths));
        let text = String::from_utf8(files[from].clone()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let (at, until) = (at.index(lines.len()), until.index(lines.len()));
        let passage = lines[at.min(until)..=at.max(until)].join("\n");
        files.get_mut(to).unwrap().extend(passage.into_bytes());
        let (pack, findings) = check(&files);
        prop_assert_eq!(pack.is_some(), !findings.has_faults());
    }

    #[test]
    fn bytes_of_the_corridor_at_random(
        path in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..8),
    ) {
        let real = corridor::files();
        let paths: Vec<&String> = real.keys().filter(|path| path.ends_with(".toml")).collect();
        let path = path.get(&paths);
        let mut bytes = real[*path].clone();
        for (at, byte, how) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.remove(at); }
            }
        }
        let mut files = mini::files();
        files.insert((*path).clone(), bytes);
        let (pack, findings) = check(&files);
        prop_assert_eq!(pack.is_some(), !findings.has_faults());
    }
}
