package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * What an audit says beside the calls that have a row, and how far it went.
 *
 * @param waivers every comment in the tree that lets findings stay, by place
 * @param guards what reclaim may do at each call, where the audit went that far, and who sets the
 *     masks of mappings
 */
public record TreeFacts(List<SourceWaiver> waivers, Guards guards, Depth depth) {
  public TreeFacts {
    waivers = List.copyOf(waivers);
  }

  /** A tree that says nothing, whatever it is asked. */
  public static TreeFacts none() {
    return new TreeFacts(List.of(), Guards.NONE, Depth.GUARDS);
  }
}
