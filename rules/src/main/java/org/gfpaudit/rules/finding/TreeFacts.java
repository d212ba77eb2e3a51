package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * What a tree says beside the calls that are audited.
 *
 * @param waivers every comment in the tree that lets findings stay, by place
 * @param guards what reclaim may do at each call, and who sets the masks of mappings
 */
public record TreeFacts(List<SourceWaiver> waivers, Guards guards) {
  public TreeFacts {
    waivers = List.copyOf(waivers);
  }

  /** A tree that says nothing. */
  public static TreeFacts none() {
    return new TreeFacts(List.of(), Guards.NONE);
  }
}
