package org.gfpaudit.testdata.truth;

/** The constants that programs use, with the bits that matter for a verdict. */
enum Gfp {
  GFP_KERNEL(Gfp.FS | Gfp.IO | Gfp.RECLAIM),
  GFP_USER(Gfp.FS | Gfp.IO | Gfp.RECLAIM | Gfp.OTHER),
  GFP_NOFS(Gfp.IO | Gfp.RECLAIM),
  GFP_NOIO(Gfp.RECLAIM),
  GFP_NOWAIT(Gfp.OTHER),
  __GFP_FS(Gfp.FS),
  __GFP_IO(Gfp.IO),
  __GFP_DIRECT_RECLAIM(Gfp.RECLAIM),
  __GFP_NOWARN(Gfp.OTHER);

  static final int FS = 1;
  static final int IO = 2;
  static final int RECLAIM = 4;
  static final int OTHER = 8;
  static final int ALL = FS | IO | RECLAIM | OTHER;

  /** Which of the bits above it sets. */
  final int bits;

  Gfp(int bits) {
    this.bits = bits;
  }
}
