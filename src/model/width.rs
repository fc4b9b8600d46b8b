//! Eight parties side by side, at whatever width the machine has.
//!
//! The kernels are loops over packs of eight parties. Each is compiled for SSE2, SSE4.2, AVX2 and AVX-512 (on ARM for NEON),
//! and the best that the machine has is chosen when the program runs. A party's numbers stay in their own lane and are
//! added up clause by clause, and nothing is fused or reordered, so that every width gives the same bits.

use std::{hint::black_box, mem::MaybeUninit};

use bytemuck::{Pod, Zeroable, must_cast_slice, must_cast_slice_mut};
use fearless_simd::{Level, Simd, f64x8, prelude::*};

/// Parties side by side: as many numbers as the widest registers hold.
pub const PACK: usize = 8;

/// A number of each of eight parties: a line of the cache, so that no read of it is split.
#[derive(Clone, Copy, Debug, Default, PartialEq, Pod, Zeroable)]
#[repr(C, align(64))]
pub struct Pack(pub [f64; PACK]);

/// The numbers in packs, one after another.
pub fn numbers(packs: &[Pack]) -> &[f64] {
    must_cast_slice(packs)
}

/// The same, to be written.
pub fn numbers_mut(packs: &mut [Pack]) -> &mut [f64] {
    must_cast_slice_mut(packs)
}

/// How wide the kernels run.
#[derive(Clone, Copy, Debug)]
pub struct Width(pub(super) Level);

impl Width {
    /// The widest that this machine has: the fastest for whole texts.
    pub fn widest() -> Self {
        Self(Level::new())
    }

    /// The fastest for changes of a text: four lanes, where the machine has eight. (Zen 4 takes eight lanes in two steps:
    /// whole texts are judged a tenth faster with them, negotiations a little slower.)
    pub fn fastest() -> Self {
        let Self(widest) = Self::widest();
        #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
        let widest = widest.as_avx2().map_or(widest, Level::Avx2);
        Self(widest)
    }

    /// Every width that this machine has, the narrowest first; all give the same bits.
    pub fn all() -> Vec<Self> {
        let Self(widest) = Self::widest();
        #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
        let others = [
            widest.as_sse2().map(Level::Sse2),
            widest.as_sse4_2().map(Level::Sse4_2),
            widest.as_avx2().map(Level::Avx2),
        ];
        #[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
        let others = [Some(Level::baseline())];
        others.into_iter().flatten().chain([widest]).map(Self).collect()
    }
}

/// Packs that hold this many parties.
pub fn packs(parties: usize) -> usize {
    parties.div_ceil(PACK)
}

/// Runs a loop at a width. What it calls must be `#[inline(always)]`, closures too, or it is not compiled for
/// that width.
macro_rules! at_width {
    ($width:expr, $simd:pat => $loop:expr) => {
        fearless_simd::dispatch!($width.0, $simd => {
            $crate::model::width::align_frame();
            $loop
        })
    };
}
pub(super) use at_width;

/// Aligns the stack frame of the loop to a cache line, by a variable there that is aligned so. Registers that the loop spills
/// would straddle two lines otherwise, or not, as the frames of its callers happen to lie: a tenth of a negotiation's time.
#[inline(always)]
pub(super) fn align_frame() {
    black_box(&MaybeUninit::<Pack>::uninit());
}

/// A pack as numbers to reckon with.
#[inline(always)]
pub fn read<S: Simd>(simd: S, pack: &Pack) -> f64x8<S> {
    f64x8::load_array_ref(simd, &pack.0)
}
