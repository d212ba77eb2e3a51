package org.gfpaudit.analyzer.consequence;

import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.ConstrainerSite;

/** The bit of a mask that a finding is about. */
enum ForbiddenBit {
  FS("__GFP_FS"),
  IO("__GFP_IO");

  private final String text;

  ForbiddenBit(String text) {
    this.text = text;
  }

  /** The name of the bit. */
  String text() {
    return text;
  }

  /** What a setter makes of it. */
  BitEffect effect(ConstrainerSite site) {
    return this == FS ? site.fs() : site.io();
  }
}
