//! Large pages for what is read all over.
#![allow(unsafe_code)]

use rustix::mm::{Advice, madvise};
use rustix::param::page_size;

/// Asks for large pages under the room of a vector.
pub(super) fn enlarge<T>(memory: &Vec<T>) {
    let (page, start) = (page_size(), memory.as_ptr().addr());
    let (first, end) = (start.next_multiple_of(page), start + memory.capacity() * size_of::<T>());
    if let Some(bytes) = end.checked_sub(first).map(|bytes| bytes / page * page) {
        let at = memory.as_ptr().cast_mut().cast::<u8>().wrapping_add(first - start);
        // SAFETY: whole pages within what the vector holds; the advice changes none of their bytes.
        // Where it is not taken the pages stay as they are.
        let _ = unsafe { madvise(at.cast(), bytes, Advice::LinuxHugepage) };
    }
}
