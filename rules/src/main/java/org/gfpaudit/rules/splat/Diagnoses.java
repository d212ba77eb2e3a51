package org.gfpaudit.rules.splat;

import java.util.List;

/**
 * All that is said of a text with reports.
 *
 * @param release of the tree that they were held against
 * @param diagnoses of the reports that say something of reclaim
 * @param others the reports that do not
 */
public record Diagnoses(String release, List<Diagnosis> diagnoses, List<SplatHead> others) {
  public Diagnoses {
    diagnoses = List.copyOf(diagnoses);
    others = List.copyOf(others);
  }
}
