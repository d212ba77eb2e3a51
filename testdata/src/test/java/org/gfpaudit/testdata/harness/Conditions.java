package org.gfpaudit.testdata.harness;

import org.gfpaudit.grammar.cond.PresenceCondition;

/** Compares a written presence condition with a found one. */
final class Conditions {

  private Conditions() {}

  static boolean isEquivalent(String written, PresenceCondition found) {
    return PresenceCondition.parse(written).equals(found);
  }
}
