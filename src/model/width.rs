//! SIMD over packs of eight parties, at the widest instruction set of the machine.
//!
//! Kernels are loops over packs of eight parties, compiled for SSE2, SSE4.2, AVX2 and AVX-512 (NEON on ARM); the
//! instruction set is chosen at run time. A party's numbers stay in one lane and are summed clause by clause, and no
//! operation is fused or reordered, so every width gives the same bits.

use std::{hint::black_box, mem::MaybeUninit};

use bytemuck::{Pod, Zeroable, must_cast_slice, must_cast_slice_mut};
use fearless_simd::{Level, Simd, f64x8, prelude::*};

/// The number of parties in a pack: the number of `f64` lanes of the widest registers.
pub const PACK: usize = 8;

/// One number for each of eight parties: eight `f64` lanes, aligned to a cache line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Pod, Zeroable)]
#[repr(C, align(64))]
pub struct Pack(pub [f64; PACK]);

/// The packs as a flat slice, one number per party.
pub fn numbers(packs: &[Pack]) -> &[f64] {
    must_cast_slice(packs)
}

/// The packs as a flat mutable slice.
pub fn numbers_mut(packs: &mut [Pack]) -> &mut [f64] {
    must_cast_slice_mut(packs)
}

/// The instruction set that kernels run on.
#[derive(Clone, Copy, Debug)]
pub struct Width(pub(super) Level);

impl Width {
    /// The widest of this machine: the fastest for full texts.
    pub fn widest() -> Self {
        Self(Level::new())
    }

    /// The fastest for changes of a text: at most four lanes. (Zen 4 processes eight lanes in two steps: with them full texts
    /// are evaluated a tenth faster, but negotiations are slightly slower.)
    pub fn fastest() -> Self {
        let Self(widest) = Self::widest();
        #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
        let widest = widest.as_avx2().map_or(widest, Level::Avx2);
        Self(widest)
    }

    /// Every width of this machine, the narrowest first; all give the same bits.
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

/// The number of packs that hold this many parties.
pub fn packs(parties: usize) -> usize {
    parties.div_ceil(PACK)
}

/// Runs a loop at a width. Everything it calls, closures included, must be `#[inline(always)]`, otherwise it is not
/// compiled for that width.
macro_rules! at_width {
    ($width:expr, $simd:pat => $loop:expr) => {
        fearless_simd::dispatch!($width.0, $simd => {
            $crate::model::width::align_frame();
            $loop
        })
    };
}
pub(super) use at_width;

/// Aligns the stack frame of the loop to a cache line by placing a variable with that alignment there. Otherwise the
/// registers that the loop spills may straddle two lines, depending on the frames of its callers, which costs a tenth of
/// a negotiation's time.
#[inline(always)]
pub(super) fn align_frame() {
    black_box(&MaybeUninit::<Pack>::uninit());
}

/// Loads a pack into a SIMD vector.
#[inline(always)]
pub fn read<S: Simd>(simd: S, pack: &Pack) -> f64x8<S> {
    f64x8::load_array_ref(simd, &pack.0)
}
