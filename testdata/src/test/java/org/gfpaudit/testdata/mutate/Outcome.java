package org.gfpaudit.testdata.mutate;

import java.util.Locale;

/** How an answer compares with the right one. */
enum Outcome {
  /** It is the right one. */
  RIGHT,
  /** A broken mask is said to be unknown, which is not silent. */
  UNKNOWN,
  /** A broken mask or an open scope is said to be well: the worst of all. */
  SILENT,
  /** A whole scope is not seen, so the answer is weaker than the truth. */
  UNSEEN,
  /** A rewriting that keeps the meaning got another verdict. */
  CHANGED;

  /** The word for it in {@code known.txt}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
